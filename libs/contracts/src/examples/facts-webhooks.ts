import { cursor, eventId, keyId, orderId } from './story.ts';
import type { WebhookExamples } from './tables.ts';

export const webhookId = '01a22af4-ef22-758a-a585-579643f1920d';

/** Who asks for it, where and for what. */
export const webhook = {
  name: 'fulfilment screen',
  url: 'https://wms.example.com/tributary',
  types: ['tributary.order.*'],
  channels: ['web'],
  locations: ['leeds'],
};
export const message = {
  eventId,
  eventType: 'tributary.order.allocated.v1',
  subject: `order-${orderId}`,
  attempts: 3,
};

const secret = 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..0tPsB1aW9q2Ff4Dv.kQ.6yFz3sBxq0uJw1cN5hR8tg';

export const webhookExamples: WebhookExamples = {
  'tributary.webhook.subscribed.v1': [
    { webhookId, ...webhook, role: 'integrator', keyId, secret, begins: cursor },
  ],
  'tributary.webhook.changed.v1': [{ webhookId, ...webhook }],
  'tributary.webhook.secret-rotated.v1': [{ webhookId, secret, untilThen: '2026-03-03T09:15:00.000Z' }],
  'tributary.webhook.paused.v1': [{ webhookId, because: 'failing' }],
  'tributary.webhook.resumed.v1': [{ webhookId, keyId, role: 'integrator' }],
  'tributary.webhook.removed.v1': [{ webhookId }],
  'tributary.webhook.given-up.v1': [{ webhookId, ...message, error: 'answered 400' }],
  'tributary.webhook.redelivered.v1': [{ webhookId, eventId }],
};

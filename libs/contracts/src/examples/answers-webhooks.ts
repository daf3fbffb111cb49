import type * as webhooks from '../answers/webhooks.ts';
import { message, webhook, webhookId } from './facts-webhooks.ts';
import { cursor, eventId, keyId } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

const shown = { webhookId, ...webhook, state: 'delivering' as const, keyId, role: 'integrator' as const };
const paused = { ...shown, state: 'paused' as const, pausedBecause: 'failing' as const };
const tried = {
  ...message,
  firstTriedAt: '2026-03-02T09:15:01.220Z',
  triedAt: '2026-03-02T09:15:04.870Z',
};

export const webhookAnswers: ExamplesOf<typeof webhooks> = {
  Webhook: [shown, paused],
  WebhookList: [{ items: [shown, paused] }],
  WebhookWithSecret: [
    { ...shown, secret: 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX' },
    { ...paused, secret: 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX' },
  ],
  WebhookDeliveries: [
    {
      webhookId,
      taken: 1_204,
      givenUp: 1,
      lastTakenAt: '2026-03-02T09:15:00.310Z',
      recent: [{ ...tried, status: 503, error: 'answered 503' }],
      failing: [{ ...tried, status: 503, error: 'answered 503' }],
    },
  ],
  GivenUpMessages: [
    { items: [{ ...message, error: 'answered 400', at: '2026-03-05T09:15:04.870Z' }], next: cursor },
  ],
  Redelivered: [{ eventId, status: 204 }],
};

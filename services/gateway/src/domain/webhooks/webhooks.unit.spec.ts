import type { WebhookFact } from '@tributary/contracts';
import {
  change,
  mostWebhooks,
  onWebhook,
  pause,
  resume,
  secretsAt,
  subscribe,
  webhooksFold,
} from './webhooks.ts';

const subscribed = (webhookId: string, more: object = {}): WebhookFact => ({
  type: 'tributary.webhook.subscribed.v1',
  data: {
    webhookId,
    name: 'screen',
    url: 'https://a.example',
    role: 'integrator',
    keyId: 'k1',
    secret: 's1',
    begins: 'c1',
    ...more,
  },
});
const after = (...facts: WebhookFact[]) => facts.reduce(webhooksFold.evolve, webhooksFold.initialState);
const one = (...facts: WebhookFact[]) => after(...facts).get('w')!;

describe('A webhook', () => {
  it('is one of a hundred at most', () => {
    const many = after(...Array.from({ length: mostWebhooks }, (_, index) => subscribed(`w${index}`)));
    const { data } = subscribed('more') as Extract<WebhookFact, { type: 'tributary.webhook.subscribed.v1' }>;
    expect(subscribe(many, data)).toMatchObject({ accepted: false, refusal: { code: 'too-many-webhooks' } });
    expect(subscribe(after(subscribed('w')), data)).toMatchObject({ accepted: true });
  });

  it('keeps what a change does not name; a filter is changed as a whole', () => {
    const before = one(subscribed('w', { types: ['tributary.order.*'], channels: ['web'] }));
    const moved = one(
      subscribed('w', { channels: ['web'] }),
      ...change(before, { url: 'https://b.example' }),
    );
    expect(moved).toMatchObject({ name: 'screen', url: 'https://b.example', channels: ['web'], revision: 2 });
    const asked = one(
      subscribed('w', { channels: ['web'] }),
      ...change(before, { filter: { locations: ['leeds'] } }),
    );
    expect([asked.types, asked.channels, asked.locations]).toEqual([undefined, undefined, ['leeds']]);
  });

  it('is paused once, and goes on under the key of whoever says so', () => {
    const active = one(subscribed('w'));
    const paused = one(subscribed('w'), ...pause(active, 'failing'));
    expect(paused.paused).toBe('failing');
    expect(pause(paused, 'asked')).toEqual([]);
    const resumed = one(
      subscribed('w'),
      ...pause(active, 'failing'),
      ...resume(paused, { keyId: 'k2', role: 'admin' }),
    );
    expect([resumed.paused, resumed.keyId, resumed.role]).toEqual([undefined, 'k2', 'admin']);
    expect(resume(resumed, { keyId: 'k2', role: 'admin' })).toEqual([]);
  });

  it('signs with the secret before, too, until its time has come', () => {
    const rotated = one(subscribed('w'), {
      type: 'tributary.webhook.secret-rotated.v1',
      data: { webhookId: 'w', secret: 's2', untilThen: '2026-03-03T12:00:00.000Z' },
    });
    expect(secretsAt(rotated, '2026-03-03T11:59:59.999Z')).toEqual(['s2', 's1']);
    expect(secretsAt(rotated, '2026-03-03T12:00:00.000Z')).toEqual(['s2']);
  });

  it('is not there once it is removed', () => {
    const removed: WebhookFact = { type: 'tributary.webhook.removed.v1', data: { webhookId: 'w' } };
    expect(onWebhook(after(subscribed('w'), removed), 'w', () => [removed])).toMatchObject({
      accepted: false,
      refusal: { code: 'not-found' },
    });
  });
});

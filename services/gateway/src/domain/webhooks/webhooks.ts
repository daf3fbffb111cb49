import type { Role, WebhookFact } from '@tributary/contracts';
import { type Decision, type Fold, type Refusal, accept, refuse } from '@tributary/event-store';
import type { EventFilter } from '../feed/wanted.ts';

/** Most of them: each follows the feed by itself. */
export const mostWebhooks = 100;

export interface Webhook extends EventFilter {
  readonly webhookId: string;
  /** What it is for, in words for people. */
  readonly name: string;
  readonly url: string;
  /** Role and id of the key under which it is told things. */
  readonly role: Role;
  readonly keyId: string;
  /** Newest first; encrypted. An earlier one signs, too, until its time has come (UTC ISO 8601). */
  readonly secrets: readonly { readonly sealed: string; readonly until?: string }[];
  /** Cursor of the feed. */
  readonly begins: string;
  readonly paused?: PausedBecause | undefined;
  /** Grows with every change of what is sent where. */
  readonly revision: number;
}

export type PausedBecause = 'asked' | 'failing' | 'gone';

/** All that there are, by id. */
export type Webhooks = ReadonlyMap<string, Webhook>;

const evolve = (webhooks: Webhooks, fact: WebhookFact): Webhooks => {
  const next = new Map(webhooks);
  const { webhookId } = fact.data;
  const before = webhooks.get(webhookId);
  const changed = (change: Partial<Webhook>): Webhooks =>
    before ? next.set(webhookId, { ...before, ...change, revision: before.revision + 1 }) : webhooks;
  switch (fact.type) {
    case 'tributary.webhook.subscribed.v1': {
      const { secret, ...webhook } = fact.data;
      return next.set(webhookId, { ...webhook, secrets: [{ sealed: secret }], revision: 1 });
    }
    case 'tributary.webhook.changed.v1':
      return changed({ types: undefined, channels: undefined, locations: undefined, ...fact.data });
    case 'tributary.webhook.secret-rotated.v1': {
      const { secret, untilThen } = fact.data;
      const [newest] = before?.secrets ?? [];
      return changed({
        secrets: [{ sealed: secret }, ...(newest ? [{ sealed: newest.sealed, until: untilThen }] : [])],
      });
    }
    case 'tributary.webhook.paused.v1':
      return changed({ paused: fact.data.because });
    case 'tributary.webhook.resumed.v1':
      return changed({ ...fact.data, paused: undefined });
    case 'tributary.webhook.removed.v1':
      next.delete(webhookId);
      return next;
    case 'tributary.webhook.given-up.v1':
    case 'tributary.webhook.redelivered.v1':
      return webhooks;
    default:
      return fact satisfies never;
  }
};

export const webhooksFold: Fold<WebhookFact, Webhooks> = { initialState: new Map(), evolve };

export type Subscribed = Extract<WebhookFact, { type: 'tributary.webhook.subscribed.v1' }>['data'];

/** Subscribes somebody to what happens. */
export const subscribe = (webhooks: Webhooks, data: Subscribed): Decision<WebhookFact, Refusal> =>
  webhooks.size < mostWebhooks
    ? accept<WebhookFact>({ type: 'tributary.webhook.subscribed.v1', data })
    : refuse({
        code: 'too-many-webhooks',
        reason: `There are ${mostWebhooks} webhooks already: remove one that nobody needs.`,
      });

/** Decides on a webhook that has to be there. */
export const onWebhook = (
  webhooks: Webhooks,
  webhookId: string,
  decide: (webhook: Webhook) => readonly WebhookFact[],
): Decision<WebhookFact, Refusal> => {
  const webhook = webhooks.get(webhookId);
  return webhook
    ? accept(...decide(webhook))
    : refuse({ code: 'not-found', reason: `There is no webhook ${webhookId}.` });
};

/** What is sent where, or what it is for, as it is to be from now on: what is not named stays. */
export interface WebhookChange {
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  /** All of it together. */
  readonly filter?: EventFilter | undefined;
}

export const change = (webhook: Webhook, { name, url, filter }: WebhookChange): readonly WebhookFact[] => {
  const { types, channels, locations } = filter ?? webhook;
  const data = {
    webhookId: webhook.webhookId,
    name: name ?? webhook.name,
    url: url ?? webhook.url,
    ...(types && { types: [...types] }),
    ...(channels && { channels: [...channels] }),
    ...(locations && { locations: [...locations] }),
  };
  return [{ type: 'tributary.webhook.changed.v1', data }];
};

export const pause = ({ webhookId, paused }: Webhook, because: PausedBecause): readonly WebhookFact[] =>
  paused ? [] : [{ type: 'tributary.webhook.paused.v1', data: { webhookId, because } }];

/** Goes on where it stopped, under the key of whoever says so. */
export const resume = (
  { webhookId, paused, keyId }: Webhook,
  by: { readonly keyId: string; readonly role: Role },
): readonly WebhookFact[] =>
  paused || keyId !== by.keyId
    ? [{ type: 'tributary.webhook.resumed.v1', data: { webhookId, keyId: by.keyId, role: by.role } }]
    : [];

/** The secrets that sign at a moment (UTC ISO 8601), newest first. */
export const secretsAt = ({ secrets }: Webhook, now: string): readonly string[] =>
  secrets.filter(({ until }) => until === undefined || until > now).map(({ sealed }) => sealed);

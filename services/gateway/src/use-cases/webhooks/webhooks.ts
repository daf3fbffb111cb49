import { randomBytes } from 'node:crypto';
import type { Identity, Submitter, WebhookFact } from '@tributary/contracts';
import {
  Aggregates,
  type Decision,
  type EventStore,
  type Refusal,
  commandedBy,
} from '@tributary/event-store';
import { v7 as uuid } from 'uuid';
import type { EventFilter } from '../../domain/feed/wanted.ts';
import { type GivenUpEvents, type RecordedFact, givenUpAmong } from '../../domain/webhooks/given-up.ts';
import {
  type PausedBecause,
  type Webhook,
  type WebhookChange,
  type Webhooks as All,
  change,
  onWebhook,
  pause,
  resume,
  subscribe,
  webhooksFold,
} from '../../domain/webhooks/webhooks.ts';
import { ownFactId, recordOwn } from '../own-facts.ts';
import type { Sealer } from './outgoing.ts';

const stream = 'webhook-all';
/** Of what was given up of a webhook. */
const streamOf = (webhookId: string): string => `webhook-${webhookId}`;

/** How long the secret before goes on to sign, in milliseconds: a day, for a receiver to be told the new one. */
const overlap = 24 * 3_600_000;

/** Events read at once. */
const pageSize = 500;

const ourselves: Submitter = { actor: 'tributary/gateway' };

export interface Subscription extends EventFilter {
  readonly name: string;
  readonly url: string;
  /** Cursor of the feed after which it begins. */
  readonly begins: string;
}

/** As receivers know it: 192 random bits with the prefix of Standard Webhooks. */
const newSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`;

/** Who is told what happens: subscriptions, their secrets, and what could not be handed over. */
export class Webhooks {
  private readonly all: Aggregates<All, WebhookFact>;

  constructor(
    private readonly store: EventStore,
    private readonly sealer: Sealer,
  ) {
    this.all = new Aggregates(store, 'gateway', webhooksFold, (event) => event as unknown as WebhookFact, {
      cacheSize: 4,
    });
  }

  async list(): Promise<readonly Webhook[]> {
    return [...(await this.all.load(stream)).state.values()];
  }

  async find(webhookId: string): Promise<Webhook | undefined> {
    return (await this.all.load(stream)).state.get(webhookId);
  }

  /** @returns the secret is shown only now */
  async subscribe(
    { name, url, begins, types, channels, locations }: Subscription,
    { keyId, role }: Pick<Identity, 'keyId' | 'role'>,
    by: Submitter,
  ): Promise<{ readonly webhookId: string; readonly secret: string } | Refusal> {
    const [webhookId, secret] = [uuid(), newSecret()];
    const data = {
      webhookId,
      name,
      url,
      ...(types && { types: [...types] }),
      ...(channels && { channels: [...channels] }),
      ...(locations && { locations: [...locations] }),
      role,
      keyId,
      secret: await this.sealer.seal(secret),
      begins,
    };
    const refusal = await this.decide(by, (webhooks) => subscribe(webhooks, data));
    return refusal ?? { webhookId, secret };
  }

  change(webhookId: string, what: WebhookChange, by: Submitter): Promise<Refusal | undefined> {
    return this.on(webhookId, by, (webhook) => change(webhook, what));
  }

  /** @returns the new secret, shown only now; the one before signs, too, for a day */
  async rotateSecret(webhookId: string, by: Submitter): Promise<{ readonly secret: string } | Refusal> {
    const secret = newSecret();
    const sealed = await this.sealer.seal(secret);
    const untilThen = new Date(Date.now() + overlap).toISOString();
    const refusal = await this.on(webhookId, by, () => [
      { type: 'tributary.webhook.secret-rotated.v1', data: { webhookId, secret: sealed, untilThen } },
    ]);
    return refusal ?? { secret };
  }

  pause(webhookId: string, because: PausedBecause, by = ourselves): Promise<Refusal | undefined> {
    return this.on(webhookId, by, (webhook) => pause(webhook, because));
  }

  resume(
    webhookId: string,
    key: Pick<Identity, 'keyId' | 'role'>,
    by: Submitter,
  ): Promise<Refusal | undefined> {
    return this.on(webhookId, by, (webhook) => resume(webhook, key));
  }

  remove(webhookId: string, by: Submitter): Promise<Refusal | undefined> {
    return this.on(webhookId, by, () => [{ type: 'tributary.webhook.removed.v1', data: { webhookId } }]);
  }

  /** What was given up of a webhook and not taken after all, oldest first. */
  async givenUp(webhookId: string): Promise<GivenUpEvents> {
    const facts: RecordedFact[] = [];
    for (let from = 1; ; from += pageSize) {
      const page = await this.store.readStream(streamOf(webhookId), { from, limit: pageSize });
      for (const event of page) facts.push({ fact: event as unknown as WebhookFact, at: event.recordedTime });
      if (page.length < pageSize) return givenUpAmong(facts);
    }
  }

  /** Records, once for each webhook and event, that it was given up, or taken after all. */
  async record(
    fact: Extract<WebhookFact, { type: `tributary.webhook.${'given-up' | 'redelivered'}.v1` }>,
    by = ourselves,
  ): Promise<void> {
    const { webhookId, eventId } = fact.data;
    const time = new Date().toISOString();
    await recordOwn(this.store, (attempt) => ({
      stream: streamOf(webhookId),
      expectedVersion: 'any',
      events: [
        {
          id: ownFactId(fact.type, `${webhookId} ${eventId}`, attempt),
          type: fact.type,
          time,
          data: fact.data,
          metadata: { source: 'tributary/gateway', actor: by.actor, causationId: eventId },
        },
      ],
    }));
  }

  private on(
    webhookId: string,
    by: Submitter,
    decide: (webhook: Webhook) => readonly WebhookFact[],
  ): Promise<Refusal | undefined> {
    return this.decide(by, (webhooks) => onWebhook(webhooks, webhookId, decide));
  }

  private async decide(
    by: Submitter,
    decide: (webhooks: All) => Decision<WebhookFact, Refusal>,
  ): Promise<Refusal | undefined> {
    const done = await this.all.execute<Refusal>(commandedBy('tributary/gateway', by), stream, decide);
    return done.outcome === 'refused' ? done.refusal : undefined;
  }
}

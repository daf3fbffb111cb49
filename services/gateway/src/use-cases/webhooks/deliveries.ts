import type { Coordination } from '@tributary/event-store';
import type { ReadStore } from '@tributary/read-store';
import { Wanted } from '../../domain/feed/wanted.ts';
import { type Webhook, secretsAt } from '../../domain/webhooks/webhooks.ts';
import type { Feed } from '../feed/feed.ts';
import { Delivery } from './delivery.ts';
import { DeliveryLog } from './delivery-log.ts';
import { Sender, isTaken } from './message.ts';
import { type Clock, type Posted, type Poster, type Sealer, UnreadableSecret } from './outgoing.ts';
import { Progress } from './progress.ts';
import type { Webhooks } from './webhooks.ts';

/** How often it is looked who is to be told things, in milliseconds. */
const lookedEvery = 500;

export interface DeliveriesParts {
  readonly webhooks: Webhooks;
  readonly feed: Feed;
  readonly coordination: Coordination;
  readonly readStore: ReadStore;
  readonly sealer: Sealer;
  readonly poster: Poster;
  /** Whether a key was good and is so no longer: what it asked to be told is told no further. */
  readonly isRevoked: (keyId: string) => boolean | Promise<boolean>;
  readonly clock: Clock;
  /** Told what keeps a webhook from going on; ids and words, nothing that is secret. */
  readonly onTrouble: (webhookId: string, problem: string) => void;
}

/** A webhook that is delivered now. */
interface Running {
  readonly version: string;
  readonly log: DeliveryLog;
  stop(): Promise<void>;
}

/** Hands what happens over to all who subscribed, each by itself; in one process at a time. */
export class Deliveries {
  private readonly running = new Map<string, Running>();
  /** What was told last of each: the same is not told over and over. */
  private readonly told = new Map<string, string>();

  constructor(private readonly own: DeliveriesParts) {}

  /** Until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    await this.own.coordination.alone('webhooks', signal, (held) => this.lead(held));
  }

  /**
   * Sends one event to a receiver once more, now, whatever became of it before.
   * @returns what came of it; nothing where there is no such event
   * @throws UnreadableSecret
   */
  async sendAgain(webhook: Webhook, eventId: string): Promise<Posted | undefined> {
    const told = await this.own.feed.find(eventId);
    if (!told || !new Wanted({}, webhook.role).has(told)) return undefined;
    const sender = await this.senderFor(webhook);
    const posted = await sender.send(
      { eventId, body: told.json },
      this.own.clock.now(),
      new AbortController().signal,
    );
    if (isTaken(posted) && (await this.own.webhooks.givenUp(webhook.webhookId)).has(eventId))
      await this.own.webhooks.record({
        type: 'tributary.webhook.redelivered.v1',
        data: { webhookId: webhook.webhookId, eventId },
      });
    return posted;
  }

  private async lead(held: AbortSignal): Promise<void> {
    try {
      while (!held.aborted) {
        await this.adjust(held);
        await this.own.clock.wait(lookedEvery, held);
      }
    } finally {
      await Promise.all([...this.running.values()].map((each) => each.stop()));
      this.running.clear();
    }
  }

  /** Begins what is to be delivered, and ends what is no longer. */
  private async adjust(held: AbortSignal): Promise<void> {
    const all = new Map((await this.own.webhooks.list()).map((webhook) => [webhook.webhookId, webhook]));
    for (const [webhookId, { version, log, stop }] of this.running) {
      const webhook = all.get(webhookId);
      if (webhook && this.versionOf(webhook) === version && (await this.isActive(webhook))) continue;
      this.running.delete(webhookId);
      // Whoever resumes it begins to count anew how long messages are tried.
      if (webhook?.paused) log.forgetTries();
      await stop();
    }
    for (const webhook of all.values())
      if (!this.running.has(webhook.webhookId) && (await this.isActive(webhook)))
        this.running.set(webhook.webhookId, this.begin(webhook, held));
  }

  /** Another one is delivered anew: with a change, or when an earlier secret signs no longer. */
  private versionOf(webhook: Webhook): string {
    return `${webhook.revision}/${this.sealedNow(webhook).length}`;
  }

  private sealedNow(webhook: Webhook): readonly string[] {
    return secretsAt(webhook, new Date(this.own.clock.now()).toISOString());
  }

  private async isActive({ paused, keyId }: Webhook): Promise<boolean> {
    return !paused && !(await this.own.isRevoked(keyId));
  }

  private begin(webhook: Webhook, held: AbortSignal): Running {
    const { webhookId } = webhook;
    const stopping = new AbortController();
    const signal = AbortSignal.any([held, stopping.signal]);
    const log = new DeliveryLog(webhookId, this.own.readStore);
    const done = this.deliver(webhook, log, signal)
      .catch((error: unknown) => this.tell(webhookId, String(error)))
      .finally(() => log.flush())
      .catch(() => {})
      // Begun again at the next look.
      .then(() => {
        if (this.running.get(webhookId) === running) this.running.delete(webhookId);
      });
    const running: Running = {
      version: this.versionOf(webhook),
      log,
      stop: async () => {
        stopping.abort();
        await done;
      },
    };
    return running;
  }

  private async deliver(webhook: Webhook, log: DeliveryLog, signal: AbortSignal): Promise<void> {
    const { feed, coordination, clock, webhooks } = this.own;
    const { webhookId, role } = webhook;
    const wanted = new Wanted(webhook, role);
    const sender = await this.senderFor(webhook);
    await log.load();
    const progress = new Progress(webhookId, feed, coordination);
    const from = await feed.placesAt({ after: await progress.load(webhook.begins) });
    let isPaused = false;
    const delivery = new Delivery({
      parts: (ending) => feed.read(from, { wanted, isLive: true, byItself: true, signal: ending }),
      sender,
      log,
      clock,
      reached: (cursor) => progress.save(cursor, (error) => this.tell(webhookId, String(error))),
      giveUp: ({ eventId, eventType, subject, attempts, error = '' }) =>
        webhooks.record({
          type: 'tributary.webhook.given-up.v1',
          data: { webhookId, eventId, eventType, subject, attempts, error },
        }),
      pause: async (because) => {
        this.tell(webhookId, `paused: ${because}`);
        isPaused = true;
        await webhooks.pause(webhookId, because);
      },
    });
    try {
      await delivery.run(signal);
    } finally {
      // When all of it has ended: what was under way beside is forgotten, too.
      if (isPaused) log.forgetTries();
      await progress.flush();
    }
  }

  private tell(webhookId: string, problem: string): void {
    if (this.told.get(webhookId) === problem) return;
    this.told.set(webhookId, problem);
    this.own.onTrouble(webhookId, problem);
  }

  private async senderFor(webhook: Webhook): Promise<Sender> {
    const { sealer, poster } = this.own;
    const opened = await Promise.allSettled(this.sealedNow(webhook).map((each) => sealer.open(each)));
    const secrets = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    if (secrets.length === 0)
      throw new UnreadableSecret('Its secret was sealed with a key that is not here: rotate it.');
    return new Sender(poster, webhook.url, secrets);
  }
}

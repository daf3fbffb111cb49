import type { PublishedEvent } from '@tributary/contracts';
import { Semaphore } from 'async-mutex';
import type { ToldEvent } from '../../domain/feed/told-event.ts';
import { triedFor, waitBefore } from '../../domain/webhooks/retries.ts';
import type { FeedPart } from '../feed/feed.ts';
import type { DeliveryLog, Tried } from './delivery-log.ts';
import { type Sender, isTaken, wordsOf } from './message.ts';
import type { Clock, Posted } from './outgoing.ts';

export interface DeliveryParts {
  /** What is to be told, from where it was left on, as it happens, until the signal aborts. */
  readonly parts: (signal: AbortSignal) => AsyncIterable<FeedPart>;
  readonly sender: Pick<Sender, 'send'>;
  readonly log: DeliveryLog;
  readonly clock: Clock;
  /** Told how far everything was taken or given up. */
  readonly reached: (cursor: string) => void;
  /** Others were taken since it was first tried: it alone is left behind. */
  readonly giveUp: (tried: Tried) => Promise<void>;
  /** The receiver takes nothing any more. */
  readonly pause: (because: 'failing' | 'gone') => Promise<void>;
}

/** Most messages under way, waiting included, and characters of them: what comes after waits in the event log. */
const mostUnderWay = 1_000;
const mostCharacters = 16 * 1024 * 1024;
/** Requests to one receiver at once. */
const atOnce = 8;
/** So many failures in a row mean that the receiver, not a message, is at fault. */
const isAway = 3;

interface Slot {
  readonly told: ToldEvent;
  /** Of the feed: what comes after the message, and whatever else was passed over. */
  cursor: string;
  isDone: boolean;
}

/**
 * Hands everything that one receiver wants over to it, at least once. What is about one thing, such as an order,
 * comes in its order: the next only after the one before was taken or given up; all else goes on beside it.
 */
export class Delivery {
  /** In the feed's order, from the first that is not done. */
  private readonly slots: Slot[] = [];
  private readonly lanes = new Map<string, Promise<void>>();
  private readonly turns = new Semaphore(atOnce);
  private characters = 0;
  private failures = 0;
  private freed = Promise.withResolvers<void>();
  private back = Promise.withResolvers<void>();
  private readonly ending = new AbortController();
  private error: unknown;

  constructor(private readonly own: DeliveryParts) {}

  /**
   * Goes on until the signal aborts.
   * @throws whatever the feed, the log of what was given up, or a pause fails with
   */
  async run(signal: AbortSignal): Promise<void> {
    const end = () => this.end();
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    try {
      for await (const part of this.own.parts(this.ending.signal)) {
        for (const { told, cursor } of part.events) {
          await this.room();
          if (this.ending.signal.aborted) break;
          this.take(told, cursor);
        }
        if (this.ending.signal.aborted) break;
        this.passOver(part.cursor);
      }
    } finally {
      this.end();
      signal.removeEventListener('abort', end);
      await Promise.all(this.lanes.values());
    }
    if (this.error !== undefined) throw this.error;
  }

  private async room(): Promise<void> {
    while (
      !this.ending.signal.aborted &&
      this.slots.length > 0 &&
      (this.slots.length >= mostUnderWay || this.characters >= mostCharacters)
    )
      await this.freed.promise;
  }

  private take(told: ToldEvent, cursor: string): void {
    const slot: Slot = { told, cursor, isDone: false };
    this.slots.push(slot);
    this.characters += told.json.length;
    const { partitionkey: key } = told.envelope;
    const lane = (this.lanes.get(key) ?? Promise.resolve())
      .then(() => this.deliver(slot))
      .catch((error: unknown) => {
        this.error ??= error;
        this.end();
      })
      .then(() => {
        if (this.lanes.get(key) === lane) this.lanes.delete(key);
      });
    this.lanes.set(key, lane);
  }

  private passOver(cursor: string): void {
    const last = this.slots.at(-1);
    if (last) last.cursor = cursor;
    else this.own.reached(cursor);
  }

  private async deliver(slot: Slot): Promise<void> {
    const { log, clock } = this.own;
    const { envelope } = slot.told;
    let tried = log.triedBefore(envelope.id);
    while (!this.ending.signal.aborted) {
      const posted = await this.post(slot);
      if (posted === undefined) return;
      tried = triedAgain(envelope, tried, posted, new Date(clock.now()).toISOString());
      if (isTaken(posted)) {
        log.wasTaken(tried);
        this.receiverIsThere();
        return this.done(slot);
      }
      log.failed(tried);
      this.failures += 1;
      if (await this.isOver(slot, tried)) return;
      await this.waitAfter(tried.attempts, posted);
    }
  }

  /** Whether a message that was not taken is not tried again, or not before somebody says so. */
  private async isOver(slot: Slot, tried: Tried): Promise<boolean> {
    const { log, giveUp, pause } = this.own;
    const isTimeUp = Date.parse(tried.triedAt) - Date.parse(tried.firstTriedAt) >= triedFor;
    const isAlone = (log.takenAt ?? '') >= tried.firstTriedAt;
    if (tried.status === 410 || (isTimeUp && !isAlone)) {
      await pause(tried.status === 410 ? 'gone' : 'failing');
      this.end();
      return true;
    }
    if (!isTimeUp) return false;
    await giveUp(tried);
    log.wasGivenUp(tried);
    this.done(slot);
    return true;
  }

  /** @returns nothing where it ended before */
  private async post({ told }: Slot): Promise<Posted | undefined> {
    const { signal } = this.ending;
    const [, release] = await this.turns.acquire();
    try {
      if (signal.aborted) return undefined;
      const { sender, clock } = this.own;
      const posted = await sender.send({ eventId: told.event.id, body: told.json }, clock.now(), signal);
      return signal.aborted && !isTaken(posted) ? undefined : posted;
    } finally {
      release();
    }
  }

  /** Ended early when a receiver that was away is there again. */
  private async waitAfter(attempts: number, posted: Posted): Promise<void> {
    const waiting = new AbortController();
    const end = () => waiting.abort();
    const { signal } = this.ending;
    signal.addEventListener('abort', end, { once: true });
    const asked = 'status' in posted ? posted.retryAfter : undefined;
    try {
      await Promise.race([
        this.own.clock.wait(waitBefore(attempts, Math.random(), asked), waiting.signal),
        this.back.promise,
      ]);
    } finally {
      signal.removeEventListener('abort', end);
      end();
    }
  }

  private receiverIsThere(): void {
    const wasAway = this.failures >= isAway;
    this.failures = 0;
    if (!wasAway) return;
    this.back.resolve();
    this.back = Promise.withResolvers();
  }

  private done(slot: Slot): void {
    slot.isDone = true;
    this.characters -= slot.told.json.length;
    let reached: string | undefined;
    while (this.slots[0]?.isDone) reached = this.slots.shift()!.cursor;
    if (reached !== undefined) this.own.reached(reached);
    this.free();
  }

  private end(): void {
    this.ending.abort();
    this.back.resolve();
    this.free();
  }

  private free(): void {
    this.freed.resolve();
    this.freed = Promise.withResolvers();
  }
}

const triedAgain = (
  { id, type, subject }: Pick<PublishedEvent, 'id' | 'type' | 'subject'>,
  before: Tried | undefined,
  posted: Posted,
  triedAt: string,
): Tried => ({
  eventId: id,
  eventType: type,
  subject,
  attempts: (before?.attempts ?? 0) + 1,
  firstTriedAt: before?.firstTriedAt ?? triedAt,
  triedAt,
  ...('status' in posted && { status: posted.status }),
  ...(!isTaken(posted) && { error: wordsOf(posted) }),
});

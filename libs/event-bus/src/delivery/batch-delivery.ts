import type { BatchSubscription, BusMessage, Place } from '../port.ts';
import type { Parking } from './parking.ts';
import { defaultRetry, isStaleCheckpoint, isUnavailable, untilItWorks, withRetries } from './retrying.ts';
import type { UnreadableEvent } from './routing.ts';

/** Passed-over events after which the checkpoint is moved on although there was nothing to handle. */
export const checkpointEvery = 5_000;
export const defaultMaxBatch = 10_000;

export interface Batch {
  readonly messages: readonly BusMessage[];
  readonly unreadable: readonly UnreadableEvent[];
  readonly through: Place;
  /** So much was passed over that the checkpoint moves although there is nothing to handle. */
  readonly isDue: boolean;
}

const placeOf = ({ partition, offset }: BusMessage): Place => ({ partition, offset });

/** What becomes of the batches of a batch group, one at a time: handled, or in part parked with the reason. */
export class BatchDelivery {
  /** Partition → what the handler stored last. */
  readonly stored = new Map<string, number>();
  private handling: Promise<unknown> = Promise.resolve();
  /**
   * Messages handed over at once: fewer each time that the store is unavailable, since what is too much
   * for one transaction looks the same, and an eighth more each time that it took them.
   */
  private most = Number.POSITIVE_INFINITY;

  constructor(
    private readonly subscription: BatchSubscription,
    private readonly parking: Parking,
    private readonly signal: AbortSignal,
  ) {}

  /** A redriven message and a batch must not fold into the same document side by side. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const run = this.handling.then(work);
    this.handling = run.catch(() => {});
    return run;
  }

  /** Resolves when what is in work is over. */
  async idle(): Promise<void> {
    await this.handling;
  }

  /** @throws StaleCheckpoint somebody else came first: ask the handler where it is and go on from there */
  async deliver({ messages, unreadable, through, isDue }: Batch): Promise<void> {
    for (const fault of unreadable) await this.park(fault.asStored, fault, 1);
    if (messages.length === 0 && !isDue) return;
    for (let rest = messages; ;) {
      const part = rest.slice(0, this.most);
      const end = part.length < rest.length ? placeOf(part.at(-1)!) : through;
      if (await this.handedOver(part, end)) rest = rest.slice(part.length);
      if (rest.length === 0) return;
    }
  }

  /** @returns false where the store was unavailable for so many at once: fewer are next */
  private async handedOver(messages: readonly BusMessage[], through: Place): Promise<boolean> {
    let unavailable = false;
    const failure = await this.attempt(messages, through, (error) => {
      unavailable = messages.length > 1 && isUnavailable(error);
      return unavailable;
    });
    if (unavailable) {
      this.most = messages.length >> 1;
      return false;
    }
    if (failure) await this.isolate(messages, through, failure);
    else await this.settle(messages);
    this.stored.set(through.partition, through.offset);
    if (messages.length >= this.most) this.most += (this.most >> 3) + 1;
    return true;
  }

  /** Once, between batches, without moving the checkpoint. */
  redrive(message: BusMessage): Promise<void> {
    const { partition } = message;
    return this.subscription.handle([message], { partition, offset: this.stored.get(partition) ?? 0 }, true);
  }

  /** Something in the batch is poison: one by one, so that only it is parked. */
  private async isolate(
    messages: readonly BusMessage[],
    through: Place,
    failure: { error: unknown; attempts: number },
  ): Promise<void> {
    for (const message of messages) {
      const { partition, offset } = message;
      const single = messages.length === 1 ? failure : await this.attempt([message], placeOf(message));
      if (single) {
        await this.park(message, single.error, single.attempts);
        continue;
      }
      this.stored.set(partition, offset);
      await this.settle([message]);
    }
    await this.attempt([], through, undefined, untilItWorks);
  }

  /** @param givesUp whether to return at once, as if it had been handled */
  private async attempt(
    messages: readonly BusMessage[],
    through: Place,
    givesUp: (error: unknown) => boolean = () => false,
    retry = this.subscription.retry ?? defaultRetry,
  ) {
    let stale: unknown;
    const work = async () => {
      try {
        await this.subscription.handle(messages, through);
      } catch (error) {
        if (givesUp(error)) return;
        if (!isStaleCheckpoint(error)) throw error;
        stale = error;
      }
    };
    const failure = await withRetries(work, retry, this.signal);
    if (stale !== undefined) throw stale;
    return failure;
  }

  private async park(message: BusMessage, error: unknown, attempts: number): Promise<void> {
    await withRetries(() => this.parking.park(message, error, attempts), untilItWorks, this.signal);
  }

  /** What was parked before and has succeeded now, after a rebuild, is parked no longer. */
  private async settle(messages: readonly BusMessage[]): Promise<void> {
    if (this.parking.count === 0) return;
    for (const message of messages.filter((each) => this.parking.has(each)))
      await withRetries(() => this.parking.redriven(message), untilItWorks, this.signal);
  }
}

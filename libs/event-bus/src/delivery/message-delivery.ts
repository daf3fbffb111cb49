import type { BusMessage, MessageSubscription } from '../port.ts';
import type { Parking } from './parking.ts';
import { defaultRetry, untilItWorks, withRetries } from './retrying.ts';
import type { UnreadableEvent } from './routing.ts';

/** What becomes of one message of a message group: handled, or parked with the reason. */
export class MessageDelivery {
  constructor(
    private readonly subscription: MessageSubscription,
    private readonly parking: Parking,
    private readonly signal: AbortSignal,
  ) {}

  /** Rejects only when the group stops before the message is done: it will be delivered again. */
  async deliver(message: BusMessage): Promise<void> {
    const { retry = defaultRetry, handle } = this.subscription;
    const failure = await withRetries(() => handle(message), retry, this.signal);
    if (failure) await this.park(message, failure.error, failure.attempts);
    else if (this.parking.has(message)) await this.surely(() => this.parking.redriven(message));
  }

  /** Of what cannot be read, however often. */
  giveUp(fault: UnreadableEvent): Promise<void> {
    return this.park(fault.asStored, fault, 1);
  }

  private park(message: BusMessage, error: unknown, attempts: number): Promise<void> {
    return this.surely(() => this.parking.park(message, error, attempts));
  }

  private async surely(work: () => Promise<void>): Promise<void> {
    await withRetries(work, untilItWorks, this.signal);
  }
}

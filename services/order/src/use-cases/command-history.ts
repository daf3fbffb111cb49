import {
  type Cause,
  type EventStore,
  type RecordedEvent,
  consequenceId,
  recordedBefore,
} from '@tributary/event-store';
import {
  type Captured,
  type Order,
  type OrderEvent,
  evolve,
  notCaptured,
  streamOf,
} from '../domain/order/order.ts';
import { type Unmatched, streamOf as returnStreamOf } from '../domain/order/return/unmatched-return.ts';
import { factOf, scope } from './orders.ts';

type Refunded = Extract<OrderEvent, { type: 'tributary.order.refunded.v1' }>['data'];

/** Events that are read at once. */
const mostAtOnce = 500;

/** What commands about orders came to, by the causes that they were. */
export class CommandHistory {
  constructor(private readonly store: EventStore) {}

  /**
   * What was recorded under a command's key before: the same command about what this stream is of, something
   * else, or nothing. A command that came to nothing has not used its key.
   */
  async ledToBefore(cause: Cause, about: string): Promise<'the same' | 'something else' | 'nothing'> {
    const first = consequenceId(cause.id, cause.recordedTime, scope, 0);
    const { time, metadata } = cause;
    const used = await recordedBefore(this.store, {
      stream: 'commands',
      events: [{ id: first, type: 'tributary.order.command', time, data: {}, metadata }],
    });
    if (!used) return 'nothing';
    const here = await this.digestUnder(cause, about);
    const isSame = metadata.commandDigest !== undefined && here === metadata.commandDigest;
    return isSame ? 'the same' : 'something else';
  }

  /**
   * The order as a command under its caller's key left it: so a repeat is answered as the first time,
   * whatever happened since.
   * @param now the order as it is recorded; what a command without a key is answered
   */
  async leftBy(cause: Cause, now: Captured): Promise<Captured> {
    if (cause.metadata.commandDigest === undefined) return now;
    const stream = streamOf(now.orderId);
    const last = await this.recordedUnder(cause, stream);
    return last && last.version < now.rev ? this.asOf(stream, last.version) : now;
  }

  private async asOf(stream: string, version: number): Promise<Captured> {
    let order: Order = notCaptured;
    while (order.rev < version) {
      const limit = Math.min(mostAtOnce, version - order.rev);
      const events = await this.store.readStream(stream, { from: order.rev + 1, limit });
      order = events.map(factOf).reduce<Order>(evolve, order);
    }
    return order as Captured;
  }

  /** The fact of a change that a command came to, also where it was told again. */
  async changeFactOf(cause: Cause, orderId: string): Promise<OrderEvent> {
    const isOfChange = ({ type }: RecordedEvent) => /^tributary\.order\.change/.test(type);
    return factOf((await this.recordedUnder(cause, streamOf(orderId), isOfChange))!);
  }

  /** The fact of a return that a command came to, also where it was told again. */
  async returnFactOf(cause: Cause, orderId: string): Promise<OrderEvent> {
    const isOfReturn = ({ type }: RecordedEvent) => /^tributary\.order\.return/.test(type);
    return factOf((await this.recordedUnder(cause, streamOf(orderId), isOfReturn))!);
  }

  /** The withdrawal that a command came to, also where it was told again. */
  async withdrawalIdOf(cause: Cause, orderId: string): Promise<string> {
    const isWithdrawal = ({ type }: RecordedEvent) => type === 'tributary.order.withdrawn.v1';
    const fact = factOf((await this.recordedUnder(cause, streamOf(orderId), isWithdrawal))!);
    return (fact.data as { readonly withdrawalId: string }).withdrawalId;
  }

  /** What an order gave back by a command, also where that was told again. */
  async refundFactOf(cause: Cause, orderId: string): Promise<Refunded> {
    const isRefund = ({ type }: RecordedEvent) => type === 'tributary.order.refunded.v1';
    return (await this.recordedUnder(cause, streamOf(orderId), isRefund))!.data as Refunded;
  }

  /** What a command took in of goods that name no order, also where it was told again. */
  async unmatchedReturnOf(cause: Cause, returnId: string): Promise<RecordedEvent<string, Unmatched>> {
    return (await this.recordedUnder(cause, returnStreamOf(returnId))) as RecordedEvent<string, Unmatched>;
  }

  /** The digest of the command that the cause was in this stream, if it was. */
  private async digestUnder(cause: Cause, stream: string): Promise<string | undefined> {
    return (await this.recordedUnder(cause, stream))?.metadata.commandDigest;
  }

  /** An event of the stream that the cause led to: looked for from the end, where repeats are. */
  private async recordedUnder(
    { id }: Cause,
    stream: string,
    isAsked: (event: RecordedEvent) => boolean = () => true,
  ): Promise<RecordedEvent | undefined> {
    const limit = mostAtOnce;
    for (let from: number | undefined; from !== 0;) {
      const events = await this.store.readStream(stream, {
        direction: 'backward',
        limit,
        ...(from !== undefined && { from }),
      });
      const found = events.find((event) => event.metadata.causationId === id && isAsked(event));
      if (found || events.length < limit) return found;
      from = events.at(-1)!.version - 1;
    }
    return undefined;
  }
}

import { untilItWorks, withRetries } from '../delivery/retrying.ts';
import type { Retry } from '../port.ts';
import { type InboundMessage, type InboundRecord, givenUp } from './inbound-record.ts';

/** Resolves once the messages are taken in, durably. */
export type TakeInbound = (records: readonly InboundRecord[]) => Promise<void>;

export interface Received {
  readonly message: InboundMessage;
  readonly record: InboundRecord;
}

const aFewTimes: Retry = { attempts: 4, firstDelay: 100 };

/**
 * Takes messages in, together while that works; otherwise one by one, in order, so that only the one at
 * fault is given up: it goes on as unreadable. While the store is away nothing is given up.
 * @throws an AbortError when the signal aborts before all are taken in: what was may come again
 */
export const takeIn = async (
  received: readonly Received[],
  take: TakeInbound,
  signal: AbortSignal,
): Promise<void> => {
  signal.throwIfAborted();
  const records = received.map(({ record }) => record);
  const failure = await withRetries(() => take(records), aFewTimes, signal);
  if (!failure) return;
  if (received.length > 1) {
    for (const each of received) await takeIn([each], take, signal);
    return;
  }
  const [{ record, message }] = received as readonly [Received];
  const unreadable = givenUp(record, message, `It could not be taken in: ${reasonOf(failure.error)}`);
  await withRetries(() => take([unreadable]), untilItWorks, signal);
};

/** A sentence. */
const reasonOf = (error: unknown): string => {
  const reason = error instanceof Error ? error.message : String(error);
  return reason.endsWith('.') ? reason : `${reason}.`;
};

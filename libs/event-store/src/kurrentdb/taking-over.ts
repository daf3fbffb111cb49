import { Batch } from '../batch.ts';
import { type RecordedEvent, StoreUnavailable } from '../port.ts';
import { prepareEvent } from '../prepared-append.ts';
import type { Row } from '../rows.ts';
import type { Connection, WriteAnswer } from './connection.ts';
import { type Knowledge, rowsOf } from './knowledge.ts';
import {
  NamedInOnePiece,
  type Writer,
  bytesOf,
  endsOf,
  maxBytes,
  maxEvents,
  transactionOf,
} from './transaction.ts';

/**
 * Takes over what another log recorded, several transactions one after the other.
 * @throws WrongExpectedVersion, PartlyRecorded; nothing was written
 * @throws StoreUnavailable the server took not all of it; the same events can be taken over again
 */
export const takeOver = async (
  events: readonly RecordedEvent[],
  connection: Connection,
  knowledge: Knowledge,
  writer: Writer,
): Promise<void> => {
  const streams = [...new Set(events.map(({ stream }) => stream))];
  const heads = await knowledge.ends(streams);
  const located = await knowledge.located(events.map(({ id }) => id));
  const batch = new Batch({ position: 0, recorded: '', heads, events: rowsOf(located) }, '');
  for (const event of events)
    batch.restore(event.stream, event.version, event.recordedTime, prepareEvent(event));
  knowledge.forget(streams);
  for (let left = batch.rows; left.length > 0;) {
    const rows = left.slice(0, fitting(left, writer));
    const answer = await connection.write(transactionOf(rows, heads, [], writer));
    if (answer.kind !== 'recorded') throw notTakenOver(answer);
    for (const [stream, head] of endsOf(rows, heads)) heads.set(stream, head);
    left = left.slice(rows.length);
  }
};

/** How many rows go into the next transaction. */
const fitting = (rows: readonly Row[], { takesRecords }: Writer): number => {
  const named = new NamedInOnePiece();
  let [count, bytes] = [0, 0];
  for (const [, stream, , , , , , data, metadata] of rows) {
    bytes += bytesOf(data, metadata);
    if (count > 0 && (count === maxEvents || bytes > maxBytes)) break;
    if (!takesRecords && !named.enter(stream)) break;
    count += 1;
  }
  return count;
};

const notTakenOver = (answer: WriteAnswer): StoreUnavailable =>
  new StoreUnavailable(
    answer.kind === 'conflict'
      ? 'Somebody else writes to the log that is moved in.'
      : 'KurrentDB did not take all over; the same events can be taken over again.',
    { cause: 'cause' in answer ? answer.cause : undefined },
  );

import { faultsOf } from '../chain-faults.ts';
import type { ChainFault } from '../port.ts';
import type { Row } from '../rows.ts';
import type { Names } from './names.ts';
import { type Reservation, type StoredRecord, positionOf, toRow } from './records.ts';
import { nameOf } from './stream-names.ts';

/**
 * What is wrong with a log: events that were changed, taken away, hidden or written by somebody else.
 * @param records of the events, of the reservations and of the settings of the events' streams, in the log's order
 */
export async function* faultsAmong(
  records: AsyncIterable<StoredRecord>,
  { events, reservations, settingsOfEvents }: Names,
): AsyncGenerator<ChainFault> {
  const heads = new Map<string, { version: number; hash: string }>();
  const promised = new Map<string, number>();
  const settings = new Map<string, StoredRecord>();
  let position = 0;
  for await (const record of records) {
    position = positionOf(record);
    const { streamId, data } = record;
    if (streamId.startsWith(reservations)) {
      const { stream, version } = data as Reservation;
      promised.set(stream, Math.max(promised.get(stream) ?? 0, version));
    } else if (streamId.startsWith(settingsOfEvents)) {
      settings.set(nameOf(streamId.slice(settingsOfEvents.length)), record);
    } else {
      const row = rowIn(record, events.length);
      if ('problem' in row) yield row;
      else {
        yield* faultsOf(row, undefined, heads.get(row[1]));
        heads.set(row[1], { version: row[2], hash: row[9] });
      }
    }
  }
  for (const [stream, record] of settings) yield* hidden(stream, record);
  // What was taken off the end, which the chains themselves do not show.
  for (const [stream, version] of promised) {
    const found = heads.get(stream)?.version ?? 0;
    if (found < version)
      yield {
        position,
        stream,
        version: found + 1,
        problem: `versions ${found + 1} to ${version} are missing`,
      };
  }
}

/** Settings of a stream that make the server pass over events of it, and remove them when it is scavenged. */
const hiding = ['$tb', '$maxCount', '$maxAge'];

function* hidden(stream: string, record: StoredRecord): Generator<ChainFault> {
  const set = hiding.filter((name) => Object.hasOwn(Object(record.data) as object, name));
  if (set.length > 0)
    yield {
      position: positionOf(record),
      stream,
      version: 1,
      problem: `somebody deleted or bounded the stream in the server (${set.join(', ')}), which hides events of it`,
    };
}

const rowIn = (record: StoredRecord, cut: number): Row | ChainFault => {
  try {
    return toRow(record, cut);
  } catch {
    const version = Number(record.revision) + 1;
    const problem =
      record.type === '$streamDeleted'
        ? 'somebody deleted the stream in the server, for ever'
        : 'it was not written by Tributary';
    return { position: positionOf(record), stream: nameOf(record.streamId.slice(cut)), version, problem };
  }
};

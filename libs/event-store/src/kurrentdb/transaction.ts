import type { Row } from '../rows.ts';
import { type Submitted, checkedBy, streamsOf } from '../submitted.ts';
import type { Transaction } from './connection.ts';
import type { Names } from './names.ts';
import { type Head, markOf, noHead, recordOf, reservationOf } from './records.ts';

/** Events in one transaction: each takes a reservation beside it. */
export const maxEvents = 256;
/** Bytes in one transaction, of the megabyte that a server takes unless it is told otherwise. */
export const maxBytes = 600_000;
/** What stands beside an event's own text in a transaction, in bytes, with its reservation. */
const overhead = 1_000;

/** About how many bytes an event takes in a transaction. */
export const bytesOf = (data: string, metadata: string): number =>
  Buffer.byteLength(data) + Buffer.byteLength(metadata) + overhead;

/** How a transaction is written, and by whom. */
export interface Writer {
  readonly names: Names;
  /** Names this process, as it is open now. */
  readonly by: string;
  /** Whether records of several streams go in any order, and streams are looked at that are not written. */
  readonly takesRecords: boolean;
}

/**
 * Rows as one transaction, each with the reservation of its id.
 * @param heads of the streams before it; one that is not there nobody wrote
 * @param looked streams that must be where they are too
 */
export const transactionOf = (
  rows: readonly Row[],
  heads: ReadonlyMap<string, Head>,
  looked: readonly string[],
  { names, by, takesRecords }: Writer,
): Transaction => {
  const expected = new Map<string, number>();
  const revisions = new Map<string, number>();
  const headOf = (stream: string) => heads.get(stream) ?? noHead;
  const records: Transaction['records'][number][] = [];
  const reservations = rows.map((row) => {
    const [, stream, version, id] = row;
    const [stored, reservation] = [names.stream(stream), names.reservation(id)];
    const revision = (revisions.get(stream) ?? headOf(stream).revision) + 1;
    revisions.set(stream, revision);
    expected.set(stored, headOf(stream).revision);
    expected.set(reservation, -1);
    records.push({ stream: stored, record: recordOf(row) });
    return { stream: reservation, record: reservationOf({ stream, revision, version, by }) };
  });
  for (const stream of new Set(looked)) {
    if (revisions.has(stream)) continue;
    const stored = names.stream(stream);
    expected.set(stored, headOf(stream).revision);
    if (!takesRecords) records.push({ stream: stored, record: markOf(headOf(stream)) });
  }
  return { records: [...reservations, ...records], expected };
};

/** Where the streams of these rows end once they are recorded. */
export const endsOf = (rows: readonly Row[], heads: ReadonlyMap<string, Head>): Map<string, Head> => {
  const ends = new Map<string, Head>();
  for (const [, stream, version, , , , recorded, , , hash] of rows) {
    const { revision } = ends.get(stream) ?? heads.get(stream) ?? noHead;
    ends.set(stream, { version, hash, recorded, revision: revision + 1 });
  }
  return ends;
};

/** Streams of a transaction that a server writes each in one piece. */
export class NamedInOnePiece {
  private readonly names = new Set<string>();
  private last = '';

  /** False where the append would come back to a stream: it would stand before what was appended since. */
  take(submitted: Submitted): boolean {
    return [...streamsOf(submitted), ...checkedBy(submitted)].every((stream) => this.enter(stream));
  }

  enter(stream: string): boolean {
    if (stream === this.last) return true;
    this.last = stream;
    if (this.names.has(stream)) return false;
    this.names.add(stream);
    return true;
  }
}

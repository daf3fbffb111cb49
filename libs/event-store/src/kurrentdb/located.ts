import { StoreUnavailable } from '../port.ts';
import type { Row } from '../rows.ts';
import type { Connection } from './connection.ts';
import type { Names } from './names.ts';
import { type Head, type Reservation, isEvent, positionOf, toRow } from './records.ts';

/** Reads under way at once. */
const atOnce = 64;

/** Maps in order, some at once. */
export const mapSome = async <T, R>(items: readonly T[], map: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += atOnce)
    results.push(...(await Promise.all(items.slice(start, start + atOnce).map(map))));
  return results;
};

/** An event where it stands, and which process recorded it there. */
export interface Located {
  readonly row: Row;
  readonly by: string;
}

/** What is recorded under these ids. */
export const locate = async (
  connection: Connection,
  names: Names,
  ids: readonly string[],
): Promise<Map<string, Located>> => {
  const found = await mapSome(ids, async (id): Promise<[string, Located] | undefined> => {
    const reserved = await connection.last(names.reservation(id));
    if (!reserved) return undefined;
    const { stream, revision, by } = reserved.data as Reservation;
    const [record] = await connection.stream(names.stream(stream), revision, 1);
    if (!record || Number(record.revision) !== revision)
      throw new StoreUnavailable(`Event ${id} of ${stream} is not there, though its id was taken for it.`);
    return [id, { row: toRow(record, names.events.length), by }];
  });
  return new Map(found.filter((each) => each !== undefined));
};

/**
 * Reads where rows stand that were written just now.
 * @param ends of their streams, with these rows
 * @throws StoreUnavailable they are not there
 */
export const readPlaces = async (
  connection: Connection,
  names: Names,
  rows: readonly Row[],
  ends: ReadonlyMap<string, Head>,
): Promise<void> => {
  const byStream = Map.groupBy(rows, ([, stream]) => stream);
  await mapSome([...byStream], async ([stream, own]) => {
    const first = ends.get(stream)!.revision - own.length + 1;
    const records = await connection.stream(names.stream(stream), first, own.length);
    const places = new Map(
      records.filter((record) => isEvent(record)).map((record) => [record.id, positionOf(record)]),
    );
    for (const row of own) {
      const place = places.get(row[3].toLowerCase());
      if (place === undefined)
        throw new StoreUnavailable(`Event ${row[3]} of ${stream} cannot be read back.`);
      row[0] = place;
    }
  });
};

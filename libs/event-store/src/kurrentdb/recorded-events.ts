import { type AppendResult, PartlyRecorded, type RecordedEvent } from '../port.ts';
import type { Connection } from './connection.ts';
import type { Names } from './names.ts';
import { type Reservation, toEvent } from './records.ts';
import { type Waiting, idsOf, repeatsIn } from './waiting.ts';

/** Reads under way at once. */
const atOnce = 32;

/** Maps in order, some at once. */
export const mapSome = async <T, R>(items: readonly T[], map: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += atOnce) {
    results.push(...(await Promise.all(items.slice(start, start + atOnce).map(map))));
  }
  return results;
};

export interface Place {
  /** `<service>/<stream>`. */
  readonly stream: string;
  readonly version: number;
}

const keyOf = ({ stream, version }: Place): string => `${stream}\n${version}`;

/** The places as stretches without a gap, so that each is one read. */
const stretchesOf = (places: readonly Place[]): { stream: string; from: number; count: number }[] => {
  const versions = new Map<string, number[]>();
  for (const { stream, version } of places) {
    const others = versions.get(stream);
    if (others) others.push(version);
    else versions.set(stream, [version]);
  }
  return [...versions].flatMap(([stream, found]) => {
    const stretches: { stream: string; from: number; count: number }[] = [];
    for (const version of found.sort((a, b) => a - b)) {
      const last = stretches.at(-1);
      if (last && last.from + last.count === version) last.count += 1;
      else stretches.push({ stream, from: version, count: 1 });
    }
    return stretches;
  });
};

/** What stands at these places, in their order. */
export const eventsAt = async (
  connection: Connection,
  names: Names,
  places: readonly Place[],
): Promise<RecordedEvent[]> => {
  const found = new Map<string, RecordedEvent>();
  await mapSome(stretchesOf(places), async ({ stream, from, count }) => {
    for (const record of await connection.stream(names.events + stream, from, count)) {
      const event = toEvent(record, names.events.length);
      found.set(keyOf(event), event);
    }
  });
  return places.map((place) => found.get(keyOf(place))!);
};

/** The answer to an append whose events stand at these places, one list of places a part. */
export const answerFrom = async (
  connection: Connection,
  names: Names,
  waiting: Waiting,
  places: readonly Place[],
  duplicate: boolean,
): Promise<AppendResult> => {
  const events = await eventsAt(connection, names, places);
  const recorded: RecordedEvent[] = [];
  const versions: number[] = [];
  for (const { name, events: wanted } of waiting.parts) {
    for (const event of events.slice(recorded.length, recorded.length + wanted.length)) {
      recorded.push({ ...event, stream: name });
    }
    versions.push(recorded.at(-1)!.version);
  }
  const position = Math.max(...recorded.map((event) => event.position));
  return { position, versions, duplicate, recorded };
};

/**
 * What is answered to an append whose events, or some of them, were recorded before: by itself where
 * the server's answer was lost, by an earlier one, or by another process a moment ago.
 * @returns undefined when none of the ids is recorded
 * @throws PartlyRecorded
 */
export const recordedBefore = async (
  connection: Connection,
  names: Names,
  waiting: Waiting,
): Promise<AppendResult | undefined> => {
  const ids = idsOf(waiting);
  const repeated = repeatsIn(ids);
  if (repeated.length > 0) throw new PartlyRecorded(repeated);
  const found = await mapSome(
    ids,
    async (id) => (await connection.last(names.reservation(id)))?.data as Reservation | undefined,
  );
  const known = ids.filter((_, index) => found[index] !== undefined);
  if (known.length === 0) return undefined;
  const streams = waiting.parts.flatMap(({ stream, events }) => events.map(() => stream));
  if (!streams.every((stream, index) => found[index]?.stream === stream)) throw new PartlyRecorded(known);
  const places = found as Reservation[];
  const own = places.every(({ attempt }) => attempt === waiting.attempt);
  return answerFrom(connection, names, waiting, places, !own);
};

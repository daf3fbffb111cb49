import { setTimeout as wait } from 'node:timers/promises';
import {
  type AppendStreamState,
  BACKWARDS,
  END,
  FORWARDS,
  type JSONEventData,
  KurrentDBClient,
  NO_STREAM,
  START,
  STREAM_STATE,
  StreamNotFoundError,
  streamNameFilter,
} from '@kurrent/kurrentdb-client';
import { StoreUnavailable } from '../port.ts';
import { isDenied, isUnsupported, meaningOf, unavailable } from './errors.ts';
import { type StoredRecord, positionOf } from './records.ts';

/** Records read at once: one may be a megabyte. */
const pageSize = 250;
/** How long a server that restarts or elects a leader is asked again before callers are told, in milliseconds. */
const patience = 10_000;
const firstPause = 20;
const longestPause = 1_000;

/** Milliseconds before the next try, longer each time, and not the same for all who try. */
export const pauseBefore = (attempt: number): number =>
  Math.min(firstPause * 2 ** attempt, longestPause) * (0.5 + Math.random() / 2);

/** What is written at once, or not at all. */
export interface Transaction {
  /** In the order in which they are to stand. */
  readonly records: readonly { readonly stream: string; readonly record: JSONEventData }[];
  /** Of each stream that is written or looked at, the revision of its last record; -1 for none. */
  readonly expected: ReadonlyMap<string, number>;
}

/**
 * `recorded`: durable, with the revision each stream came to. `conflict`: nothing was written, these streams were
 * not as expected. `unknown`: the server did not answer; it may have been written, or be written yet.
 */
export type WriteAnswer =
  | { readonly kind: 'recorded'; readonly revisions: ReadonlyMap<string, number> }
  | { readonly kind: 'conflict'; readonly streams: readonly string[] }
  | { readonly kind: 'unknown'; readonly cause: unknown }
  | { readonly kind: 'refused'; readonly cause: unknown; readonly isDamage: boolean };

const stateOf = (revision: number): AppendStreamState => (revision < 0 ? NO_STREAM : BigInt(revision));

const collect = async (
  found: AsyncIterable<{ event?: StoredRecord | undefined }>,
): Promise<StoredRecord[]> => {
  const records: StoredRecord[] = [];
  for await (const { event } of found) if (event) records.push(event);
  return records;
};

/**
 * The server as the adapter uses it. Reads ask the leader, so that what was answered is seen, and are made
 * again while the server does not answer; writes are made once and say what is known.
 */
export class Connection {
  /**
   * Records of several streams go in any order, and streams can be looked at that are not written (26.1). Else
   * each stream is written in one piece, and only those that are written are looked at (25.1).
   */
  readonly takesRecords: boolean;

  private constructor(
    readonly client: KurrentDBClient,
    private readonly closing: AbortSignal,
    takesRecords: boolean,
  ) {
    this.takesRecords = takesRecords;
  }

  /**
   * @param url `kurrentdb://user:password@host:port?tls=true`
   * @param closing ends waiting for the server
   * @throws StoreUnavailable the server does not answer, or cannot append to several streams at once
   * @throws RangeError no such address
   */
  static async open(url: string, closing: AbortSignal): Promise<Connection> {
    const client = clientOf(url);
    try {
      return new Connection(client, closing, await offers(client, closing));
    } catch (error) {
      await client.dispose();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.client.dispose();
  }

  /**
   * Up to so many records of a stream from a revision on; backward, from a revision or the end back.
   * @param from a revision; undefined for the first, or the last when read backward
   */
  async stream(
    name: string,
    from: number | undefined,
    limit: number,
    direction: 'forward' | 'backward' = 'forward',
  ): Promise<StoredRecord[]> {
    const records: StoredRecord[] = [];
    const step = direction === 'forward' ? 1 : -1;
    let next = from;
    while (records.length < limit && (next ?? 0) >= 0) {
      const count = Math.min(limit - records.length, pageSize);
      const page = await this.streamPage(name, next, count, direction);
      records.push(...page);
      if (page.length < count) break;
      next = Number(page.at(-1)!.revision) + step;
    }
    return records;
  }

  async last(stream: string): Promise<StoredRecord | undefined> {
    return (await this.stream(stream, undefined, 1, 'backward'))[0];
  }

  /** A page of what stands after a position in streams whose names begin so; empty only at the end. */
  async after(position: number, limit: number, prefixes: string[]): Promise<StoredRecord[]> {
    // A read from a position begins with the record that stands there.
    const at = BigInt(position);
    const fromPosition = position === 0 ? START : { commit: at, prepare: at };
    const maxCount = Math.min(limit, pageSize) + 1;
    const filter = streamNameFilter({ prefixes });
    const page = await this.again(() =>
      collect(this.client.readAll({ fromPosition, maxCount, filter, requiresLeader: true })),
    );
    return page.filter((record) => positionOf(record) > position).slice(0, maxCount - 1);
  }

  /** A page of what stands before a position, or before the end, newest first. */
  async before(position: number | undefined, limit: number, prefix: string): Promise<StoredRecord[]> {
    const at = BigInt(position ?? 0);
    const fromPosition = position === undefined ? END : { commit: at, prepare: at };
    const filter = streamNameFilter({ prefixes: [prefix] });
    const maxCount = Math.min(limit, pageSize);
    const options = { direction: BACKWARDS, fromPosition, maxCount, filter, requiresLeader: true } as const;
    const page = await this.again(() => collect(this.client.readAll(options)));
    return page.filter((record) => position === undefined || positionOf(record) < position);
  }

  /** All of it or nothing, asked for once. */
  async write(transaction: Transaction): Promise<WriteAnswer> {
    try {
      const { responses } = await (this.takesRecords
        ? this.appendRecords(transaction)
        : this.appendStreams(transaction));
      return {
        kind: 'recorded',
        revisions: new Map(responses!.map(({ streamName, revision }) => [streamName, Number(revision)])),
      };
    } catch (error) {
      return meaningOf(error);
    }
  }

  /** One record, where the stream ends at a revision; -1 for a stream nobody wrote. */
  writeOne(stream: string, revision: number, record: JSONEventData): Promise<WriteAnswer> {
    return this.write({ records: [{ stream, record }], expected: new Map([[stream, revision]]) });
  }

  /**
   * A read, made again while the server does not answer.
   * @throws StoreUnavailable it did not answer for a while, or this is closed
   */
  async again<T>(read: () => Promise<T>): Promise<T> {
    return whileAway(read, this.closing);
  }

  private appendRecords({ records, expected }: Transaction) {
    return this.client.appendRecords(
      records.map(({ stream, record }) => ({ streamName: stream, record })),
      [...expected].map(([streamName, revision]) => ({
        type: STREAM_STATE,
        streamName,
        expectedState: stateOf(revision),
      })),
    );
  }

  private appendStreams({ records, expected }: Transaction) {
    const byStream = Map.groupBy(records, ({ stream }) => stream);
    return this.client.multiStreamAppend(
      [...byStream].map(([streamName, own]) => ({
        streamName,
        expectedState: stateOf(expected.get(streamName)!),
        events: own.map(({ record }) => record),
      })),
    );
  }

  private streamPage(
    name: string,
    from: number | undefined,
    maxCount: number,
    direction: 'forward' | 'backward',
  ): Promise<StoredRecord[]> {
    const options = {
      direction: direction === 'forward' ? FORWARDS : BACKWARDS,
      fromRevision: from === undefined ? (direction === 'forward' ? START : END) : BigInt(from),
      maxCount,
      requiresLeader: true,
    } as const;
    return this.again(async () => {
      try {
        return await collect(this.client.readStream(name, options));
      } catch (error) {
        if (error instanceof StreamNotFoundError) return [];
        throw error;
      }
    });
  }
}

const whileAway = async <T>(ask: () => Promise<T>, closing: AbortSignal): Promise<T> => {
  const end = performance.now() + patience;
  for (let attempt = 0; ; attempt += 1) {
    if (closing.aborted) throw new StoreUnavailable('The event log is closed.');
    try {
      return await ask();
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      if (meaningOf(error).kind !== 'unknown' || performance.now() > end) throw unavailable(error);
      await wait(pauseBefore(attempt), undefined, { signal: closing }).catch(() => undefined);
    }
  }
};

const clientOf = (url: string): KurrentDBClient => {
  const client = clientOrProblem(url);
  if (typeof client === 'string') throw new RangeError(`The address of the event store ${client}`);
  return client;
};

/** What the client itself says of an address may hold its password: it is not passed on. */
const clientOrProblem = (url: string): KurrentDBClient | string => {
  try {
    return KurrentDBClient.connectionString(url);
  } catch (error) {
    const { message } = error as Error;
    return message.startsWith('Failed to load certificate')
      ? `names a file that is not there. ${message}`
      : 'is not one of KurrentDB: kurrentdb://user:password@host:2113?tls=true, or kurrentdb+discover:// for a cluster.';
  }
};

const tooOld =
  'This server cannot append to several streams at once, without which neither stock can be reserved nor an event id be recorded once: KurrentDB 25.1 or later is needed.';

/** Asks for nothing by each call: a server that knows it refuses that, and one that does not says so. */
const offers = async (client: KurrentDBClient, closing: AbortSignal): Promise<boolean> => {
  const knows = (ask: () => Promise<unknown>): Promise<boolean> =>
    whileAway(async () => {
      try {
        await ask();
      } catch (error) {
        if (isUnsupported(error)) return false;
        if (meaningOf(error).kind === 'unknown' || isDenied(error)) throw error;
      }
      return true;
    }, closing);
  if (await knows(() => client.appendRecords([]))) return true;
  if (await knows(() => client.multiStreamAppend([]))) return false;
  throw new StoreUnavailable(tooOld);
};

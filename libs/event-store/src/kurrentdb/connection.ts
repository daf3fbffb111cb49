import {
  AccessDeniedError,
  type AppendStreamState,
  BACKWARDS,
  CancelledError,
  DeadlineExceededError,
  END,
  FORWARDS,
  type JSONEventData,
  KurrentDBClient,
  NO_STREAM,
  NotLeaderError,
  START,
  StreamDeletedError,
  StreamNotFoundError,
  StreamTombstonedError,
  TimeoutError,
  UnavailableError,
  UnknownError,
  UnsupportedError,
  WrongExpectedVersionError,
  streamNameFilter,
} from '@kurrent/kurrentdb-client';
import { setTimeout as wait } from 'node:timers/promises';
import { StoreUnavailable } from '../port.ts';
import { type StoredRecord, positionOf } from './records.ts';

/** Events read at once: an event may be a megabyte. */
const pageSize = 250;
/** A server that restarts or elects a leader is back within seconds. */
const tries = 8;
const firstPause = 50;
const longestPause = 2_000;

/** Milliseconds before try n, from 1. */
export const pauseBefore = (attempt: number): number =>
  Math.min(firstPause * 2 ** (attempt - 1), longestPause);

/** gRPC's codes for a request that is wrong in itself: invalid argument, permission denied, unimplemented. */
const wrongInItself = new Set([3, 7, 12]);

const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;

const isTransient = (error: unknown): boolean =>
  !wrongInItself.has(codeOf(error) ?? -1) &&
  [UnavailableError, DeadlineExceededError, CancelledError, NotLeaderError, TimeoutError, UnknownError].some(
    (kind) => error instanceof kind,
  );

/** Nothing that this process could do again would be answered otherwise. */
const isFatal = (error: unknown): boolean =>
  [AccessDeniedError, StreamDeletedError, StreamTombstonedError].some((kind) => error instanceof kind);

/** Records for one stream, written only if it ends where expected. */
export interface StreamWrite {
  readonly stream: string;
  /** Events in the stream before these. */
  readonly version: number;
  readonly records: readonly JSONEventData[];
}

/**
 * `recorded`: durable. `conflict`: nothing was written, a stream was not as expected. `unknown`: the
 * server did not answer; it may have been written, or be written yet.
 */
export type WriteAnswer =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'conflict'; readonly stream: string }
  | { readonly kind: 'unknown'; readonly cause: unknown }
  | { readonly kind: 'refused'; readonly cause: unknown; readonly fatal: boolean };

const stateOf = (version: number): AppendStreamState => (version === 0 ? NO_STREAM : BigInt(version - 1));

const collect = async (
  found: AsyncIterable<{ event?: StoredRecord | undefined }>,
): Promise<StoredRecord[]> => {
  const records: StoredRecord[] = [];
  for await (const { event } of found) if (event) records.push(event);
  return records;
};

/**
 * The server as the adapter uses it. Reads ask the leader, so that what was answered is seen, and
 * are made again while the server does not answer; writes are made once and say what is known.
 */
export class Connection {
  constructor(
    readonly client: KurrentDBClient,
    private readonly closing: AbortSignal,
  ) {}

  /** Up to so many records of a stream from a version on; backward, from a version or the end back. */
  async stream(
    name: string,
    from: number | undefined,
    limit: number,
    direction: 'forward' | 'backward' = 'forward',
  ): Promise<StoredRecord[]> {
    const records: StoredRecord[] = [];
    const step = direction === 'forward' ? 1 : -1;
    let next = from ?? (direction === 'forward' ? 1 : undefined);
    while (records.length < limit && next !== 0) {
      const count = Math.min(limit - records.length, pageSize);
      const page = await this.streamPage(name, next, count, direction);
      records.push(...page);
      if (page.length < count) break;
      next = Number(page.at(-1)!.revision) + 1 + step;
    }
    return records;
  }

  async last(stream: string): Promise<StoredRecord | undefined> {
    return (await this.stream(stream, undefined, 1, 'backward'))[0];
  }

  /** A page of what stands after a position in streams whose name begins so; empty only at the end. */
  async after(position: number, limit: number, prefix: string): Promise<StoredRecord[]> {
    // A read from a position begins with the record that stands there.
    const at = BigInt(position);
    const fromPosition = position === 0 ? START : { commit: at, prepare: at };
    const maxCount = Math.min(limit, pageSize) + 1;
    const filter = streamNameFilter({ prefixes: [prefix] });
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

  /** All of these writes or none, in one transaction of the server. */
  async write(writes: readonly StreamWrite[]): Promise<WriteAnswer> {
    try {
      await this.client.multiStreamAppend(
        writes.map(({ stream, version, records }) => ({
          streamName: stream,
          expectedState: stateOf(version),
          events: [...records],
        })),
      );
      return { kind: 'recorded' };
    } catch (cause) {
      if (cause instanceof WrongExpectedVersionError) return { kind: 'conflict', stream: cause.streamName };
      if (isTransient(cause)) return { kind: 'unknown', cause };
      return { kind: 'refused', cause, fatal: isFatal(cause) };
    }
  }

  /** @throws StoreUnavailable the server does not answer, or is too old */
  async requireSeveralStreams(): Promise<void> {
    await this.again(async () => {
      try {
        // Names nothing, so a server that knows the call refuses it, and one that does not is told apart before.
        await this.client.multiStreamAppend([]);
      } catch (error) {
        if (error instanceof UnsupportedError) throw new StoreUnavailable(tooOld, { cause: error });
        if (error instanceof UnavailableError || error instanceof DeadlineExceededError) throw error;
      }
    });
  }

  /** A read, made again while the server does not answer. */
  async again<T>(read: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      if (this.closing.aborted) throw new StoreUnavailable('The event log is closed.');
      try {
        return await read();
      } catch (error) {
        if (!isTransient(error)) throw error;
        if (attempt === tries) throw new StoreUnavailable('KurrentDB does not answer.', { cause: error });
        await wait(pauseBefore(attempt), undefined, { signal: this.closing }).catch(() => undefined);
      }
    }
  }

  private streamPage(
    name: string,
    from: number | undefined,
    maxCount: number,
    direction: 'forward' | 'backward',
  ): Promise<StoredRecord[]> {
    const fromRevision = from === undefined ? END : BigInt(from - 1);
    return this.again(async () => {
      try {
        const options = {
          direction: direction === 'forward' ? FORWARDS : BACKWARDS,
          fromRevision,
          maxCount,
          requiresLeader: true,
        } as const;
        return await collect(this.client.readStream(name, options));
      } catch (error) {
        if (error instanceof StreamNotFoundError) return [];
        throw error;
      }
    });
  }
}

const tooOld =
  'This server cannot append to several streams at once, without which neither a reservation of stock nor the ' +
  'recording of an event id once could be promised. KurrentDB 25.1 or later is needed.';

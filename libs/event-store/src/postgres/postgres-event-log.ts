import pg, { type Pool } from 'pg';
import { faultsOf } from '../chain-faults.ts';
import type { Coordination } from '../coordination.ts';
import {
  type ChainFault,
  type ChainHead,
  type EventLog,
  type EventStore,
  type ReadStreamOptions,
  type RecordedEvent,
  StoreUnavailable,
} from '../port.ts';
import { type ToldOfClock, tellIfBehind } from '../recorded-time.ts';
import { type Row, columns, toEvent, toLazyEvent } from '../rows.ts';
import { prefixOf } from '../service-prefix.ts';
import { Bell } from './bell.ts';
import { clientOptions, openPool, whilePassing } from './connections.ts';
import { GroupCommit } from './group-commit.ts';
import { postgresCoordination } from './postgres-coordination.ts';
import { type About, prepareSchema } from './schema.ts';

export interface PostgresEventLogOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** Holds one log and nothing else; created when it is missing. Lower-case letters, digits, underscores. */
  readonly schema: string;
  /** Wall clock in milliseconds. */
  readonly now?: () => number;
  /** Told when the log is opened and whenever something is recorded. */
  readonly onClockBehind?: ToldOfClock;
  /** Called once when the server says that what it stores is damaged; the log takes no more from then on. */
  readonly onFatal?: (error: unknown) => void;
  /** Connections of this process, one more for notifications. */
  readonly poolSize?: number;
  /** Positions in one partition of a new log. */
  readonly partitionSize?: number;
  /** Milliseconds that a lease lasts unless it is renewed. */
  readonly leaseTime?: number;
}

export interface PostgresEventLog extends EventLog {
  readonly coordination: Coordination;
}

/** Events read at once, and characters of data after which a page ends early: events may be large. */
const pageSize = 1_000;
const pageLength = 8 * 1024 * 1024;
/** Events of which only the time is looked at. */
const lookedAtOnce = 100_000;

/**
 * An event log in a PostgreSQL schema, written by as many processes as like to.
 * @throws StoreUnavailable the server does not answer, or a newer version has changed the log
 * @throws RangeError the schema has a name that cannot be
 */
export const openPostgresEventLog = async (options: PostgresEventLogOptions): Promise<PostgresEventLog> => {
  const { url, schema, partitionSize = 10_000_000 } = options;
  if (!/^[a-z_][a-z0-9_]{0,50}$/.test(schema))
    throw new RangeError(
      `A schema is named in lower-case letters, digits and underscores; ${schema} is not.`,
    );
  const about = await whilePassing(async () => {
    const client = new pg.Client(clientOptions(url));
    client.on('error', () => {});
    try {
      await client.connect();
      return await prepareSchema(client, schema, partitionSize);
    } finally {
      await client.end();
    }
  });
  return new PostgresLog({ ...options, ...about });
};

class PostgresLog implements PostgresEventLog {
  readonly coordination: Coordination;
  readonly epoch: string;
  readonly spacing = 1;
  private readonly pool: Pool;
  private readonly schema: string;
  private readonly commits: GroupCommit;
  private readonly bell: Bell;
  private readonly closing = new AbortController();
  private closed: Promise<void> | undefined;

  constructor(options: PostgresEventLogOptions & About) {
    const { url, schema, partitionSize, now = Date.now } = options;
    const { onFatal = () => {}, onClockBehind = () => {} } = options;
    tellIfBehind(onClockBehind, now(), options.recorded);
    const channel = `tributary_${schema}`;
    this.schema = schema;
    this.epoch = options.epoch;
    this.pool = openPool(url, options.poolSize ?? 8);
    this.bell = new Bell(url, channel, () => this.headNow());
    this.commits = new GroupCommit({
      pool: this.pool,
      schema,
      partitionSize,
      now,
      onClockBehind,
      onFatal,
      onCommitted: (position) => this.bell.ring(position),
    });
    this.coordination = postgresCoordination({
      pool: this.pool,
      schema,
      leaseTime: options.leaseTime ?? 5_000,
    });
  }

  readonly all: EventLog['all'] = {
    readAll: (after, limit, types) => this.readAll('', after, limit, types),
    follow: (after, signal) => this.follow('', after, signal),
    head: () => this.asking(() => this.headNow()),
    positionAt: (recordedTime) => this.positionAt(recordedTime),
    find: (ids) => this.find(ids),
  };

  /** @throws RangeError a name that could collide with another service's streams */
  forService(service: string): EventStore {
    const prefix = prefixOf(service);
    return {
      features: { oneWriter: false },
      append: (appends, checks) => this.commits.append(prefix, appends, checks),
      readStream: (stream, options) => this.readStream(prefix, stream, options),
      readAll: (after, limit, types) => this.readAll(prefix, after, limit, types),
      follow: (after, signal) => this.follow(prefix, after, signal),
      head: this.all.head,
      positionAt: this.all.positionAt,
    };
  }

  async *verify(): AsyncGenerator<ChainFault> {
    const heads = new Map<string, { version: number; hash: string }>();
    let expected = 1;
    for (let after = 0; ;) {
      const rows = await this.page(after);
      if (rows.length === 0) break;
      for (const row of rows) {
        yield* faultsOf(row, expected, heads.get(row[1]));
        heads.set(row[1], { version: row[2], hash: row[9] });
        expected = row[0] + 1;
      }
      after = rows.at(-1)![0];
    }
    yield* this.cutOff(heads, expected);
  }

  async *chainHeads(): AsyncGenerator<ChainHead> {
    for (let after = ''; ;) {
      const heads = await this.rows<[string, number, string]>(
        `SELECT name, version, hash FROM ${this.table('streams')} WHERE name > $1 ORDER BY name LIMIT ${pageSize}`,
        [after],
      );
      if (heads.length === 0) return;
      for (const [stream, version, hash] of heads) yield { stream, version, hash };
      after = heads.at(-1)![0];
    }
  }

  async restore(events: readonly RecordedEvent[]): Promise<void> {
    await this.asking(() => this.commits.restore(events));
  }

  close(): Promise<void> {
    return (this.closed ??= this.end());
  }

  private async end(): Promise<void> {
    this.commits.close();
    await this.commits.drain();
    this.closing.abort();
    await this.bell.close();
    await this.pool.end();
  }

  /** What was taken off the end, which the chains themselves do not show. */
  private async *cutOff(
    heads: ReadonlyMap<string, { version: number; hash: string }>,
    position: number,
  ): AsyncGenerator<ChainFault> {
    for await (const { stream, version } of this.chainHeads()) {
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

  private async readStream(
    prefix: string,
    stream: string,
    { direction = 'forward', limit, from }: ReadStreamOptions = {},
  ): Promise<RecordedEvent[]> {
    const forward = direction === 'forward';
    // The ends of the stream spare the partitions it has no event in.
    const rows = await this.rows<Row>(
      `SELECT ${columns} FROM ${this.table('events')}
       WHERE stream = $1 AND version ${forward ? '>=' : '<='} $2
         AND position >= (SELECT first FROM ${this.table('streams')} WHERE name = $1)
         AND position <= (SELECT last FROM ${this.table('streams')} WHERE name = $1)
       ORDER BY version ${forward ? '' : 'DESC'} LIMIT $3`,
      [prefix + stream, from ?? (forward ? 1 : Number.MAX_SAFE_INTEGER), limit ?? null],
    );
    return rows.map((row) => toEvent(row, prefix.length));
  }

  private async readAll(
    prefix: string,
    after: number,
    limit: number,
    types?: readonly string[],
  ): Promise<RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    const read = types ? toEvent : toLazyEvent;
    let length = 0;
    for (let position = after; found.length < limit && length < 4 * pageLength;) {
      const rows = await this.page(position, types);
      if (rows.length === 0) break;
      for (const row of rows) {
        if (found.length === limit || !row[1].startsWith(prefix)) continue;
        found.push(read(row, prefix.length));
        length += row[7].length;
      }
      position = rows.at(-1)![0];
    }
    return found;
  }

  private async find(ids: readonly string[]): Promise<RecordedEvent[]> {
    const rows = await this.rows<Row>(
      `SELECT ${columns} FROM ${this.table('events')}
       WHERE position IN (SELECT position FROM ${this.table('event_ids')} WHERE id = ANY($1)) ORDER BY position`,
      [ids],
    );
    return rows.map((row) => toEvent(row, 0));
  }

  private async *follow(prefix: string, after: number, signal: AbortSignal): AsyncGenerator<RecordedEvent[]> {
    const ends = AbortSignal.any([signal, this.closing.signal]);
    for (let position = after; !ends.aborted;) {
      const rows = await this.page(position).catch((error: unknown) => {
        if (ends.aborted) return [];
        throw error;
      });
      if (rows.length === 0) {
        await this.bell.beyond(position, ends);
        continue;
      }
      position = rows.at(-1)![0];
      const own = rows.filter(([, stream]) => stream.startsWith(prefix));
      if (own.length > 0 && !ends.aborted) yield own.map((row) => toLazyEvent(row, prefix.length));
    }
  }

  /** Events in order, fewer than asked for where they are large. */
  private async page(after: number, types?: readonly string[]): Promise<Row[]> {
    const only = types ? 'AND type = ANY($2)' : '';
    const rows = await this.rows<Row>(
      `SELECT ${columns} FROM (
         SELECT ${columns}, sum(length(data)) OVER (ORDER BY position) - length(data) AS before
         FROM (SELECT ${columns} FROM ${this.table('events')} WHERE position > $1 ${only} ORDER BY position LIMIT ${pageSize}) AS next
       ) AS page WHERE before < ${pageLength} ORDER BY position`,
      types ? [after, types] : [after],
    );
    return rows;
  }

  /** Where a clock was wrong, times do not ascend with positions: all are looked at, a part at once. */
  private async positionAt(recordedTime: string): Promise<number> {
    const head = await this.all.head();
    for (let after = 0; after < head; after += lookedAtOnce) {
      const [found] = await this.rows<[number]>(
        `SELECT position FROM ${this.table('events')}
         WHERE position > $1 AND position <= $2 AND recorded COLLATE "C" >= $3 ORDER BY position LIMIT 1`,
        [after, after + lookedAtOnce, recordedTime],
      );
      if (found) return found[0] - 1;
    }
    return head;
  }

  private async headNow(): Promise<number> {
    const { rows } = await this.pool.query<{ position: number }>(
      `SELECT position FROM ${this.table('head')}`,
    );
    return rows[0]!.position;
  }

  private table(name: string): string {
    return `"${this.schema}".${name}`;
  }

  private async rows<R extends unknown[]>(text: string, values: unknown[]): Promise<R[]> {
    return this.asking(async () => (await this.pool.query<R>({ text, values, rowMode: 'array' })).rows);
  }

  /** @throws StoreUnavailable the log is closed, or the server does not answer for a while */
  private async asking<T>(ask: () => Promise<T>): Promise<T> {
    if (this.closed) throw new StoreUnavailable('The event log is closed.');
    return whilePassing(ask, this.closing.signal);
  }
}

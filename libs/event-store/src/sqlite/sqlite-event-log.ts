import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { WriteAheadLog } from '@tributary/sqlite';
import { LRUCache } from 'lru-cache';
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
import { GroupCommit } from './group-commit.ts';
import { type HeadMark, type MarkedLog, headMarkIn } from './head-mark.ts';
import type { ToldOfClock } from '../recorded-time.ts';
import { type Row, columns, toEvent, toLazyEvent } from '../rows.ts';
import { prefixOf } from '../service-prefix.ts';
import { OneProcess } from './one-process.ts';
import { type OpenDatabase, openDatabase, writtenBackFrom } from './schema.ts';
import { snapshot } from './snapshot.ts';
import { Tail } from './tail.ts';

export interface SqliteEventLogOptions {
  /** Wall clock in milliseconds. */
  readonly now?: () => number;
  /** Told when the log is opened and whenever something is recorded. */
  readonly onClockBehind?: ToldOfClock;
  /** Called once when the disk fails in a way that must not be retried (an fsync error); the log refuses all writes from then on. */
  readonly onFatal?: (error: unknown) => void;
}

/** Events read at once, and characters of data after which a page ends early: events may be large. */
const pageSize = 1_000;
const pageLength = 8 * 1024 * 1024;
/** Events of which only the time is looked at. */
const lookedAtOnce = 10_000;

/**
 * The event log of one process in one SQLite file: every service's streams, one global order, one
 * fsync for everything that is waiting.
 * @param file path, or `:memory:`
 * @throws StoreUnavailable another process has the file open
 */
export const openSqliteEventLog = (file: string, options: SqliteEventLogOptions = {}): SqliteEventLog => {
  const opened = openDatabase(file);
  return new SqliteEventLog(opened, new WriteAheadLog(opened.db, file, writtenBackFrom), options);
};

export class SqliteEventLog implements EventLog, MarkedLog {
  readonly epoch: string;
  readonly spacing = 1;
  private readonly tail: Tail;
  private readonly commits: GroupCommit;
  private readonly statements = new LRUCache<string, StatementSync>({ max: 64 });
  private readonly closing = new AbortController();

  private readonly db: DatabaseSync;

  constructor(
    private readonly opened: OpenDatabase,
    private readonly log: WriteAheadLog,
    options: SqliteEventLogOptions,
  ) {
    this.db = opened.db;
    const [head] = this.rows('SELECT coalesce(max(position), 0) FROM events')[0] as unknown as [number];
    this.tail = new Tail(head);
    const [epoch] = this.rows("SELECT value FROM about WHERE name = 'epoch'")[0] as unknown as [string];
    this.epoch = epoch;
    const { now = Date.now, onFatal = () => {}, onClockBehind = () => {} } = options;
    this.commits = new GroupCommit(this.db, this.tail, log, { now, onFatal, onClockBehind });
  }

  readonly all: EventLog['all'] = {
    readAll: async (after, limit, types) => this.readAll('', after, limit, types),
    follow: (after, signal) => this.follow('', after, signal),
    head: () => Promise.resolve(this.tail.position),
    positionAt: async (recordedTime) => this.positionAt(recordedTime),
    find: async (ids) => this.find(ids),
  };

  /** @throws RangeError a name that could collide with another service's streams */
  forService(service: string): EventStore {
    const prefix = prefixOf(service);
    return {
      features: { oneWriter: true },
      append: (appends, checks) => this.commits.append(prefix, appends, checks),
      readStream: async (stream, options) => this.readStream(prefix, stream, options),
      readAll: async (after, limit, types) => this.readAll(prefix, after, limit, types),
      follow: (after, signal) => this.follow(prefix, after, signal),
      head: this.all.head,
      positionAt: this.all.positionAt,
    };
  }

  /** Where each consumer group of the embedded bus stands; written with the next group commit. */
  readonly checkpoints = {
    load: (consumer: string): number | undefined =>
      (
        this.rows('SELECT position FROM checkpoints WHERE consumer = ?', consumer)[0] as unknown as
          [number] | undefined
      )?.[0],
    save: (consumer: string, position: number): void => this.commits.checkpoint(consumer, position),
    flush: (): Promise<void> => this.commits.drain(),
  };

  /** Other processes are kept out by the file's lock: what is agreed on is agreed on in this one. */
  readonly coordination: Coordination = new OneProcess(
    (name) => this.checkpoints.load(name),
    (name, position) => this.commits.saveSoon(name, position),
  );

  /** The file first: through a damaged index an id is recorded twice, though every chain is whole. */
  async *verify(): AsyncGenerator<ChainFault> {
    for (const said of this.integrity())
      yield {
        position: 0,
        stream: 'the file of the log',
        version: 0,
        problem: `the file is damaged: ${said}`,
      };
    const heads = new Map<string, { version: number; hash: string }>();
    let expected = 1;
    for (let after = 0; ;) {
      const rows = this.page(after);
      if (rows.length === 0) return;
      for (const row of rows) {
        yield* faultsOf(row, expected, heads.get(row[1]));
        heads.set(row[1], { version: row[2], hash: row[9] });
        expected = row[0] + 1;
      }
      after = rows.at(-1)![0];
      await new Promise(setImmediate);
    }
  }

  async *chainHeads(): AsyncGenerator<ChainHead> {
    // Of the columns beside a max() SQLite takes those of the row that has it.
    const sql = `SELECT stream, max(version), hash FROM events WHERE stream > ? GROUP BY stream ORDER BY stream LIMIT ${pageSize}`;
    for (let after = ''; ;) {
      const heads = this.rows(sql, after) as unknown as [stream: string, version: number, hash: string][];
      if (heads.length === 0) return;
      for (const [stream, version, hash] of heads) yield { stream, version, hash };
      after = heads.at(-1)![0];
      await new Promise(setImmediate);
    }
  }

  async restore(events: readonly RecordedEvent[]): Promise<void> {
    await this.commits.drain();
    this.commits.restore(events);
  }

  /**
   * Copies the log to another file while it goes on being written to.
   * @returns the mark of the last event in the copy, at least that of now
   */
  snapshot(file: string): Promise<HeadMark> {
    return snapshot(this.db, file);
  }

  headMark(): HeadMark {
    return headMarkIn(this.db);
  }

  hashAt(position: number): string | undefined {
    const [row] = this.rows('SELECT hash FROM events WHERE position = ?', position) as unknown as [string][];
    return row?.[0];
  }

  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    await this.commits.drain();
    this.closing.abort();
    this.commits.close();
    await this.log.settled();
    this.opened.close();
  }

  /** A file may be damaged so badly that the check itself ends: that is said, too, and the events are still read. */
  private integrity(): readonly string[] {
    try {
      return this.rows('PRAGMA integrity_check')
        .map(([said]) => String(said))
        .filter((said) => said !== 'ok');
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  }

  private readStream(prefix: string, stream: string, options: ReadStreamOptions = {}): RecordedEvent[] {
    const { direction = 'forward', limit = -1 } = options;
    const from = options.from ?? (direction === 'forward' ? 1 : Number.MAX_SAFE_INTEGER);
    const sql =
      direction === 'forward'
        ? `SELECT ${columns} FROM events WHERE stream = ? AND version >= ? ORDER BY version LIMIT ?`
        : `SELECT ${columns} FROM events WHERE stream = ? AND version <= ? ORDER BY version DESC LIMIT ?`;
    return this.rows(sql, prefix + stream, from, limit).map((row) => toEvent(row, prefix.length));
  }

  private readAll(prefix: string, after: number, limit: number, types?: readonly string[]): RecordedEvent[] {
    const found: RecordedEvent[] = [];
    // Whoever names the types will look at every event; others pass over most by their type.
    const read = types ? toEvent : toLazyEvent;
    let length = 0;
    for (let position = after; found.length < limit && length < 4 * pageLength;) {
      const rows = this.page(position, types);
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

  private find(ids: readonly string[]): RecordedEvent[] {
    const sql = `SELECT ${columns} FROM events WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position`;
    return this.rows(sql, JSON.stringify(ids)).map((row) => toEvent(row, 0));
  }

  private async *follow(prefix: string, after: number, signal: AbortSignal): AsyncGenerator<RecordedEvent[]> {
    const ends = AbortSignal.any([signal, this.closing.signal]);
    let position = after;
    while (!ends.aborted) {
      const events =
        this.tail.after(position, pageSize) ?? this.page(position).map((row) => toLazyEvent(row, 0));
      if (events.length === 0) {
        await this.tail.beyond(position, ends);
        continue;
      }
      position = events.at(-1)!.position;
      const own =
        prefix === ''
          ? events
          : events
              .filter(({ stream }) => stream.startsWith(prefix))
              .map((event) => ({ ...event, stream: event.stream.slice(prefix.length) }));
      if (own.length > 0) yield own;
    }
  }

  private page(after: number, types?: readonly string[]): Row[] {
    const rows: Row[] = [];
    let length = 0;
    const only = types ? `AND type IN (${types.map(() => '?').join(', ')})` : '';
    const sql = `SELECT ${columns} FROM events WHERE position > ? ${only} ORDER BY position LIMIT ${pageSize}`;
    for (const row of this.prepared(sql).iterate(after, ...(types ?? [])) as unknown as Iterable<Row>) {
      rows.push(row);
      length += row[7].length;
      if (length >= pageLength) break;
    }
    return rows;
  }

  /** Where a clock was wrong, times do not ascend with positions: all are looked at, while others are let in between. */
  private async positionAt(recordedTime: string): Promise<number> {
    const head = this.tail.position;
    const sql =
      'SELECT position FROM events WHERE position > ? AND position <= ? AND recorded >= ? ORDER BY position LIMIT 1';
    for (let after = 0; after < head; after += lookedAtOnce) {
      const [found] = this.rows(sql, after, after + lookedAtOnce, recordedTime);
      if (found) return found[0] - 1;
      await new Promise(setImmediate);
    }
    return head;
  }

  private rows(sql: string, ...parameters: (string | number)[]): Row[] {
    return this.prepared(sql).all(...parameters) as unknown as Row[];
  }

  private prepared(sql: string): StatementSync {
    if (this.closing.signal.aborted) throw new StoreUnavailable('The event log is closed.');
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      statement.setReturnArrays(true);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}

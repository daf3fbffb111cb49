import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { WriteAheadLog } from '@tributary/sqlite';
import { LRUCache } from 'lru-cache';
import { chainHash } from '../hash-chain.ts';
import {
  type AppendResult,
  PartlyRecorded,
  type RecordedEvent,
  StoreUnavailable,
  type StreamAppend,
  type StreamCheck,
  WrongExpectedVersion,
} from '../port.ts';
import {
  type PreparedCheck,
  type PreparedEvent,
  type PreparedStream,
  prepare,
  prepareChecks,
  prepareEvent,
} from '../prepared-append.ts';
import { type ToldOfClock, recordedTimeAt, tellIfBehind } from '../recorded-time.ts';
import { type Row, columns, toEvent } from '../rows.ts';
import { errorCodeOf, resultCode } from './schema.ts';
import type { Tail } from './tail.ts';

/** Events in one transaction: past this a bigger batch is no faster, and the door should not wait longer. */
const maxEventsPerCommit = 512;
/**
 * Streams whose end is known without asking. Those of an order are written within seconds, then left alone
 * for hours: of the 600,000 of a flood of 200,000 orders none was asked for again after it was forgotten.
 */
const rememberedHeads = 25_000;
/** Appends waiting for the disk; past this callers are told to come back. */
const maxWaiting = 20_000;

export interface GroupCommitOptions {
  /** Wall clock in milliseconds. */
  readonly now: () => number;
  readonly onFatal: (error: unknown) => void;
  readonly onClockBehind: ToldOfClock;
}

interface Head {
  version: number;
  hash: string;
}

interface Waiting {
  readonly appends: readonly PreparedStream[];
  readonly checks: readonly PreparedCheck[];
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

/** What the open transaction holds, for the followers. */
interface Batch {
  readonly events: RecordedEvent[];
  /** JSON characters of each event. */
  readonly sizes: number[];
}

type Outcome = { result: AppendResult } | { error: unknown };

/**
 * One writer: everything that is waiting goes into one transaction and one fsync, and is answered
 * only after it. Appends take effect in the order they were made, so a caller may append to a
 * stream again before the first append is answered, expecting the version it will lead to.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private scheduled = false;
  private failure: StoreUnavailable | undefined;
  /** When the last event was recorded, ISO 8601; empty in an empty log. */
  private lastRecorded = '';
  private readonly heads = new LRUCache<string, Head>({ max: rememberedHeads });
  private readonly dirtyCheckpoints = new Map<string, number>();
  private readonly insert: StatementSync;
  private readonly headOf: StatementSync;
  private readonly byId: StatementSync;
  private readonly undo: StatementSync;
  private readonly saveCheckpoint: StatementSync;

  constructor(
    private readonly db: DatabaseSync,
    private readonly tail: Tail,
    private readonly log: WriteAheadLog,
    private readonly options: GroupCommitOptions,
  ) {
    this.insert = db.prepare(`INSERT INTO events (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    this.headOf = db.prepare(
      'SELECT version, hash FROM events WHERE stream = ? ORDER BY version DESC LIMIT 1',
    );
    this.byId = db.prepare(`SELECT ${columns} FROM events WHERE id = ?`);
    this.byId.setReturnArrays(true);
    this.undo = db.prepare('DELETE FROM events WHERE position >= ?');
    this.saveCheckpoint = db.prepare(
      'INSERT INTO checkpoints (consumer, position) VALUES (?, ?) ON CONFLICT (consumer) DO UPDATE SET position = excluded.position',
    );
    const last = db.prepare('SELECT recorded FROM events ORDER BY position DESC LIMIT 1').get();
    if (last) this.lastRecorded = String(last['recorded']);
    tellIfBehind(options.onClockBehind, options.now(), this.lastRecorded);
  }

  append(
    prefix: string,
    appends: readonly StreamAppend[],
    checks: readonly StreamCheck[] | undefined,
  ): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      if (this.failure) throw this.failure;
      if (this.waiting.length >= maxWaiting)
        throw new StoreUnavailable('The event log is behind; try again shortly.');
      this.waiting.push({
        appends: prepare(prefix, appends),
        checks: prepareChecks(prefix, checks),
        resolve,
        reject,
      });
      this.schedule();
    });
  }

  /**
   * Takes over what another log recorded, in one transaction.
   * @throws WrongExpectedVersion a stream does not go on where it ends here
   * @throws PartlyRecorded an id is recorded at another place
   */
  restore(events: readonly RecordedEvent[]): void {
    if (this.failure) throw this.failure;
    const written: Batch = { events: [], sizes: [] };
    try {
      this.db.exec('BEGIN IMMEDIATE');
      for (const event of events) this.restoreEvent(event, written);
      this.db.exec('COMMIT');
      this.log.grown();
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      this.heads.clear();
      throw error;
    }
    const last = written.events.at(-1);
    if (!last) return;
    this.lastRecorded = last.recordedTime;
    this.tail.committed(written.events, written.sizes);
  }

  checkpoint(consumer: string, position: number): void {
    this.dirtyCheckpoints.set(consumer, position);
  }

  /** A checkpoint that is committed soon, also where nobody appends. */
  saveSoon(consumer: string, position: number): void {
    this.checkpoint(consumer, position);
    this.schedule();
  }

  /** Commits everything that waits now, checkpoints included; what others append meanwhile is for its own turn. */
  async drain(): Promise<void> {
    for (let left = this.waiting.length; left > 0 && !this.failure;) {
      left -= this.commit();
      await Promise.resolve();
    }
    if (this.dirtyCheckpoints.size > 0 && !this.failure) this.commit();
  }

  close(): void {
    this.failure = new StoreUnavailable('The event log is closed.');
    failAll(this.waiting.splice(0), this.failure);
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      if (this.failure) return;
      this.commit();
      if (this.waiting.length > 0) this.schedule();
    });
  }

  private takeBatch(): Waiting[] {
    let events = 0;
    let count = 0;
    for (const { appends } of this.waiting) {
      if (events >= maxEventsPerCommit) break;
      for (const append of appends) events += append.events.length;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  /** @returns how many appends it took */
  private commit(): number {
    const batch = this.takeBatch();
    const written: Batch = { events: [], sizes: [] };
    let outcomes: Outcome[];
    try {
      this.db.exec('BEGIN IMMEDIATE');
      const recordedTime = recordedTimeAt(this.options.onClockBehind, this.options.now(), this.lastRecorded);
      outcomes = batch.map((waiting) => this.write(waiting, recordedTime, written));
      for (const [consumer, position] of this.dirtyCheckpoints) this.saveCheckpoint.run(consumer, position);
      this.db.exec('COMMIT');
      this.log.grown();
      this.dirtyCheckpoints.clear();
    } catch (error) {
      this.abandon(batch, error);
      return batch.length;
    }
    this.lastRecorded = written.events.at(-1)?.recordedTime ?? this.lastRecorded;
    if (written.events.length > 0) this.tail.committed(written.events, written.sizes);
    batch.forEach((waiting, index) => {
      const outcome = outcomes[index]!;
      if ('error' in outcome) waiting.reject(outcome.error);
      else waiting.resolve(outcome.result);
    });
    return batch.length;
  }

  /** Writes one append into the open transaction, or says why not, leaving nothing of it behind. */
  private write({ appends, checks }: Waiting, recordedTime: string, batch: Batch): Outcome {
    const start = batch.events.length;
    const before: { readonly head: Head; readonly version: number; readonly hash: string }[] = [];
    const own: RecordedEvent[] = [];
    const versions: number[] = [];
    try {
      this.check(checks);
      for (const { name, stream, expectedVersion, events } of appends) {
        const head = this.head(stream);
        before.push({ head, version: head.version, hash: head.hash });
        if (expectedVersion !== 'any' && expectedVersion !== head.version) {
          throw new WrongExpectedVersion(name, expectedVersion, head.version);
        }
        for (const prepared of events) {
          const position = this.tail.position + batch.events.length + 1;
          this.insertEvent(stream, head, prepared, position, recordedTime);
          const { id, type, time, data, metadata } = prepared.event;
          const { version } = head;
          own.push({ position, stream: name, version, id, type, time, recordedTime, data, metadata });
          batch.events.push({ position, stream, version, id, type, time, recordedTime, data, metadata });
          batch.sizes.push(prepared.data.length + prepared.metadata.length);
        }
        versions.push(head.version);
      }
      return { result: { position: own.at(-1)!.position, versions, duplicate: false, recorded: own } };
    } catch (error) {
      const conflict = error instanceof WrongExpectedVersion;
      if (!conflict && errorCodeOf(error) !== resultCode.constraintUnique) throw error;
      if (batch.events.length > start) this.undo.run(this.tail.position + start + 1);
      batch.events.length = start;
      batch.sizes.length = start;
      for (const { head, version, hash } of before.reverse()) Object.assign(head, { version, hash });
      return this.recordedBefore(appends, error);
    }
  }

  private check(checks: readonly PreparedCheck[]): void {
    for (const { name, stream, version } of checks) {
      const head = this.head(stream);
      if (head.version !== version) throw new WrongExpectedVersion(name, version, head.version);
    }
  }

  private restoreEvent(event: RecordedEvent, batch: Batch): void {
    const { stream, version, id, recordedTime } = event;
    const known = this.byId.get(id) as unknown as Row | undefined;
    if (known) {
      if (known[1] !== stream || known[2] !== version) throw new PartlyRecorded([id]);
      return;
    }
    const head = this.head(stream);
    if (version !== head.version + 1) throw new WrongExpectedVersion(stream, version - 1, head.version);
    const prepared = prepareEvent(event);
    const position = this.tail.position + batch.events.length + 1;
    this.insertEvent(stream, head, prepared, position, recordedTime);
    batch.events.push({ ...event, position });
    batch.sizes.push(prepared.data.length + prepared.metadata.length);
  }

  private insertEvent(
    stream: string,
    head: Head,
    prepared: PreparedEvent,
    position: number,
    recorded: string,
  ): void {
    const { data, metadata } = prepared;
    const { id, type, time } = prepared.event;
    const version = head.version + 1;
    const hash = chainHash(head.hash, { stream, version, id, type, time, recorded, data, metadata });
    this.insert.run(position, stream, version, id, type, time, recorded, data, metadata, hash);
    head.version = version;
    head.hash = hash;
  }

  private head(stream: string): Head {
    const cached = this.heads.get(stream);
    if (cached) return cached;
    const row = this.headOf.get(stream) as unknown as Head | undefined;
    const head = row ? { version: row.version, hash: row.hash } : { version: 0, hash: '' };
    this.heads.set(stream, head);
    return head;
  }

  /** An append that met its own events is a repeat; one that met only some of them, or elsewhere, is a different decision. */
  private recordedBefore(appends: readonly PreparedStream[], error: unknown): Outcome {
    const ids = appends.flatMap(({ events }) => events.map(({ event }) => event.id));
    const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
    if (repeated.length > 0) return { error: new PartlyRecorded(repeated) };
    const known = ids
      .map((id) => this.byId.get(id) as unknown as Row | undefined)
      .filter((row) => row !== undefined);
    if (known.length === 0) return { error };

    const rows = new Map(known.map((row) => [row[3], row]));
    const recorded: RecordedEvent[] = [];
    const versions: number[] = [];
    for (const { name, stream, events } of appends) {
      for (const { event } of events) {
        const row = rows.get(event.id);
        if (row?.[1] !== stream) return { error: new PartlyRecorded([...rows.keys()]) };
        recorded.push(toEvent(row, stream.length - name.length));
      }
      versions.push(recorded.at(-1)!.version);
    }
    const position = Math.max(...recorded.map((event) => event.position));
    return { result: { position, versions, duplicate: true, recorded } };
  }

  /** The transaction as a whole failed: nothing of it is there. */
  private abandon(batch: Waiting[], error: unknown): void {
    try {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
    } catch {
      // Already rolled back by SQLite itself; the error that matters is the first one.
    }
    this.heads.clear();
    const code = errorCodeOf(error) & 0xff;
    if (code === resultCode.full) {
      const full = 'The disk is full; nothing was recorded. Free space and try again.';
      failAll(batch, new StoreUnavailable(full, { cause: error }));
    } else if (code === resultCode.ioError) {
      // After a failed fsync the kernel may have dropped the pages: retrying could acknowledge what is not there.
      const failed = 'The disk failed while recording; the log takes no more until it is opened again.';
      this.failure = new StoreUnavailable(failed, { cause: error });
      failAll([...batch, ...this.waiting.splice(0)], this.failure);
      this.options.onFatal(error);
    } else {
      failAll(batch, error);
    }
  }
}

const failAll = (batch: readonly Waiting[], error: unknown): void => {
  for (const { reject } of batch) reject(error);
};

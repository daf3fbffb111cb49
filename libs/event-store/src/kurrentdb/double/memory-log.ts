import { type Decision, type Place, type StreamState, checkOnly, checkWrite } from './commit-check.ts';
import { metastreamOf, originalOf, StreamSettings } from './stream-settings.ts';

/** One record of the double's log. */
export interface StoredRecord extends Place {
  readonly id: string;
  readonly type: string;
  readonly json: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** Wall clock, milliseconds. */
  readonly created: number;
}

export type ProposedRecord = Omit<StoredRecord, 'revision' | 'position' | 'created'>;

/** What is written at once: all of its records, in the order given, or none. */
export interface Transaction {
  /** The streams that are written, in the order in which they first appear, then those only checked. */
  readonly streams: readonly StreamState[];
  readonly records: readonly ProposedRecord[];
}

export interface Written {
  /** Of the last record. */
  readonly position: number;
  /** The last revision of each stream that was written, in the order of the transaction. */
  readonly revisions: readonly { readonly stream: string; readonly revision: number }[];
}

/** A stream that is not as a transaction expects. */
export interface Violation extends StreamState {
  /** Its last revision, -1 without one. */
  readonly current: number;
  readonly because: 'revision' | 'soft-deleted' | 'tombstoned';
  readonly softDeleted: boolean;
}

/** Streams are not as a transaction expects them; nothing was written. */
export class NotAsExpected extends Error {
  constructor(readonly violations: readonly [Violation, ...Violation[]]) {
    super(
      violations
        .map(({ stream, current, expected }) => `${stream} is at ${current}, not ${expected}`)
        .join('; '),
    );
  }
}

/** The revision of a tombstone: the highest there is. */
export const tombstoneRevision = Number(2n ** 63n - 1n);

const softDeletion = new TextEncoder().encode('{"$tb":9223372036854775807}');
const nothing = new Uint8Array();

/**
 * The log of the protocol double, in memory: streams with revisions from 0, one order over all of
 * them, and what KurrentDB's source and documents say of expected revisions, idempotence, deleted
 * streams and the metadata that bounds them. Ids are known again for `window` records without an
 * expected revision.
 */
export class MemoryLog {
  private readonly records: StoredRecord[] = [];
  private readonly streams = new Map<string, StoredRecord[]>();
  private readonly tombstones = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private readonly settings = new StreamSettings((stream) => this.streams.get(stream)?.at(-1)?.data);
  private end = 512;

  constructor(private readonly window: number) {}

  /** Everything, in the order of positions. What streams no longer show is there too, as before a scavenge. */
  get all(): readonly StoredRecord[] {
    return this.records;
  }

  /** What a read of a stream shows, or why it shows nothing. */
  stream(name: string): readonly StoredRecord[] | 'not-found' | 'tombstoned' {
    if (this.isTombstoned(name)) return 'tombstoned';
    const records = this.streams.get(name);
    if (!records || this.isSoftDeleted(name)) return 'not-found';
    const { maxCount, truncateBefore } = this.settings.of(name);
    return records.slice(Math.max(truncateBefore, records.length - maxCount));
  }

  /** -1 where there is no record. */
  lastRevision(stream: string): number {
    return (this.streams.get(stream)?.length ?? 0) - 1;
  }

  at(stream: string, revision: number): StoredRecord | undefined {
    return this.streams.get(stream)?.[revision];
  }

  recent(id: string): StoredRecord | undefined {
    return this.records.slice(-this.window).findLast((record) => record.id === id);
  }

  isSoftDeleted(stream: string): boolean {
    return this.settings.of(stream).truncateBefore >= tombstoneRevision;
  }

  isTombstoned(stream: string): boolean {
    return this.tombstones.has(originalOf(stream) ?? stream);
  }

  /** Calls back after every write until the returned function is called. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Overwrites the bytes of the record at a position, in place: what a tampered or damaged disk would hold. */
  damage(position: number, data: Uint8Array): void {
    const index = this.records.findIndex((record) => record.position === position);
    const found = this.records[index];
    if (!found) throw new Error(`There is no record at ${position}`);
    const damaged = { ...found, data };
    this.records[index] = damaged;
    const kept = this.streams.get(found.stream);
    if (kept?.[found.revision]) kept[found.revision] = damaged;
  }

  /**
   * All records of a transaction, or none. One that stands there already is answered as the first
   * time. Where a stream that it only checks has moved meanwhile it is refused: neither source nor
   * documents of the server say what it does then, so nobody should count on the milder answer.
   * @throws NotAsExpected
   */
  write(transaction: Transaction): Written {
    const checks = this.check(transaction);
    const written = checks.filter(({ writes }) => writes);
    const passed = checks.every(({ writes, decision }) => writes || decision.kind === 'ok');
    const done = written.flatMap(({ decision }) => (decision.kind === 'done' ? decision.last : []));
    if (passed && done.length > 0 && done.length === written.length) {
      const revisions = done.map(({ stream, revision }) => ({ stream, revision }));
      return { position: Math.max(...done.map(({ position }) => position)), revisions };
    }
    this.refuse(checks);
    const streams = written.map(({ state }) => state.stream);
    const revived = this.revived(streams);
    for (const record of transaction.records) this.add(record);
    const position = this.records.at(-1)?.position ?? 0;
    const revisions = streams.map((stream) => ({ stream, revision: this.lastRevision(stream) }));
    for (const { stream, from } of revived) {
      this.record('$metadata', metastreamOf(stream), this.settings.truncatedBefore(stream, from));
    }
    this.tell();
    return { position, revisions };
  }

  /**
   * Hides what a stream holds so far; written to again it goes on at its next revision. Gives the position.
   * @throws NotAsExpected
   */
  softDelete(state: StreamState): number {
    this.refuse([{ state, writes: true, decision: checkWrite(this, state, ['']) }]);
    const metastream = metastreamOf(state.stream);
    if (this.lastRevision(state.stream) < 0 && this.lastRevision(metastream) < 0) {
      throw new NotAsExpected([this.violationOf(state, 'revision')]);
    }
    return this.record('$metadata', metastream, softDeletion);
  }

  /**
   * Ends a stream for ever. Gives the position.
   * @throws NotAsExpected
   */
  tombstone(state: StreamState): number {
    this.refuse([{ state, writes: true, decision: checkWrite(this, state, ['']) }]);
    this.tombstones.add(state.stream);
    return this.record('$streamDeleted', state.stream, nothing);
  }

  private check({ streams, records }: Transaction): Check[] {
    return streams.map((state) => {
      const ids = records.filter(({ stream }) => stream === state.stream).map(({ id }) => id);
      const writes = ids.length > 0 || records.length === 0;
      return { state, writes, decision: writes ? checkWrite(this, state, ids) : checkOnly(this, state) };
    });
  }

  /** Refused streams come first; a transaction of which only a part stands there conflicts in that part. */
  private refuse(checks: readonly Check[]): void {
    const refused = checks.flatMap(({ state, decision }) =>
      decision.kind === 'refused' ? this.violationOf(state, decision.because) : [],
    );
    const inPart = checks
      .filter(({ decision }) => decision.kind === 'done' || decision.kind === 'mixed')
      .map(({ state }) => this.violationOf(state, 'revision'));
    const [first, ...rest] = refused.length > 0 ? refused : inPart;
    if (first) throw new NotAsExpected([first, ...rest]);
  }

  private violationOf(state: StreamState, because: Violation['because']): Violation {
    const current = this.lastRevision(state.stream);
    return { ...state, current, because, softDeleted: this.isSoftDeleted(state.stream) };
  }

  /** The soft-deleted streams that a write brings back: those written, and those whose metadata is. */
  private revived(written: readonly string[]): { readonly stream: string; readonly from: number }[] {
    return written
      .map((stream) => originalOf(stream) ?? stream)
      .filter((stream) => this.isSoftDeleted(stream))
      .map((stream) => ({ stream, from: this.lastRevision(stream) + 1 }));
  }

  private record(type: string, stream: string, data: Uint8Array): number {
    this.add({ id: crypto.randomUUID(), stream, type, json: true, data, metadata: nothing });
    this.tell();
    return this.records.at(-1)!.position;
  }

  private add(record: ProposedRecord): void {
    let kept = this.streams.get(record.stream);
    if (!kept) this.streams.set(record.stream, (kept = []));
    const ended = this.tombstones.has(record.stream);
    const revision = ended ? tombstoneRevision : kept.length;
    const stored = { ...record, revision, position: this.end, created: Date.now() };
    this.end += 80 + record.data.length + record.metadata.length;
    if (!ended) kept.push(stored);
    this.records.push(stored);
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

interface Check {
  readonly state: StreamState;
  readonly writes: boolean;
  readonly decision: Decision;
}

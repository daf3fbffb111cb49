/** One record of the double's log. */
export interface StoredRecord {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  /** Offset in the log, as KurrentDB's positions are: it ascends and has gaps. */
  readonly position: number;
  readonly type: string;
  readonly json: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** Wall clock, milliseconds. */
  readonly created: number;
}

export type ProposedRecord = Pick<StoredRecord, 'id' | 'type' | 'json' | 'data' | 'metadata'>;

/** -1 there is no such stream, -2 whatever it is, -4 there is one: the numbers of the protocol. */
export type ExpectedRevision = number;

export interface StreamWrite {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly records: readonly ProposedRecord[];
}

export interface Written {
  /** Of the last record. */
  readonly position: number;
  /** The last revision of each stream, in the order given. */
  readonly revisions: readonly number[];
}

/** A stream is not at the revision that a write expected. */
export class RevisionConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: number,
  ) {
    super(`${stream} is at ${actual}, not ${expected}`);
  }
}

/**
 * The log of the protocol double, in memory: streams with revisions from 0, one order over all of
 * them, expected revisions, and idempotence by record id as KurrentDB documents it: a write whose
 * ids stand already where they would be written is answered as the first time, whatever it says.
 */
export class MemoryLog {
  private readonly records: StoredRecord[] = [];
  private readonly streams = new Map<string, StoredRecord[]>();
  private readonly listeners = new Set<() => void>();
  private end = 512;

  get all(): readonly StoredRecord[] {
    return this.records;
  }

  stream(name: string): readonly StoredRecord[] | undefined {
    return this.streams.get(name);
  }

  /** Calls back after every write until the returned function is called. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Overwrites the bytes of an event in place: what a tampered or damaged disk would hold. */
  damage(position: number, data: Uint8Array): void {
    const index = this.records.findIndex((record) => record.position === position);
    const damaged = { ...this.records[index]!, data };
    this.records[index] = damaged;
    this.streams.get(damaged.stream)![damaged.revision] = damaged;
  }

  /**
   * All writes or none.
   * @throws RevisionConflict
   */
  write(writes: readonly StreamWrite[]): Written {
    const repeats = writes.map((write) => this.repeatOf(write));
    if (repeats.every((repeat) => repeat !== undefined)) {
      return {
        position: Math.max(...repeats.map(({ position }) => position)),
        revisions: repeats.map(({ revision }) => revision),
      };
    }
    for (const { stream, expected } of writes) {
      const actual = (this.streams.get(stream)?.length ?? 0) - 1;
      const met = expected === -2 || (expected === -4 ? actual >= 0 : expected === actual);
      if (!met) throw new RevisionConflict(stream, expected, actual);
    }
    const revisions = writes.map(({ stream, records }) => this.add(stream, records));
    for (const listener of [...this.listeners]) listener();
    return { position: this.records.at(-1)!.position, revisions };
  }

  private add(stream: string, records: readonly ProposedRecord[]): number {
    let kept = this.streams.get(stream);
    if (!kept) this.streams.set(stream, (kept = []));
    for (const record of records) {
      const stored = { ...record, stream, revision: kept.length, position: this.end, created: Date.now() };
      this.end += 80 + record.data.length + record.metadata.length;
      kept.push(stored);
      this.records.push(stored);
    }
    return kept.length - 1;
  }

  /** The last record of a write that has been made before: its ids stand in order where they would be written. */
  private repeatOf({ stream, expected, records }: StreamWrite): StoredRecord | undefined {
    const kept = this.streams.get(stream) ?? [];
    const start =
      expected >= -1 ? expected + 1 : kept.findLastIndex((record) => record.id === records[0]?.id);
    if (start < 0) return undefined;
    const there = kept.slice(start, start + records.length);
    const same = there.length === records.length && there.every(({ id }, index) => id === records[index]!.id);
    return same ? there.at(-1) : undefined;
  }
}

import { chainHash } from './hash-chain.ts';
import type { PreparedEvent } from './prepared-append.ts';
import {
  type AppendResult,
  type NewEvent,
  PartlyRecorded,
  type RecordedEvent,
  WrongExpectedVersion,
} from './port.ts';
import { type Row, toEvent } from './rows.ts';
import { type Submitted, idsOf } from './submitted.ts';

export interface StreamHead {
  readonly version: number;
  readonly hash: string;
}

/** What the store holds of all that a batch names: the last word, or what is written only if it still holds. */
export interface Known {
  /** Of the last event, where the store gives positions by counting. */
  readonly position: number;
  /** Recorded time of the last event, ISO 8601; empty in an empty log. */
  readonly recorded: string;
  readonly heads: ReadonlyMap<string, StreamHead>;
  /** Recorded events among the ids that are named. */
  readonly events: ReadonlyMap<string, Row>;
}

/** A stream as it will be. */
export interface StreamEnd extends StreamHead {
  readonly first: number;
  readonly last: number;
}

/** An append that is or will be recorded, with its rows in the order its events were given. */
export interface Taken {
  readonly submitted: Submitted;
  readonly rows: readonly Row[];
  /** Somebody else recorded it. */
  readonly duplicate: boolean;
  /** Its rows are among those that the batch writes. */
  readonly isWritten: boolean;
}

export type Outcome = { readonly taken: Taken } | { readonly error: unknown };

/** What an append is answered, once its rows are at their places. */
export const resultOf = ({ submitted, rows, duplicate, isWritten }: Taken): AppendResult => {
  const recorded: RecordedEvent[] = [];
  const versions: number[] = [];
  for (const { name, stream, events } of submitted.appends) {
    for (const { event } of events) {
      const row = rows[recorded.length]!;
      recorded.push(isWritten ? asGiven(row, name, event) : toEvent(row, stream.length - name.length));
    }
    versions.push(recorded.at(-1)!.version);
  }
  return { position: Math.max(...rows.map(([position]) => position)), versions, duplicate, recorded };
};

/** What was written just now need not be read again out of its text. */
const asGiven = (row: Row, stream: string, { id, type, time, data, metadata }: NewEvent): RecordedEvent => ({
  position: row[0],
  stream,
  version: row[2],
  id,
  type,
  time,
  recordedTime: row[6],
  data,
  metadata,
});

/**
 * Whether nothing was written for an append, so that what stands on it stands on nothing: it was refused, or it
 * repeats what was recorded before, perhaps below what others have written since.
 */
export const cameToNothing = (outcome: Outcome): boolean => 'error' in outcome || outcome.taken.duplicate;

const none: StreamHead = { version: 0, hash: '' };

/** Whether everything of a stream that an append stands on came to nothing. */
const lostBelow = ({ standsOn }: Submitted, stream: string): boolean => {
  const below = standsOn.filter((each) => each.stream === stream);
  return below.length > 0 && below.every(({ on }) => on.cameToNothing);
};

/**
 * Decides, append by append in the order given, what one transaction writes and how each append is
 * answered. Pure but for what it collects.
 */
export class Batch {
  readonly rows: Row[] = [];
  private readonly written = new Map<string, Row>();
  private readonly ends = new Map<string, StreamEnd>();

  constructor(
    private readonly known: Known,
    /** Of everything it writes, ISO 8601. */
    readonly recorded: string,
  ) {}

  get streams(): ReadonlyMap<string, StreamEnd> {
    return this.ends;
  }

  get position(): number {
    return this.known.position + this.rows.length;
  }

  take(submitted: Submitted): Outcome {
    const ids = idsOf(submitted);
    const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
    if (repeated.length > 0) return { error: new PartlyRecorded(repeated) };
    const before = this.recordedBefore(submitted, ids);
    if (before) return before;
    const conflict = this.conflictOf(submitted);
    if (conflict) return { error: conflict };
    return { taken: this.write(submitted) };
  }

  private eventOf(id: string): Row | undefined {
    return this.known.events.get(id) ?? this.written.get(id);
  }

  private headOf(stream: string): StreamHead {
    return this.ends.get(stream) ?? this.known.heads.get(stream) ?? none;
  }

  /** An append that met its own events is a repeat; one that met only some of them, or elsewhere, is a different decision. */
  private recordedBefore(submitted: Submitted, ids: readonly string[]): Outcome | undefined {
    const { appends, attempted } = submitted;
    const there = ids.filter((id) => this.eventOf(id));
    if (there.length === 0) return undefined;
    const rows: Row[] = [];
    for (const { stream, events } of appends) {
      for (const { event } of events) {
        const row = this.eventOf(event.id);
        if (row?.[1] !== stream) return { error: new PartlyRecorded(there) };
        rows.push(row);
      }
    }
    const own = rows.every((row) => attempted.has(row[9]));
    return { taken: { submitted, rows, duplicate: !own, isWritten: false } };
  }

  /** What it stood on came to nothing, or somebody else wrote first. */
  private conflictOf(submitted: Submitted): WrongExpectedVersion | undefined {
    const { appends, checks } = submitted;
    const ahead = new Map<string, number>();
    for (const { name, stream, version } of checks) {
      const actual = this.headOf(stream).version;
      if (version !== actual || lostBelow(submitted, stream))
        return new WrongExpectedVersion(name, version, actual);
    }
    for (const { name, stream, expectedVersion, events } of appends) {
      const actual = ahead.get(stream) ?? this.headOf(stream).version;
      if (expectedVersion !== 'any' && (expectedVersion !== actual || lostBelow(submitted, stream)))
        return new WrongExpectedVersion(name, expectedVersion, actual);
      ahead.set(stream, actual + events.length);
    }
    return undefined;
  }

  private write(submitted: Submitted): Taken {
    const rows = submitted.appends.flatMap(({ stream, events }) =>
      events.map((prepared) => this.add(stream, prepared, this.recorded)),
    );
    for (const row of rows) submitted.attempted.add(row[9]);
    return { submitted, rows, duplicate: false, isWritten: true };
  }

  private add(stream: string, { event, data, metadata }: PreparedEvent, recorded: string): Row {
    const head = this.headOf(stream);
    const { id, type, time } = event;
    const version = head.version + 1;
    const hash = chainHash(head.hash, { stream, version, id, type, time, recorded, data, metadata });
    const position = this.position + 1;
    const row: Row = [position, stream, version, id, type, time, recorded, data, metadata, hash];
    this.rows.push(row);
    this.written.set(id, row);
    this.ends.set(stream, {
      version,
      hash,
      first: this.ends.get(stream)?.first ?? position,
      last: position,
    });
    return row;
  }

  /**
   * Takes over an event of another log as it was recorded there; one that is here already is passed over.
   * @throws WrongExpectedVersion its stream does not go on there
   * @throws PartlyRecorded its id is recorded at another place
   */
  restore(stream: string, version: number, recorded: string, prepared: PreparedEvent): void {
    const { id } = prepared.event;
    const row = this.eventOf(id);
    if (row) {
      if (row[1] !== stream || row[2] !== version) throw new PartlyRecorded([id]);
      return;
    }
    const { version: actual } = this.headOf(stream);
    if (version !== actual + 1) throw new WrongExpectedVersion(stream, version - 1, actual);
    this.add(stream, prepared, recorded);
  }
}

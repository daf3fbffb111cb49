/**
 * The event store port: durable streams of facts, and one global order over all of them.
 *
 * Meaning, the same for every adapter:
 * - the first event of a stream has version 1; a stream nobody wrote has version 0;
 * - positions are global, ascend, and have no gap that a follower could miss: when an event is
 *   visible at position p, everything that will ever stand below p is visible too;
 * - an append is all or nothing over all the streams it names, and is answered only once durable;
 * - an append that this process made before an earlier one of its own to the same stream was answered
 *   stands on that one: if the earlier comes to nothing, so does the later, whoever wrote in between,
 *   also where it only looks at that stream;
 * - an event id is recorded once. Appending what is recorded already is answered as the first time: with
 *   what was recorded then, whatever version is expected and whatever is handed in under the id now.
 */

/** What an event carries beside its business data. All parts are optional except where it came from. */
export interface EventMetadata {
  /** CloudEvents source: who said so. */
  readonly source: string;
  readonly correlationId?: string;
  /** CloudEvents source of the outside message this event records, where it records one. */
  readonly origin?: string;
  /** Id of the event or command that led to this one. */
  readonly causationId?: string;
  readonly actor?: string;
  /** Role and id of the API key that handed it in, whatever the message says of its actor; of what follows from it, where these differ. */
  readonly submittedBy?: string;
  /** Of what was asked by a command under its caller's key, so that its repeat is told from another command. */
  readonly commandDigest?: string;
  readonly traceparent?: string;
  /** Calendar day at the location, `YYYY-MM-DD`. */
  readonly businessDate?: string;
  /** IANA zone of the location. */
  readonly zone?: string;
  /** History being loaded: silences side effects. */
  readonly imported?: boolean;
  /** Ordering key on the bus where it is not the stream. */
  readonly key?: string;
}

export interface NewEvent<T extends string = string, D = unknown> {
  /** UUID. */
  readonly id: string;
  readonly type: T;
  /** When it happened, UTC, ISO 8601 with milliseconds. */
  readonly time: string;
  readonly data: D;
  readonly metadata: EventMetadata;
}

export interface RecordedEvent<T extends string = string, D = unknown> extends NewEvent<T, D> {
  /** Place in the global order, from 1. */
  readonly position: number;
  readonly stream: string;
  /** Place in the stream, from 1. */
  readonly version: number;
  /** When it was recorded, UTC, ISO 8601 with milliseconds. */
  readonly recordedTime: string;
  /** The data as JSON, where the store has it at hand, not enumerable: to be handed on by whoever does not look into it. */
  readonly dataJson?: string;
}

/** `'any'` appends whatever the version is; use it only where order inside the stream carries no meaning. */
export type ExpectedVersion = number | 'any';

export interface StreamAppend {
  readonly stream: string;
  readonly expectedVersion: ExpectedVersion;
  readonly events: readonly NewEvent[];
}

/** A stream that a decision looked at and does not write: it must still be at the version that was seen. */
export interface StreamCheck {
  readonly stream: string;
  readonly version: number;
}

export interface AppendResult {
  /** Position of the last event of this append. */
  readonly position: number;
  /** Version of each named stream after its last event of this append, in the order given. */
  readonly versions: readonly number[];
  /** True when every event had been recorded before and nothing was written now. */
  readonly duplicate: boolean;
  readonly recorded: readonly RecordedEvent[];
}

/** Somebody else appended first. Load again and decide again. */
export class WrongExpectedVersion extends Error {
  readonly code = 'wrong-expected-version';
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`Stream ${stream} is at version ${actual}, not ${expected}.`);
  }
}

/** Part of the append had been recorded before and part had not: the caller decided twice, differently. */
export class PartlyRecorded extends Error {
  readonly code = 'partly-recorded';
  constructor(readonly eventIds: readonly string[]) {
    super(`Already recorded: ${eventIds.join(', ')}.`);
  }
}

/** The store belongs to another process, or is closed. Not retryable here. */
export class StoreUnavailable extends Error {
  readonly code = 'store-unavailable';
}

/** A newer build recorded an event that this one cannot read: it waits until it is replaced, and nothing is lost. */
export class NewerEvent extends StoreUnavailable {
  override readonly name = 'NewerEvent';
  constructor(type: string) {
    super(`${type} was recorded by a newer build: this one has to be replaced before it can go on.`);
  }
}

/** The stored log is damaged: which event, and what is wrong. */
export interface ChainFault {
  /** 0, as the version, where what is wrong is no event but what the log is kept in. */
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly problem: string;
}

export interface ChainHead {
  /** `<service>/<stream>`. */
  readonly stream: string;
  readonly version: number;
  /** Of the last event, base64url. */
  readonly hash: string;
}

export interface ReadStreamOptions {
  /** First version to read, inclusive; backward it is the last. */
  readonly from?: number;
  readonly direction?: 'forward' | 'backward';
  readonly limit?: number;
}

/** Where adapters differ in what code may rely on. */
export interface Features {
  /**
   * No other process writes these streams: what was read or appended here stays the last word. Where others
   * do, what was read may be out of date, though never what was appended on.
   */
  readonly oneWriter: boolean;
}

/** A service's own streams. Names never collide with another service's. */
export interface EventStore {
  readonly features: Features;
  /**
   * @param checks streams that are looked at in the same transaction; none of those that are written
   * @throws WrongExpectedVersion a named stream is not at its expected version; nothing was written
   * @throws PartlyRecorded some of the event ids are recorded and some are not; nothing was written
   */
  append(appends: readonly StreamAppend[], checks?: readonly StreamCheck[]): Promise<AppendResult>;
  /** Events of one stream in order; empty for a stream nobody wrote. Not bounded: pass `limit` for long streams. */
  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly RecordedEvent[]>;
  /**
   * Events of this handle after a position, in global order, at most `limit`; fewer where they are large, none
   * only at the end.
   * @param types only events of these types
   */
  readAll(after: number, limit: number, types?: readonly string[]): Promise<readonly RecordedEvent[]>;
  /**
   * Batches of events after a position, for ever, in order, each as soon as it is durable.
   * Ends when the signal aborts.
   */
  follow(after: number, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]>;
  /** Position of the last event of the whole log, 0 when empty. */
  head(): Promise<number>;
  /**
   * The position after which everything is that was recorded from a moment on (UTC ISO 8601), for replay from a
   * time. Where a clock was ahead, what it recorded before the moment with later times is among that: a replay may
   * repeat, and passes over nothing. Every time up to there is looked at, so it takes as long as the log is.
   */
  positionAt(recordedTime: string): Promise<number>;
}

/** About how many events lie between two positions of a log. */
export const eventsBetween = (
  { spacing }: Pick<EventLog, 'spacing'>,
  after: number,
  through: number,
): number => Math.max(0, Math.ceil((through - after) / spacing));

/** The physical log that the services of one process share. */
export interface EventLog {
  /** The handle of one service: it sees and writes only its own streams. */
  forService(service: string): EventStore;
  /** Every service's events, to be read by those who tell others of them. Streams are named `<service>/<stream>`. */
  readonly all: Pick<EventStore, 'readAll' | 'follow' | 'head' | 'positionAt'> & {
    /** The events under these ids that are recorded here, in the order of their positions. */
    find(ids: readonly string[]): Promise<readonly RecordedEvent[]>;
  };
  /**
   * Names the positions of this log, in letters, digits and `-`: a copy that is put in its place has another,
   * since it may give positions a second time.
   */
  readonly epoch: string;
  /** From one position to the next event's, on average: 1 where positions count events. How far somebody is behind is told by it. */
  readonly spacing: number;
  /** Walks every event and checks its hash against the chain of its stream. */
  verify(): AsyncIterable<ChainFault>;
  /** Every stream's length and the hash of its last event, in order of name: equal where two logs say the same. */
  chainHeads(): AsyncIterable<ChainHead>;
  /**
   * Takes over what another log recorded, for moving in: ids, versions, recorded times and so hashes
   * stay; only positions are new. What is here already is passed over, so a move that was cut off is
   * made again.
   * @param events in an order in which each stream is; streams named `<service>/<stream>`
   * @throws WrongExpectedVersion a stream does not continue where it ends here; nothing was written
   */
  restore(events: readonly RecordedEvent[]): Promise<void>;
  close(): Promise<void>;
}

import { LRUCache } from 'lru-cache';
import type { Decision, Fact, Fold, Refusal } from './decider.ts';
import { consequenceId } from './event-ids.ts';
import {
  type AppendResult,
  type EventMetadata,
  type EventStore,
  PartlyRecorded,
  type RecordedEvent,
  type StreamAppend,
  WrongExpectedVersion,
} from './port.ts';

/** What led to a decision: a message from the bus or a command from the door. */
export interface Cause {
  /** UUID; the ids of all consequences follow from it, so the same cause takes effect once. */
  readonly id: string;
  /** When the cause was recorded, UTC ISO 8601. */
  readonly recordedTime: string;
  /** When it happened, UTC ISO 8601. */
  readonly time: string;
  readonly metadata: EventMetadata;
}

/** The cause that a message from the bus is. `source` becomes the service that acts on it. */
export const causedBy = (event: RecordedEvent, source: string): Cause => {
  // How the cause was ordered, who told it and who handed it in are its own.
  const { key: _, origin: __, submittedBy: ___, ...metadata } = event.metadata;
  return {
    id: event.id,
    recordedTime: event.recordedTime,
    time: event.time,
    metadata: {
      ...metadata,
      source,
      correlationId: metadata.correlationId ?? event.id,
      causationId: event.id,
    },
  };
};

/** Facts for one stream; several together are appended all or nothing. */
export interface Change<E extends Fact = Fact> {
  readonly stream: string;
  readonly events: readonly E[];
  /** Set for a stream outside the decider's own, whose order of facts carries no meaning. */
  readonly unordered?: true;
}

export type Outcome<E extends Fact, R extends Refusal> =
  | { readonly accepted: true; readonly changes: readonly Change<E | Fact>[] }
  | { readonly accepted: false; readonly refusal: R };

export type Executed<E extends Fact, R extends Refusal> =
  | {
      readonly outcome: 'recorded';
      readonly events: readonly RecordedEvent<E['type'], E['data']>[];
      readonly position: number;
    }
  | { readonly outcome: 'nothing-to-do' }
  /** The cause took effect before. */
  | { readonly outcome: 'duplicate' }
  | { readonly outcome: 'refused'; readonly refusal: R };

interface Entry<S> {
  state: S;
  version: number;
  /** The last append to this entry, until it took effect: false when it did not, and what the entry says is wrong. */
  pending: Promise<boolean> | undefined;
}

const maxAttempts = 20;

/**
 * Load, decide, append for one kind of stream. States are cached; a decision is taken on what was
 * submitted last, even before it is durable, and is answered only once everything it stands on is
 * durable: the store appends in the order of submission, so if an earlier append fails, every later
 * one that assumed it fails on its expected version and is decided again.
 *
 * That holds while one instance at a time writes a stream with expected versions. Another writer's
 * events could take the place of failed ones, and what was decided on those would be recorded.
 */
export class Aggregates<S, E extends Fact> {
  private readonly cache: LRUCache<string, Entry<S>>;
  private readonly loading = new Map<string, Promise<void>>();
  /** Appends not answered yet, whether or not their entry is still cached: a load that overtook them would be stale for good. */
  private readonly inFlight = new Map<string, Set<Promise<boolean>>>();

  /**
   * @param scope the service's name: part of the ids of the events it records
   * @param factOf turns a recorded event into the fact that `evolve` knows, e.g. upcasting it
   * @param cacheSize streams kept; more than one decision ever names
   */
  constructor(
    private readonly store: EventStore,
    private readonly scope: string,
    private readonly fold: Fold<E, S>,
    private readonly factOf: (event: RecordedEvent) => E,
    cacheSize = 10_000,
  ) {
    this.cache = new LRUCache({ max: cacheSize });
  }

  /** The state as last submitted, and the version it is at. */
  async load(stream: string): Promise<{ readonly state: S; readonly version: number }> {
    const [entry] = await this.entries([stream]);
    return { state: entry!.state, version: entry!.version };
  }

  /**
   * Decides on one stream and records what follows.
   * @throws StoreUnavailable and whatever else the store throws; a business "no" is a value
   */
  execute<R extends Refusal>(
    cause: Cause,
    stream: string,
    decide: (state: S) => Decision<E, R>,
  ): Promise<Executed<E, R>> {
    return this.executeAll<R>(cause, [stream], ([state]) => {
      const decision = decide(state!);
      return decision.accepted
        ? { accepted: true, changes: [{ stream, events: decision.events }] }
        : decision;
    });
  }

  /** Decides on several streams at once and records what follows atomically. */
  async executeAll<R extends Refusal>(
    cause: Cause,
    streams: readonly string[],
    decide: (states: readonly S[]) => Outcome<E, R>,
  ): Promise<Executed<E, R>> {
    for (let failures = 0; ;) {
      const entries = this.cached(streams);
      if (!entries) {
        await this.entries(streams);
        continue;
      }
      const held = new Map(streams.map((stream, index) => [stream, entries[index]!]));
      const outcome = decide(entries.map(({ state }) => state));
      const changes = outcome.accepted ? outcome.changes.filter(({ events }) => events.length > 0) : [];
      if (changes.length === 0) {
        if (await tookEffect(entries)) {
          return outcome.accepted
            ? { outcome: 'nothing-to-do' }
            : { outcome: 'refused', refusal: outcome.refusal };
        }
        this.forget(held);
        continue;
      }
      try {
        return await this.submit(cause, held, changes);
      } catch (error) {
        this.forget(held);
        if (error instanceof PartlyRecorded) return { outcome: 'duplicate' };
        failures += 1;
        if (!(error instanceof WrongExpectedVersion) || failures === maxAttempts) throw error;
      }
    }
  }

  private async submit<R extends Refusal>(
    cause: Cause,
    held: ReadonlyMap<string, Entry<S>>,
    changes: readonly Change<E | Fact>[],
  ): Promise<Executed<E, R>> {
    const append = this.store.append(this.appendsOf(cause, held, changes));
    for (const { stream, events } of changes) {
      const entry = held.get(stream);
      if (entry) this.advance(stream, entry, timed(events as readonly E[], cause.time), append);
    }
    const result = await append;
    if (result.duplicate) {
      this.forget(held);
      return { outcome: 'duplicate' };
    }
    const events = result.recorded as readonly RecordedEvent<E['type'], E['data']>[];
    return { outcome: 'recorded', events, position: result.position };
  }

  private appendsOf(
    cause: Cause,
    held: ReadonlyMap<string, Entry<S>>,
    changes: readonly Change<E | Fact>[],
  ): StreamAppend[] {
    let index = 0;
    const versions = new Map([...held].map(([stream, { version }]) => [stream, version]));
    return changes.map(({ stream, events, unordered }) => {
      const version = versions.get(stream);
      if (version === undefined && !unordered)
        throw new Error(`A decision changed ${stream} without having loaded it.`);
      if (version !== undefined) versions.set(stream, version + events.length);
      return {
        stream,
        expectedVersion: version === undefined || unordered ? 'any' : version,
        events: events.map(({ type, data, time = cause.time }) => ({
          id: consequenceId(cause.id, cause.recordedTime, this.scope, index++),
          type,
          time,
          data,
          metadata: cause.metadata,
        })),
      };
    });
  }

  /** A repeat wrote nothing, so it counts as a failure here: its events were in the state already. */
  private advance(
    stream: string,
    entry: Entry<S>,
    events: readonly E[],
    append: Promise<AppendResult>,
  ): void {
    entry.state = events.reduce((state, event) => this.fold.evolve(state, event), entry.state);
    entry.version += events.length;
    const inFlight = this.inFlight.get(stream) ?? new Set();
    const answered = (took: boolean): boolean => {
      inFlight.delete(pending);
      if (inFlight.size === 0) this.inFlight.delete(stream);
      if (took && entry.pending === pending) entry.pending = undefined;
      return took;
    };
    const pending = append.then(
      ({ duplicate }) => answered(!duplicate),
      () => answered(false),
    );
    entry.pending = pending;
    this.inFlight.set(stream, inFlight.add(pending));
  }

  /** All entries at one moment, or nothing while one has to be loaded. */
  private cached(streams: readonly string[]): Entry<S>[] | undefined {
    const entries = streams.map((stream) => this.cache.get(stream));
    return entries.every((entry) => entry !== undefined) ? entries : undefined;
  }

  private async entries(streams: readonly string[]): Promise<Entry<S>[]> {
    for (;;) {
      const entries = this.cached(streams);
      if (entries) return entries;
      const missing = streams.filter((stream) => !this.cache.has(stream));
      await Promise.all(missing.map((stream) => this.fetch(stream)));
    }
  }

  private fetch(stream: string): Promise<void> {
    const running = this.loading.get(stream);
    if (running) return running;
    const load = this.read(stream)
      .then((entry) => void this.cache.set(stream, entry))
      .finally(() => this.loading.delete(stream));
    this.loading.set(stream, load);
    return load;
  }

  private async read(stream: string): Promise<Entry<S>> {
    for (let before; (before = this.inFlight.get(stream));) await Promise.all(before);
    const events = await this.store.readStream(stream);
    const fold = (state: S, event: RecordedEvent): S => this.fold.evolve(state, this.factOf(event));
    return { state: events.reduce(fold, this.fold.initialState), version: events.length, pending: undefined };
  }

  private forget(held: ReadonlyMap<string, Entry<S>>): void {
    for (const [stream, entry] of held) if (this.cache.get(stream) === entry) this.cache.delete(stream);
  }
}

/** Waits for what the entries stand on; false when it came to nothing and the decision must be taken again. */
const tookEffect = async (entries: readonly Entry<unknown>[]): Promise<boolean> =>
  (await Promise.all(entries.map(({ pending }) => pending))).every((took) => took !== false);

/** A fact as `evolve` will read it back: with the time it happened. */
const timed = <E extends Fact>(events: readonly E[], time: string): readonly E[] =>
  events.map((event) => (event.time === undefined ? { ...event, time } : event));

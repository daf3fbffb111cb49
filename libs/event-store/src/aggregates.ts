import { setImmediate as othersTurn, setTimeout as delay } from 'node:timers/promises';
import { isOfNewerBuild } from '@tributary/contracts';
import { LRUCache } from 'lru-cache';
import type { Decision, Fact, Fold, Refusal } from './decider.ts';
import { consequenceId } from './event-ids.ts';
import {
  type AppendResult,
  type EventMetadata,
  type EventStore,
  NewerEvent,
  PartlyRecorded,
  type RecordedEvent,
  type StreamAppend,
  type StreamCheck,
  WrongExpectedVersion,
} from './port.ts';
import type { Snapshots } from './snapshots.ts';

/** What led to a decision: a message from the bus or a command from the door. */
export interface Cause {
  /** UUID; with the streams it changes it names all consequences, so the same cause takes effect on each once. */
  readonly id: string;
  /** When the cause was recorded, UTC ISO 8601. */
  readonly recordedTime: string;
  /** When it happened, UTC ISO 8601. */
  readonly time: string;
  readonly metadata: EventMetadata;
  /** Set where it takes effect on one decision alone, whatever streams that is about: a command under its caller's key. */
  readonly once?: true;
}

/** The cause that a message from the bus is. `source` becomes the service that acts on it. */
export const causedBy = (event: RecordedEvent, source: string): Cause => {
  // How the cause was ordered, who told it and under what key are its own.
  const { key: _, origin: __, submittedBy, commandDigest: ___, ...metadata } = event.metadata;
  return {
    id: event.id,
    recordedTime: event.recordedTime,
    time: event.time,
    metadata: {
      ...metadata,
      // Whom a message names is its word: who gave it goes along.
      ...(submittedBy !== metadata.actor && { submittedBy }),
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

/** A state, and the version of the stream it is at. */
interface At<S> {
  readonly state: S;
  readonly version: number;
}

interface Entry<S> {
  state: S;
  version: number;
  /** How far the state is known to be recorded: from here it is read on when something was refused. */
  recorded: At<S>;
  /** Version of the snapshot that was kept last; 0 for none. */
  kept: number;
  /** The last append to this entry, until it took effect: false when it did not, and what the entry says is wrong. */
  pending: Promise<boolean> | undefined;
}

/** Events of a stream that are read and folded before others get their turn: it may have hundreds of thousands. */
const readAtOnce = 1_000;

export interface AggregatesOptions<S> {
  /** Streams kept in memory beyond those that decisions under way name; 10,000 when left out. */
  readonly cacheSize?: number;
  /** Where states of long streams are kept; they are read whole when left out. */
  readonly snapshots?: Snapshots<S>;
}

const maxAttempts = 20;
/** Longest pause of a process that lost against others again and again, in milliseconds: so that they do not keep step. */
const longestPause = 50;

/**
 * Load, decide, append for one kind of stream. States are cached; a decision is taken on what was
 * submitted last, even before it is durable, and is answered only once everything it stands on is
 * durable: the store appends in the order of submission, so if an earlier append comes to nothing,
 * every later one that stands on it does, and is decided again.
 *
 * Where other processes write the same streams, a decision that appends is safe by its expected
 * version. One that appends nothing to a stream it looked at is answered only after the store has
 * confirmed that the stream had not moved on.
 */
export class Aggregates<S, E extends Fact> {
  private readonly cache: LRUCache<string, Entry<S>>;
  /** Streams that decisions under way name, and how many do. */
  private readonly named = new Map<string, number>();
  /** Entries of those, where the cache has no place for them: else decisions would take each other's place for ever. */
  private readonly kept = new Map<string, Entry<S>>();
  private readonly loading = new Map<string, Promise<void>>();
  /** Appends not answered yet, whether or not their entry is still cached: a load that overtook them would be stale for good. */
  private readonly inFlight = new Map<string, Set<Promise<boolean>>>();
  /** What is known to be recorded of streams whose entry was given up. */
  private readonly bases: LRUCache<string, Pick<Entry<S>, 'state' | 'version' | 'kept'>>;
  private readonly snapshots: Snapshots<S> | undefined;

  /**
   * @param scope the service's name: part of the ids of the events it records
   * @param factOf turns a recorded event into the fact that `evolve` knows, e.g. upcasting it
   */
  constructor(
    private readonly store: EventStore,
    private readonly scope: string,
    private readonly fold: Fold<E, S>,
    private readonly factOf: (event: RecordedEvent) => E,
    { cacheSize = 10_000, snapshots }: AggregatesOptions<S> = {},
  ) {
    this.snapshots = snapshots;
    this.cache = new LRUCache({
      max: cacheSize,
      dispose: (entry, stream, reason) => {
        if (reason === 'evict' && this.named.has(stream)) this.kept.set(stream, entry);
      },
    });
    this.bases = new LRUCache({ max: cacheSize });
  }

  /** The state as last submitted here or recorded elsewhere, and the version it is at. */
  load(stream: string): Promise<At<S>> {
    return this.holding([stream], async () => {
      for (;;) {
        const entry = (await this.entries([stream]))[0]!;
        if (this.store.features.oneWriter || (await this.catchUp(stream, entry)))
          return { state: entry.state, version: entry.version };
        this.forget(new Map([[stream, entry]]));
      }
    });
  }

  /** The state as it is recorded, without what is still on its way and may come to nothing: what a caller may be told. */
  recorded(stream: string): Promise<S> {
    return this.holding([stream], async () => {
      for (;;) {
        const entry = (await this.entries([stream]))[0]!;
        const { state } = entry;
        if (await this.confirmed(new Map([[stream, entry]]))) return state;
      }
    });
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
  executeAll<R extends Refusal>(
    cause: Cause,
    streams: readonly string[],
    decide: (states: readonly S[]) => Outcome<E, R>,
  ): Promise<Executed<E, R>> {
    return this.holding(streams, () => this.decideOn(cause, streams, decide));
  }

  private async decideOn<R extends Refusal>(
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
        if (!(await this.confirmed(held))) continue;
        return outcome.accepted
          ? { outcome: 'nothing-to-do' }
          : { outcome: 'refused', refusal: outcome.refusal };
      }
      try {
        return await this.submit(cause, held, changes);
      } catch (error) {
        this.forget(held);
        if (error instanceof PartlyRecorded) return { outcome: 'duplicate' };
        failures += 1;
        if (!(error instanceof WrongExpectedVersion) || failures === maxAttempts) throw error;
        if (!this.store.features.oneWriter && failures > 1)
          await delay(Math.random() * Math.min(2 ** failures, longestPause));
      }
    }
  }

  /** Whether a decision that writes nothing stands on what is recorded; if not, it must be taken again. */
  private async confirmed(held: ReadonlyMap<string, Entry<S>>): Promise<boolean> {
    const seen = [...held].map(([stream, entry]) => ({ stream, entry, version: entry.version }));
    if (!(await tookEffect([...held.values()]))) {
      this.forget(held);
      return false;
    }
    if (this.store.features.oneWriter) return true;
    await Promise.all(seen.map(({ stream, entry }) => this.catchUp(stream, entry)));
    return seen.every(({ stream, entry, version }) => this.stillAt(stream, entry, version));
  }

  private stillAt(stream: string, entry: Entry<S>, version: number): boolean {
    return this.known(stream) === entry && entry.version === version;
  }

  /**
   * Takes in what others have recorded since; an entry that stands on appends under way waits for them first.
   * @returns false where these came to nothing: the entry is of no use
   */
  private async catchUp(stream: string, entry: Entry<S>): Promise<boolean> {
    if ((await entry.pending) === false) return false;
    const { version } = entry;
    const events = await this.store.readStream(stream, { from: version + 1 });
    // Own appends that were made meanwhile are checked by their expected version.
    if (events.length === 0 || entry.version !== version) return true;
    const state = events.reduce((before, event) => this.step(before, event), entry.state);
    Object.assign(entry, { state, version: version + events.length });
    entry.recorded = { state: entry.state, version: entry.version };
    return true;
  }

  private async submit<R extends Refusal>(
    cause: Cause,
    held: ReadonlyMap<string, Entry<S>>,
    changes: readonly Change<E | Fact>[],
  ): Promise<Executed<E, R>> {
    const append = this.store.append(this.appendsOf(cause, held, changes), checksOf(held, changes));
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
    const written = new Map<string, number>();
    const versions = new Map([...held].map(([stream, { version }]) => [stream, version]));
    return changes.map(({ stream, events, unordered }) => {
      const version = versions.get(stream);
      if (version === undefined && !unordered)
        throw new Error(`A decision changed ${stream} without having loaded it.`);
      if (version !== undefined) versions.set(stream, version + events.length);
      return {
        stream,
        expectedVersion: version === undefined || unordered ? 'any' : version,
        events: events.map(({ type, data, time = cause.time }) => {
          const scope = cause.once ? this.scope : `${this.scope}/${stream}`;
          const index = written.get(scope) ?? 0;
          written.set(scope, index + 1);
          const id = consequenceId(cause.id, cause.recordedTime, scope, index);
          return { id, type, time, data, metadata: cause.metadata };
        }),
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
    const now: At<S> = { state: entry.state, version: entry.version };
    const inFlight = this.inFlight.get(stream) ?? new Set();
    const answered = (took: boolean): boolean => {
      inFlight.delete(pending);
      if (inFlight.size === 0) this.inFlight.delete(stream);
      if (took) entry.recorded = now;
      if (took && entry.pending === pending) entry.pending = undefined;
      return took;
    };
    const pending = append.then(
      ({ duplicate, recorded }) => {
        const last = recorded.find((event) => event.stream === stream && event.version === now.version);
        if (last && !duplicate) this.keep(stream, entry, now, last.id);
        return answered(!duplicate);
      },
      () => answered(false),
    );
    entry.pending = pending;
    this.inFlight.set(stream, inFlight.add(pending));
  }

  /** Keeps the entries of these streams, however many others are loaded meanwhile, until the work is done. */
  private async holding<T>(streams: readonly string[], work: () => Promise<T>): Promise<T> {
    for (const stream of streams) this.named.set(stream, (this.named.get(stream) ?? 0) + 1);
    try {
      return await work();
    } finally {
      for (const stream of streams) this.letGo(stream);
    }
  }

  private letGo(stream: string): void {
    const others = this.named.get(stream)! - 1;
    if (others > 0) {
      this.named.set(stream, others);
      return;
    }
    this.named.delete(stream);
    this.kept.delete(stream);
  }

  private known(stream: string): Entry<S> | undefined {
    return this.cache.get(stream) ?? this.kept.get(stream);
  }

  /** All entries at one moment, or nothing while one has to be loaded. */
  private cached(streams: readonly string[]): Entry<S>[] | undefined {
    const entries = streams.map((stream) => this.known(stream));
    return entries.every((entry) => entry !== undefined) ? entries : undefined;
  }

  private async entries(streams: readonly string[]): Promise<Entry<S>[]> {
    for (;;) {
      const entries = this.cached(streams);
      if (entries) return entries;
      const missing = streams.filter((stream) => !this.known(stream));
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
    const limit = Math.min(readAtOnce, this.snapshots?.every ?? readAtOnce);
    const base = this.bases.get(stream);
    let at: At<S> = base ?? { state: this.fold.initialState, version: 0 };
    let kept = base?.kept ?? 0;
    for (let lastEvent: string | undefined; ;) {
      const events = await this.store.readStream(stream, { from: at.version + 1, limit });
      const state = events.reduce((before, event) => this.step(before, event), at.state);
      at = { state, version: at.version + events.length };
      lastEvent = events.at(-1)?.id ?? lastEvent;
      if (events.length < limit) {
        const entry: Entry<S> = { ...at, recorded: at, kept, pending: undefined };
        if (lastEvent !== undefined) this.keep(stream, entry, at, lastEvent);
        return entry;
      }
      // It is a long one.
      if (at.version === limit) {
        const snapshot = await this.snapshotOf(stream);
        if (snapshot) {
          at = snapshot;
          kept = snapshot.version;
        }
      }
      await othersTurn();
    }
  }

  /** Undefined where none is at hand that this log leads to. */
  private async snapshotOf(stream: string): Promise<At<S> | undefined> {
    const found = await this.snapshots?.find(stream).catch(() => undefined);
    if (!found) return undefined;
    const { state, version, lastEvent } = found;
    const [last] = await this.store.readStream(stream, { from: version, limit: 1 });
    return last?.id === lastEvent ? { state, version } : undefined;
  }

  /** Keeps a state that is recorded, where the one that is kept is far behind it. */
  private keep(stream: string, entry: Entry<S>, { state, version }: At<S>, lastEvent: string): void {
    if (!this.snapshots || version - entry.kept < this.snapshots.every) return;
    entry.kept = version;
    this.snapshots.keep(stream, { state, version, lastEvent }).catch(() => {});
  }

  /** @throws NewerEvent what it says is not known here: no decision may stand on the rest alone */
  private step(state: S, event: RecordedEvent): S {
    if (isOfNewerBuild(event.type)) throw new NewerEvent(event.type);
    return this.fold.evolve(state, this.factOf(event));
  }

  private forget(held: ReadonlyMap<string, Entry<S>>): void {
    for (const [stream, entry] of held) {
      if (this.known(stream) !== entry) continue;
      this.cache.delete(stream);
      this.kept.delete(stream);
      this.bases.set(stream, { ...entry.recorded, kept: entry.kept });
    }
  }
}

/** What was looked at and is not written must be as it was seen: a refusal is recorded only on what is so. */
const checksOf = (
  held: ReadonlyMap<string, Entry<unknown>>,
  changes: readonly Change<Fact>[],
): StreamCheck[] => {
  const written = new Set(changes.map(({ stream }) => stream));
  return [...held]
    .filter(([stream]) => !written.has(stream))
    .map(([stream, { version }]) => ({ stream, version }));
};

/** Waits for what the entries stand on; false when it came to nothing and the decision must be taken again. */
const tookEffect = async (entries: readonly Entry<unknown>[]): Promise<boolean> =>
  (await Promise.all(entries.map(({ pending }) => pending))).every((took) => took !== false);

/** A fact as `evolve` will read it back: with the time it happened. */
const timed = <E extends Fact>(events: readonly E[], time: string): readonly E[] =>
  events.map((event) => (event.time === undefined ? { ...event, time } : event));

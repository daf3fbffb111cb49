import { type Outcome, cameToNothing, resultOf } from '../batch.ts';
import { faultsOf } from '../chain-faults.ts';
import type { Coordination } from '../coordination.ts';
import { prepare, prepareChecks } from '../prepared-append.ts';
import {
  type AppendResult,
  type ChainFault,
  type ChainHead,
  type EventLog,
  type EventStore,
  type ReadStreamOptions,
  type RecordedEvent,
  type StreamAppend,
  type StreamCheck,
  StoreUnavailable,
} from '../port.ts';
import type { ToldOfClock } from '../recorded-time.ts';
import { type Row, toEvent } from '../rows.ts';
import { prefixOf } from '../service-prefix.ts';
import { type Submitted, Unanswered } from '../submitted.ts';
import type { Clocked, SimulatedServer } from './simulated-server.ts';
import { simulatedCoordination } from './simulated-coordination.ts';
import { type Weather, asked, calm } from './weather.ts';

export interface SimulatedEventLogOptions {
  readonly server: SimulatedServer;
  /** No other process writes while this one lives; any number do when left out. */
  readonly oneWriter?: boolean;
  readonly weather?: Weather;
  /** Wall clock of the process in milliseconds. */
  readonly now?: () => number;
  readonly onClockBehind?: ToldOfClock;
}

const pageSize = 1_000;

const away = (): StoreUnavailable => new StoreUnavailable('The event log does not answer.');

/** One process's connection to a simulated store, which any number of processes share. */
export class SimulatedEventLog implements EventLog {
  readonly spacing = 1;
  readonly coordination: Coordination;
  private readonly server: SimulatedServer;
  private readonly oneWriter: boolean;
  private readonly weather: Weather;
  private readonly clock: Clocked;
  private readonly unanswered = new Unanswered();
  private readonly closing = new AbortController();
  /** Saved, and not kept yet. */
  private saved = new Map<string, number>();
  private sending: Promise<void> = Promise.resolve();

  constructor({
    server,
    oneWriter = false,
    weather = calm,
    now = Date.now,
    onClockBehind = () => {},
  }: SimulatedEventLogOptions) {
    this.server = server;
    this.oneWriter = oneWriter;
    this.weather = weather;
    this.clock = { now, onClockBehind };
    this.coordination = simulatedCoordination(server, weather);
    server.opened(this.clock);
  }

  get epoch(): string {
    return this.server.epoch;
  }

  readonly all: EventLog['all'] = {
    readAll: (after, limit, types) => this.readAll('', after, limit, types),
    follow: (after, signal) => this.follow('', after, signal),
    head: () => this.reading(() => this.server.rows.length),
    positionAt: (recordedTime) => this.reading(() => this.positionAt(recordedTime)),
    find: (ids) => this.reading(() => this.find(ids)),
  };

  /** Where followers keep their place: it is kept with the next append, or when told. */
  readonly checkpoints = {
    load: (consumer: string): number | undefined => this.server.checkpoints.get(consumer),
    save: (consumer: string, position: number): void => void this.saved.set(consumer, position),
    flush: (): Promise<void> => asked(this.weather, 'write', () => this.keepSaved(), away),
  };

  /** @throws RangeError a name that could collide with another service's streams */
  forService(service: string): EventStore {
    const prefix = prefixOf(service);
    return {
      features: { oneWriter: this.oneWriter },
      append: (appends, checks) => this.append(prefix, appends, checks),
      readStream: (stream, options) => this.reading(() => this.readStream(prefix, stream, options)),
      readAll: (after, limit, types) => this.readAll(prefix, after, limit, types),
      follow: (after, signal) => this.follow(prefix, after, signal),
      head: this.all.head,
      positionAt: this.all.positionAt,
    };
  }

  async *verify(): AsyncGenerator<ChainFault> {
    const heads = new Map<string, { version: number; hash: string }>();
    for (const [index, row] of this.server.rows.entries()) {
      yield* faultsOf(row, index + 1, heads.get(row[1]));
      heads.set(row[1], { version: row[2], hash: row[9] });
    }
  }

  async *chainHeads(): AsyncGenerator<ChainHead> {
    for (const stream of [...this.server.heads.keys()].sort())
      yield { stream, ...this.server.heads.get(stream)! };
  }

  async restore(events: readonly RecordedEvent[]): Promise<void> {
    await this.sending;
    this.refuseClosed();
    this.server.restore(events);
  }

  async close(): Promise<void> {
    await this.sending;
    this.closing.abort();
  }

  private append(
    prefix: string,
    appends: readonly StreamAppend[],
    checks: readonly StreamCheck[] | undefined,
  ): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.refuseClosed();
      const submitted = this.unanswered.add({
        appends: prepare(prefix, appends),
        checks: prepareChecks(prefix, checks),
        resolve,
        reject,
      });
      this.sending = this.sending.then(() => this.send(submitted));
    });
  }

  /** In the order of submission, each when the one before was answered. */
  private async send(submitted: Submitted): Promise<void> {
    const fate = await this.weather.request('write');
    const outcome = fate === 'lost' ? { error: away() } : this.commit(submitted);
    await this.weather.answered('write');
    this.unanswered.remove(submitted);
    submitted.cameToNothing = cameToNothing(outcome);
    if ('error' in outcome) submitted.reject(outcome.error);
    else if (fate === 'answer-lost') submitted.reject(away());
    else submitted.resolve(resultOf(outcome.taken));
  }

  private commit(submitted: Submitted): Outcome {
    this.keepSaved();
    return this.server.commit(submitted, this.clock);
  }

  private keepSaved(): void {
    for (const [consumer, position] of this.saved) this.server.checkpoints.set(consumer, position);
    this.saved = new Map();
  }

  /** @throws StoreUnavailable the question or the answer was lost */
  private async reading<T>(read: () => T): Promise<T> {
    this.refuseClosed();
    return asked(this.weather, 'read', read, away);
  }

  private readStream(
    prefix: string,
    name: string,
    { direction = 'forward', from, limit = Infinity }: ReadStreamOptions = {},
  ): RecordedEvent[] {
    const isForward = direction === 'forward';
    const own = this.server
      .stream(prefix + name)
      .filter(([, , version]) => from === undefined || (isForward ? version >= from : version <= from));
    return (isForward ? own : own.reverse()).slice(0, limit).map((row) => toEvent(row, prefix.length));
  }

  private readAll(
    prefix: string,
    after: number,
    limit: number,
    types?: readonly string[],
  ): Promise<RecordedEvent[]> {
    const isWanted = ([, stream, , , type]: Row) =>
      stream.startsWith(prefix) && (types === undefined || types.includes(type));
    return this.reading(() =>
      this.server.rows
        .slice(after)
        .filter(isWanted)
        .slice(0, limit)
        .map((row) => this.server.event(row, prefix.length)),
    );
  }

  private async *follow(prefix: string, after: number, signal: AbortSignal): AsyncGenerator<RecordedEvent[]> {
    const ends = AbortSignal.any([signal, this.closing.signal]);
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    ends.addEventListener('abort', () => resolve(), { once: true });
    for (let position = after; !ends.aborted;) {
      await Promise.race([this.server.beyond(position), ended]);
      // What is lost is asked for again.
      if (ends.aborted || (await this.weather.request('read')) !== 'done') continue;
      const rows = this.server.rows.slice(position, position + pageSize);
      await this.weather.answered('read');
      position += rows.length;
      const own = rows.filter(([, stream]) => stream.startsWith(prefix));
      if (own.length > 0 && !ends.aborted) yield own.map((row) => this.server.event(row, prefix.length));
    }
  }

  private positionAt(recordedTime: string): number {
    const first = this.server.rows.findIndex(([, , , , , , recorded]) => recorded >= recordedTime);
    return first === -1 ? this.server.rows.length : first;
  }

  private find(ids: readonly string[]): RecordedEvent[] {
    return [...new Set(ids)]
      .map((id) => this.server.byId.get(id))
      .filter((row) => row !== undefined)
      .sort(([one], [other]) => one - other)
      .map((row) => toEvent(row, 0));
  }

  private refuseClosed(): void {
    if (this.closing.signal.aborted) throw new StoreUnavailable('The event log is closed.');
  }
}

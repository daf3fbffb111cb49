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
import { toEvent as eventOf } from '../rows.ts';
import { prefixOf } from '../service-prefix.ts';
import { aboutOf } from './about.ts';
import { Connection } from './connection.ts';
import { faultsAmong } from './integrity.ts';
import { kurrentCoordination } from './kurrent-coordination.ts';
import { locate } from './located.ts';
import { type Names, namesOf } from './names.ts';
import { OptimisticCommit } from './optimistic-commit.ts';
import {
  type Head,
  type StoredRecord,
  headOf,
  isEvent,
  isMark,
  positionOf,
  toEvent,
  versionOf,
} from './records.ts';
import { nameOf } from './stream-names.ts';
import { subscribe } from './subscription.ts';
import { Tail } from './tail.ts';

export interface KurrentEventLogOptions {
  /** `kurrentdb://user:password@host:port?tls=true`, or `kurrentdb+discover://…` for a cluster. */
  readonly url: string;
  /** Names the log among others on the server; made when it is missing. Letters, digits, underscores. */
  readonly name: string;
  /** Wall clock in milliseconds. */
  readonly now?: () => number;
  /** Told when the log is opened and whenever something is recorded. */
  readonly onClockBehind?: ToldOfClock;
  /** Called once when what is stored turns out to be damaged; the log takes no more from then on. */
  readonly onFatal?: (error: unknown) => void;
  /** Milliseconds that a lease lasts unless it is renewed. */
  readonly leaseTime?: number;
}

export interface KurrentEventLog extends EventLog {
  readonly coordination: Coordination;
}

/** Records read at once, and where the last event is looked for: marks may stand after it. */
const pageSize = 250;
const fewRecords = 8;
/** Bytes of the server's log after which an answer ends early: events may be large. */
const answerSpan = 32 * 1024 * 1024;

/**
 * An event log in a KurrentDB server, written by as many processes as like to.
 * @throws StoreUnavailable the server does not answer, cannot append to several streams, or a newer version has changed the log
 * @throws RangeError the address or the name of the log is none
 */
export const openKurrentEventLog = async (options: KurrentEventLogOptions): Promise<KurrentEventLog> => {
  const names = namesOf(options.name);
  const closing = new AbortController();
  const connection = await Connection.open(options.url, closing.signal);
  try {
    const { epoch } = await aboutOf(connection, names);
    const last = await lastEvent(connection, names);
    return new KurrentLog(options, { connection, names, closing, epoch, last });
  } catch (error) {
    await connection.close();
    throw error;
  }
};

/** The last event of the log, looked for from its end back; undefined where there is none. */
const lastEvent = async (connection: Connection, { events }: Names): Promise<StoredRecord | undefined> => {
  for (let before: number | undefined; ;) {
    const page = await connection.before(before, fewRecords, events);
    if (page.length === 0) return undefined;
    const found = page.find((record) => isEvent(record));
    if (found) return found;
    before = positionOf(page.at(-1)!);
  }
};

interface Opened {
  readonly connection: Connection;
  readonly names: Names;
  readonly closing: AbortController;
  readonly epoch: string;
  /** Of the log, when it was opened. */
  readonly last: StoredRecord | undefined;
}

class KurrentLog implements KurrentEventLog {
  readonly coordination: Coordination;
  readonly epoch: string;
  private readonly connection: Connection;
  private readonly names: Names;
  private readonly closing: AbortController;
  private readonly tail: Tail;
  private readonly commits: OptimisticCommit;
  private closed: Promise<void> | undefined;

  get spacing(): number {
    return this.tail.spacing;
  }

  constructor(
    {
      now = Date.now,
      onFatal = () => {},
      onClockBehind = () => {},
      leaseTime = 5_000,
    }: KurrentEventLogOptions,
    { connection, names, closing, epoch, last }: Opened,
  ) {
    this.connection = connection;
    this.names = names;
    this.closing = closing;
    this.epoch = epoch;
    this.tail = new Tail(connection.client, names.events, placeOf(last), closing.signal);
    const { recorded } = headOf(last);
    tellIfBehind(onClockBehind, now(), recorded);
    const { tail } = this;
    this.commits = new OptimisticCommit({ connection, names, tail, now, recorded, onClockBehind, onFatal });
    this.coordination = kurrentCoordination({ connection, names, leaseTime });
  }

  readonly all: EventLog['all'] = {
    readAll: (after, limit, types) => this.readAll('', after, limit, types),
    follow: (after, signal) => this.follow('', after, signal),
    head: () => this.head(),
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

  verify(): AsyncGenerator<ChainFault> {
    const { events, reservations, settingsOfEvents } = this.names;
    return faultsAmong(this.records([events, reservations, settingsOfEvents]), this.names);
  }

  async *chainHeads(): AsyncGenerator<ChainHead> {
    const heads = new Map<string, Head>();
    const { events } = this.names;
    for await (const record of this.records([events]))
      if (isEvent(record)) heads.set(nameOf(record.streamId.slice(events.length)), headOf(record));
    for (const stream of [...heads.keys()].sort()) {
      const { version, hash } = heads.get(stream)!;
      yield { stream, version, hash };
    }
  }

  async restore(events: readonly RecordedEvent[]): Promise<void> {
    this.refuseClosed();
    await this.commits.restore(events);
  }

  close(): Promise<void> {
    return (this.closed ??= this.end());
  }

  private async end(): Promise<void> {
    this.commits.close();
    await this.commits.drain();
    this.closing.abort();
    await this.tail.ended();
    await this.connection.close();
  }

  private async readStream(
    prefix: string,
    name: string,
    { direction = 'forward', limit = Infinity, from }: ReadStreamOptions = {},
  ): Promise<RecordedEvent[]> {
    this.refuseClosed();
    const stream = this.names.stream(prefix + name);
    const forward = direction === 'forward';
    const isWanted = (version: number) => from === undefined || (forward ? version >= from : version <= from);
    const step = forward ? 1 : -1;
    const found: RecordedEvent[] = [];
    let next = forward ? Math.max(0, (from ?? 1) - 1) : await this.revisionOf(stream, from);
    while (found.length < limit && (next ?? 0) >= 0) {
      const count = limit - found.length;
      const page = await this.connection.stream(stream, next, count, direction);
      for (const record of page)
        if (isEvent(record) && isWanted(versionOf(record)))
          found.push(toEvent(record, this.names.events.length, prefix.length));
      if (page.length < count) break;
      next = Number(page.at(-1)!.revision) + step;
    }
    return found;
  }

  /** Not before the record that holds a version; undefined, which is the end, where none is asked for. */
  private async revisionOf(stream: string, version: number | undefined): Promise<number | undefined> {
    if (version === undefined) return undefined;
    const head = headOf(await this.connection.last(stream));
    const marks = head.revision + 1 - head.version;
    return Math.min(head.revision, version - 1 + marks);
  }

  private async readAll(
    prefix: string,
    after: number,
    limit: number,
    types?: readonly string[],
  ): Promise<RecordedEvent[]> {
    this.refuseClosed();
    const wanted = types && new Set(types);
    const prefixes = [this.names.events + prefix];
    const found: RecordedEvent[] = [];
    const isLong = (position: number) => found.length > 0 && position - found[0]!.position > answerSpan;
    for (let position = after; found.length < limit && !isLong(position);) {
      const page = await this.connection.after(position, Math.max(limit - found.length, 16), prefixes);
      if (page.length === 0) break;
      for (const record of page) {
        if (found.length === limit || !isEvent(record)) continue;
        const event = toEvent(record, this.names.events.length, prefix.length);
        if (wanted && !wanted.has(event.type)) continue;
        found.push(event);
      }
      position = positionOf(page.at(-1)!);
    }
    return found;
  }

  private async find(ids: readonly string[]): Promise<RecordedEvent[]> {
    this.refuseClosed();
    const located = await locate(this.connection, this.names, ids);
    return [...located.values()]
      .map(({ row }) => eventOf(row, 0))
      .sort((one, other) => one.position - other.position);
  }

  private async *follow(prefix: string, after: number, signal: AbortSignal): AsyncGenerator<RecordedEvent[]> {
    const ends = AbortSignal.any([signal, this.closing.signal]);
    const begin = this.names.events + prefix;
    for await (const records of subscribe(this.connection.client, begin, after, ends))
      yield records.map((record) => toEvent(record, this.names.events.length, prefix.length));
  }

  private async head(): Promise<number> {
    this.refuseClosed();
    return placeOf(await lastEvent(this.connection, this.names));
  }

  /** Where a clock was wrong, times do not ascend with positions: all are looked at. */
  private async positionAt(recordedTime: string): Promise<number> {
    this.refuseClosed();
    let before: StoredRecord | undefined;
    for await (const event of this.records([this.names.events])) {
      if (!isEvent(event)) continue;
      if (headOf(event).recorded >= recordedTime) break;
      before = event;
    }
    return placeOf(before);
  }

  private async *records(prefixes: string[]): AsyncGenerator<StoredRecord> {
    for (let after = 0; ;) {
      const page = await this.connection.after(after, pageSize, prefixes);
      if (page.length === 0) return;
      for (const record of page) if (!isMark(record)) yield record;
      after = positionOf(page.at(-1)!);
    }
  }

  private refuseClosed(): void {
    if (this.closed) throw new StoreUnavailable('The event log is closed.');
  }
}

/** 0 for none. */
const placeOf = (event: StoredRecord | undefined): number => (event ? positionOf(event) : 0);

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EventStore } from '@tributary/event-store';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { type BareAppend, BareSqlite } from './bare-sqlite.ts';
import { type Contender, type Report, compare } from './measure.ts';
import { eventsInStream, nextStream, sampleEvent } from './sample-events.ts';

/** Appends one event at a time to short streams, each awaited; several of these at once fill a group commit. */
const appendOneByOne = async (store: EventStore, count: number, kind?: string): Promise<void> => {
  let stream = '';
  for (let index = 0; index < count; index += 1) {
    const version = index % eventsInStream;
    if (version === 0) stream = nextStream(kind);
    await store.append([{ stream, expectedVersion: version, events: [sampleEvent()] }]);
  }
};

/**
 * A round of appends through the port by so many callers at once, each awaiting its own answer.
 * @param kind begins the names of the streams; see `nextStream`
 * @returns how many events were appended: at least so many
 */
export const appendAtOnce = async (
  store: EventStore,
  callers: number,
  events: number,
  kind?: string,
): Promise<number> => {
  const each = Math.ceil(events / callers);
  await Promise.all(Array.from({ length: callers }, () => appendOneByOne(store, each, kind)));
  return each * callers;
};

/** The embedded event log behind its port. */
export const ourLog = (folder: string, callers: number, events: number): Contender => {
  const log = openSqliteEventLog(path.join(folder, 'ours.db'));
  const store = log.forService('order');
  return {
    name: `event log, ${callers} at once`,
    run: () => appendAtOnce(store, callers, events),
    close: () => log.close(),
  };
};

const bareSqlite = (folder: string, batch: number, events: number): Contender => {
  const bare = new BareSqlite(path.join(folder, 'bare.db'));
  const streams = Array.from({ length: batch }, nextStream);
  let version = 0;
  const nextBatch = (): BareAppend[] => {
    if (version === eventsInStream) {
      version = 0;
      for (let index = 0; index < batch; index += 1) streams[index] = nextStream();
    }
    version += 1;
    return streams.map((stream) => ({ stream: `order/${stream}`, version, event: sampleEvent() }));
  };
  return {
    name: `bare node:sqlite, transactions of ${batch}`,
    run: () => {
      const batches = Math.ceil(events / batch);
      for (let index = 0; index < batches; index += 1) bare.append(nextBatch());
      return Promise.resolve(batches * batch);
    },
    close: () => Promise.resolve(bare.close()),
  };
};

const sizes = [
  { batch: 1, events: 600, goal: 0.8 },
  { batch: 64, events: 6_400, goal: 0.5 },
  { batch: 256, events: 12_800, goal: 0.5 },
];

/** Durable appends through the port against bare SQLite transactions of the same size, on files, WAL and FULL. */
export const append = async (): Promise<readonly Report[]> => {
  const reports: Report[] = [];
  for (const { batch, events, goal } of sizes) {
    const folder = await mkdtemp(path.join(tmpdir(), 'tributary-append-'));
    const comparison = {
      title: `append, ${batch} a commit`,
      ours: ourLog(folder, batch, events),
      theirs: bareSqlite(folder, batch, events),
      unit: 'event',
      goal,
      rounds: 21,
    };
    reports.push(await compare(comparison));
    await rm(folder, { recursive: true });
  }
  return reports;
};

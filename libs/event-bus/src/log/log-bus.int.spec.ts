import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { factTopics } from '@tributary/contracts';
import type { EventLog, EventStore } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { type Opened, type Publication, describeEventBus } from '../contract/index.ts';
import { recordIn, until } from '../contract/subject.ts';
import type { EventBus } from '../port.ts';
import { type GroupLog, openLogBus, openSeveralLogsBus } from './index.ts';

type Log = EventLog & Pick<SqliteEventLog, 'checkpoints'>;

/** A log as one process sees it: after `crash` that process neither reads nor writes any more. */
const processOn = (log: Log) => {
  const waiting = new Map<string, number>();
  /** What is stored of each message group since the process began. */
  const durable = new Map<string, number>();
  const crashed = new AbortController();
  const dead = () => Promise.reject(Object.assign(new Error('crashed'), { code: 'store-unavailable' }));
  const store = (service: string): EventStore => {
    const own = log.forService(service);
    return { ...own, append: (...parts) => (crashed.signal.aborted ? dead() : own.append(...parts)) };
  };
  const source: GroupLog = {
    log: {
      all: {
        ...log.all,
        follow: (after, signal) => log.all.follow(after, AbortSignal.any([signal, crashed.signal])),
      },
      forService: store,
    },
    checkpoints: {
      load: (consumer) => {
        durable.set(consumer, Number.NaN);
        return log.checkpoints.load(consumer);
      },
      save: (consumer, position) => void waiting.set(consumer, position),
      flush: async () => {
        if (crashed.signal.aborted) return;
        for (const [consumer, position] of waiting) {
          log.checkpoints.save(consumer, position);
          durable.set(consumer, position);
        }
        waiting.clear();
        await log.checkpoints.flush();
      },
    },
  };
  return { source, durable, crash: () => crashed.abort() };
};

/** How a bus is made of the logs of a subject, and which of them records what a service says. */
interface Shape {
  readonly bus: (sources: readonly GroupLog[]) => EventBus;
  readonly recordedIn: (service: Publication['service']) => number;
}

const opened = (
  shape: Shape,
  start: readonly Log[],
  reopen: (log: Log, index: number) => Promise<Log>,
  remove: () => Promise<void>,
): Opened => {
  let logs = start;
  let running = logs.map(processOn);
  const openBus = () => shape.bus(running.map(({ source }) => source));
  let bus = openBus();
  /** A message group's place in every log; batch handlers keep their own. */
  const isStored = ({ group, position }: { group: string; position: number }) => {
    const places = running.flatMap(({ durable }) => durable.get(group) ?? []);
    // One that was not stored yet is no number, and so is no sum with it.
    return places.length === 0 || places.reduce((sum, place) => sum + place, 0) === position;
  };
  const crash = () => {
    for (const each of running) each.crash();
    // It may hang on a handler that never ends, like the process that it stands for.
    bus.close().catch(() => {});
  };
  return {
    get bus() {
      return bus;
    },
    publish: async (events) => {
      const byLog = Map.groupBy(events, ({ service }) => shape.recordedIn(service));
      await Promise.all([...byLog].map(([index, own]) => recordIn(logs[index]!, own)));
    },
    settled: () => until(() => bus.status().every(isStored), 'the checkpoints were stored'),
    restart: async () => {
      crash();
      logs = await Promise.all(logs.map(reopen));
      running = logs.map(processOn);
      bus = openBus();
    },
    close: async () => {
      crash();
      for (const log of logs) await log.close();
      await remove();
    },
  };
};

const oneLog: Shape = { bus: ([source]) => openLogBus(source!), recordedIn: () => 0 };

const services = ['order', 'inventory'] as const;
/** Each service has a log of its own; the bus's own facts stand in all of them. */
const logEach: Shape = {
  bus: (sources) =>
    openSeveralLogsBus(
      sources.map((source, index) => ({
        ...source,
        partition: services[index]!,
        topics: new Set([factTopics[services[index]!], factTopics.bus]),
      })),
    ),
  recordedIn: (service) => services.indexOf(service),
};

const sharing = 'one process owns the log bus';

describeEventBus(
  'a log in memory',
  async () =>
    opened(
      oneLog,
      [openSqliteEventLog(':memory:')],
      async (log) => log,
      async () => {},
    ),
  { sharing },
);

describeEventBus(
  'a log for each service',
  async () =>
    opened(
      logEach,
      services.map(() => openSqliteEventLog(':memory:')),
      async (log) => log,
      async () => {},
    ),
  { progressOverOtherTopics: 'a group follows only the logs that carry its topics', sharing },
);

describeEventBus(
  'a log in a file',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'log-bus-'));
    const file = path.join(folder, 'events.db');
    const reopen = async (log: Log) => {
      await log.close();
      return openSqliteEventLog(file);
    };
    return opened(oneLog, [openSqliteEventLog(file)], reopen, () =>
      rm(folder, { recursive: true, force: true }),
    );
  },
  { sharing },
);

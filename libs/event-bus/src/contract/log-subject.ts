import type { EventLog, EventStore } from '@tributary/event-store';
import type { SqliteEventLog } from '@tributary/event-store/sqlite';
import type { GroupLog } from '../log/index.ts';
import type { EventBus } from '../port.ts';
import { type Opened, type Publication, recordIn, until } from './subject.ts';

/** A log, and how far those have come who follow it. */
export type Log = EventLog & Pick<SqliteEventLog, 'checkpoints'>;

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
      spacing: log.spacing,
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
export interface LogShape {
  readonly bus: (sources: readonly GroupLog[]) => EventBus;
  readonly recordedIn: (service: Publication['service']) => number;
}

/**
 * A bus that follows logs, for the contract suite.
 * @param start the logs
 * @param reopen what a log is after a crash
 * @param remove takes away what the logs left behind
 */
export const overLogs = (
  shape: LogShape,
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

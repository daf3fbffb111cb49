import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EventLog, EventStore } from '@tributary/event-store';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { type Opened, type Publication, describeEventBus } from '../contract/index.ts';
import { until } from '../contract/subject.ts';
import type { EventBus } from '../port.ts';
import { type GroupLog, openLogBus } from './index.ts';

type Log = EventLog & { readonly checkpoints: GroupLog['checkpoints'] };

/** A log as one process sees it: after `crash` that process neither reads nor writes any more. */
const processOn = (log: Log) => {
  const waiting = new Map<string, number>();
  const durable = new Map<string, number>();
  const messageGroups = new Set<string>();
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
        messageGroups.add(consumer);
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
  const settled = (bus: EventBus) => {
    const isStored = ({ group, position }: { group: string; position: number }) =>
      !messageGroups.has(group) || durable.get(group) === position;
    return until(() => bus.status().every(isStored), 'the checkpoints were stored');
  };
  return { source, settled, crash: () => crashed.abort() };
};

const publishTo = async (log: Log, events: readonly Publication[]): Promise<void> => {
  const appends = events.map(({ service, stream, type, data = {} }) =>
    log.forService(service).append([
      {
        stream,
        expectedVersion: 'any',
        events: [
          {
            id: randomUUID(),
            type,
            time: '2026-03-01T10:00:00.000Z',
            data,
            metadata: { source: 'contract' },
          },
        ],
      },
    ]),
  );
  await Promise.all(appends);
};

const opened = (start: Log, reopen: (log: Log) => Promise<Log>, remove: () => Promise<void>): Opened => {
  let log = start;
  let running = processOn(log);
  let bus = openLogBus(running.source);
  const crash = () => {
    running.crash();
    // It may hang on a handler that never ends, like the process that it stands for.
    bus.close().catch(() => {});
  };
  return {
    get bus() {
      return bus;
    },
    publish: (events) => publishTo(log, events),
    settled: () => running.settled(bus),
    restart: async () => {
      crash();
      log = await reopen(log);
      running = processOn(log);
      bus = openLogBus(running.source);
    },
    close: async () => {
      crash();
      await log.close();
      await remove();
    },
  };
};

describeEventBus('a log in memory', () =>
  Promise.resolve(
    opened(
      openSqliteEventLog(':memory:'),
      (log) => Promise.resolve(log),
      () => Promise.resolve(),
    ),
  ),
);

describeEventBus('a log in a file', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'log-bus-'));
  const file = path.join(folder, 'events.db');
  const reopen = async (log: Log) => {
    await log.close();
    return openSqliteEventLog(file);
  };
  return opened(openSqliteEventLog(file), reopen, () => rm(folder, { recursive: true, force: true }));
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { factTopics } from '@tributary/contracts';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { type Log, type LogShape, describeEventBus, overLogs } from '../contract/index.ts';
import { openLogBus, openSeveralLogsBus } from './index.ts';

const oneLog: LogShape = { bus: ([source]) => openLogBus(source!), recordedIn: () => 0 };

const services = ['order', 'inventory'] as const;
/** Each service has a log of its own; the bus's own facts stand in all of them. */
const logEach: LogShape = {
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
    overLogs(
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
    overLogs(
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
    return overLogs(oneLog, [openSqliteEventLog(file)], reopen, () =>
      rm(folder, { recursive: true, force: true }),
    );
  },
  { sharing },
);

import { type LogShape, describeEventBus, overLogs } from '@tributary/event-bus/contract';
import { openLogBus } from '@tributary/event-bus/log';
import { describeEventStore } from '@tributary/event-store/contract';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { startTelemetry } from './telemetry.ts';

const start = () => startTelemetry({ service: 'spec', version: '0' });

/** The log as it is, with the store of every service measured. */
const measuredLog = (log: SqliteEventLog): SqliteEventLog => {
  const { measuredStore } = start();
  return new Proxy(log, {
    get: (target, name) => {
      if (name === 'forService')
        return (service: string) => measuredStore(service, target.forService(service));
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
};

describeEventStore(
  'SQLite, measured',
  (options) => {
    const log = measuredLog(openSqliteEventLog(':memory:', options));
    return Promise.resolve({ log, reopen: () => Promise.resolve(log), close: () => log.close() });
  },
  { reopen: 'memory keeps nothing', sharing: 'one process owns the file' },
);

describeEventBus(
  'the log, measured',
  () => {
    const log = openSqliteEventLog(':memory:');
    const shape: LogShape = {
      bus: ([source]) => start().measuredBus(openLogBus(source!)),
      recordedIn: () => 0,
    };
    return Promise.resolve(
      overLogs(
        shape,
        [measuredLog(log)],
        (same) => Promise.resolve(same),
        () => Promise.resolve(),
      ),
    );
  },
  { sharing: 'one process owns the log bus' },
);

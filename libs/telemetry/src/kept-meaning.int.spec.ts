import { openLogBus } from '@tributary/event-bus/log';
import { describeEventBus } from '@tributary/event-bus/contract';
import { describeEventStore } from '@tributary/event-store/contract';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { NoopSpanProcessor } from '@opentelemetry/sdk-trace';
import { measuredBus } from './measured-bus.ts';
import { measuredLog } from './measured-store.ts';
import { type Telemetry, startTelemetry } from './telemetry.ts';

const process = { service: 'spec', instance: '1', version: '0' };
const modes: readonly (readonly [string, () => Telemetry])[] = [
  ['measured', () => startTelemetry(process)],
  ['measured and traced', () => startTelemetry({ ...process, spanProcessors: [new NoopSpanProcessor()] })],
];

describe.each(modes)('What is %s means what it meant', (name, start) => {
  describeEventStore(
    `SQLite, ${name}`,
    async (options) => {
      const telemetry = start();
      const log = measuredLog(openSqliteEventLog(':memory:', options), telemetry);
      const close = async () => {
        await log.close();
        await telemetry.shutdown();
      };
      return { log, reopen: () => Promise.resolve(log), close };
    },
    { reopen: 'memory keeps nothing', sharing: 'one process owns the file' },
  );

  describeEventBus(`the log, ${name}`, async () => {
    const telemetry = start();
    const log = measuredLog(openSqliteEventLog(':memory:'), telemetry);
    const open = () => measuredBus(openLogBus({ log, checkpoints: log.checkpoints }), telemetry);
    let bus = open();
    return {
      get bus() {
        return bus;
      },
      publish: async (events) => {
        for (const { service, stream, type, data = {} } of events) {
          const event = { id: crypto.randomUUID(), type, time: '2026-03-02T12:00:00.000Z', data };
          await log
            .forService(service)
            .append([
              { stream, expectedVersion: 'any', events: [{ ...event, metadata: { source: service } }] },
            ]);
        }
      },
      settled: () => bus.close(),
      restart: async () => {
        await bus.close();
        bus = open();
      },
      close: async () => {
        await bus.close();
        await log.close();
        await telemetry.shutdown();
      },
    };
  });
});

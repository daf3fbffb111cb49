import type { Service } from '@tributary/contracts';
import type { EventBus } from '@tributary/event-bus';
import { openLogBus } from '@tributary/event-bus/log';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { groupsOf } from '@tributary/gateway';
import type { ReadStore } from '@tributary/read-store';
import { type Telemetry, measuredBus, measuredLog } from '@tributary/telemetry';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import type { dataFolder } from './data-folder.ts';
import type { Ground } from './ground.ts';
import { type Composed, composeServices } from './services.ts';

/** The five services over one log and one bus. */
export const composeEmbedded = (
  log: SqliteEventLog,
  readStore: (service: Service) => ReadStore,
  telemetry?: Telemetry,
): Composed & { bus: EventBus } => {
  const plain = openLogBus({ log, checkpoints: log.checkpoints });
  const bus = telemetry ? measuredBus(plain, telemetry) : plain;
  const composed = composeServices({
    events: (service) => log.forService(service),
    readStore,
    groups: groupsOf(bus),
  });
  return { ...composed, bus };
};

/**
 * All services in this process over one data folder.
 * @param onFatal told when the disk failed and the process must end
 * @throws StoreUnavailable when another process has the data folder
 */
export const openEmbedded = (
  folder: ReturnType<typeof dataFolder>,
  onFatal: (error: unknown) => void,
  telemetry?: Telemetry,
): Ground => {
  const opened = openSqliteEventLog(folder.eventLog, { onFatal });
  const log = telemetry ? measuredLog(opened, telemetry) : opened;
  const readStore = openSqliteReadStore(folder.readModels);
  const { bus, ...composed } = composeEmbedded(log, () => readStore, telemetry);
  return {
    ...composed,
    busOf: () => bus,
    groups: groupsOf(bus),
    missing: () => Promise.resolve([]),
    start: () => Promise.resolve(),
    drain: () => bus.close(),
    close: async () => {
      await readStore.close();
      await log.close();
    },
  };
};

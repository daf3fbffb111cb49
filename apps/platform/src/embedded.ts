import type { Service } from '@tributary/contracts';
import type { EventBus } from '@tributary/event-bus';
import { openLogBus } from '@tributary/event-bus/log';
import type { SqliteEventLog } from '@tributary/event-store/sqlite';
import { groupsOf } from '@tributary/gateway';
import type { ReadStore } from '@tributary/read-store';
import { type Composed, composeServices } from './services.ts';

/** The five services over one log and one bus. */
export const composeEmbedded = (
  log: SqliteEventLog,
  readStore: (service: Service) => ReadStore,
): Composed & { bus: EventBus } => {
  const bus = openLogBus({ log, checkpoints: log.checkpoints });
  const composed = composeServices({
    events: (service) => log.forService(service),
    readStore,
    groups: groupsOf(bus),
  });
  return { ...composed, bus };
};

import type { Service } from '@tributary/contracts';
import type { EventBus } from '@tributary/event-bus';
import { refoldingBus } from '@tributary/event-bus/log';
import { groupsOf } from '@tributary/gateway';
import type { ReadStore } from '@tributary/read-store';
import type { LogPart, Logs } from './logs.ts';
import { type Composed, composeServices } from './services.ts';

/** The five services in one process over its logs and one bus. */
export const composeEmbedded = (
  logs: Logs,
  readStore: (service: Service) => ReadStore,
): Composed & { bus: EventBus } => {
  const bus = logs.openBus();
  const composed = composeServices({
    events: (service) => logs.store(service),
    readStore,
    groups: groupsOf(bus),
    ...stockOf(logs.parts),
  });
  return { ...composed, bus };
};

/** Where inventory has a log of its own, a decision sees all of it: offsets of other logs say nothing of levels. */
const stockOf = (parts: readonly LogPart[]) => {
  const inventory = parts.find(({ partition }) => partition === 'inventory');
  return inventory
    ? { stockHead: async () => ({ partition: 'inventory', offset: await inventory.log.all.head() }) }
    : {};
};

/**
 * A bus that folds all the logs into projectors, one log after the other, and ends.
 * @param through how far in each log a group's fold goes
 */
export const refoldingLogs = (
  logs: Logs,
  through: (group: string, part: LogPart) => Promise<number>,
): Pick<EventBus, 'subscribe' | 'broadcast'> => ({
  broadcast: () => Promise.resolve(),
  subscribe: async (subscription) => {
    for (const part of logs.parts)
      await refoldingBus(part.log, (group) => through(group, part), {
        partition: part.partition,
      }).subscribe(subscription);
  },
});

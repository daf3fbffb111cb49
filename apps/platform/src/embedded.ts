import type { Service } from '@tributary/contracts';
import type { EventBus } from '@tributary/event-bus';
import { refoldingBus } from '@tributary/event-bus/log';
import type { ConsumerGroups } from '@tributary/gateway';
import type { ReadStore } from '@tributary/read-store';
import type { LogPart, Logs } from './logs.ts';
import type { Places } from './places.ts';
import { type Composed, type Surroundings, composeServices } from './services.ts';

/** The five services in one process over its logs. */
export const composeEmbedded = (
  logs: Logs,
  readStore: (service: Service) => ReadStore,
  groups: ConsumerGroups,
  states?: Surroundings['states'],
): Composed =>
  composeServices({
    events: (service) => logs.store(service),
    readStore,
    groups,
    ...(states && { states }),
  });

/** Of services that are composed for their read models alone. */
export const noGroups: ConsumerGroups = {
  status: () => Promise.resolve({ items: [] }),
  redrive: (group) => Promise.reject(new RangeError(`There is no consumer group ${group}.`)),
};

/**
 * A bus that folds all the logs into projectors, one log after the other, and ends.
 * @param through how far in a partition a group's fold goes
 */
export const refoldingLogs = (
  logs: Logs,
  places: Places,
  through: (group: string, part: LogPart) => Promise<(partition: string) => number>,
): Pick<EventBus, 'subscribe' | 'broadcast'> => ({
  broadcast: () => Promise.resolve({ caughtUp: () => Promise.resolve() }),
  subscribe: async (subscription) => {
    for (const part of logs.parts)
      await refoldingBus(part.log, {
        through: (group) => through(group, part),
        ...places.of(part),
      }).subscribe(subscription);
  },
});

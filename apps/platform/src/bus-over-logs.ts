import { openLogBus, openSeveralLogsBus } from '@tributary/event-bus/log';
import type { Logs } from './logs.ts';
import { logPlaces } from './places.ts';
import type { PlatformBus } from './platform-bus.ts';

/** The groups follow the logs themselves. */
export const busOverLogs = ({ parts }: Logs): PlatformBus => {
  const [first] = parts;
  const logs = parts.map(({ name, ...part }) => ({ ...part, partition: name }));
  const inventory = parts.find(({ name }) => name === 'inventory');
  return {
    bus: logs.length === 1 ? openLogBus(first!) : openSeveralLogsBus(logs),
    places: logPlaces,
    // Where inventory has a log of its own, offsets of other logs say nothing of levels.
    ...(inventory && {
      stockHead: async () => ({ partition: inventory.name, offset: await inventory.log.all.head() }),
    }),
    close: () => Promise.resolve(),
  };
};

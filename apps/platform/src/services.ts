import { openLogBus } from '@tributary/event-bus/log';
import type { ServiceParts } from '@tributary/event-bus/nest';
import type { SqliteEventLog } from '@tributary/event-store/sqlite';
import { gatewayService } from '@tributary/gateway';
import { inventoryService } from '@tributary/inventory';
import { orderService } from '@tributary/order';
import type { ReadStore } from '@tributary/read-store';
import { repositoryService } from '@tributary/repository';
import { sourcingService } from '@tributary/sourcing';

/** The five services over one log, one bus and one read store. */
export const composeServices = (log: SqliteEventLog, readStore: ReadStore) => {
  const bus = openLogBus({ log, checkpoints: log.checkpoints });
  const gateway = gatewayService({ events: log.forService('gateway'), bus, readStore });
  const services: ServiceParts[] = [
    gateway,
    inventoryService({ events: log.forService('inventory'), readStore }),
    orderService({ events: log.forService('order') }),
    sourcingService({ events: log.forService('sourcing'), readStore }),
    repositoryService({ readStore }),
  ];
  return { bus, keys: gateway.keys, services };
};

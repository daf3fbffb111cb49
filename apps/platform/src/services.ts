import type { Service } from '@tributary/contracts';
import type { ServiceParts } from '@tributary/event-bus/nest';
import type { Place } from '@tributary/event-bus';
import type { EventStore } from '@tributary/event-store';
import { type ConsumerGroups, type GatewayParts, gatewayService } from '@tributary/gateway';
import { inventoryService } from '@tributary/inventory';
import { orderService } from '@tributary/order';
import type { ReadStore } from '@tributary/read-store';
import { repositoryService } from '@tributary/repository';
import { sourcingService } from '@tributary/sourcing';

/** What services are built on: which adapters, is not theirs to know. */
export interface Surroundings {
  events(service: Service): EventStore;
  readStore(service: Service): ReadStore;
  readonly groups: ConsumerGroups;
  /** The end of inventory's log as a place of the bus, where other services' places do not tell it. */
  readonly stockHead?: () => Promise<Place>;
}

export interface Composed {
  readonly services: readonly ServiceParts[];
  readonly gateway: GatewayParts;
}

/** The five services over what surrounds them. */
export const composeServices = ({ events, readStore, groups, stockHead }: Surroundings): Composed => {
  const gateway = gatewayService({ events: events('gateway'), readStore: readStore('gateway'), groups });
  return {
    gateway,
    services: [
      gateway,
      inventoryService({ events: events('inventory'), readStore: readStore('inventory') }),
      orderService({ events: events('order') }),
      sourcingService({
        events: events('sourcing'),
        readStore: readStore('sourcing'),
        ...(stockHead && { stockHead }),
      }),
      repositoryService({ readStore: readStore('repository') }),
    ],
  };
};

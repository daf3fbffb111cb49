import type { Service } from '@tributary/contracts';
import type { ServiceParts } from '@tributary/event-bus/nest';
import type { Admission, Place, StateTopic } from '@tributary/event-bus';
import type { EventStore } from '@tributary/event-store';
import {
  type ConsumerGroups,
  type FeedLog,
  type GatewayDependencies,
  type GatewayParts,
  type Outgoing,
  gatewayService,
} from '@tributary/gateway';
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
  /** The logs of all services, where the gateway is: it tells others what happened. */
  readonly logs?: readonly FeedLog[];
  /** What it takes to send that to them. */
  readonly outgoing?: Outgoing;
  /** What it seals sessions of browsers with. */
  readonly sessionSealer?: GatewayDependencies['sessionSealer'];
  /** Lets new orders and messages in; all of them when left out. */
  readonly admission?: Admission;
  /** The end of inventory's log as a place of the bus, where other services' places do not tell it. */
  readonly stockHead?: () => Promise<Place>;
  /** Over which the processes that share the engines tell one another what is newest; absent where there is one process. */
  readonly states?: States;
}

export interface States {
  readonly levels: StateTopic;
  /** Left out where nobody listens: read models that are built anew. */
  readonly orders?: StateTopic;
}

export interface Composed {
  readonly services: readonly ServiceParts[];
  readonly gateway: GatewayParts;
}

/** The five services over what surrounds them. */
export const composeServices = (surroundings: Surroundings): Composed => {
  const { events, readStore, groups, logs, outgoing, sessionSealer, admission, stockHead, states } =
    surroundings;
  const gateway = gatewayService({
    events: events('gateway'),
    readStore: readStore('gateway'),
    groups,
    ...(logs && { logs }),
    ...(outgoing && { outgoing }),
    ...(sessionSealer && { sessionSealer }),
    ...(admission && { admission }),
  });
  return {
    gateway,
    services: [
      gateway,
      inventoryService({
        events: events('inventory'),
        readStore: readStore('inventory'),
        ...(states && { levels: states.levels }),
      }),
      orderService({ events: events('order'), ...(admission && { admission }) }),
      sourcingService({
        events: events('sourcing'),
        readStore: readStore('sourcing'),
        ...(states && { levelsFrom: 'states' }),
        ...(stockHead && { stockHead }),
      }),
      repositoryService({
        readStore: readStore('repository'),
        ...(states?.orders && { orders: states.orders }),
      }),
    ],
  };
};

/**
 * Stands where the store of a service would be that runs elsewhere: of that service its routes are known
 * here, and requests are handed on before anything is asked of it.
 */
export const elsewhere = {} as never;

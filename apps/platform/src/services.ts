import { type Service, services, stateTopics } from '@tributary/contracts';
import type { StateTopic } from '@tributary/event-bus';
import type { ServiceParts } from '@tributary/event-bus/nest';
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
  groups: ConsumerGroups;
  /** Compacted topics, where processes share no memory. */
  state?(topic: (typeof stateTopics)[keyof typeof stateTopics]): StateTopic;
}

/** Services with read models of their own. */
export const readers: readonly Service[] = ['gateway', 'inventory', 'repository'];

export interface Composed {
  readonly services: readonly ServiceParts[];
  readonly gateway?: GatewayParts;
}

/** Stands where nothing stands: what is asked of it is asked by mistake. */
const absent = <T extends object>(): T =>
  new Proxy({} as T, {
    get: (_, name) => {
      if (name === 'shared') return true;
      throw new Error('This service runs elsewhere.');
    },
  });

/** Services for what they declare, routes and handlers, without anything to work on. */
export const describeServices = (
  names: readonly Service[] = services,
  readStore: (service: Service) => ReadStore = absent,
): readonly ServiceParts[] =>
  composeServices({ events: absent, readStore, groups: absent() }, names).services;

/** The parts of some services over what surrounds them. */
export const composeServices = (around: Surroundings, names: readonly Service[] = services): Composed => {
  const { state } = around;
  const build: Record<Service, () => ServiceParts> = {
    gateway: () =>
      gatewayService({
        events: around.events('gateway'),
        readStore: around.readStore('gateway'),
        groups: around.groups,
      }),
    inventory: () =>
      inventoryService({
        events: around.events('inventory'),
        readStore: around.readStore('inventory'),
        ...(state && { availability: state(stateTopics.availability) }),
      }),
    order: () => orderService({ events: around.events('order') }),
    sourcing: () =>
      sourcingService({
        events: around.events('sourcing'),
        // Replicas share no copy: each reads what inventory publishes.
        ...(!state && { readStore: around.readStore('sourcing') }),
      }),
    repository: () =>
      repositoryService({
        readStore: around.readStore('repository'),
        ...(state && { orders: state(stateTopics.orders) }),
      }),
  };
  const built = services.filter((name) => names.includes(name)).map((name) => build[name]());
  const gateway = built.find(({ name }) => name === 'gateway') as GatewayParts | undefined;
  return { services: built, ...(gateway && { gateway }) };
};

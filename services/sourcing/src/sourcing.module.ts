import { factTopics } from '@tributary/contracts';
import type { ServiceParts } from '@tributary/event-bus/nest';
import type { EventStore } from '@tributary/event-store';
import type { ReadStore } from '@tributary/read-store';
import { NetworkController } from './edge/http/network.controller.ts';
import { OrdersConsumer } from './edge/log/orders.consumer.ts';
import { sourcingTransport } from './edge/transport.ts';
import { Networks } from './use-cases/networks.ts';
import { Sourcings } from './use-cases/sourcings.ts';
import { StockReplica } from './use-cases/stock-replica.ts';

class SourcingModule {}

/** The network, the rule set, and from where each order is served. */
export const sourcingService = ({
  events,
  readStore,
}: {
  events: EventStore;
  readStore: ReadStore;
}): ServiceParts => {
  const networks = new Networks(events);
  const replica = new StockReplica(readStore, 'sourcing-stock', factTopics.inventory);
  return {
    name: 'sourcing',
    transport: sourcingTransport,
    projectors: [replica],
    closed: () => replica.close(),
    module: {
      module: SourcingModule,
      controllers: [NetworkController, OrdersConsumer],
      providers: [
        { provide: Networks, useValue: networks },
        { provide: StockReplica, useValue: replica },
        { provide: Sourcings, useValue: new Sourcings(events, networks, replica) },
      ],
    },
  };
};

import { factTopics } from '@tributary/contracts';
import type { Place } from '@tributary/event-bus';
import type { ServiceParts } from '@tributary/event-bus/nest';
import type { EventStore } from '@tributary/event-store';
import type { ReadStore } from '@tributary/read-store';
import { NetworkController } from './edge/http/network.controller.ts';
import { BackordersConsumer } from './edge/log/backorders.consumer.ts';
import { OrdersConsumer } from './edge/log/orders.consumer.ts';
import { sourcingTransport } from './edge/transport.ts';
import { BackorderQueues } from './use-cases/backorder-queues.ts';
import { Backorders } from './use-cases/backorders.ts';
import { Networks } from './use-cases/networks.ts';
import { Sourcings } from './use-cases/sourcings.ts';
import { type KnownStock, StockReplica, knownStockToken } from './use-cases/stock-replica.ts';

class SourcingModule {}

export interface SourcingDependencies {
  readonly events: EventStore;
  /** Where its copy of stock levels is kept. */
  readonly readStore: ReadStore;
  /** The end of inventory's log as a place of the bus, where an order's place on it does not tell it. */
  readonly stockHead?: () => Promise<Place>;
}

/** The network, the rule set, and from where each order is served. */
export const sourcingService = ({ events, readStore, stockHead }: SourcingDependencies): ServiceParts => {
  const networks = new Networks(events);
  const stock: KnownStock = new StockReplica(readStore, 'sourcing-stock', factTopics.inventory, stockHead);
  const queues = new BackorderQueues(events);
  const sourcings = new Sourcings(events, networks, stock, queues);
  return {
    name: 'sourcing',
    transport: sourcingTransport,
    projectors: [stock],
    closed: () => stock.close(),
    module: {
      module: SourcingModule,
      controllers: [NetworkController, OrdersConsumer, BackordersConsumer],
      providers: [
        { provide: Networks, useValue: networks },
        { provide: knownStockToken, useValue: stock },
        { provide: Sourcings, useValue: sourcings },
        { provide: Backorders, useValue: new Backorders(queues, sourcings, stock) },
      ],
    },
  };
};

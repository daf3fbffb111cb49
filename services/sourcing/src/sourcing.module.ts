import { Logger } from '@nestjs/common';
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
import { type KnownStock, knownStockToken } from './use-cases/known-stock.ts';
import { MissingLevels } from './use-cases/missing-levels.ts';
import { Networks } from './use-cases/networks.ts';
import { Sourcings } from './use-cases/sourcings.ts';
import { StockFeed } from './use-cases/stock-feed.ts';
import { StockReplica } from './use-cases/stock-replica.ts';

class SourcingModule {}

export interface SourcingDependencies {
  readonly events: EventStore;
  /** Where its copy of stock levels is kept. */
  readonly readStore: ReadStore;
  /**
   * How it knows stock levels: folded from inventory's facts, by one process that has all of them (what
   * holds when left out), or as inventory publishes them, by any number of processes.
   */
  readonly levelsFrom?: 'facts' | 'states';
  /** The end of inventory's log as a place of the bus, where an order's place on it does not tell it. */
  readonly stockHead?: () => Promise<Place>;
}

/** The network, the rule set, and from where each order is served. */
export const sourcingService = (dependencies: SourcingDependencies): ServiceParts => {
  const { events } = dependencies;
  const networks = new Networks(events);
  const stock = knownStock(dependencies);
  const queues = new BackorderQueues(events);
  const sourcings = new Sourcings(events, networks, stock, queues);
  const logger = new Logger('sourcing');
  const missing = new MissingLevels(
    (message) => logger.warn(message),
    () => performance.now(),
  );
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
        { provide: Backorders, useValue: new Backorders(queues, sourcings, stock, missing) },
      ],
    },
  };
};

const knownStock = ({ readStore, levelsFrom = 'facts', stockHead }: SourcingDependencies): KnownStock => {
  switch (levelsFrom) {
    case 'facts':
      return new StockReplica(readStore, 'sourcing-stock', factTopics.inventory, stockHead);
    case 'states':
      return new StockFeed();
  }
};

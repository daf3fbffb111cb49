import { factTopics } from '@tributary/contracts';
import type { StateTopic } from '@tributary/event-bus';
import type { ServiceParts } from '@tributary/event-bus/nest';
import { Projector, type ProjectorOptions, type ReadStore } from '@tributary/read-store';
import { LiveOrders } from './edge/http/live-orders.ts';
import { OrderHistoryController } from './edge/http/order-history.controller.ts';
import { OverviewController } from './edge/http/overview.controller.ts';
import { readStoreToken } from './edge/tokens.ts';
import { orderList } from './projections/order-list/order-list.ts';
import { orderStates } from './projections/order-page/order-state.ts';
import { orderPage } from './projections/order-page/evolve-order-page.ts';
import { orderTimeline } from './projections/order-timeline/order-timeline.ts';
import { customer, product } from './projections/reference-data/reference-data.ts';
import { throughput } from './projections/throughput/throughput.ts';
import { unmatchedReturn } from './projections/unmatched-returns/unmatched-returns.ts';

class RepositoryModule {}

/** How long new events gather before they are folded and written, in milliseconds: an order's first steps then cost one write. */
const linger = 40;

/** Names of products and customers may come a little later, many at once. */
const referenceDataLinger = 250;

export const repositoryProjectors = (
  readStore: ReadStore,
  told: Partial<Pick<ProjectorOptions, 'onApplied' | 'publish'>> = {},
): Projector[] => [
  new Projector(readStore, {
    group: 'repository-orders',
    topics: [factTopics.order, factTopics.sourcing],
    projections: [orderPage, orderTimeline, throughput, unmatchedReturn],
    derived: [orderList],
    linger,
    cacheSize: 8_000,
    ...told,
  }),
  new Projector(readStore, {
    group: 'repository-reference-data',
    topics: ['tributary.accepted.catalogue', 'tributary.accepted.customers'],
    projections: [product, customer],
    linger: referenceDataLinger,
  }),
];

export interface RepositoryDependencies {
  readonly readStore: ReadStore;
  /**
   * Where the states of orders are published, if anywhere. Then each replica also learns from there
   * what the others changed, and tells the pages that are open on it.
   */
  readonly orders?: StateTopic;
}

/** The read model built from the event stream alone: orders, timelines, search. */
export const repositoryService = ({ readStore, orders }: RepositoryDependencies): ServiceParts => {
  const live = new LiveOrders();
  const projectors = orders
    ? [...repositoryProjectors(readStore, { publish: (pages) => orders.publish(orderStates(pages)) }), live]
    : repositoryProjectors(readStore, { onApplied: (pages) => live.changed([...pages.values()]) });
  return {
    name: 'repository',
    projectors,
    closing: () => live.close(),
    module: {
      module: RepositoryModule,
      controllers: [OrderHistoryController, OverviewController],
      providers: [
        { provide: readStoreToken, useValue: readStore },
        { provide: LiveOrders, useValue: live },
      ],
    },
  };
};

import { factTopics, inboxTopic } from '@tributary/contracts';
import type { StateTopic } from '@tributary/event-bus';
import type { ServiceParts } from '@tributary/event-bus/nest';
import { Projector, type ProjectorOptions, type ReadStore } from '@tributary/read-store';
import { ReconciliationController } from './edge/http/reconciliation.controller.ts';
import { AffinityController } from './edge/http/affinity.controller.ts';
import { CustomerOverviewController } from './edge/http/customer-overview.controller.ts';
import { LiveOrders } from './edge/http/live-orders.ts';
import { OrderHistoryController } from './edge/http/order-history.controller.ts';
import { SegmentsController } from './edge/http/segments.controller.ts';
import { TimelinePreviewController } from './edge/http/timeline-preview.controller.ts';
import { OverviewController } from './edge/http/overview.controller.ts';
import { QueuesController } from './edge/http/queues.controller.ts';
import { ReferenceDataController } from './edge/http/reference-data.controller.ts';
import { ReportsController } from './edge/http/reports.controller.ts';
import { readStoreToken } from './edge/tokens.ts';
import { orderList } from './projections/order-list/order-list.ts';
import { orderPage } from './projections/order-page/evolve-order-page.ts';
import { orderTimeline } from './projections/order-timeline/order-timeline.ts';
import { customerLink, linkingTypes } from './projections/customer-links/customer-links.ts';
import { customer, product } from './projections/reference-data/reference-data.ts';
import { definingTypes, segmentDefinition } from './projections/segment-definitions/segment-definitions.ts';
import { policySettingTypes, timelinePolicyInForce } from './projections/timeline-policy/timeline-policy.ts';
import { throughput } from './projections/throughput/throughput.ts';
import { unmatchedReturn } from './projections/unmatched-returns/unmatched-returns.ts';
import { waitingMessage } from './projections/waiting-messages/waiting-messages.ts';
import { BoughtTogether } from './use-cases/bought-together.ts';
import { CustomerOverviews } from './use-cases/customer-overviews.ts';
import { CustomerSegments } from './use-cases/customer-segments.ts';
import { SegmentSamples } from './use-cases/segment-samples.ts';
import { CustomerSearch } from './use-cases/customer-search.ts';
import { OrderReconciliation } from './use-cases/order-reconciliation.ts';
import { NamedOrders } from './use-cases/named-orders.ts';
import { SearchedOrders } from './use-cases/searched-orders.ts';
import { PastOrders } from './use-cases/past-orders.ts';
import { QueriedOrders } from './use-cases/order-query/queried-orders.ts';
import { ProductSearch } from './use-cases/product-search.ts';
import { TimelineSamples } from './use-cases/timeline-samples.ts';
import { Timelines } from './use-cases/timelines.ts';
import { TradeReports } from './use-cases/trade-reports.ts';
import { orderStatesOf, publishedOrders } from './use-cases/published-orders.ts';

class RepositoryModule {}

/** How long new events gather before they are folded and written, in milliseconds: an order's first steps then cost one write. */
const linger = 40;

/** Names of products and customers may come a little later, many at once. */
const referenceDataLinger = 250;

/** @param told what is told of order pages that change, if anything */
export const repositoryProjectors = (
  readStore: ReadStore,
  told?: Pick<ProjectorOptions, 'publish' | 'onApplied'>,
): Projector[] => [
  new Projector(readStore, {
    group: 'repository-orders',
    topics: [factTopics.order, factTopics.sourcing],
    projections: [orderPage, orderTimeline, throughput, unmatchedReturn, waitingMessage],
    derived: [orderList],
    linger,
    cacheSize: 8_000,
    ...told,
  }),
  new Projector(readStore, {
    group: 'repository-reference-data',
    topics: [inboxTopic],
    types: new Set(['tributary.product.updated.v1', 'tributary.customer.updated.v1', ...linkingTypes]),
    projections: [product, customer, customerLink],
    linger: referenceDataLinger,
  }),
  new Projector(readStore, {
    group: 'repository-segments',
    topics: [factTopics.order],
    types: new Set(definingTypes),
    projections: [segmentDefinition],
    linger,
  }),
  new Projector(readStore, {
    group: 'repository-timeline-policy',
    topics: [factTopics.order],
    types: new Set(policySettingTypes),
    projections: [timelinePolicyInForce],
    linger,
  }),
];

export interface RepositoryDependencies {
  readonly readStore: ReadStore;
  /** Over which every process learns of changed orders, whichever folded them; left out where there is one process. */
  readonly orders?: StateTopic;
}

/** The read model built from the event stream alone: orders, timelines, search. */
export const repositoryService = ({ readStore, orders }: RepositoryDependencies): ServiceParts => {
  const live = new LiveOrders();
  const timelines = new Timelines(readStore);
  const named = new NamedOrders(readStore);
  const past = new PastOrders(timelines);
  const overviews = new CustomerOverviews(readStore, named, past);
  const projectors = orders
    ? [live, ...repositoryProjectors(readStore, publishedOrders(orders))]
    : repositoryProjectors(readStore, { onApplied: (pages) => live.changed(orderStatesOf(pages)) });
  return {
    name: 'repository',
    projectors,
    closing: () => live.close(),
    module: {
      module: RepositoryModule,
      controllers: [
        OrderHistoryController,
        QueuesController,
        OverviewController,
        ReferenceDataController,
        CustomerOverviewController,
        AffinityController,
        SegmentsController,
        TimelinePreviewController,
        ReconciliationController,
        ReportsController,
      ],
      providers: [
        { provide: readStoreToken, useValue: readStore },
        { provide: LiveOrders, useValue: live },
        { provide: NamedOrders, useValue: named },
        { provide: SearchedOrders, useValue: new SearchedOrders(readStore, named) },
        { provide: CustomerOverviews, useValue: overviews },
        { provide: OrderReconciliation, useValue: new OrderReconciliation(readStore, timelines) },
        { provide: BoughtTogether, useValue: new BoughtTogether(readStore, overviews) },
        { provide: QueriedOrders, useValue: new QueriedOrders(readStore, named) },
        { provide: CustomerSegments, useValue: new CustomerSegments(readStore, overviews) },
        { provide: SegmentSamples, useValue: new SegmentSamples(readStore, overviews) },
        { provide: CustomerSearch, useValue: new CustomerSearch(readStore) },
        { provide: ProductSearch, useValue: new ProductSearch(readStore) },
        { provide: TradeReports, useValue: new TradeReports(readStore) },
        { provide: TimelineSamples, useValue: new TimelineSamples(readStore, timelines) },
        { provide: Timelines, useValue: timelines },
        { provide: PastOrders, useValue: past },
      ],
    },
  };
};

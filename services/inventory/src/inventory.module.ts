import { factTopics } from '@tributary/contracts';
import type { StateTopic } from '@tributary/event-bus';
import type { ServiceParts } from '@tributary/event-bus/nest';
import { type EventStore, Setting } from '@tributary/event-store';
import { Projector, type ReadStore } from '@tributary/read-store';
import { allIsTold, availabilityPolicyStream } from './domain/availability/policy.ts';
import { AvailabilityPolicyController } from './edge/http/availability-policy.controller.ts';
import { ReconciliationController } from './edge/http/reconciliation.controller.ts';
import { StockController } from './edge/http/stock.controller.ts';
import { AllocationConsumer } from './edge/log/allocation.consumer.ts';
import { StockConsumer } from './edge/log/stock.consumer.ts';
import { availabilityPolicyToken, readStoreToken } from './edge/tokens.ts';
import { inventoryTransport } from './edge/transport.ts';
import { knownLocation } from './projections/known-location/known-location.ts';
import { stockPosition } from './projections/stock-position/stock-position.ts';
import { Availability } from './use-cases/availability.ts';
import { LedgerSnapshots } from './use-cases/ledger-snapshots.ts';
import { publishedLevels } from './use-cases/published-levels.ts';
import { StockFigures } from './use-cases/stock-figures.ts';
import { StockLedgers } from './use-cases/stock-ledgers.ts';
import { StockRepairPreviews } from './use-cases/stock-repair-preview.ts';
import { StockReconciliation } from './use-cases/stock-reconciliation.ts';

class InventoryModule {}

export interface InventoryDependencies {
  readonly events: EventStore;
  readonly readStore: ReadStore;
  /** Where levels are published for processes that hold all of them; nowhere when left out. */
  readonly levels?: StateTopic;
}

/** Stock ledgers, reservations, availability. */
export const inventoryService = ({ events, readStore, levels }: InventoryDependencies): ServiceParts => {
  const ledgers = new StockLedgers(events, new LedgerSnapshots(readStore));
  const figures = new StockFigures(ledgers);
  const policy = new Setting(
    events,
    'inventory',
    availabilityPolicyStream,
    allIsTold,
    'tributary.availability.policy-set.v1',
  );
  return {
    name: 'inventory',
    transport: inventoryTransport,
    projectors: [stockPositions(readStore, levels), locationsKnown(readStore)],
    module: {
      module: InventoryModule,
      controllers: [
        StockController,
        ReconciliationController,
        AvailabilityPolicyController,
        StockConsumer,
        AllocationConsumer,
      ],
      providers: [
        { provide: StockLedgers, useValue: ledgers },
        { provide: StockFigures, useValue: figures },
        { provide: StockRepairPreviews, useValue: new StockRepairPreviews(ledgers) },
        { provide: StockReconciliation, useValue: new StockReconciliation(ledgers, figures, readStore) },
        { provide: Availability, useValue: new Availability(readStore, policy) },
        { provide: availabilityPolicyToken, useValue: policy },
        { provide: readStoreToken, useValue: readStore },
      ],
    },
  };
};

const stockPositions = (readStore: ReadStore, levels?: StateTopic): Projector =>
  new Projector(readStore, {
    group: 'inventory-stock',
    topics: [factTopics.inventory],
    projections: [stockPosition],
    linger: 50,
    ...(levels && { publish: publishedLevels(levels) }),
  });

const locationsKnown = (readStore: ReadStore): Projector =>
  new Projector(readStore, {
    group: 'inventory-locations',
    topics: [factTopics.sourcing],
    types: new Set(['tributary.location.defined.v1']),
    projections: [knownLocation],
    linger: 50,
  });

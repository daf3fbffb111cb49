import { factTopics } from '@tributary/contracts';
import type { StateRecord, StateTopic } from '@tributary/event-bus';
import type { ServiceParts } from '@tributary/event-bus/nest';
import type { EventStore } from '@tributary/event-store';
import { Projector, type ReadStore } from '@tributary/read-store';
import { StockController } from './edge/http/stock.controller.ts';
import { AllocationConsumer } from './edge/log/allocation.consumer.ts';
import { StockConsumer } from './edge/log/stock.consumer.ts';
import { readStoreToken } from './edge/tokens.ts';
import { inventoryTransport } from './edge/transport.ts';
import { type StockPosition, stockPosition } from './projections/stock-position/stock-position.ts';
import { StockLedgers } from './use-cases/stock-ledgers.ts';

class InventoryModule {}

export interface InventoryDependencies {
  readonly events: EventStore;
  readonly readStore: ReadStore;
  /** Where levels are published for those who join late, if anywhere. */
  readonly availability?: StateTopic;
}

/** Stock ledgers, reservations, availability. */
export const inventoryService = ({ events, readStore, availability }: InventoryDependencies): ServiceParts => ({
  name: 'inventory',
  transport: inventoryTransport,
  projectors: [stockPositions(readStore, availability)],
  module: {
    module: InventoryModule,
    controllers: [StockController, StockConsumer, AllocationConsumer],
    providers: [
      { provide: StockLedgers, useValue: new StockLedgers(events) },
      { provide: readStoreToken, useValue: readStore },
    ],
  },
});

const stockPositions = (readStore: ReadStore, availability?: StateTopic): Projector =>
  new Projector(readStore, {
    group: 'inventory-stock',
    topics: [factTopics.inventory],
    projections: [stockPosition],
    linger: 50,
    ...(availability && { publish: (positions) => availability.publish(statesOf(positions)) }),
  });

const statesOf = (positions: ReadonlyMap<string, object | undefined>): StateRecord[] =>
  [...positions].flatMap(([key, position]) =>
    position ? [{ key, data: position, time: (position as StockPosition).updatedAt }] : [],
  );

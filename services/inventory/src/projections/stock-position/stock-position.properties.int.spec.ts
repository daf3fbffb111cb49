import { type InventoryFact, factTopics, facts } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { Projector } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { type Delivery, type Keyed, deliveriesOf } from '@tributary/testing';
import fc from 'fast-check';
import { stockPosition, stockPositions } from './stock-position.ts';

const moment = fc.constantFrom('12:00:00.000', '12:00:30.000', '12:01:00.000');

const anyMovement = (sku: string, location: string) => {
  const at = { sku, location };
  const held = { ...at, reservationId: 'r', orderId: 'web.1', fulfilmentId: 'S1', lineId: '1', quantity: 2 };
  const of = <T extends InventoryFact['type'] & keyof (typeof facts)['inventory']>(
    type: T,
    data: object,
  ) => ({
    type,
    data: facts.inventory[type].parse(data) as object,
  });
  return fc.constantFrom(
    of('tributary.inventory.received.v1', { ...at, delta: 5 }),
    of('tributary.inventory.reserved.v1', held),
    of('tributary.inventory.issued.v1', { ...held, delta: -2 }),
    of('tributary.inventory.sold.v1', { ...at, delta: -3, orderId: 'pos.1', lineId: '1' }),
  );
};

/** The ledger of one SKU at one location. */
const anyLedger = (sku: string, location: string): fc.Arbitrary<readonly Keyed<RecordedEvent>[]> =>
  fc.array(fc.record({ fact: anyMovement(sku, location), at: moment }), { maxLength: 10 }).map((movements) =>
    movements.map(({ fact, at }, index) => ({
      topic: factTopics.inventory,
      key: `${sku}@${location}`,
      event: {
        ...fact,
        id: `${sku}@${location} ${index}`,
        time: `2026-03-02T${at}Z`,
        recordedTime: '2026-03-02T23:00:00.000Z',
        metadata: { source: 'tributary/inventory' },
        position: index + 1,
        stream: `stock-${sku}@${location}`,
        version: index + 1,
      },
    })),
  );

/** Every position, byte for byte; after each batch a process starts again and is told the one before once more. */
const positionsAfter = async (deliveries: readonly Delivery<RecordedEvent>[]) => {
  const store = openSqliteReadStore(':memory:');
  const begun = async () => {
    const topics = [factTopics.inventory];
    const projector = new Projector(store, {
      group: 'inventory-stock',
      topics,
      projections: [stockPosition],
    });
    await projector.start({ subscribe: () => Promise.resolve() });
    return projector;
  };
  const told = new Map<string, Delivery<RecordedEvent>['messages']>();
  for (const { messages, through } of deliveries) {
    const before = told.get(through.partition) ?? [];
    await (await begun()).apply([...before, ...messages], through);
    told.set(through.partition, messages);
  }
  await begun();
  const positions: string[] = [];
  for await (const { id, json } of store.scan(stockPositions)) positions.push(`${id} ${json}`);
  await store.close();
  return positions;
};

describe('The stock of a network', () => {
  it('is the same bytes however its ledgers interleave, are cut into batches and come again', async () => {
    const ledgers = fc.tuple(anyLedger('MUG', 'leeds'), anyLedger('MUG', 'york'), anyLedger('CUP', 'leeds'));
    const how = fc.record({
      turns: fc.array(fc.nat({ max: 5 }), { maxLength: 30 }),
      sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
    });
    const property = fc.asyncProperty(
      ledgers,
      how,
      fc.integer({ min: 1, max: 3 }),
      async (told, chances, partitions) => {
        const plain = deliveriesOf(told, partitions, { turns: [], sizes: [1_000] });
        expect(await positionsAfter(deliveriesOf(told, partitions, chances))).toEqual(
          await positionsAfter(plain),
        );
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });
});

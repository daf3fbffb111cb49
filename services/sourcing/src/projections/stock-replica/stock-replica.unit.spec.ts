import { type FactInput, type LocationId, facts } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { interleaved } from '@tributary/testing';
import fc from 'fast-check';
import {
  type SkuStock,
  concernsStock,
  evolveSkuStock,
  sellableOf,
  withLevel,
  withoutLevel,
} from './stock-replica.ts';

type StockFacts = (typeof facts)['inventory'];

const told = <T extends keyof StockFacts>(type: T, data: FactInput<'inventory', T>): RecordedEvent => ({
  id: type,
  type,
  time: '2026-03-02T12:00:00.000Z',
  data: facts.inventory[type].parse(data),
  metadata: { source: 'tributary/inventory' },
  position: 1,
  stream: 'stock-MUG@leeds',
  version: 1,
  recordedTime: '2026-03-02T12:00:00.000Z',
});
const at = (location = 'leeds') => ({ sku: 'MUG', location });
const received = (delta: number, location?: string) =>
  told('tributary.inventory.received.v1', { ...at(location), delta });
const held = (quantity: number) => ({
  ...at(),
  reservationId: 'web.1/S1/1',
  orderId: 'web.1',
  fulfilmentId: 'S1',
  lineId: '1',
  quantity,
});
const reserved = (quantity: number) => told('tributary.inventory.reserved.v1', held(quantity));
const stockAfter = (...events: readonly RecordedEvent[]) =>
  events.reduce<SkuStock | undefined>(evolveSkuStock, undefined)!;

const sellableAt = (stock: SkuStock | undefined, location: string): number =>
  sellableOf(stock).get(location as LocationId) ?? 0;

describe('What sourcing knows of stock', () => {
  it('is what is on hand and not reserved, at each location', () => {
    const stock = stockAfter(received(5), received(3, 'york'), reserved(2));
    expect(stock).toStrictEqual({
      sku: 'MUG',
      locations: { leeds: { onHand: 5, reserved: 2 }, york: { onHand: 3, reserved: 0 } },
    });
    expect([sellableAt(stock, 'leeds'), sellableAt(stock, 'york'), sellableAt(stock, 'hull')]).toEqual([
      3, 3, 0,
    ]);
  });

  it.each([
    ['released', told('tributary.inventory.released.v1', { ...held(2), reason: 'cancelled' }), 5],
    ['broken', told('tributary.inventory.reservation-broken.v1', { ...held(2), reason: 'sold' }), 5],
    ['issued', told('tributary.inventory.issued.v1', { ...held(2), delta: -2 }), 3],
  ])('frees a reservation that is %s', (_, event, sellable) => {
    const stock = stockAfter(received(5), reserved(2), event);
    expect([sellableAt(stock, 'leeds'), stock.locations['leeds']!.reserved]).toEqual([sellable, 0]);
  });

  it('is nothing where more was sold than there was', () => {
    const oversold = told('tributary.inventory.sold.v1', {
      ...at(),
      delta: -2,
      orderId: 'pos.1',
      lineId: '1',
    });
    expect(sellableAt(stockAfter(oversold), 'leeds')).toBe(0);
    expect(sellableAt(undefined, 'leeds')).toBe(0);
  });

  it('stays what a count said when a sale before it is told late', () => {
    const restated = told('tributary.inventory.count-restated.v1', {
      ...at(),
      delta: 2,
      countedAt: '2026-03-02T12:00:00.000Z',
      toldLate: 'tributary.inventory.sold.v1',
    });
    const sold = told('tributary.inventory.sold.v1', {
      ...at(),
      delta: -2,
      orderId: 'pos.1',
      lineId: '1',
      late: true,
    });
    expect(sellableAt(stockAfter(received(5), restated, sold), 'leeds')).toBe(5);
  });

  it('holds for a location that has the name of what every object has', () => {
    const stock = stockAfter(received(5, 'constructor'));
    expect([sellableAt(stock, 'constructor'), sellableAt(stock, 'toString')]).toEqual([5, 0]);
  });

  it('is not moved by the answers to decisions', () => {
    expect(concernsStock({ ...received(1), type: 'tributary.allocation.refused.v1' })).toBe(false);
    expect(concernsStock(received(1))).toBe(true);
  });
});

describe('What sourcing knows of one SKU at several locations', () => {
  const anyLedger = (location: string) =>
    fc.array(
      fc.integer({ min: -5, max: 5 }).map((delta) => received(delta, location)),
      { maxLength: 6 },
    );

  it('is the same bytes whichever location is told of first, also when it is folded on from what was stored', () => {
    const ledgers = fc.tuple(
      anyLedger('leeds'),
      anyLedger('york'),
      anyLedger('constructor'),
      anyLedger('10'),
    );
    const turns = fc.array(fc.nat({ max: 3 }), { maxLength: 24 });
    fc.assert(
      fc.property(ledgers, turns, fc.nat({ max: 24 }), (told, chances, stops) => {
        const events = interleaved(told, chances);
        const kept = JSON.stringify(
          events.slice(0, stops).reduce<SkuStock | undefined>(evolveSkuStock, undefined),
        );
        const stored = kept === undefined ? undefined : (JSON.parse(kept) as SkuStock);
        const after = events.slice(stops).reduce<SkuStock | undefined>(evolveSkuStock, stored);
        const plain = told.flat().reduce<SkuStock | undefined>(evolveSkuStock, undefined);
        expect(JSON.stringify(after)).toBe(JSON.stringify(plain));
      }),
    );
  });
});

describe('The locations that have any of a SKU to sell', () => {
  const names = ['leeds', 'york', 'constructor', '10', '__proto__'];
  const location = fc.constantFrom(...names);
  const units = fc.integer({ min: -3, max: 5 });
  type Step = (stock: SkuStock | undefined) => SkuStock | undefined;
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ location, onHand: units, reserved: fc.nat({ max: 5 }) }).map(
      (level): Step =>
        (stock) =>
          withLevel(stock, { sku: 'MUG', ...level }),
    ),
    fc.tuple(units, location).map(
      ([delta, at]): Step =>
        (stock) =>
          evolveSkuStock(stock, received(delta, at)),
    ),
    location.map(
      (at): Step =>
        (stock) =>
          stock && withoutLevel(stock, at),
    ),
  );

  it('agree with the levels after any changes, each time they are asked for', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let stock: SkuStock | undefined;
        for (const change of steps) {
          stock = change(stock);
          const having = Object.entries(stock?.locations ?? {})
            .map(([at, { onHand, reserved }]) => [at, onHand - reserved] as const)
            .filter(([, sellable]) => sellable > 0);
          expect(sellableOf(stock)).toEqual(new Map(having));
          expect(sellableOf(stock)).toBe(sellableOf(stock));
        }
      }),
    );
  });

  it('are still those of then where levels change meanwhile', () => {
    const before = stockAfter(received(5));
    const known = sellableOf(before);
    expect([...sellableOf(evolveSkuStock(before, reserved(5)))]).toEqual([]);
    expect([...known]).toEqual([['leeds', 5]]);
  });
});

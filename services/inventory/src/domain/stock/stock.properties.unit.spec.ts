import type { LocationId, OrderId, Sku } from '@tributary/contracts';
import fc from 'fast-check';
import {
  type Reservation,
  type Stock,
  type StockFact,
  adjust,
  available,
  count,
  issue,
  moveIn,
  moveOut,
  noStock,
  receive,
  release,
  reserve,
  evolve,
  sell,
  takeBack,
} from './stock.ts';

const place = { sku: 'LAMP' as Sku, location: 'leeds' as LocationId };
const orderId = 'web.1' as OrderId;

type Rule = (stock: Stock) => readonly StockFact[];

const reservation = (name: number, quantity: number): Reservation => ({
  reservationId: `web.1/S1-leeds/${name}`,
  orderId,
  fulfilmentId: 'S1-leeds',
  lineId: `${name}`,
  quantity,
});

const units = fc.integer({ min: 1, max: 12 });
const name = fc.integer({ min: 1, max: 5 });
const minute = fc.integer({ min: 10, max: 59 }).map((at) => `2026-03-02T09:${at}:00.000Z`);

const rule: fc.Arbitrary<Rule> = fc.oneof(
  units.map((n): Rule => () => [receive(place, n)]),
  units.map((n): Rule => () => [moveIn(place, n, place.location, undefined)]),
  units.map((n): Rule => () => [takeBack(place, n, 'R1')]),
  fc.tuple(units, minute, units).map(
    ([n, at, then]): Rule =>
      (stock) =>
        count(place, n, at, then, stock),
  ),
  fc.integer({ min: -12, max: 12 }).map(
    (delta): Rule =>
      (stock) =>
        adjust(place, delta, 'found', stock),
  ),
  units.map(
    (n): Rule =>
      (stock) =>
        sell(place, n, orderId, '1', stock),
  ),
  units.map(
    (n): Rule =>
      (stock) =>
        moveOut(place, n, place.location, undefined, stock),
  ),
  fc.tuple(name, units).map(([which, n]): Rule => (stock) => {
    const decision = reserve(place, reservation(which, n), stock);
    return decision.accepted ? decision.events : [];
  }),
  fc.tuple(name, units).map(
    ([which, n]): Rule =>
      (stock) =>
        release(place, reservation(which, n).reservationId, n, 'cancelled', stock),
  ),
  fc.tuple(name, units).map(
    ([which, n]): Rule =>
      (stock) =>
        issue(place, reservation(which, n), stock),
  ),
);

const deltaOf = ({ data }: StockFact): number => ('delta' in data ? data.delta : 0);

/** Open quantity by reservation, told from the facts alone. */
const openOf = (facts: readonly StockFact[]): number =>
  facts.reduce((open, { type, data }) => {
    if (type === 'tributary.inventory.reserved.v1') return open + data.quantity;
    const ends =
      type === 'tributary.inventory.released.v1' ||
      type === 'tributary.inventory.reservation-broken.v1' ||
      type === 'tributary.inventory.issued.v1';
    return ends ? open - data.quantity : open;
  }, 0);

const check = (stock: Stock, facts: readonly StockFact[]): void => {
  const open = [...stock.reservations.values()].map(({ quantity }) => quantity);
  expect(stock.onHand).toBe(facts.reduce((sum, fact) => sum + deltaOf(fact), 0));
  expect(stock.reserved).toBe(openOf(facts));
  expect(stock.reserved).toBe(open.reduce((sum, quantity) => sum + quantity, 0));
  expect(open.every((quantity) => quantity > 0)).toBe(true);
  expect(stock.reserved).toBeLessThanOrEqual(Math.max(0, stock.onHand));
};

describe('Whatever happens to a ledger', () => {
  it('no-oversell, ledger-balances: after every fact reserved ≤ on hand, and both are the sums of the facts', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 40 }), (rules) => {
        const facts: StockFact[] = [];
        let stock = noStock;
        for (const decide of rules) {
          for (const fact of decide(stock)) {
            facts.push(fact);
            stock = evolve(stock, fact);
            check(stock, facts);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a reservation is refused exactly when fewer are available than it asks for', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 15 }), units, (rules, asked) => {
        const stock = rules.reduce((current, decide) => decide(current).reduce(evolve, current), noStock);
        expect(reserve(place, reservation(9, asked), stock).accepted).toBe(asked <= available(stock));
      }),
    );
  });
});

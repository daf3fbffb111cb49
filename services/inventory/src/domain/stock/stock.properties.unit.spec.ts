import { type LocationId, type OrderId, type Sku, stockChangeOf } from '@tributary/contracts';
import fc from 'fast-check';
import { countOf, movedAfter } from './counts.ts';
import { balancesAfter, judgedFrom, judging, summedAt } from './figures.ts';
import { noMovements, withEntryIn } from './movement-blocks.ts';
import { adjust, count, issue, miss, moveIn, moveOut, receive, sell, takeBack } from './movements.ts';
import {
  type Reservation,
  type Stock,
  type StockFact,
  available,
  evolve,
  noStock,
  release,
  reserve,
} from './stock.ts';

const place = { sku: 'LAMP' as Sku, location: 'leeds' as LocationId };
const orderId = 'web.1' as OrderId;

/** What a rule says when something that happened at a time is told to a ledger of these facts. */
type Rule = (stock: Stock, at: string, facts: readonly StockFact[]) => readonly StockFact[];

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
const noon = '2026-03-02T12:00:00.000Z';

const movement: fc.Arbitrary<Rule> = fc.oneof(
  units.map(
    (n): Rule =>
      (stock, at) =>
        receive(place, n, undefined, at, stock),
  ),
  units.map(
    (n): Rule =>
      (stock, at) =>
        moveIn(place, n, { from: place.location }, at, stock),
  ),
  units.map(
    (n): Rule =>
      (stock, at) =>
        takeBack(place, n, { returnId: 'R1' }, at, stock),
  ),
  fc.integer({ min: -12, max: 12 }).map(
    (delta): Rule =>
      (stock, at) =>
        adjust(place, delta, 'found', at, stock),
  ),
  units.map(
    (n): Rule =>
      (stock, at) =>
        sell(place, n, { orderId, lineId: '1' }, at, stock),
  ),
  units.map(
    (n): Rule =>
      (stock, at) =>
        moveOut(place, n, { to: place.location }, at, stock),
  ),
  fc.tuple(name, units).map(
    ([which, n]): Rule =>
      (stock, at) =>
        issue(place, reservation(which, n), at, stock),
  ),
);

const missing: fc.Arbitrary<Rule> = fc.tuple(name, units).map(
  ([which, n]): Rule =>
    (stock, at) =>
      miss(place, reservation(which, n), 'not found', at, stock),
);

const counting: fc.Arbitrary<Rule> = units.map(
  (n): Rule =>
    (stock, at, facts) =>
      count(place, countOf(n, at, noon), stock.onHand - movedAfter(facts, at), stock),
);

const promising: fc.Arbitrary<Rule> = fc.oneof(
  fc.tuple(name, units).map(([which, n]): Rule => (stock) => {
    const decision = reserve(place, reservation(which, n), stock);
    return decision.accepted ? decision.events : [];
  }),
  fc.tuple(name, units).map(
    ([which, n]): Rule =>
      (stock) =>
        release(place, reservation(which, n).reservationId, n, 'cancelled', stock),
  ),
);

/** Something that happens at a time, to be told at any other. */
interface Happening {
  readonly at: string;
  readonly rule: Rule;
}
const happening = (rule: fc.Arbitrary<Rule>): fc.Arbitrary<Happening> => fc.record({ at: minute, rule });
const anything = happening(
  fc.oneof(
    { arbitrary: movement, weight: 7 },
    { arbitrary: missing, weight: 1 },
    { arbitrary: counting, weight: 2 },
    { arbitrary: promising, weight: 3 },
  ),
);

/** Tells one after the other, as the ledgers do: each fact with the time it happened. */
const tell = (
  happenings: readonly Happening[],
  see: (stock: Stock, facts: readonly StockFact[]) => void = () => {},
): { stock: Stock; facts: readonly StockFact[] } => {
  const facts: StockFact[] = [];
  let stock = noStock;
  for (const { at, rule } of happenings) {
    for (const fact of rule(stock, at, facts)) {
      const timed = { ...fact, time: fact.time ?? at };
      facts.push(timed);
      stock = evolve(stock, timed);
      see(stock, facts);
    }
  }
  return { stock, facts };
};

const inOrder = (happenings: readonly Happening[]): Happening[] =>
  happenings.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

const deltaOf = ({ data }: StockFact): number => ('delta' in data ? data.delta : 0);

/** Open quantity by reservation, told from the facts alone. */
const openOf = (facts: readonly StockFact[]): number =>
  facts.reduce((open, { type, data }) => {
    if (type === 'tributary.inventory.reserved.v1') return open + data.quantity;
    const ends =
      type === 'tributary.inventory.released.v1' ||
      type === 'tributary.inventory.reservation-broken.v1' ||
      type === 'tributary.inventory.issued.v1';
    const beyond = type === 'tributary.inventory.issued.v1' ? (data.beyond ?? 0) : 0;
    return ends ? open - data.quantity + beyond : open;
  }, 0);

const check = (stock: Stock, facts: readonly StockFact[]): void => {
  const open = [...stock.reservations.values()].map(({ quantity }) => quantity);
  expect(stock.onHand).toBe(facts.reduce((sum, fact) => sum + deltaOf(fact), 0));
  expect(stock.reserved).toBe(openOf(facts));
  expect(stock.reserved).toBe(open.reduce((sum, quantity) => sum + quantity, 0));
  expect(open.every((quantity) => quantity > 0)).toBe(true);
  expect(stock.reserved).toBeLessThanOrEqual(Math.max(0, stock.onHand));
};

/** As a ledger sums its entries, in blocks that are full soon. */
const blocksOf = (facts: readonly StockFact[], most: number) =>
  facts.reduce(
    (blocks, fact) => withEntryIn(most)(blocks, { ...fact, reserved: stockChangeOf(fact)!.reserved }),
    noMovements,
  );
const partOf = (facts: readonly StockFact[], { from, to }: { from: number; to: number }) =>
  facts.slice(from - 1, Math.max(from - 1, to));

/** What had happened by a moment, and of a reservation what was recorded before an end of it that had. */
const holdingAt = (facts: readonly StockFact[], asOf = '~'): readonly StockFact[] => {
  const happened = (fact: StockFact) => fact.time! <= asOf;
  return facts.filter(
    (fact, index) =>
      happened(fact) ||
      (fact.type === 'tributary.inventory.reserved.v1' &&
        facts.slice(index).some((end) => happened(end) && openOf([end]) < 0 && nameIn(end) === nameIn(fact))),
  );
};
const nameIn = ({ data }: StockFact) => ('reservationId' in data ? data.reservationId : undefined);

describe('Whatever happens to a ledger', () => {
  it('no-oversell, ledger-balances: after every fact reserved ≤ on hand, and both are the sums of the facts', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 40 }), (happenings) => {
        tell(happenings, check);
      }),
      { numRuns: 400 },
    );
  });

  it('a reservation is refused exactly when fewer are available than it asks for', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 15 }), units, (happenings, asked) => {
        const { stock } = tell(happenings);
        expect(reserve(place, reservation(9, asked), stock).accepted).toBe(asked <= available(stock));
      }),
    );
  });

  it('ledgers-in-business-time: told in any order, it is at every moment what it is when told in order', () => {
    const figures = ({ stock, facts }: ReturnType<typeof tell>, moments: readonly string[]) => [
      stock.onHand,
      ...moments.map((moment) => stock.onHand - movedAfter(facts, moment)),
    ];
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 25 }), (told) => {
        const moments = told.map(({ at }) => at);
        expect(figures(tell(told), moments)).toEqual(figures(tell(inOrder(told)), moments));
      }),
      { numRuns: 600 },
    );
  });

  it('ledgers-in-business-time: a moment starts from the last count before it, and what moved since is on top', () => {
    type Told =
      { readonly at: string; readonly delta: number } | { readonly at: string; readonly counted: number };
    const toldOf = (one: Told): Happening => ({
      at: one.at,
      rule:
        'counted' in one
          ? (stock, at, facts) =>
              count(place, countOf(one.counted, at, noon), stock.onHand - movedAfter(facts, at), stock)
          : (stock, at) => adjust(place, one.delta, 'found', at, stock),
    });
    const figure = (ordered: readonly Told[]): number =>
      ordered.reduce((onHand, one) => ('counted' in one ? one.counted : onHand + one.delta), 0);
    const told: fc.Arbitrary<Told> = fc.oneof(
      fc.record({ at: minute, delta: fc.integer({ min: -9, max: 9 }) }),
      fc.record({ at: minute, counted: fc.nat({ max: 9 }) }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(told, { selector: ({ at }) => at, maxLength: 20 }), (happenings) => {
        const { stock, facts } = tell(happenings.map(toldOf));
        const ordered = happenings.toSorted((a, b) => (a.at < b.at ? -1 : 1));
        expect(stock.onHand).toBe(figure(ordered));
        for (const [index, { at }] of ordered.entries())
          expect(stock.onHand - movedAfter(facts, at)).toBe(figure(ordered.slice(0, index + 1)));
      }),
      { numRuns: 400 },
    );
  });

  it('each entry says what stood after it, wherever one begins to read', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 25 }), fc.integer({ min: 1, max: 5 }), (told, most) => {
        const stood: object[] = [];
        const { facts } = tell(told, ({ onHand, reserved }) =>
          stood.push({ onHand, reserved, entries: stood.length + 1 }),
        );
        const blocks = blocksOf(facts, most);
        for (const [before] of facts.entries()) {
          const { sum, ...rest } = summedAt(blocks, { known: before });
          const read = partOf(facts, rest);
          expect(read.length).toBeLessThan(most);
          const balance = balancesAfter(sum, read).at(-1) ?? sum;
          expect(balancesAfter(balance, facts.slice(before))).toEqual(stood.slice(before));
        }
      }),
    );
  });

  it('a moment on both axes is the sum of the entries that hold then, and promises no less than nothing', () => {
    const moments = fc.record({ asOf: fc.option(minute, { nil: undefined }), known: fc.nat() });
    fc.assert(
      fc.property(
        fc.array(anything, { maxLength: 40 }),
        fc.array(moments, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
        (told, asked, most) => {
          const { facts } = tell(told);
          const blocks = blocksOf(facts, most);
          for (const { asOf, known: some } of asked) {
            const known = some % (facts.length + 1);
            const { sum, ...rest } = summedAt(blocks, { asOf, known });
            const { figure } = partOf(facts, rest).reduce(judging(asOf), judgedFrom(sum));
            const holding = holdingAt(facts.slice(0, known), asOf);
            const onHand = holding.reduce((units, fact) => units + deltaOf(fact), 0);
            expect(figure).toEqual({ onHand, reserved: openOf(holding), entries: holding.length });
            expect(figure.reserved).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: 600 },
    );
  });
});

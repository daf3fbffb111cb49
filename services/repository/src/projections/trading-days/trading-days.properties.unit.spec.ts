import type { OrderFact, TradeFigures, TradeRow } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { orderFact, placedWith, quantitiesOf } from '@tributary/testing';
import fc from 'fast-check';
import { orderPage } from '../order-page/evolve-order-page.ts';
import type { OrderPage } from '../order-page/order-page.ts';
import { type AskedTrade, TradeSums } from './trade-sums.ts';
import { type TradingDay, tradeCounts } from './trading-days.ts';

const hour = 3_600_000;
const begin = Date.parse('2026-03-02T00:00:00.000Z');
const at = (hours: number): string => new Date(begin + hours * hour).toISOString();

const parcel = { orderId: 'web.100', fulfilmentId: 'S1-leeds', location: 'leeds', shipmentId: 'p' };
const one = quantitiesOf({ 1: 1 });
const two = quantitiesOf({ 2: 1 });
const changed = (quantity: number): OrderFact =>
  orderFact('tributary.order.changed.v1', {
    orderId: 'web.100',
    lines: [{ ...one[0]!, quantity, unitPrice: '1.33', amount: quantity * 133, method: 'ship' }],
    cancelled: two,
    anew: [],
    toSource: [],
    release: [],
    charges: [],
    prices: [],
    total: 0,
    difference: 0,
  });
const leftBeyond = (countsAs: 'wanted' | 'cancelled' | 'surplus') => ({
  ...one[0]!,
  because: 'never-held' as const,
  countsAs,
});

const later: readonly OrderFact[] = [
  orderFact('tributary.order.cancelled.v1', { orderId: 'web.100', lines: one, release: [] }),
  orderFact('tributary.order.cancelled.v1', { orderId: 'web.100', lines: two, release: [] }),
  orderFact('tributary.order.shipped.v1', { ...parcel, lines: one }),
  orderFact('tributary.order.shipped.v1', {
    ...parcel,
    lines: two,
    beyond: [leftBeyond('wanted'), leftBeyond('surplus')],
  }),
  orderFact('tributary.order.handed-over.v1', { ...parcel, lines: one }),
  orderFact('tributary.order.payment-captured.v1', { orderId: 'web.100', paymentId: 'P1', amount: 70 }),
  orderFact('tributary.order.refunded.v1', { orderId: 'web.100', refundId: 'F1', amount: 30 }),
  orderFact('tributary.order.returned.v1', {
    orderId: 'web.100',
    returnId: 'R1',
    lines: [{ ...one[0]!, disposition: 'restock' }],
    refund: 20,
  }),
  orderFact('tributary.order.payment-failed.v1', { orderId: 'web.100', paymentId: 'P1' }),
  changed(12),
];

interface Told {
  readonly fact: OrderFact;
  readonly happened: number;
  /** Hours after what was recorded before. */
  readonly after: number;
}

const anyTold = (fact: fc.Arbitrary<OrderFact>): fc.Arbitrary<Told> =>
  fc.record({
    fact,
    happened: fc.double({ min: 0, max: 60, noNaN: true }),
    after: fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 0, max: 80, noNaN: true })),
  });

const anyPlaced = fc
  .record({
    channel: fc.constantFrom('web', 'pos'),
    location: fc.constantFrom(undefined, 'leeds', 'york'),
    currency: fc.constantFrom('EUR', 'GBP'),
    businessDate: fc.constantFrom(undefined, '2026-03-01', '2026-03-03'),
    complete: fc.boolean(),
  })
  .map(({ complete, ...given }) => {
    const { type, data } = placedWith({ 1: 10, 2: 11 }, { captured: 500 });
    const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return orderFact(type, { ...data, ...named, ...(complete && { completedAt: at(0) }) });
  });

/** The events of one order, recorded one after another. */
const anyOrder: fc.Arbitrary<readonly RecordedEvent[]> = fc
  .tuple(anyTold(anyPlaced), fc.array(anyTold(fc.constantFrom(...later)), { maxLength: 8 }))
  .map(([placed, rest]) => {
    let recorded = 0;
    return [placed, ...rest].map(({ fact, happened, after }, index): RecordedEvent => {
      recorded += after;
      return {
        id: `${index}`,
        type: fact.type,
        data: fact.data,
        time: at(happened),
        recordedTime: at(recorded),
        metadata: { source: 'tributary/order' },
        position: index + 1,
        stream: 'order-web.100',
        version: index + 1,
      };
    });
  });

/** Every trading day that the projection counts, each of two partitions apart. */
const countedOf = (orders: readonly (readonly RecordedEvent[])[]): TradingDay[] => {
  const days = new Map<string, TradingDay>();
  for (const [index, events] of orders.entries()) {
    let page: OrderPage | undefined;
    for (const event of events) {
      const before: OrderPage | undefined = page;
      page = orderPage.evolve(before, event);
      for (const { id, add } of tradeCounts.of(before, page, event)) {
        const key = `${id}~${index % 2}`;
        days.set(key, add(days.get(key)));
      }
    }
  }
  return [...days.values()];
};

interface Line {
  units: number;
  amount: number;
  cancelled: number;
}

/** What cancelled units had cost, rounded half up: of two parts the first takes the minor unit that is left. */
const worth = ({ units, amount, cancelled }: Line): number => Math.floor((amount * cancelled) / units + 0.5);

/** Counts facts alone, by what each says; no page, no buckets. */
class Recount {
  private readonly lines = new Map<string, Line>();
  readonly figures: Record<keyof TradeFigures, number> = {
    orders: 0, unitsOrdered: 0, valueOrdered: 0, unitsCancelled: 0, valueCancelled: 0,
    unitsFulfilled: 0, unitsReturned: 0, captured: 0, refunded: 0,
  }; // prettier-ignore

  take(fact: OrderFact): void {
    const { figures } = this;
    switch (fact.type) {
      case 'tributary.order.placed.v2':
        figures.orders += 1;
        for (const line of fact.data.lines) this.order(line);
        if (fact.data.completedAt) figures.unitsFulfilled += figures.unitsOrdered;
        for (const { amount } of fact.data.payments) figures.captured += amount;
        return;
      case 'tributary.order.changed.v1':
        for (const line of fact.data.lines) this.order(line);
        return this.cancel(fact.data.cancelled);
      case 'tributary.order.cancelled.v1':
        return this.cancel(fact.data.lines);
      case 'tributary.order.shipped.v1':
      case 'tributary.order.handed-over.v1':
        for (const { quantity } of [...fact.data.lines, ...(fact.data.beyond ?? [])])
          figures.unitsFulfilled += quantity;
        return;
      case 'tributary.order.returned.v1':
        for (const { quantity } of fact.data.lines) figures.unitsReturned += quantity;
        figures.refunded += fact.data.refund;
        return;
      case 'tributary.order.payment-captured.v1':
        figures.captured += fact.data.amount;
        return;
      case 'tributary.order.refunded.v1':
        figures.refunded += fact.data.amount;
    }
  }

  private order({ lineId, quantity, amount }: { lineId: string; quantity: number; amount: number }): void {
    const before = this.lines.get(lineId) ?? { units: 0, amount: 0, cancelled: 0 };
    const now = { units: quantity, amount, cancelled: before.cancelled };
    this.figures.unitsOrdered += quantity - before.units;
    this.figures.valueOrdered += amount - before.amount;
    this.figures.valueCancelled += worth(now) - (before.units > 0 ? worth(before) : 0);
    this.lines.set(lineId, now);
  }

  private cancel(cancelled: readonly { readonly lineId: string; readonly quantity: number }[]): void {
    for (const { lineId, quantity } of cancelled) {
      const line = this.lines.get(lineId)!;
      this.figures.unitsCancelled += quantity;
      this.figures.valueCancelled -= worth(line);
      line.cancelled += quantity;
      this.figures.valueCancelled += worth(line);
    }
  }
}

const minus = (a: TradeFigures, b: TradeFigures): TradeFigures =>
  Object.fromEntries(
    Object.entries(a).map(([name, figure]) => [name, figure - b[name as keyof TradeFigures]]),
  ) as unknown as TradeFigures;
const plus = (a: TradeFigures, b: TradeFigures): TradeFigures => minus(a, minus(minus(b, b), b));

type KeyOf = (placed: OrderFact & { type: 'tributary.order.placed.v2' }, date: string) => string;
const keyOfDay: KeyOf = ({ data }, date) => `${date} ${data.currency}`;
const keyOfChannel: KeyOf = ({ data }) => `${data.channel} ${data.currency}`;
const keyOfLocation: KeyOf = ({ data }) => `${data.location ?? ''} ${data.currency}`;

/** The figures over all facts that were recorded before a moment, which a date may move. */
const recounted = (
  orders: readonly (readonly RecordedEvent[])[],
  keyOf: KeyOf,
  until: (date: string) => number,
): Record<string, TradeFigures> => {
  const found: Record<string, TradeFigures> = {};
  for (const events of orders) {
    const recount = new Recount();
    const placed = events[0] as unknown as OrderFact & { type: 'tributary.order.placed.v2' };
    for (const { time, recordedTime, ...event } of events) {
      const before = { ...recount.figures };
      recount.take(event as unknown as OrderFact);
      const date = (event.data as { businessDate?: string }).businessDate ?? time.slice(0, 10);
      if (Date.parse(recordedTime) >= until(date)) continue;
      const key = keyOf(placed, date);
      const added = minus(recount.figures, before);
      found[key] = found[key] ? plus(found[key], added) : added;
    }
  }
  return found;
};

const isNothing = (figures: TradeFigures): boolean => Object.values(figures).every((figure) => figure === 0);
const counted = (rows: readonly TradeRow[], of: 'reported' | 'corrected'): Record<string, TradeFigures> =>
  Object.fromEntries(
    rows.map((row) => [`${row.date ?? row.channel ?? row.location ?? ''} ${row.currency}`, row[of]]),
  );
const without = (figures: Record<string, TradeFigures>): Record<string, TradeFigures> =>
  Object.fromEntries(Object.entries(figures).filter(([, each]) => !isNothing(each)));

const anyAsked = fc.record({
  grouping: fc.constantFrom(
    { by: 'day', keyOf: keyOfDay } as const,
    { by: 'channel', keyOf: keyOfChannel } as const,
    { by: 'location', keyOf: keyOfLocation } as const,
  ),
  closes: fc.integer({ min: 0, max: 72 }),
  /** Ends of days: what is recorded late is kept by the day. */
  knownAfterDays: fc.integer({ min: 1, max: 30 }),
});

describe('Trade as it was known at any moment', () => {
  it('is what all facts come to that were recorded until then, counted anew', () => {
    const property = fc.property(
      fc.array(anyOrder, { maxLength: 6 }),
      anyAsked,
      (orders, { grouping: { by, keyOf }, closes, knownAfterDays }) => {
        const known = begin + knownAfterDays * 24 * hour;
        const asked: AskedTrade = { by, closes, known };
        const sums = new TradeSums(asked);
        for (const day of countedOf(orders)) sums.add(day);
        const rows = sums.rows();
        const closed = (date: string): number =>
          Math.min(known, Date.parse(`${date}T00:00:00.000Z`) + (24 + closes) * hour);
        expect(without(counted(rows, 'reported'))).toEqual(without(recounted(orders, keyOf, closed)));
        expect(without(counted(rows, 'corrected'))).toEqual(without(recounted(orders, keyOf, () => known)));
        for (const { reported, corrected, difference } of rows)
          expect(plus(reported, difference)).toEqual(corrected);
      },
    );
    fc.assert(property, { numRuns: 500 });
  });
});

import type { OrderFact } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { orderFact, orderId, placedWith } from '@tributary/testing';
import fc from 'fast-check';
import { orderPage } from './evolve-order-page.ts';
import type { OrderPage, PageLine } from './order-page.ts';

const time = '2026-03-02T12:00:00.000Z';
const pageAfter = (facts: readonly OrderFact[]): OrderPage =>
  facts
    .map(({ type, data }, index): RecordedEvent => ({
      id: `event ${index}`,
      type,
      time,
      data,
      metadata: { source: 'tributary/order' },
      position: index,
      stream: `order-${orderId}`,
      version: index,
      recordedTime: time,
    }))
    .reduce<OrderPage | undefined>((page, event) => orderPage.evolve(page, event), undefined)!;

/** Payments stand in the order they were first told of. */
const moneyAfter = (facts: readonly OrderFact[]) => {
  const { money, payments } = pageAfter(facts);
  return { money, payments: payments.toSorted((a, b) => a.paymentId.localeCompare(b.paymentId)) };
};

const payment = fc.record({
  orderId: fc.constant(orderId),
  paymentId: fc.constantFrom('P0', 'P1', 'P2'),
  amount: fc.integer({ min: 0, max: 900 }),
});
const fact: fc.Arbitrary<OrderFact> = fc.oneof(
  payment.map((one) => orderFact('tributary.order.payment-authorised.v1', one)),
  payment.map((one) =>
    orderFact('tributary.order.payment-captured.v1', {
      ...one,
      capturedAt: `2026-03-02T${10 + (one.amount % 5)}:00:00.000Z`,
    }),
  ),
  payment.map(({ amount }) =>
    orderFact('tributary.order.refunded.v1', { orderId, refundId: `R${amount}`, amount }),
  ),
  // Named refunds are recorded after their payment: the order was placed with this one.
  payment.map(({ amount }) =>
    orderFact('tributary.order.refunded.v1', { orderId, refundId: `N${amount}`, paymentId: 'P0', amount }),
  ),
);
const placed = placedWith({ 1: 5 }, { captured: 200 });

/** An order of two lines whose prices do not divide by their units, with charges and discounts. */
const odd = fc
  .record({
    amounts: fc.array(fc.integer({ min: 0, max: 1_999 }), { minLength: 2, maxLength: 2 }),
    charges: fc.array(fc.integer({ min: -300, max: 500 }), { maxLength: 3 }),
  })
  .map(({ amounts, charges }) => {
    const { data } = placedWith({ 1: 3, 2: 7 }, { captured: 200 });
    return orderFact('tributary.order.placed.v2', {
      ...data,
      lines: data.lines.map((line, index) => ({ ...line, amount: amounts[index]! })),
      charges: charges.map((amount) => ({ code: amount < 0 ? 'discount' : 'delivery', amount })),
      total: [...amounts, ...charges].reduce((sum, amount) => sum + amount, 0),
    });
  });

/** What becomes of an order, as far as it can: nothing where the page says that it cannot. */
type Step = (page: OrderPage, id: string) => OrderFact | undefined;

const some = fc.record({ at: fc.nat({ max: 1 }), quantity: fc.integer({ min: 1, max: 2 }) });
const openOf = ({ quantities }: PageLine): number =>
  quantities.ordered - quantities.cancelled - quantities.fulfilled;
const part = ({ lineId, sku }: PageLine, quantity: number) => ({ lineId, sku, quantity });

const cancelling = some.map(({ at, quantity }): Step => ({ lines }) => {
  const line = lines[at]!;
  return openOf(line) < quantity
    ? undefined
    : orderFact('tributary.order.cancelled.v1', { orderId, lines: [part(line, quantity)], release: [] });
});
const shipping = some.map(({ at, quantity }): Step => ({ lines }, shipmentId) => {
  const line = lines[at]!;
  const from = { fulfilmentId: 'S1-leeds', location: 'leeds', shipmentId };
  return openOf(line) < quantity
    ? undefined
    : orderFact('tributary.order.shipped.v1', { orderId, ...from, lines: [part(line, quantity)] });
});
const returning = fc
  .tuple(some, fc.integer({ min: 0, max: 900 }))
  .map(([{ at, quantity }, refund]): Step => ({ lines }, returnId) => {
    const line = lines[at]!;
    const back = { ...part(line, quantity), disposition: 'restock' as const };
    return line.quantities.fulfilled - line.quantities.returned < quantity
      ? undefined
      : orderFact('tributary.order.returned.v1', { orderId, returnId, lines: [back], refund });
  });
/** More units of a line, at another price, with a charge or a discount that joins. */
const changing = fc
  .record({
    at: fc.nat({ max: 1 }),
    more: fc.nat({ max: 2 }),
    price: fc.nat({ max: 900 }),
    charge: fc.integer({ min: -200, max: 200 }),
  })
  .map(({ at, more, price, charge }): Step => ({ lines, money }) => {
    const line = lines[at]!;
    const { lineId, sku, method, unitPrice, amount, quantities } = line;
    const now = { quantity: quantities.ordered + more, amount: amount + price };
    const settledAt = { total: money.total + price + charge, difference: price + charge };
    return orderFact('tributary.order.changed.v1', {
      orderId,
      lines: [{ lineId, sku, method, unitPrice, ...now }],
      ...{ cancelled: [], anew: [], toSource: [], release: [], prices: [] },
      charges: [{ code: charge < 0 ? 'discount' : 'delivery', amount: charge }],
      ...settledAt,
    });
  });
const step: fc.Arbitrary<Step> = fc.oneof(
  cancelling,
  { arbitrary: shipping, weight: 2 },
  { arbitrary: returning, weight: 3 },
  changing,
  fact.map(
    (one): Step =>
      () =>
        one,
  ),
);

/** The page after all that could become of the order. */
const pageThrough = (first: OrderFact, steps: readonly Step[]): OrderPage => {
  const facts = [first];
  steps.forEach((next, index) => {
    const one = next(pageAfter(facts), `T${index}`);
    if (one) facts.push(one);
  });
  return pageAfter(facts);
};

describe('The money on the page of an order', () => {
  it('is the same in whatever order authorisations, captures and refunds were recorded', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 8 }), fc.gen(), (facts, g) => {
        const { length } = facts;
        const shuffled = g(fc.shuffledSubarray, facts, { minLength: length, maxLength: length });
        expect(moneyAfter([placed, ...shuffled])).toStrictEqual(moneyAfter([placed, ...facts]));
      }),
      { numRuns: 500 },
    );
  });

  it('adds up row by row, and nothing that was given is taken for less than nothing', () => {
    fc.assert(
      fc.property(odd, fc.array(step, { maxLength: 12 }), (first, steps) => {
        const { money, charges, lines } = pageThrough(first, steps);
        const { total, cancelled = 0, due, captured, refunded, goodwill = 0, owed } = money;
        const returned = total - cancelled - due;
        const sumOf = (parts: readonly { readonly amount: number }[]) =>
          parts.reduce((sum, { amount }) => sum + amount, 0);
        expect(money.lines).toBe(sumOf(lines));
        expect(money.lines + sumOf(charges) - cancelled - returned).toBe(due);
        expect(due - captured + refunded - goodwill).toBe(owed);
        expect([returned, goodwill].filter((minor) => minor < 0)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

import type { OrderFact } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { orderFact, orderId, placedWith } from '@tributary/testing';
import fc from 'fast-check';
import { orderPage } from './evolve-order-page.ts';
import type { OrderPage } from './order-page.ts';

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
const { lineId, sku } = placed.data.lines[0]!;
const placedLine = { lineId, sku };

const lines = fc.integer({ min: 1, max: 2 }).map((quantity) => [{ ...placedLine, quantity }]);
/** What becomes of an order of five units: some are cancelled, and some come back. */
const ending: fc.Arbitrary<OrderFact> = fc.oneof(
  lines.map((gone) => orderFact('tributary.order.cancelled.v1', { orderId, lines: gone, release: [] })),
  fc.record({ back: lines, refund: fc.integer({ min: 0, max: 300 }) }).map(({ back, refund }) =>
    orderFact('tributary.order.returned.v1', {
      orderId,
      returnId: `B${refund}`,
      lines: back.map((line) => ({ ...line, disposition: 'restock' as const })),
      refund,
    }),
  ),
);

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
      fc.property(fc.array(fc.oneof(fact, ending), { maxLength: 10 }), (facts) => {
        const { money } = pageAfter([placed, ...facts]);
        const { total, cancelled = 0, due, captured, refunded, goodwill = 0, owed } = money;
        expect(owed).toBe(due - captured + refunded - goodwill);
        expect([cancelled, total - cancelled - due, goodwill].filter((minor) => minor < 0)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

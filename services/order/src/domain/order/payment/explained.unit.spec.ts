import type { MoneyStep } from '@tributary/contracts';
import { noon, orderFact, orderId, placedWith, quantitiesOf } from '@tributary/testing';
import fc from 'fast-check';
import { type Order, type OrderEvent, notCaptured } from '../order.ts';
import { explained, moneySaid } from './explained.ts';

const explainedAll = (facts: readonly OrderEvent[]) => {
  let order: Order = notCaptured;
  const steps: MoneyStep[] = [];
  for (const [index, fact] of facts.entries()) {
    const next = explained(order, { time: noon, ...fact, id: `e${index}` });
    order = next.order;
    if (next.step) steps.push(next.step);
  }
  return { order, steps };
};

const captured = (paymentId: string, amount: number) =>
  orderFact('tributary.order.payment-captured.v1', { orderId, paymentId, amount, capturedAt: noon });
const refunded = (refundId: string, amount: number, paymentId?: string) =>
  orderFact('tributary.order.refunded.v1', { orderId, refundId, amount, ...(paymentId && { paymentId }) });
const cancelled = (units: number) =>
  orderFact('tributary.order.cancelled.v1', { orderId, lines: quantitiesOf({ 1: units }), release: [] });
const returned = (units: number, refund: number) =>
  orderFact('tributary.order.returned.v1', {
    orderId,
    returnId: `R-${units}-${refund}`,
    lines: quantitiesOf({ 1: units }).map((line) => ({ ...line, disposition: 'restock' as const })),
    refund,
  });
const repriced = (cents: number) =>
  orderFact('tributary.order.changed.v1', {
    orderId,
    lines: [
      {
        ...quantitiesOf({ 1: 5 })[0]!,
        unitPrice: (cents / 100).toFixed(2),
        amount: 5 * cents,
        method: 'ship',
      },
    ],
    cancelled: [],
    anew: [],
    toSource: [],
    release: [],
    charges: [],
    prices: [],
    total: 5 * cents,
    difference: 0,
  });
const tracked = orderFact('tributary.order.tracked.v1', { orderId, shipmentId: 'S', status: 'seen' });
const gone = { ...placedWith({ 1: 5 }), data: { ...placedWith({ 1: 5 }).data, completedAt: noon } };

describe('The money of an order, explained', () => {
  it('is each fact that moved it, with what it did and the balance after it', () => {
    const facts = [
      placedWith({ 1: 5 }),
      captured('P1', 500),
      tracked,
      cancelled(1),
      refunded('F1', 100, 'P1'),
      refunded('F2', 30),
    ];
    const none = { at: noon, due: 0, captured: 0, refunded: 0, goodwill: 0 };
    const by = 'tributary.order.';
    expect(explainedAll(facts).steps).toStrictEqual([
      { ...none, eventId: 'e0', type: `${by}placed.v2`, what: 'Placed', due: 500, owed: 500 },
      {
        ...none,
        eventId: 'e1',
        type: `${by}payment-captured.v1`,
        what: 'Payment P1 took money',
        captured: 500,
        owed: 0,
      },
      { ...none, eventId: 'e3', type: `${by}cancelled.v1`, what: 'Cancelled', due: -100, owed: -100 },
      {
        ...none,
        eventId: 'e4',
        type: `${by}refunded.v1`,
        what: 'Refund F1 gave back by payment P1',
        refunded: 100,
        owed: 0,
      },
      {
        ...none,
        eventId: 'e5',
        type: `${by}refunded.v1`,
        what: 'Refund F2 gave back',
        refunded: 30,
        goodwill: 30,
        owed: 0,
      },
    ]);
  });

  it('of goods that came back is less due by what was given for them', () => {
    expect(explainedAll([gone, captured('P1', 500), returned(2, 180)]).steps.at(-1)).toMatchObject({
      due: -180,
      refunded: 180,
      goodwill: 0,
      owed: 0,
    });
  });

  it('says nothing of facts that moved nothing', () => {
    expect(explainedAll([placedWith({ 1: 5 }), tracked, refunded('F0', 0)]).steps).toHaveLength(1);
  });

  it('adds up in any history: each balance follows from the one before, and the last is what is owed', () => {
    const amount = fc.integer({ min: 0, max: 700 });
    const history = fc.array(
      fc.oneof(
        amount.map((minor) => captured('P1', minor)),
        amount.map((minor) => captured('P2', minor)),
        amount.map((minor) => refunded(`F${minor}`, minor)),
        amount.map((minor) => refunded(`N${minor}`, minor, 'P1')),
        fc.integer({ min: 0, max: 300 }).map(repriced),
        fc.tuple(fc.constantFrom(1, 2), amount).map(([units, minor]) => returned(units, minor)),
        fc.constant(tracked),
      ),
      { maxLength: 12 },
    );
    const start = fc.constantFrom<readonly OrderEvent[]>(
      [gone],
      [placedWith({ 1: 5 }, { captured: 200 }), cancelled(2)],
    );
    fc.assert(
      fc.property(start, history, (begun, rest) => {
        const { order, steps } = explainedAll([...begun, ...rest]);
        let balance = 0;
        for (const { due, captured: took, refunded: gave, goodwill, owed } of steps) {
          balance += due - took + gave - goodwill;
          expect(owed).toBe(balance);
        }
        const { owed, goodwill } = moneySaid(order);
        expect(steps.at(-1)!.owed).toBe(owed);
        expect(goodwill).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
});

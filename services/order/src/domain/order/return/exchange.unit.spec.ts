import { ExchangeReturn, defaultReturnPolicy } from '@tributary/contracts';
import { allocatedTo, givenFor, orderFact, orderId, placedWith, quantitiesOf } from '@tributary/testing';
import fc from 'fast-check';
import { noHoldRules } from '../hold/hold-rules.ts';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { owedNow } from '../payment/owed.ts';
import { exchangeFor, owedToCustomer } from './exchange.ts';
import { receive } from './receive.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
const time = '2026-03-05T12:00:00.000Z';

type Units = Record<string, number>;

/** An order at 1.00 a unit that left whole, of which `paid` minor units were paid, and what came back of it as R1. */
const afterReturn = (lines: Units, paid: number, back: Units): Captured => {
  const order = given(
    placedWith(lines, { captured: paid }),
    allocatedTo({ 'S1-leeds': lines }),
    orderFact('tributary.order.shipped.v1', {
      orderId,
      fulfilmentId: 'S1-leeds',
      location: 'leeds',
      shipmentId: 'SH1',
      lines: quantitiesOf(lines),
    }),
  ).state as Captured;
  const decision = receive('R1', { lines: quantitiesOf(back) as never }, order, defaultReturnPolicy);
  if (!decision.accepted) throw new Error(decision.refusal.reason);
  return decision.events.reduce<Order>(evolve, order) as Captured;
};

const asking = (price: string, quantity: number, more: object = {}) =>
  ExchangeReturn.parse({
    channel: 'desk',
    number: '7',
    location: 'leeds',
    currency: 'EUR',
    lines: [{ lineId: '1', sku: 'NEW', quantity, unitPrice: price }],
    ...more,
  });
const cash = (amount: number, status = 'captured') => ({
  payments: [{ paymentId: 'till', method: 'cash', amount, status }],
});
const instead = (order: Order = notCaptured) => ({
  orderId: 'desk.7' as never,
  order,
  holdRules: noHoldRules,
  time,
});

/** Both orders after the exchange. */
const after = (asked: ExchangeReturn, order: Captured) => {
  const answer = exchangeFor('R1', asked, order, instead());
  if (!answer.accepted) return answer.refusal.code;
  const { gives, places } = answer;
  return { old: evolve(order, gives) as Captured, next: evolve(notCaptured, places) as Captured, answer };
};
const codeOf = (...asked: Parameters<typeof exchangeFor>) => {
  const answer = exchangeFor(...asked);
  return answer.accepted ? 'accepted' : answer.refusal.code;
};

describe('An exchange at a desk', () => {
  it('is a sale that what came back paid, and as much given back, by which no money moves', () => {
    const order = afterReturn({ 1: 3 }, 300, { 1: 2 });
    const answer = exchangeFor('R1', asking('1.20', 2, cash(40)), order, instead());
    expect(answer).toMatchObject({
      accepted: true,
      gives: orderFact('tributary.order.refunded.v1', {
        orderId,
        refundId: `EX-${order.rev}`,
        amount: 200,
        exchangedFor: 'desk.7',
        reason: 'Exchange for R1',
      }),
      places: {
        type: 'tributary.order.placed.v2',
        data: {
          orderId: 'desk.7',
          kind: 'sale',
          location: 'leeds',
          completedAt: time,
          lines: [{ sku: 'NEW', quantity: 2, amount: 240, method: 'carry-out' }],
          payments: [
            { paymentId: 'till', method: 'cash', amount: 40, status: 'captured' },
            { paymentId: 'exchange', method: 'exchange', amount: 200, status: 'captured' },
          ],
          total: 240,
        },
      },
    });
  });

  it('is an order where the goods are sent, with what is still to be paid for it', () => {
    const asked = asking('3.00', 1, { location: undefined, ...cash(50, 'authorised') });
    const both = after(asked, afterReturn({ 1: 2 }, 200, { 1: 1 }));
    if (typeof both === 'string') throw new Error(both);
    expect(both.next).toMatchObject({ kind: 'order', captured: 100 });
    expect([owedNow(both.old), owedNow(both.next)]).toEqual([0, 200]);
  });

  it('leaves to be given back what is more than the new goods cost', () => {
    const both = after(asking('0.30', 1), afterReturn({ 1: 2 }, 200, { 1: 1 }));
    if (typeof both === 'string') throw new Error(both);
    expect([owedToCustomer(both.old), owedNow(both.next)]).toEqual([70, 0]);
  });

  it('spends nothing that was given back, or is asked to be', () => {
    const order = afterReturn({ 1: 2 }, 200, { 1: 1 });
    const asked = orderFact('tributary.order.refund-requested.v1', {
      orderId,
      refunds: [{ refundId: 'RR-1', paymentId: 'P0', amount: 60 }],
      amount: 60,
      reason: 'She wants some of it in cash.',
    });
    expect(owedToCustomer(evolve(order, asked) as Captured)).toBe(40);
    const refunded = orderFact('tributary.order.refunded.v1', { orderId, refundId: 'F1', amount: 100 });
    expect(after(asking('1.00', 1), evolve(order, refunded) as Captured)).toBe('nothing-to-exchange');
  });

  it('is for a return that came back, in its currency, under a new number, for something to be paid', () => {
    const order = afterReturn({ 1: 2 }, 200, { 1: 1 });
    expect(codeOf('R2', asking('1.00', 1), order, instead())).toBe('not-returned');
    expect(codeOf('R1', asking('1.00', 1, { currency: 'USD' }), order, instead())).toBe('other-currency');
    expect(codeOf('R1', asking('1.00', 1), order, instead(order))).toBe('already-captured');
    expect(codeOf('R1', asking('1.00', 1, cash(100)), order, instead())).toBe('nothing-to-exchange');
    const unpaid = afterReturn({ 1: 2 }, 0, { 1: 1 });
    expect(codeOf('R1', asking('1.00', 1), unpaid, instead())).toBe('nothing-to-exchange');
  });

  it('is asked for without a payment of its own name, and carried out whole', () => {
    const faults = (more: object) =>
      ExchangeReturn.safeParse({ ...asking('1.00', 1), ...more }).error?.issues.map(({ path }) =>
        path.join('/'),
      );
    const payments = [{ paymentId: 'exchange', method: 'cash', amount: 1, status: 'captured' }];
    expect(faults({ payments })).toEqual(['payments/0/paymentId']);
    const [line] = asking('1.00', 1).lines;
    expect(faults({ lines: [{ ...line, method: 'ship' }], note: 'Soon.' })).toEqual([
      'note',
      'lines/0/method',
    ]);
    expect(faults({ total: 90 })).toEqual(['total']);
  });
});

describe('The money of an exchange', () => {
  const units = fc.integer({ min: 1, max: 5 });

  it('is what the customer gave, over both orders, and what is owed on both is what is due less that', () => {
    fc.assert(
      fc.property(
        fc.record({
          bought: fc.tuple(units, units),
          back: fc.tuple(
            fc.double({ min: 0, max: 1, noNaN: true }),
            fc.double({ min: 0, max: 1, noNaN: true }),
          ),
          paid: fc.integer({ min: 0, max: 1_000 }),
          price: fc.integer({ min: 0, max: 500 }),
          quantity: units,
          cash: fc.integer({ min: 0, max: 300 }),
          carriedOut: fc.boolean(),
        }),
        ({ bought: [one, two], back, paid, price, quantity, cash: beside, carriedOut }) => {
          const gave = Math.min(paid, (one + two) * 100);
          const came = { 1: Math.max(1, Math.round(back[0] * one)), 2: Math.round(back[1] * two) };
          const kept = Object.fromEntries(Object.entries(came).filter(([, count]) => count > 0));
          const order = afterReturn({ 1: one, 2: two }, gave, kept);
          const more = { ...(!carriedOut && { location: undefined }), ...cash(beside) };
          const asked = asking((price / 100).toFixed(2), quantity, more);
          const both = after(asked, order);
          if (typeof both === 'string') {
            expect(Math.min(owedToCustomer(order), price * quantity - beside)).toBeLessThanOrEqual(0);
            return;
          }
          const { old, next } = both;
          const net = (of: Captured) => of.captured - of.refunded;
          expect(net(old) + net(next)).toBe(gave + beside);
          expect(old.refunded).toBeLessThanOrEqual(old.captured);
          expect(next.captured).toBeLessThanOrEqual(price * quantity);
          // What stands is due: goods that were kept, and those that go out.
          const due = (one + two - came[1] - came[2]) * 100 + price * quantity;
          expect(owedNow(old) + owedNow(next)).toBe(due - gave - beside);
          const [line] = next.lines;
          expect([line!.ordered, line!.fulfilled]).toEqual([quantity, carriedOut ? quantity : 0]);
          expect(old.lines.map(({ returned }) => returned)).toEqual([came[1], came[2]]);
        },
      ),
    );
  });
});

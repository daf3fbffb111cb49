import { ChangeOrder, type OrderChange } from '@tributary/contracts';
import { givenFor, orderFact, orderId, placedWith, quantitiesOf, toldOfOrder } from '@tributary/testing';
import fc from 'fast-check';
import { planChange } from '../change/change.ts';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { receiveFact } from '../receive-fact.ts';
import { askRefund } from './ask-refund.ts';
import { owedNow } from './owed.ts';
import { openRequests } from './requests.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
const hourOf = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const captured = (paymentId: string, amount: number, hour = 9, method?: string) =>
  orderFact('tributary.order.payment-captured.v1', {
    orderId,
    paymentId,
    amount,
    capturedAt: hourOf(hour),
    ...(method && { method }),
  });
const refunded = (refundId: string, amount: number, paymentId?: string) =>
  orderFact('tributary.order.refunded.v1', { orderId, refundId, amount, ...(paymentId && { paymentId }) });
const requested = (parts: readonly (readonly [refundId: string, paymentId: string, amount: number])[]) =>
  orderFact('tributary.order.refund-requested.v1', {
    orderId,
    refunds: parts.map(([refundId, paymentId, amount]) => ({ refundId, paymentId, amount })),
    amount: parts.reduce((sum, [, , amount]) => sum + amount, 0),
    reason: 'late',
  });
const stateOf = (...facts: readonly OrderEvent[]) => given(...facts).state as Captured;

/** The parts, by payment, or what is left where it is refused. */
const asked = (order: Captured, amount: number, paymentId?: string) => {
  const decision = askRefund(
    { amount, reason: 'late', ...(paymentId && { paymentId: paymentId as never }) },
    order,
  );
  if (!decision.accepted) return decision.refusal;
  const [event] = decision.events;
  return event?.type === 'tributary.order.refund-requested.v1'
    ? Object.fromEntries(event.data.refunds.map((part) => [part.paymentId, part.amount]))
    : undefined;
};
const refused = (most: number, left: Record<string, number>) => ({
  code: 'not-refundable',
  details: { most, left: Object.entries(left).map(([paymentId, amount]) => ({ paymentId, amount })) },
});
const placed = placedWith({ 1: 5 });
const paid = [placed, captured('CARD', 300, 10, 'card'), captured('GIFT', 200, 9, 'gift-card')];

type Step = (order: Captured) => readonly OrderEvent[];
const paymentId = fc.constantFrom('P1', 'P2', 'P3');
const amount = fc.integer({ min: 1, max: 500 });
const pays: fc.Arbitrary<Step> = fc
  .tuple(paymentId, amount, fc.integer({ min: 8, max: 10 }))
  .map(([id, minor, hour]) => () => [captured(id, minor, hour)]);
const asks: fc.Arbitrary<Step> = fc
  .tuple(amount, fc.option(paymentId, { nil: undefined }))
  .map(([minor, id]) => (order) => {
    const decision = askRefund({ amount: minor, reason: 'late', paymentId: id as never }, order);
    return decision.accepted ? decision.events : [];
  });
/** The payment system tells what became of one: with its payment or without. */
const ends: fc.Arbitrary<Step> = fc
  .tuple(fc.nat(), fc.constantFrom('issued', 'issued-by-name', 'failed'))
  .map(([which, how]) => (order) => {
    const part = [...order.requests.values()][which % Math.max(1, order.requests.size)];
    if (!part) return [];
    const { failed: _, paymentId: id, ...issued } = part;
    const { refundId } = issued;
    const told =
      how === 'failed'
        ? toldOfOrder('tributary.refund.failed.v1', { orderId, refundId })
        : toldOfOrder('tributary.refund.issued.v1', {
            orderId,
            ...issued,
            ...(how === 'issued-by-name' && { paymentId: id }),
          });
    return receiveFact(told, order);
  });
const wantedOf = (order: Captured, id: string): number =>
  openRequests(order).reduce((sum, part) => sum + (part.paymentId === id ? part.amount : 0), 0);
const asksOf = (events: readonly OrderEvent[], id: string): boolean =>
  events.some(
    ({ type, data }) =>
      type === 'tributary.order.refund-requested.v1' && data.refunds.some((part) => part.paymentId === id),
  );

describe('Refunds are routed to the payments that took the money', () => {
  it('in parts, each by the payment that took money first as far as it took it', () => {
    const decision = askRefund({ amount: 350, reason: 'late', goodwill: true }, stateOf(...paid));
    expect(decision).toStrictEqual({
      accepted: true,
      events: [
        {
          type: 'tributary.order.refund-requested.v1',
          data: {
            orderId,
            refunds: [
              { refundId: 'RR-3-1', paymentId: 'GIFT', method: 'gift-card', amount: 200 },
              { refundId: 'RR-3-2', paymentId: 'CARD', method: 'card', amount: 150 },
            ],
            amount: 350,
            reason: 'late',
            goodwill: true,
          },
        },
      ],
    });
  });

  it('all by the payment that is named, and by no other where it did not take as much', () => {
    expect(asked(stateOf(...paid), 300, 'CARD')).toEqual({ CARD: 300 });
    expect(asked(stateOf(...paid), 201, 'GIFT')).toMatchObject({
      ...refused(200, { GIFT: 200 }),
      reason: '2.00 EUR can be given back by payment GIFT.',
    });
    expect(asked(stateOf(...paid), 1, 'NONE')).toMatchObject(refused(0, {}));
  });

  it('not above what is left of what was given back and of what is asked for already', () => {
    const order = stateOf(...paid, refunded('F1', 50), requested([['RR-1', 'GIFT', 100]]));
    expect(asked(order, 350)).toEqual({ GIFT: 50, CARD: 300 });
    expect(asked(order, 351)).toMatchObject({
      ...refused(350, { CARD: 300, GIFT: 50 }),
      reason: '3.50 EUR can be given back.',
    });
  });

  it('not to a payment out of which a till gave change', () => {
    const order = stateOf(placed, captured('CASH', 500), captured('CHANGE', -100));
    expect(asked(order, 400)).toEqual({ CASH: 400 });
    expect(asked(order, 401)).toMatchObject(refused(400, { CASH: 500 }));
  });

  it('never to the wrong one nor above what it gave, whatever was paid, asked for, issued and failed', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pays, asks, ends), { maxLength: 14 }), (steps) => {
        let order = stateOf(placed);
        for (const step of steps) {
          const events = step(order);
          order = events.reduce<Order>(evolve, order) as Captured;
          for (const [id, { captured: took, refunded: gave }] of order.payments) {
            expect(gave).toBeLessThanOrEqual(took);
            if (asksOf(events, id)) expect(gave + wantedOf(order, id)).toBeLessThanOrEqual(took);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('A refund that was asked for', () => {
  const issue = (refundId: string, amount: number) => (order: Order) =>
    receiveFact(toldOfOrder('tributary.refund.issued.v1', { orderId, refundId, amount }), order);
  const fail = (refundId: string) => (order: Order) =>
    receiveFact(toldOfOrder('tributary.refund.failed.v1', { orderId, refundId, reason: 'expired' }), order);
  const order = [...paid, requested([['RR-3-1', 'GIFT', 100]])];
  const failed = orderFact('tributary.order.refund-failed.v1', {
    orderId,
    refundId: 'RR-3-1',
    reason: 'expired',
  });

  it('has moved nothing until it is issued, and is then given back by the payment that was asked', () => {
    expect(stateOf(...order)).toMatchObject({ refunded: 0 });
    const { state } = given(...order)
      .when(issue('RR-3-1', 100))
      .then(refunded('RR-3-1', 100, 'GIFT'));
    expect(state).toMatchObject({ refunded: 100 });
    expect((state as Captured).requests.size).toBe(0);
  });

  it('may be asked for again once it failed', () => {
    expect(asked(stateOf(...order), 200, 'GIFT')).toMatchObject(refused(100, { GIFT: 100 }));
    const { state } = given(...order)
      .when(fail('RR-3-1'))
      .then(failed);
    expect(asked(state as Captured, 200, 'GIFT')).toEqual({ GIFT: 200 });
  });

  it('ends the same, issued, in whatever order it is told that it was issued and that it failed', () => {
    const told = (...rules: readonly ((order: Order) => OrderEvent[])[]) => {
      const { rev: _, ...end } = rules.reduce<Order>(
        (now, rule) => rule(now).reduce(evolve, now),
        stateOf(...order),
      ) as Captured;
      return end;
    };
    const both = [issue('RR-3-1', 100), fail('RR-3-1')] as const;
    const end = told(...both);
    expect(end).toMatchObject({ refunded: 100 });
    expect(told(...both.toReversed())).toEqual(end);
    expect(told(fail('RR-3-1'), ...both, ...both)).toEqual(end);
  });

  it('ends the same with all others, however what became of them is told, and told again', () => {
    const open = [...paid, requested([['RR-1', 'GIFT', 100], ['RR-2', 'CARD', 100], ['RR-3', 'CARD', 50]])]; // prettier-ignore
    const end = (rules: readonly ((order: Order) => OrderEvent[])[]) => {
      const order = rules.reduce<Order>((now, rule) => rule(now).reduce(evolve, now), stateOf(...open));
      const { requests, refunded: gave, refundIds, payments } = order as Captured;
      return [requests.toObject(), gave, refundIds.toArray().sort(), payments.toObject()];
    };
    const rules = [issue('RR-1', 100), fail('RR-1'), fail('RR-2'), issue('RR-3', 50)];
    const told = fc.array(fc.constantFrom(...rules), { maxLength: 6 });
    fc.assert(
      fc.property(told, fc.gen(), (repeats, g) => {
        const all = [...rules, ...repeats];
        const { length } = all;
        const shuffled = g(fc.shuffledSubarray, all, { minLength: length, maxLength: length });
        expect(end(shuffled)).toEqual(end(rules));
      }),
    );
  });

  it('fails once, and not where it was issued or nobody asked for it', () => {
    const codeOf = (rule: (order: Order) => OrderEvent[], ...facts: readonly OrderEvent[]) =>
      rule(stateOf(...order, ...facts)).map((event) =>
        event.type === 'tributary.order.fact-ignored.v1' ? event.data.code : event.type,
      );
    expect(codeOf(fail('RR-3-1'), failed)).toEqual(['already-failed']);
    expect(codeOf(fail('RR-3-1'), refunded('RR-3-1', 100, 'GIFT'))).toEqual(['already-refunded']);
    expect(codeOf(fail('RR-9-9'))).toEqual(['never-requested']);
  });

  it('of goodwill makes nobody owe', () => {
    const whole = stateOf(...paid);
    expect(owedNow(whole)).toBe(0);
    expect(owedNow(stateOf(...order, refunded('RR-3-1', 100, 'GIFT')))).toBe(0);
  });
});

describe('An edit that is undone', () => {
  it('refunds nothing: what is owed is as it was, and nothing is asked for', () => {
    const change = (order: Captured, ...changes: readonly OrderChange[]): Captured => {
      const { event } = planChange(ChangeOrder.parse({ changes }), order);
      return evolve(order, event!) as Captured;
    };
    const before = stateOf(placedWith({ 1: 5 }), captured('CARD', 500));
    const added = change(before, {
      kind: 'add-line',
      line: { ...quantitiesOf({ 2: 3 })[0]!, unitPrice: '2.00' },
    });
    expect(owedNow(added)).toBe(600);
    const undone = change(added, { kind: 'set-quantity', lineId: '2' as never, quantity: 0 });
    expect([owedNow(undone), undone.refunded, undone.requests.size]).toEqual([0, 0, 0]);

    const fewer = change(before, { kind: 'set-quantity', lineId: '1' as never, quantity: 3 });
    expect(owedNow(fewer)).toBe(-200);
    const again = change(fewer, { kind: 'set-quantity', lineId: '1' as never, quantity: 5 });
    expect([owedNow(again), again.refunded, again.requests.size]).toEqual([0, 0, 0]);
  });
});

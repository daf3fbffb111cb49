import { ChangeOrder, defaultReturnPolicy } from '@tributary/contracts';
import { allocatedTo, noon, orderId, placedWith, quantityFaults, toldOfOrder } from '@tributary/testing';
import fc from 'fast-check';
import { planChange } from '../change/change.ts';
import { quantityOf } from '../fulfilment/fulfilments.ts';
import { cancel } from '../lines/cancel.ts';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { dueNowAfterReturns } from '../payment/owed.ts';
import { receiveFact } from '../receive-fact.ts';
import { authorise } from '../return/authorise.ts';
import { receive } from '../return/receive.ts';
import { withdraw, withdrawable } from './withdraw.ts';

type Step = (order: Captured) => readonly OrderEvent[];
type Withdrawn = Extract<OrderEvent, { type: 'tributary.order.withdrawn.v1' }>['data'];

const policy = defaultReturnPolicy;
const lineId = fc.constantFrom('1', '2', '3');
const units = fc.integer({ min: 1, max: 3 });
const lines = fc.array(fc.record({ lineId, quantity: units }), { minLength: 1, maxLength: 3 });
const eventsOf = (decision: ReturnType<typeof withdraw>) => (decision.accepted ? decision.events : []);

const withdrawing: fc.Arbitrary<Step> = fc
  .option(lines, { nil: undefined })
  .map(
    (named) => (order) =>
      eventsOf(withdraw(named ? { lines: named as never } : {}, order, policy, '2026-03-02T13:00:00.000Z')),
  );
/** Goods leave and come back, others cancel and change: what goes on around withdrawals. */
const others: fc.Arbitrary<Step> = fc.oneof(
  lines.map(
    (some): Step =>
      (order) =>
        receiveFact(
          toldOfOrder('tributary.shipment.dispatched.v1', {
            orderId,
            fulfilmentId: 'S1-leeds',
            shipmentId: `SH${order.rev}`,
            lines: some,
          }),
          order,
        ),
  ),
  lines.map((some): Step => (order) => {
    const reading = cancel({ lines: some }, order);
    return reading.kind === 'applied' ? reading.events : [];
  }),
  lines.map(
    (some): Step =>
      (order) =>
        eventsOf(
          authorise(
            { lines: some.map((line) => ({ ...line, reason: 'changed-mind' })) as never },
            order,
            policy,
            noon,
          ),
        ),
  ),
  fc.constant<Step>((order) => {
    const returnId = order.authorised.keySeq().first();
    return returnId === undefined ? [] : eventsOf(receive(returnId, {}, order, policy));
  }),
  fc.record({ lineId, quantity: fc.integer({ min: 0, max: 9 }) }).map((set): Step => (order) => {
    const { event } = planChange(ChangeOrder.parse({ changes: [{ kind: 'set-quantity', ...set }] }), order);
    return event ? [event] : [];
  }),
);

const start = (() => {
  const ordered = { 1: 4, 2: 3, 3: 5 };
  const fact = placedWith(ordered, { captured: 1_690 });
  const charges = [{ code: 'postage', amount: 490 }];
  const placed = { ...fact, data: { ...fact.data, charges, total: fact.data.total + 490 } };
  return [placed, allocatedTo({ 'S1-leeds': ordered })].reduce<Order>(evolve, notCaptured) as Captured;
})();

const after = (events: readonly OrderEvent[], order: Captured) =>
  events.reduce<Order>((state, event) => evolve(state, { time: noon, ...event }), order) as Captured;
const withdrawnIn = (events: readonly OrderEvent[]): Withdrawn | undefined =>
  events.find((event) => event.type === 'tributary.order.withdrawn.v1')?.data;

/** What is wrong with a withdrawal, in words: each unit is cancelled or expected back, and no other is. */
const unitFaults = (before: Captured, events: readonly OrderEvent[]): string[] => {
  const told = withdrawnIn(events);
  if (!told) return [];
  const now = after(events, before);
  const expected = now.authorised.get(told.returnId ?? '') ?? [];
  return before.lines.flatMap((line, index) => {
    const is = now.lines[index]!;
    const units = quantityOf(told.lines, line.lineId);
    const off = is.cancelled - line.cancelled;
    const back = quantityOf(expected, line.lineId);
    const left = withdrawable(before, line) - withdrawable(now, is);
    return off === quantityOf(told.cancelled, line.lineId) && off + back === units && left === units
      ? []
      : [`line ${line.lineId}: ${units} withdrawn, ${off} cancelled, ${back} expected, ${left} less to have`];
  });
};

/** What the receipt says is given back is what becomes due no longer once all that is expected came back. */
const moneyFaults = (before: Captured, events: readonly OrderEvent[]): string[] => {
  const told = withdrawnIn(events);
  if (!told || before.authorised.size > 0) return [];
  const now = after(events, before);
  const back =
    told.returnId === undefined ? now : after(eventsOf(receive(told.returnId, {}, now, policy)), now);
  const given = dueNowAfterReturns(before) - dueNowAfterReturns(back);
  return given === told.worth ? [] : [`${told.worth} told, ${given} given back`];
};

describe('Withdrawals among all that may happen to an order', () => {
  it('quantities and money balance, and what is withdrawn is cancelled or expected back exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(withdrawing, others), { maxLength: 25 }), (steps) => {
        let order = start;
        for (const step of steps) {
          const events = step(order);
          const faults = [...unitFaults(order, events), ...moneyFaults(order, events)];
          order = after(events, order);
          expect([...faults, ...order.lines.flatMap(quantityFaults)]).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('nothing is kept of an order that was withdrawn from once all of it that left is back', () => {
    fc.assert(
      fc.property(fc.array(others, { maxLength: 12 }), (steps) => {
        const order = steps.reduce((current, step) => after(step(current), current), start);
        const withdrew = after(eventsOf(withdraw({}, order, policy, noon)), order);
        const back = [...withdrew.authorised.keys()].reduce(
          (current, returnId) => after(eventsOf(receive(returnId, {}, current, policy)), current),
          withdrew,
        );
        const kept = back.lines.map((line) => line.ordered - line.cancelled - line.returned);
        expect(kept).toEqual([0, 0, 0]);
      }),
      { numRuns: 300 },
    );
  });
});

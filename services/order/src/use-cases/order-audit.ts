import { type FactOf, type OrderFact, type OrderPlaced, upcast } from '@tributary/contracts';
import type { Audit, RecordedEvent, Violation } from '@tributary/event-store';
import { type Line, openQuantity, unallocated } from '../domain/order/lines/lines.ts';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../domain/order/order.ts';
import { refundable } from '../domain/order/payment/refundable.ts';

/** Orders, checked after every event: quantities and money add up. */
export const orderAudit = (): Audit => {
  const orders = new Map<string, Order>();
  return {
    invariants: ['quantities-balance', 'money-balances'],
    *see(service, recorded) {
      if (service !== 'order' || !recorded.stream.startsWith('order-')) return;
      const event = upcast(recorded);
      const order = evolve(orders.get(event.stream) ?? notCaptured, event as unknown as OrderEvent);
      orders.set(event.stream, order);
      if (event.type === 'tributary.order.placed.v2') yield* placedFaults(event, event.data as OrderPlaced);
      if (order.stage === 'captured') yield* capturedFaults(event, order);
    },
  };
};

function* placedFaults(
  { stream, position }: RecordedEvent,
  { lines, charges, total }: OrderPlaced,
): Generator<Violation> {
  const sum = [...lines, ...charges].reduce((all, { amount }) => all + amount, 0);
  if (sum !== total)
    yield {
      invariant: 'money-balances',
      position,
      where: stream,
      problem: `total ${total}, lines and charges sum to ${sum}`,
    };
}

function* capturedFaults(recorded: RecordedEvent, order: Captured): Generator<Violation> {
  const { stream, position } = recorded;
  if (refundable(order) < 0) {
    yield {
      invariant: 'money-balances',
      position,
      where: stream,
      problem: `${order.refunded} refunded of ${order.captured} captured`,
    };
  }
  yield* tenderFaults(recorded, order);
  const held = new Map<string, number>();
  for (const { lines } of order.fulfilments.values())
    for (const { lineId, quantity } of lines) held.set(lineId, (held.get(lineId) ?? 0) + quantity);
  for (const line of order.lines) {
    const problem = lineFault(line, held.get(line.lineId) ?? 0);
    if (problem)
      yield { invariant: 'quantities-balance', position, where: `${stream} line ${line.lineId}`, problem };
  }
}

/** Of the payment that a refund names; that of no other has changed. */
function* tenderFaults(
  { type, data, stream, position }: RecordedEvent,
  order: Captured,
): Generator<Violation> {
  if (type !== 'tributary.order.refunded.v1') return;
  const { paymentId } = data as FactOf<OrderFact, typeof type>['data'];
  const payment = paymentId === undefined ? undefined : order.payments.get(paymentId);
  if (payment && payment.refunded > payment.captured)
    yield {
      invariant: 'money-balances',
      position,
      where: `${stream} payment ${paymentId}`,
      problem: `${payment.refunded} refunded of ${payment.captured} captured`,
    };
}

const lineFault = (line: Line, held: number): string | undefined => {
  // What a line costs may be below zero.
  const { amount: _, ...quantities } = line;
  if (Object.values(quantities).some((value) => typeof value === 'number' && value < 0))
    return 'a quantity is negative';
  if (openQuantity(line) < 0) return 'more fulfilled and cancelled than ordered';
  if (unallocated(line) < line.backordered) return 'more allocated and backordered than open';
  if ((line.leftThoughCancelled ?? 0) > line.fulfilled) return 'more left though cancelled than fulfilled';
  if (line.returned > line.fulfilled) return 'more returned than fulfilled';
  if (line.delivered > line.fulfilled) return 'more delivered than fulfilled';
  if (line.allocated !== held) return `${line.allocated} allocated, fulfilments hold ${held}`;
  return undefined;
};

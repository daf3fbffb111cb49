import type { Captured, Order, OrderEvent } from '../order.ts';
import { evolve } from '../order.ts';
import { unallocated, unitsOf } from '../lines/lines.ts';
import { authorisedOf } from '../payment/payments.ts';
import { type ActiveHold, activeHolds, isHeld } from './holds.ts';

type Released = Extract<OrderEvent, { type: 'tributary.order.hold-released.v1' }>;

/** A hold ends; with the last one it is told what is to be sourced now. */
export const released = (
  order: Captured,
  { reason, upTo, because, note }: Pick<Released['data'], 'reason' | 'upTo' | 'because' | 'note'>,
): OrderEvent => {
  const event: Released = {
    type: 'tributary.order.hold-released.v1',
    data: { orderId: order.orderId, reason, upTo, ...(because && { because }), ...(note && { note }) },
  };
  const after = evolve(order, event) as Captured;
  if (isHeld(after)) return { ...event, data: { ...event.data, stillHeld: true } };
  const toSource = isHeld(order) && !order.sourcedElsewhere ? unsourced(after) : [];
  return toSource.length > 0 ? { ...event, data: { ...event.data, toSource } } : event;
};

/** What is open, is held at no location, and waits for neither stock nor a decision. */
const unsourced = ({ lines }: Captured): NonNullable<Released['data']['toSource']> =>
  unitsOf(lines, (line) => unallocated(line) - line.backordered - (line.undecided ?? 0));

/** Facts by which a hold may end by itself. */
const ending = new Set<OrderEvent['type']>([
  'tributary.order.placed.v2',
  'tributary.order.held.v1',
  'tributary.order.payment-authorised.v1',
  'tributary.order.payment-captured.v1',
  'tributary.order.delivery-address-changed.v1',
]);

/** Facts, and after them the ends of the holds that waited for what they bring. */
export const withReleased = (events: OrderEvent[], before: Order): OrderEvent[] => {
  if (!events.some(({ type }) => ending.has(type)) || !mayBeHeld(events, before)) return events;
  const order = events.reduce(evolve, before);
  if (order.stage === 'not-captured' || !isHeld(order)) return events;
  const isOver = endOf(order, events);
  const ends: OrderEvent[] = [];
  let current = order;
  for (const { reason, since, until } of activeHolds(order).filter(isOver)) {
    const end = released(current, { reason, upTo: since, because: until });
    ends.push(end);
    current = evolve(current, end) as Captured;
  }
  return [...events, ...ends];
};

/** Most orders are not: nothing of them has to be folded to know it. */
const mayBeHeld = (events: readonly OrderEvent[], before: Order): boolean =>
  (before.stage === 'captured' && isHeld(before)) ||
  events.some((event) =>
    event.type === 'tributary.order.placed.v2'
      ? event.data.holds !== undefined
      : event.type === 'tributary.order.held.v1',
  );

const endOf =
  (order: Captured, events: readonly OrderEvent[]) =>
  ({ until }: ActiveHold): boolean => {
    switch (until) {
      case 'paid':
        return isPaid(order);
      case 'addressed':
        return events.some(({ type }) => type === 'tributary.order.delivery-address-changed.v1');
      case undefined:
        return false;
      default:
        return until satisfies never;
    }
  };

/** What its payments set aside or took is all of its total. */
const isPaid = ({ payments, placement: { total } }: Captured): boolean =>
  payments.reduce((sum, payment) => sum + authorisedOf(payment), 0) >= total;

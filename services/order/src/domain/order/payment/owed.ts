import { type Balance, balanceOf, givenForDue, uncoveredOf } from '@tributary/contracts';
import { type Line, type Lines, pricedLines } from '../lines/lines.ts';
import type { Placement } from '../number.ts';
import type { OrderEvent } from '../order-event.ts';
import { type Payments, authorisedOf } from './payments.ts';

/** What has a say in what is owed for an order. */
export type Owing = Lines & Payments & { readonly placement: Placement };

/** How the order stands with its customer, as its page says it. */
export const balanceNow = ({
  lines,
  placement: { total },
  captured,
  refunded,
  refundedForReturns,
  credited,
}: Owing): Balance =>
  balanceOf({ total, captured, refunded, refundedForReturns, credited }, pricedLines(lines));

/** What the customer still owes, in minor units; below zero, what is owed to the customer. */
export const owedNow = (order: Owing): number => balanceNow(order).owed;

/** What the customer owes and no payment has set aside, in minor units. */
export const uncoveredNow = (order: Owing): number =>
  uncoveredOf({
    owed: owedNow(order),
    authorised: order.payments.valueSeq().reduce((sum, payment) => sum + authorisedOf(payment), 0),
    captured: order.captured,
  });

/** What is due for what stands of an order, less what was given back for returned goods, in minor units. */
export const dueNowAfterReturns = (order: Owing): number => balanceNow(order).due;

/** What a return gave for goods that were due: that follows from the lines as they were and as they are after it. */
export const changedForReturns = (
  { lines, refundedForReturns }: Lines & Payments,
  after: readonly Line[],
  event: OrderEvent,
): Pick<Payments, 'refundedForReturns'> => {
  if (event.type !== 'tributary.order.returned.v1') return { refundedForReturns };
  const forDue = givenForDue(event.data.refund, pricedLines(lines), pricedLines(after));
  return { refundedForReturns: refundedForReturns + forDue };
};

import { orderStatusOf } from '@tributary/contracts';
import { activeHolds, isHeld } from '../../domain/order/hold/holds.ts';
import type { Captured } from '../../domain/order/order.ts';
import { openRequests } from '../../domain/order/payment/requests.ts';

/** An order as commands about it are answered. */
export const orderAnswer = (order: Captured) => ({
  orderId: order.orderId,
  rev: order.rev,
  status: orderStatusOf(order.lines, { rejected: order.rejected, held: isHeld(order) }),
  ...(isHeld(order) && { holds: activeHolds(order).map(({ upTo: _, ...hold }) => hold) }),
  ...(order.proposals.size > 0 && { proposals: [...order.proposals.keys()] }),
  lines: order.lines.map(
    ({ lineId, sku, ordered, cancelled, allocated, backordered, fulfilled, undecided }) => ({
      lineId,
      sku,
      quantities: {
        ordered,
        cancelled,
        allocated,
        backordered,
        fulfilled,
        ...(undecided !== undefined && { undecided }),
      },
    }),
  ),
  fulfilments: [...order.fulfilments.values()].map(({ fulfilmentId, location, method, stage, lines }) => ({
    fulfilmentId,
    location,
    method,
    stage,
    lines,
  })),
  ...(order.askedToPutBack.length > 0 && { askedToPutBack: order.askedToPutBack }),
  ...withRefunds(order),
});

const withRefunds = (order: Captured) => {
  const refunds = openRequests(order).map(({ refundId, paymentId, amount }) => ({
    refundId,
    paymentId,
    amount,
  }));
  return refunds.length > 0 ? { refunds } : {};
};

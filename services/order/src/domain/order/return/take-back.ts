import type { ReturnReceived } from '@tributary/contracts';
import type { Captured } from '../order.ts';
import { refundable } from '../payment/refundable.ts';
import { type Reading, applied, ignored, waits } from '../reading.ts';
import { match } from './match.ts';

/** Goods of this order came back, to any location. A return told before the goods left, or the money came, waits. */
export const takeBack = (data: ReturnReceived, order: Captured): Reading => {
  const { returnId, location, reason } = data;
  if (order.returnIds.includes(returnId)) return ignored('already-returned', `Return ${returnId} is known.`);
  const lines = match(data, order);
  if (!lines) return waits('fulfilment');
  const credits = (data.charges ?? []).reduce((sum, { amount }) => sum + amount, 0);
  const refund = Math.max(0, data.lines.reduce((sum, line) => sum + (line.refund ?? 0), 0) + credits);
  if (refund > refundable(order)) return waits('payment');
  return applied({
    type: 'tributary.order.returned.v1',
    data: {
      orderId: order.orderId,
      returnId,
      ...(location && { location }),
      lines,
      refund,
      ...(reason && { reason }),
    },
  });
};

import { type ReturnReceived, amountText } from '@tributary/contracts';
import type { Captured } from '../order.ts';
import { refundable } from '../payment/refundable.ts';
import { type Reading, type WithoutEffect, applied, appliedExcept, waits } from '../reading.ts';
import { match } from './match.ts';
import { serialsOf } from '../serials.ts';
import { refundOf } from './refund.ts';

/**
 * Goods of this order came back, to any location. A return told before the goods left, or the money
 * came, waits. Amounts in another currency than the order's say nothing about the order's money: the
 * goods count, the amounts are kept without effect.
 */
export const takeBack = (data: ReturnReceived, order: Captured): Reading => {
  const { returnId, location, reason, currency, charges = [] } = data;
  if (order.returnIds.has(returnId)) return { kind: 'ignored', ...alreadyReturned(returnId) };
  const lines = match(data, order);
  if (!lines) return waits('fulfilment');
  // An order gives back nothing at the least: what a return cost beyond its goods is claimed elsewhere.
  const given = Math.max(0, refundOf(data));
  const foreign = currency !== order.currency;
  const refund = foreign ? 0 : given;
  if (refund > refundable(order)) return waits('payment');
  const event = {
    type: 'tributary.order.returned.v1' as const,
    data: {
      orderId: order.orderId,
      returnId,
      ...(location && { location }),
      lines: foreign ? lines.map(({ refund: _, ...line }) => line) : lines,
      ...serialsOf(data.lines, order.lines),
      ...(!foreign && charges.length > 0 && { charges }),
      refund,
      ...(reason && { reason }),
    },
  };
  if (!foreign || !hasAmounts(data)) return applied(event);
  const text = amountText(given, currency);
  return appliedExcept(
    {
      code: 'other-currency',
      reason: `${text} given back has no effect on money: the order is in ${order.currency}.`,
    },
    event,
  );
};

/** Each return counts once. */
export const alreadyReturned = (returnId: string): WithoutEffect => ({
  code: 'already-returned',
  reason: `Return ${returnId} is known.`,
});

const hasAmounts = ({ lines, charges = [] }: ReturnReceived): boolean =>
  lines.some(({ refund = 0 }) => refund > 0) || charges.some(({ amount }) => amount !== 0);

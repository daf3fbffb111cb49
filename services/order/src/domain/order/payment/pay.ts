import type { InboundData } from '@tributary/contracts';
import type { Captured } from '../order.ts';
import { type Reading, applied, ignored, waits } from '../reading.ts';
import { paymentOf } from './payments.ts';
import { refundable } from './refundable.ts';

export const authorise = (
  { paymentId, amount, method }: InboundData<'tributary.payment.authorised.v1'>,
  order: Captured,
): Reading =>
  paymentOf(order, paymentId)
    ? ignored('already-authorised', `Payment ${paymentId} is known.`)
    : applied({
        type: 'tributary.order.payment-authorised.v1',
        data: { orderId: order.orderId, paymentId, amount, ...(method && { method }) },
      });

export const capturePayment = (
  { paymentId, amount, method }: InboundData<'tributary.payment.captured.v1'>,
  order: Captured,
): Reading =>
  (paymentOf(order, paymentId)?.captured ?? 0) > 0
    ? ignored('already-captured', `Payment ${paymentId} was captured before.`)
    : applied({
        type: 'tributary.order.payment-captured.v1',
        data: { orderId: order.orderId, paymentId, amount, ...(method && { method }) },
      });

export const failPayment = (
  { paymentId, reason }: InboundData<'tributary.payment.failed.v1'>,
  order: Captured,
): Reading =>
  applied({
    type: 'tributary.order.payment-failed.v1',
    data: { orderId: order.orderId, paymentId, ...(reason && { reason }) },
  });

/** Never above what was captured: a refund told before its payment waits for it. */
export const refund = (
  { refundId, amount, reason }: InboundData<'tributary.refund.issued.v1'>,
  order: Captured,
): Reading => {
  if (order.refundIds.includes(refundId)) return ignored('already-refunded', `Refund ${refundId} is known.`);
  if (amount > refundable(order)) return waits('payment');
  return applied({
    type: 'tributary.order.refunded.v1',
    data: { orderId: order.orderId, refundId, amount, ...(reason && { reason }) },
  });
};

import type { InboundData } from '@tributary/contracts';
import type { Captured } from '../order.ts';
import { type Reading, applied, ignored, waits } from '../reading.ts';
import type { Told } from '../rule.ts';
import { type Ended, authorisedOf, isRepeat } from './payments.ts';
import { refundable, refundableBy } from './refundable.ts';

/** Applied when it sets aside more than is known: told after its captures, or raised later, the most counts. */
export const authorise = (
  { paymentId, amount, method }: InboundData<'tributary.payment.authorised.v1'>,
  order: Captured,
): Reading => {
  const known = order.payments.get(paymentId);
  if (known?.ended) return ended(paymentId, known.ended);
  if (known && amount <= authorisedOf(known))
    return ignored('already-authorised', `Payment ${paymentId} is known.`);
  return applied({
    type: 'tributary.order.payment-authorised.v1',
    data: { orderId: order.orderId, paymentId, amount, ...(method && { method }) },
  });
};

/** Each capture of a payment counts once. That it brings their sum above what was set aside does not undo it: the money is taken. */
export const capturePayment = (
  { paymentId, captureId, amount, method }: InboundData<'tributary.payment.captured.v1'>,
  order: Captured,
  { occurredAt }: Told,
): Reading => {
  const known = order.payments.get(paymentId);
  if (known && isRepeat({ captureId, amount, at: occurredAt }, known))
    return ignored('already-captured', `Payment ${paymentId} was captured before.`);
  return applied({
    type: 'tributary.order.payment-captured.v1',
    data: {
      orderId: order.orderId,
      paymentId,
      ...(captureId && { captureId }),
      capturedAt: occurredAt,
      amount,
      ...(method && { method }),
    },
  });
};

export const failPayment = (
  { paymentId, reason }: InboundData<'tributary.payment.failed.v1'>,
  order: Captured,
): Reading =>
  applied({
    type: 'tributary.order.payment-failed.v1',
    data: { orderId: order.orderId, paymentId, ...(reason && { reason }) },
  });

/** Given up by us. That counts also where it had run out, whichever is told first: what runs out has no effect after it. */
export const voidPayment = (
  { paymentId, reason }: InboundData<'tributary.payment.voided.v1'>,
  order: Captured,
): Reading =>
  order.payments.get(paymentId)?.ended === 'voided'
    ? ended(paymentId, 'voided')
    : applied({
        type: 'tributary.order.payment-voided.v1',
        data: { orderId: order.orderId, paymentId, ...(reason && { reason }) },
      });

export const expirePayment = (
  { paymentId, reason }: InboundData<'tributary.payment.expired.v1'>,
  order: Captured,
): Reading => {
  const known = order.payments.get(paymentId);
  if (known?.ended) return ended(paymentId, known.ended);
  return applied({
    type: 'tributary.order.payment-expired.v1',
    data: { orderId: order.orderId, paymentId, ...(reason && { reason }) },
  });
};

/** A payment ends once, whatever is told after it: an authorisation that comes late must not bring it back. */
const ended = (paymentId: string, end: Ended): Reading =>
  ignored(
    `already-${end}`,
    `Payment ${paymentId} ${end === 'voided' ? 'was given up' : 'ran out'}; what is set aside anew has an id of its own.`,
  );

/**
 * Never above what was captured, by the order and by the payment that it names: told before, it waits. One
 * that was asked for is given back by the payment that was asked, unless it names another.
 */
export const refund = (
  { refundId, amount, reason, ...told }: InboundData<'tributary.refund.issued.v1'>,
  order: Captured,
): Reading => {
  const paymentId = told.paymentId ?? order.requests.get(refundId)?.paymentId;
  if (order.refundIds.has(refundId)) return ignored('already-refunded', `Refund ${refundId} is known.`);
  const most = paymentId === undefined ? refundable(order) : refundableBy(order, paymentId);
  if (amount > most) return waits('payment');
  return applied({
    type: 'tributary.order.refunded.v1',
    data: {
      orderId: order.orderId,
      refundId,
      ...(paymentId && { paymentId }),
      amount,
      ...(reason && { reason }),
    },
  });
};

/** Money that moved has moved, in whatever order it is told. Only what was asked for here can fail here. */
export const failRefund = (
  { refundId, reason }: InboundData<'tributary.refund.failed.v1'>,
  order: Captured,
): Reading => {
  if (order.refundIds.has(refundId)) return ignored('already-refunded', `Refund ${refundId} was issued.`);
  const asked = order.requests.get(refundId);
  if (!asked) return ignored('never-requested', `Nobody asked here for a refund ${refundId}.`);
  if (asked.failed) return ignored('already-failed', `Refund ${refundId} failed before.`);
  return applied({
    type: 'tributary.order.refund-failed.v1',
    data: { orderId: order.orderId, refundId, ...(reason && { reason }) },
  });
};

import { z } from 'zod';
import { Amount, Currency, OrderId, PartId, Text } from './shapes.ts';

/**
 * An order has one currency, and so have its payments. A sender that names it is told where it is another:
 * the amount would be taken for as many of the order's.
 */
const currency = Currency.optional().describe(
  'ISO 4217 code of the currency that was paid in; left out, it is the order’s. A message in another than the order’s is kept without effect.',
);
const ofOrder = { orderId: OrderId, currency };
const payment = {
  ...ofOrder,
  paymentId: PartId.describe('Names the payment within its order.'),
  method: Text(64).optional().describe('How it is paid: `card`, `paypal`, `cash`.'),
};
const reason = Text(300).optional().describe('Why, in words for people.');

export const PaymentAuthorised = z.strictObject({
  ...payment,
  amount: Amount.min(0).describe('Minor units that are set aside in all for this payment.'),
});

/**
 * A payment may be captured several times, as parts of an order leave. `captureId` tells one capture
 * from another; left out, the time it happened and the amount do: the same amount of the same payment
 * at the same time is a repeat. What the order was placed with as captured is known by its amount
 * alone. A message without a time happened when it was received, so a sender that repeats itself
 * under another event id gives a `captureId` or a time.
 */
export const PaymentCaptured = z.strictObject({
  ...payment,
  captureId: PartId.optional().describe('Tells one capture of the payment from another.'),
  amount: Amount.min(0).describe('Minor units that were taken by this capture.'),
});

export const PaymentFailed = z.strictObject({ ...payment, reason });

/**
 * The end of what is set aside: it was given up, or it ran out. It ends a payment for good, in whatever
 * order they are told: money that is set aside anew is a payment with an id of its own, as it is at the
 * payment provider. What was taken stays taken.
 */
const endOfPayment = { ...ofOrder, paymentId: payment.paymentId, reason };
export const PaymentVoided = z.strictObject(endOfPayment);
export const PaymentExpired = z.strictObject(endOfPayment);

/**
 * Somebody asks for money to be given back. Nothing has moved by that: the payment system, which learns of
 * it, tells of each part once it is issued or has failed.
 */
export const RefundOrder = z.strictObject({
  amount: Amount.min(1).describe('Minor units that are to be given back in all.'),
  reason: Text(300).describe('Why, in words for people.'),
  paymentId: payment.paymentId
    .optional()
    .describe(
      'The payment that is to give back all of it; left out, it goes back as it came: the payments that took money first give back first, each at most what it took.',
    ),
  goodwill: z.literal(true).optional().describe('It is a gift: more than is owed to the customer.'),
});
export type RefundOrder = z.infer<typeof RefundOrder>;

/**
 * Never more is given back than was taken, of the order and of each payment that is named. A refund that
 * is told before the money it gives back waits for it. One that names no payment is bound by the order
 * alone: it leaves to refunds that name a payment what they give back, whichever is told first.
 */
export const RefundIssued = z.strictObject({
  ...ofOrder,
  refundId: PartId.describe('Names the refund within its order.'),
  paymentId: payment.paymentId
    .optional()
    .describe('The payment that it was given back by; left out where that is not known.'),
  amount: Amount.min(0).describe('Minor units that were given back.'),
  reason,
});

/**
 * A refund that was asked for did not come about: it may be asked for again. One that is told as issued, too,
 * before or after, was issued.
 */
export const RefundFailed = z.strictObject({
  ...ofOrder,
  refundId: PartId.describe('The refund, as it was named where it was asked for.'),
  reason,
});

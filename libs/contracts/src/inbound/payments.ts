import { z } from 'zod';
import { Amount, OrderId, PartId, Text } from './shapes.ts';

const payment = { orderId: OrderId, paymentId: PartId, method: Text(64).optional() };

export const PaymentAuthorised = z.strictObject({ ...payment, amount: Amount.min(0) });

/**
 * A payment may be captured several times, as parts of an order leave. `captureId` tells one capture
 * from another; left out, the time it happened and the amount do: the same amount of the same payment
 * at the same time is a repeat. What the order was placed with as captured is known by its amount
 * alone. A message without a time happened when it was received, so a sender that repeats itself
 * under another event id gives a `captureId` or a time.
 */
export const PaymentCaptured = z.strictObject({
  ...payment,
  captureId: PartId.optional(),
  amount: Amount.min(0),
});

export const PaymentFailed = z.strictObject({ ...payment, reason: Text(300).optional() });
export const RefundIssued = z.strictObject({
  orderId: OrderId,
  refundId: PartId,
  amount: Amount.min(0),
  reason: Text(300).optional(),
});

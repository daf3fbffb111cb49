import { z } from 'zod';
import { Amount, OrderId, PartId, Text } from './shapes.ts';

const payment = { orderId: OrderId, paymentId: PartId, method: Text(64).optional() };

export const PaymentAuthorised = z.strictObject({ ...payment, amount: Amount.min(0) });
export const PaymentCaptured = z.strictObject({ ...payment, amount: Amount.min(0) });
export const PaymentFailed = z.strictObject({ ...payment, reason: Text(300).optional() });
export const RefundIssued = z.strictObject({
  orderId: OrderId,
  refundId: PartId,
  amount: Amount.min(0),
  reason: Text(300).optional(),
});

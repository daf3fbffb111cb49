import { z } from 'zod';
import {
  Amount,
  Charge,
  Currency,
  Customer,
  Decimal,
  Disposition,
  LocationId,
  OrderId,
  PartId,
  Quantity,
  Sku,
  Text,
  addsUpExactly,
  tooMuchToAddUp,
} from './shapes.ts';

/**
 * Goods that came back, to any location. What names no order, neither in its line nor in `orderId`, is a blind
 * return: kept, shown, and matched to nothing. Charges are of `orderId`.
 */
export const ReturnReceived = z
  .strictObject({
    returnId: PartId,
    orderId: OrderId.optional(),
    location: LocationId.optional(),
    currency: Currency,
    customer: Customer.optional(),
    lines: z
      .array(
        z.strictObject({
          /** The order of this line, where one return is of several; else it is the return's own. */
          orderId: OrderId.optional(),
          lineId: PartId.optional(),
          sku: Sku,
          name: Text(300).optional(),
          quantity: Quantity,
          unitPrice: Decimal.optional(),
          /** What was given back for the line, minor units. */
          refund: Amount.min(0).optional(),
          disposition: Disposition.optional(),
        }),
      )
      .max(2_000),
    /**
     * What the customer was charged with the return (positive: a restocking fee) and what was given back of
     * earlier charges (negative: the postage), as on an order. Both make the refund: Σ `refund` − Σ `charges`.
     */
    charges: z.array(Charge).max(200).optional(),
    reason: Text(300).optional(),
  })
  .refine(
    ({ lines, charges = [] }) =>
      addsUpExactly([...lines.map(({ refund = 0 }) => refund), ...charges.map(({ amount }) => amount)]),
    { path: ['lines'], error: tooMuchToAddUp },
  );
export type ReturnReceived = z.infer<typeof ReturnReceived>;

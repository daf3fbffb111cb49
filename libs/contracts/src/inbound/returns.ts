import { z } from 'zod';
import { Serials, checkSerials } from './serials.ts';
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
    returnId: PartId.describe('Names the return.'),
    orderId: OrderId.optional().describe('The order that the goods were of; left out for a blind return.'),
    location: LocationId.optional().describe('Where the goods came back; left out, no stock moves.'),
    currency: Currency,
    customer: Customer.optional().describe('Who brought them back.'),
    lines: z
      .array(
        z
          .strictObject({
            orderId: OrderId.optional().describe(
              'The order of this line, where one return is of several; else it is the return’s own.',
            ),
            lineId: PartId.optional().describe('The line of the order; left out, it is found by its SKU.'),
            sku: Sku,
            name: Text(300).optional().describe('What the good is called.'),
            quantity: Quantity,
            unitPrice: Decimal.optional(),
            refund: Amount.min(0).optional().describe('Minor units that were given back for the line.'),
            disposition: Disposition.optional(),
            serials: Serials.optional(),
          })
          .superRefine(checkSerials),
      )
      .max(2_000)
      .describe('What came back.'),
    charges: z
      .array(Charge)
      .max(200)
      .optional()
      .describe(
        'What the customer was charged with the return (positive: a restocking fee) and what was given back of earlier charges (negative: the postage), as on an order. Both make the refund: Σ `refund` − Σ `charges`.',
      ),
    reason: Text(300).optional().describe('Why, in words for people.'),
  })
  .refine(
    ({ lines, charges = [] }) =>
      addsUpExactly([...lines.map(({ refund = 0 }) => refund), ...charges.map(({ amount }) => amount)]),
    { path: ['lines'], error: tooMuchToAddUp },
  );
export type ReturnReceived = z.infer<typeof ReturnReceived>;

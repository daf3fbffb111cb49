import { z } from 'zod';
import { ReturnReasonCode } from '../facts/return-policy.ts';
import { personal } from '../personal-mark.ts';
import { Serials, checkSerials } from './serials.ts';
import {
  Amount,
  Currency,
  Customer,
  Decimal,
  Disposition,
  FulfilmentLine,
  LocationId,
  PartId,
  Quantity,
  Sku,
  Text,
  addsUpExactly,
  tooMuchToAddUp,
} from './shapes.ts';

const note = (what: string) => personal(Text(300)).optional().describe(what);
const returnId = PartId.describe('Names the return, one of its order.');

/** Somebody asks whether goods may come back. */
export const AuthoriseReturn = z.strictObject({
  returnId: returnId.optional().describe('Names the return; `RMA-1`, `RMA-2` … where it is left out.'),
  lines: z
    .array(FulfilmentLine.extend({ reason: ReturnReasonCode }))
    .min(1)
    .max(2_000)
    .describe('What is to come back, and for what.'),
  location: LocationId.optional().describe('Where it is to be brought or sent; anywhere where left out.'),
  note: note('What whoever takes it back should know.'),
  despite: Text(300)
    .optional()
    .describe('Why it may come back although its time is over, in words for people.'),
});
export type AuthoriseReturn = z.infer<typeof AuthoriseReturn>;

/** Goods of an order are in somebody’s hands at a returns desk. */
export const ReceiveReturn = z.strictObject({
  location: LocationId.optional().describe('Where they are now; left out, no stock moves.'),
  lines: z
    .array(
      FulfilmentLine.extend({
        reason: ReturnReasonCode.optional(),
        disposition: Disposition.optional(),
        serials: Serials.optional(),
      }).superRefine(checkSerials),
    )
    .min(1)
    .max(2_000)
    .optional()
    .describe('What came back; left out, all that was authorised, to be sold again.'),
  note: note('What was seen.'),
});
export type ReceiveReturn = z.infer<typeof ReceiveReturn>;

const refundsOf = (lines: readonly { readonly refund?: number | undefined }[]): readonly number[] =>
  lines.map(({ refund = 0 }) => refund);

/** Goods whose order nobody knows are in somebody’s hands at a returns desk. */
export const ReceiveBlindReturn = z
  .strictObject({
    returnId: PartId.optional().describe('Names the return; `BR-…` where it is left out.'),
    location: LocationId.describe('Where the goods are now.'),
    currency: Currency,
    customer: Customer.optional().describe('Who brought them back.'),
    lines: z
      .array(
        z
          .strictObject({
            sku: Sku,
            name: Text(300).optional().describe('What the good is called.'),
            quantity: Quantity,
            unitPrice: Decimal.optional(),
            refund: Amount.min(0).optional().describe('Minor units that were given back for the line.'),
            disposition: Disposition.optional(),
            reason: ReturnReasonCode.optional(),
            serials: Serials.optional(),
          })
          .superRefine(checkSerials),
      )
      .min(1)
      .max(2_000)
      .describe('What came back.'),
    givenAs: Text(64).optional().describe('How what was given for them was given: `cash`, `store-credit`.'),
    note: note('What was seen.'),
  })
  .refine(({ lines }) => addsUpExactly(refundsOf(lines)), { path: ['lines'], error: tooMuchToAddUp })
  .refine(({ lines, givenAs }) => givenAs === undefined || refundsOf(lines).some((refund) => refund > 0), {
    path: ['givenAs'],
    error: 'Nothing was given: say for which line how much was (`refund`).',
  });
export type ReceiveBlindReturn = z.infer<typeof ReceiveBlindReturn>;

export const CallOffReturn = z.strictObject({
  reason: Text(300).optional().describe('Why, in words for people.'),
});

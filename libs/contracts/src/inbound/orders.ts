import { z } from 'zod';
import { personal } from '../personal-mark.ts';
import { Attributes } from './attributes.ts';
import { checkGoods } from './goods.ts';
import { Hold } from './holds.ts';
import {
  Address,
  Amount,
  Channel,
  Charge,
  Currency,
  Customer,
  FulfilmentLine,
  OrderId,
  OrderLine,
  OrderNumber,
  Payment,
  PromisedBy,
  Text,
  Timestamp,
} from './shapes.ts';

const lines = z.array(OrderLine).min(1).max(2_000).describe('What was ordered.');
const charges = z.array(Charge).max(200).optional().describe('Charges and discounts of the whole order.');
const payments = z.array(Payment).max(50).optional().describe('How it is paid, as far as that is known.');
const total = Amount.optional().describe(
  'Minor units: the total as the channel knows it; when given it must equal lines + charges.',
);
const reason = Text(300).optional().describe('Why, in words for people.');

/** An order as its channel captured it. The order's id is `<channel>.<number>`. */
export const OrderCaptured = z
  .strictObject({
    channel: Channel,
    number: OrderNumber,
    currency: Currency,
    customer: Customer.optional().describe('Who bought.'),
    shipTo: Address.optional().describe('Where lines are sent that are shipped.'),
    lines,
    charges,
    payments,
    total,
    whenShort: z
      .enum(['backorder', 'reject'])
      .optional()
      .describe(
        'What to do when stock is short: keep the missing lines waiting (where left out), or refuse the whole order.',
      ),
    sourcing: z
      .enum(['here', 'elsewhere'])
      .optional()
      .describe(
        '`elsewhere`: another system decides from where it is served; nothing is reserved, its facts are taken as told.',
      ),
    holds: z
      .array(Hold)
      .max(10)
      .refine(
        (holds) => new Set(holds.map(({ reason }) => reason)).size === holds.length,
        'An order has one hold for a reason.',
      )
      .optional()
      .describe('What it is held for from the start: it is sourced when all of it is released.'),
    promisedBy: PromisedBy.optional().describe(
      'By when all lines are to have left, or to be ready, that say nothing else themselves.',
    ),
    attributes: Attributes.optional().describe('What the retailer says of the order beside.'),
    completedAt: Timestamp.optional().describe('Only on imported history: when the order was complete.'),
    note: personal(Text(2_000)).optional().describe('What the customer wrote with the order.'),
  })
  .superRefine(checkGoods);
export type OrderCaptured = z.infer<typeof OrderCaptured>;

/** A change the customer or a CSR asks for after submission. */
export const ChangeRequested = z.strictObject({
  orderId: OrderId,
  change: z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('deliver-to').describe('It is to be sent to another address.'),
        shipTo: Address.describe('Where it is sent now.'),
      }),
    ])
    .describe('What is to be different.'),
  reason,
});

export const CancelRequested = z.strictObject({
  orderId: OrderId,
  lines: z
    .array(FulfilmentLine)
    .min(1)
    .max(2_000)
    .optional()
    .describe('What is cancelled; left out, everything not yet handed over or shipped.'),
  reason,
});

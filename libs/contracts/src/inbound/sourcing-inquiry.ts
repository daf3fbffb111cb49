import { z } from 'zod';
import { checkLines } from './goods.ts';
import { Address, Channel, LocationId, OrderId, PartId, Quantity, Sku } from './shapes.ts';

const line = z.strictObject({
  lineId: PartId.describe('Names the line in the answer.'),
  sku: Sku,
  quantity: Quantity.describe('Units that are wanted.'),
  method: z
    .enum(['ship', 'pickup'])
    .optional()
    .describe('How the line is to reach the customer; sent where it is left out.'),
  pickupAt: LocationId.optional().describe('The location where a `pickup` line is to be collected.'),
});

/** Goods that somebody may order: from where would they come, if they were ordered now? */
export const SourcingInquiry = z
  .strictObject({
    orderId: OrderId.optional().describe(
      'The order that they are for, where there is one: it keeps its turn, and is not offered what failed it before.',
    ),
    channel: Channel,
    shipTo: Address.optional().describe('Where lines are sent that are shipped: its coordinates count.'),
    lines: z.array(line).min(1).max(2_000).describe('What is wanted.'),
  })
  .superRefine(({ lines }, context) => checkLines(lines, context));
export type SourcingInquiry = z.infer<typeof SourcingInquiry>;

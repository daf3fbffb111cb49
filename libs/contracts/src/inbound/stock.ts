import { z } from 'zod';
import { LocationId, PartId, Quantity, Sku, Text, Timestamp } from './shapes.ts';

const place = { sku: Sku, location: LocationId };
const purchaseOrder = PartId.describe('The purchase order.');

/**
 * An absolute count, true as of `countedAt` (the event's time when left out): later movements stay on
 * top of it, and what happened before it is in it, whenever that is told.
 */
export const StockCounted = z.strictObject({
  ...place,
  quantity: z.number().int().min(0).max(1_000_000_000).describe('Units that were there.'),
  countedAt: Timestamp.optional().describe('When they were; the time of the event where left out.'),
  reason: Text(120).optional().describe('Why it was counted, in words for people: `reconciliation`.'),
});
export const StockAdjusted = z.strictObject({
  ...place,
  delta: z
    .number()
    .int()
    .min(-1_000_000_000)
    .max(1_000_000_000)
    .refine((delta) => delta !== 0, 'An adjustment is not zero.')
    .describe('Units more (positive) or less (negative) than before.'),
  reason: Text(120).describe('Why: `damaged`, `found`, `theft`.'),
});
export const StockReceived = z.strictObject({
  ...place,
  quantity: Quantity,
  purchaseOrder: purchaseOrder
    .optional()
    .describe('The purchase order it came against; left out for an unexpected receipt.'),
});
export const StockMoved = z.strictObject({
  sku: Sku,
  from: LocationId.describe('The location that they left.'),
  to: LocationId.describe('The location where they are now.'),
  quantity: Quantity,
  reason: Text(120).optional().describe('Why, in words for people.'),
});
export const SupplyExpected = z.strictObject({
  ...place,
  purchaseOrder,
  quantity: Quantity,
  expectedAt: Timestamp.describe('When they are to come.'),
});

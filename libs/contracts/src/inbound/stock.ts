import { z } from 'zod';
import { LocationId, PartId, Quantity, Sku, Text, Timestamp } from './shapes.ts';

const place = { sku: Sku, location: LocationId };

/**
 * An absolute count, true as of `countedAt` (the event's time when left out): later movements stay on
 * top of it, and what happened before it is in it, whenever that is told.
 */
export const StockCounted = z.strictObject({
  ...place,
  quantity: z.number().int().min(0).max(1_000_000_000),
  countedAt: Timestamp.optional(),
});
export const StockAdjusted = z.strictObject({
  ...place,
  delta: z
    .number()
    .int()
    .min(-1_000_000_000)
    .max(1_000_000_000)
    .refine((delta) => delta !== 0, 'An adjustment is not zero.'),
  reason: Text(120),
});
export const StockReceived = z.strictObject({
  ...place,
  quantity: Quantity,
  /** The purchase order it came against; left out for an unexpected receipt. */
  purchaseOrder: PartId.optional(),
});
export const StockMoved = z.strictObject({
  sku: Sku,
  from: LocationId,
  to: LocationId,
  quantity: Quantity,
  reason: Text(120).optional(),
});
export const SupplyExpected = z.strictObject({
  ...place,
  purchaseOrder: PartId,
  quantity: Quantity,
  expectedAt: Timestamp,
});

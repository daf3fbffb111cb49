import { z } from 'zod';
import { LocationId, OrderId, PartId, Quantity, Sku, Timestamp } from '../inbound/shapes.ts';
import { Fulfilment } from './order.ts';

/**
 * The inventory service's facts. Each stream `stock-<sku>@<location>` is a ledger (`@` and `%` in either
 * name are `%40` and `%25` there): on hand is the sum of every `delta`, reserved the sum of reservations not yet ended.
 */
const place = { sku: Sku, location: LocationId };
const delta = z.number().int();
const moved = {
  ...place,
  delta,
  /** Told after a count that had seen it already; set together with a `count-restated` of the opposite delta. */
  late: z.literal(true).optional(),
};
/** Names the reservation: `<orderId>/<fulfilmentId>/<lineId>`, with `/` and `%` in any of them as `%2F` and `%25`. */
const reservation = {
  reservationId: z.string(),
  orderId: OrderId,
  fulfilmentId: PartId,
  lineId: PartId,
  quantity: Quantity,
};

export const inventoryFacts = {
  'tributary.inventory.received.v1': z.object({ ...moved, purchaseOrder: PartId.optional() }),
  'tributary.inventory.counted.v1': z.object({
    ...moved,
    counted: z.number().int(),
    /** As it was told; the fact's own time is the moment the count stands for, never one after it was told. */
    countedAt: Timestamp,
  }),
  /**
   * Something told late happened before a count that was told already, and the count saw it: what
   * the count corrected was more, or less, by as much. Happens at the moment of that count.
   */
  'tributary.inventory.count-restated.v1': z.object({
    ...place,
    delta,
    /** The moment of the first count that saw what is told late. */
    countedAt: Timestamp,
    /** Type of the entry told late, recorded together with this one. */
    toldLate: z.string(),
  }),
  'tributary.inventory.adjusted.v1': z.object({
    ...moved,
    reason: z.string(),
    /** The reservation whose goods a short pick missed (below zero), or that left after all (above). */
    missedOf: z.string().optional(),
  }),
  'tributary.inventory.sold.v1': z.object({ ...moved, orderId: OrderId, lineId: PartId }),
  'tributary.inventory.moved-out.v1': z.object({
    ...moved,
    to: LocationId,
    reason: z.string().optional(),
  }),
  'tributary.inventory.moved-in.v1': z.object({
    ...moved,
    from: LocationId,
    reason: z.string().optional(),
  }),
  'tributary.inventory.issued.v1': z.object({
    ...moved,
    ...reservation,
    /** Of the quantity, what no reservation covered and left all the same. */
    beyond: Quantity.optional(),
  }),
  'tributary.inventory.returned.v1': z.object({
    ...moved,
    orderId: OrderId.optional(),
    returnId: PartId,
    lineId: PartId.optional(),
  }),
  'tributary.inventory.reserved.v1': z.object({ ...place, ...reservation }),
  'tributary.inventory.released.v1': z.object({ ...place, ...reservation, reason: z.string() }),
  /** Physical stock fell below what was promised: this reservation lost its goods. */
  'tributary.inventory.reservation-broken.v1': z.object({ ...place, ...reservation, reason: z.string() }),
  'tributary.inventory.supply-expected.v1': z.object({
    ...place,
    purchaseOrder: PartId,
    quantity: Quantity,
    expectedAt: Timestamp,
  }),
  /** A message that changes nothing any more, kept for the record. */
  'tributary.inventory.fact-ignored.v1': z.object({
    ...place,
    messageId: z.string(),
    messageType: z.string(),
    code: z.string(),
    reason: z.string(),
  }),

  /**
   * In `allocation-<orderId>`, appended together with what it is about: the answer to a sourcing
   * decision, and what later broke of it. The order follows this one stream, so it never hears that
   * goods are lost before it hears that they were held.
   */
  'tributary.allocation.reserved.v1': z.object({
    orderId: OrderId,
    decisionId: z.string(),
    attempt: z.number().int(),
    fulfilments: z.array(Fulfilment),
  }),
  'tributary.allocation.refused.v1': z.object({
    orderId: OrderId,
    decisionId: z.string(),
    attempt: z.number().int(),
    short: z.array(
      z.object({ sku: Sku, location: LocationId, requested: Quantity, available: z.number().int() }),
    ),
  }),
  'tributary.allocation.broken.v1': z.object({
    ...place,
    orderId: OrderId,
    fulfilmentId: PartId,
    lineId: PartId,
    quantity: Quantity,
    reason: z.string(),
  }),
} as const;

import { z } from 'zod';
import { LocationId, OrderId, PartId, Quantity, Sku, Timestamp } from '../inbound/shapes.ts';
import { Fulfilment } from './order.ts';

/**
 * The inventory service's facts. Each stream `stock-<sku>@<location>` is a ledger: on hand is the
 * sum of every `delta`, reserved the sum of reservations not yet ended.
 */
const place = { sku: Sku, location: LocationId };
const delta = z.number().int();
/** Names the reservation: `<orderId>/<fulfilmentId>/<lineId>`. */
const reservation = {
  reservationId: z.string(),
  orderId: OrderId,
  fulfilmentId: PartId,
  lineId: PartId,
  quantity: Quantity,
};

export const inventoryFacts = {
  'tributary.inventory.received.v1': z.object({ ...place, delta, purchaseOrder: PartId.optional() }),
  'tributary.inventory.counted.v1': z.object({
    ...place,
    counted: z.number().int(),
    countedAt: Timestamp,
    delta,
  }),
  'tributary.inventory.adjusted.v1': z.object({ ...place, delta, reason: z.string() }),
  'tributary.inventory.sold.v1': z.object({ ...place, delta, orderId: OrderId, lineId: PartId }),
  'tributary.inventory.moved-out.v1': z.object({
    ...place,
    delta,
    to: LocationId,
    reason: z.string().optional(),
  }),
  'tributary.inventory.moved-in.v1': z.object({
    ...place,
    delta,
    from: LocationId,
    reason: z.string().optional(),
  }),
  'tributary.inventory.issued.v1': z.object({ ...place, ...reservation, delta }),
  'tributary.inventory.returned.v1': z.object({
    ...place,
    delta,
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

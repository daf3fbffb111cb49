import { z } from 'zod';
import { LocationId, OrderId, PartId, Quantity, ReturnId, Sku, Timestamp } from '../inbound/shapes.ts';
import { availabilityPolicyFacts } from './availability-policy.ts';
import { Fulfilment } from './order.ts';

/**
 * The inventory service's facts. Each stream `stock-<sku>@<location>` is a ledger (`@` and `%` in either
 * name are `%40` and `%25` there): on hand is the sum of every `delta`, reserved the sum of reservations not yet ended.
 */
const place = { sku: Sku, location: LocationId };
const delta = z.number().int().describe('Units by which the ledger moves.');
const reason = z.string().describe('Why, in words for people.');
const lineId = PartId.describe('The line of the order.');
const fulfilmentId = PartId.describe('One location’s part of the order.');
const decisionId = z.string().describe('The sourcing decision that asked.');
const attempt = z.number().int().describe('The how-manieth decision for the order it is, from 1.');
const moved = {
  ...place,
  delta,
  late: z
    .literal(true)
    .optional()
    .describe(
      'Told after a count that had seen it already; set together with a `count-restated` of the opposite delta.',
    ),
};
const reservation = {
  reservationId: z
    .string()
    .describe(
      'Names the reservation: `<orderId>/<fulfilmentId>/<lineId>`, with `/` and `%` in any of them as `%2F` and `%25`.',
    ),
  orderId: OrderId,
  fulfilmentId,
  lineId,
  quantity: Quantity,
};

export const inventoryFacts = {
  ...availabilityPolicyFacts,
  'tributary.inventory.received.v1': z.object({
    ...moved,
    purchaseOrder: PartId.optional().describe('The purchase order it came against.'),
  }),
  'tributary.inventory.counted.v1': z.object({
    ...moved,
    counted: z.number().int().describe('Units that were there.'),
    countedAt: Timestamp.describe(
      'When they were, as it was told; the fact’s own time is the moment the count stands for, never one after it was told.',
    ),
    reason: reason.optional(),
  }),
  /**
   * Something told late happened before a count that was told already, and the count saw it: what
   * the count corrected was more, or less, by as much. Happens at the moment of that count.
   */
  'tributary.inventory.count-restated.v1': z.object({
    ...place,
    delta,
    countedAt: Timestamp.describe('The moment of the first count that saw what is told late.'),
    toldLate: z.string().describe('Type of the entry told late, recorded together with this one.'),
  }),
  'tributary.inventory.adjusted.v1': z.object({
    ...moved,
    reason,
    missedOf: z
      .string()
      .optional()
      .describe(
        'The reservation whose goods a short pick missed (below zero), or that left after all (above).',
      ),
  }),
  'tributary.inventory.sold.v1': z.object({ ...moved, orderId: OrderId, lineId }),
  'tributary.inventory.moved-out.v1': z.object({
    ...moved,
    to: LocationId.describe('The location where they are now.'),
    reason: reason.optional(),
  }),
  'tributary.inventory.moved-in.v1': z.object({
    ...moved,
    from: LocationId.describe('The location that they left.'),
    reason: reason.optional(),
  }),
  'tributary.inventory.issued.v1': z.object({
    ...moved,
    ...reservation,
    beyond: Quantity.optional().describe(
      'Of the quantity, what no reservation covered and left all the same.',
    ),
  }),
  'tributary.inventory.returned.v1': z.object({
    ...moved,
    orderId: OrderId.optional().describe('The order that the goods were of, where that is known.'),
    returnId: ReturnId.describe('The return.'),
    lineId: lineId.optional(),
  }),
  'tributary.inventory.reserved.v1': z.object({ ...place, ...reservation }),
  'tributary.inventory.released.v1': z.object({ ...place, ...reservation, reason }),
  /** Physical stock fell below what was promised: this reservation lost its goods. */
  'tributary.inventory.reservation-broken.v1': z.object({ ...place, ...reservation, reason }),
  'tributary.inventory.supply-expected.v1': z.object({
    ...place,
    purchaseOrder: PartId.describe('The purchase order.'),
    quantity: Quantity,
    expectedAt: Timestamp.describe('When they are to come.'),
  }),
  /** A message that changes nothing any more, kept for the record. */
  'tributary.inventory.fact-ignored.v1': z.object({
    ...place,
    messageId: z.string().describe('The message.'),
    messageType: z.string().describe('Type of the message.'),
    code: z.string().describe('Why it has no effect, for programs.'),
    reason,
  }),

  /**
   * In `allocation-<orderId>`, appended together with what it is about: the answer to a sourcing
   * decision, and what later broke of it. The order follows this one stream, so it never hears that
   * goods are lost before it hears that they were held.
   */
  'tributary.allocation.reserved.v1': z.object({
    orderId: OrderId,
    decisionId,
    attempt,
    fulfilments: z.array(Fulfilment).describe('The parts of the order that are reserved.'),
  }),
  'tributary.allocation.refused.v1': z.object({
    orderId: OrderId,
    decisionId,
    attempt,
    short: z
      .array(
        z.object({
          ...place,
          requested: Quantity.describe('Units that were asked for.'),
          available: z.number().int().describe('Units that could be reserved.'),
        }),
      )
      .describe('Where there was less than was asked for.'),
  }),
  'tributary.allocation.broken.v1': z.object({
    ...place,
    orderId: OrderId,
    fulfilmentId,
    lineId,
    quantity: Quantity,
    reason,
  }),
} as const;

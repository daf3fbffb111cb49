import { z } from 'zod';
import {
  Address,
  Amount,
  BusinessDate,
  Channel,
  Charge,
  Currency,
  Customer,
  Decimal,
  Disposition,
  LocationId,
  Method,
  OrderId,
  OrderNumber,
  PartId,
  Payment,
  Quantity,
  Sku,
  Timestamp,
} from '../inbound/shapes.ts';
import { personal } from '../personal-mark.ts';

/** The order service's facts, in the order's stream `order-<orderId>`. */

export const PlacedLine = z.object({
  lineId: PartId,
  sku: Sku,
  name: z.string().optional(),
  quantity: Quantity,
  unitPrice: Decimal,
  amount: Amount,
  method: Method,
  pickupAt: LocationId.optional(),
});
export type PlacedLine = z.infer<typeof PlacedLine>;

/** v2: each line says how it reaches the customer; in v1 the order had one method for all (see upcasting.ts). */
export const OrderPlaced = z.object({
  orderId: OrderId,
  channel: Channel,
  number: OrderNumber,
  kind: z.enum(['order', 'sale']),
  location: LocationId.optional(),
  businessDate: BusinessDate.optional(),
  customer: Customer.optional(),
  shipTo: Address.optional(),
  currency: Currency,
  lines: z.array(PlacedLine),
  charges: z.array(Charge),
  payments: z.array(Payment),
  total: Amount,
  whenShort: z.enum(['backorder', 'reject']),
  /** Set when every line was already in the customer's hands: a till sale, or imported history. */
  completedAt: Timestamp.optional(),
  note: personal(z.string()).optional(),
  /** Set where another system decides from where it is served, as for imported history. */
  sourcing: z.literal('elsewhere').optional(),
});
export type OrderPlaced = z.infer<typeof OrderPlaced>;

export const AllocatedLine = z.object({ lineId: PartId, sku: Sku, quantity: Quantity });
export type AllocatedLine = z.infer<typeof AllocatedLine>;

/** One location's part of an order. */
export const Fulfilment = z.object({
  fulfilmentId: PartId,
  location: LocationId,
  method: Method,
  lines: z.array(AllocatedLine),
});
export type Fulfilment = z.infer<typeof Fulfilment>;

/** A quantity of a line together with the reservation that holds it. */
export const ReservedQuantity = AllocatedLine.extend({ fulfilmentId: PartId, location: LocationId });
export type ReservedQuantity = z.infer<typeof ReservedQuantity>;

const orderId = { orderId: OrderId };
const ofFulfilment = { ...orderId, fulfilmentId: PartId, location: LocationId };
/** The location is left out where another system decided the fulfilment and no stock of ours moves with it. */
const ofAnyFulfilment = { ...ofFulfilment, location: LocationId.optional() };
const lineQuantities = z.array(z.object({ lineId: PartId, sku: Sku, quantity: Quantity }));
/** Of the units that the fact is about, those that had been waiting for stock: what ends of a backorder. Left out when none had. */
const waited = lineQuantities.optional();
/**
 * Units that left a fulfilment without being held by it, beside `lines`; left out when there were none.
 * `because` says why it did not hold them: they had been cancelled, reported short or lost, were served
 * from elsewhere meanwhile, or it never held them. `countsAs` says what they are to the order: units it
 * still wanted, units it had cancelled (to be refunded or called back), or more than was ordered.
 */
export const LeftBeyond = AllocatedLine.extend({
  because: z.enum(['cancelled', 'served-elsewhere', 'lost', 'short', 'never-held']),
  countsAs: z.enum(['wanted', 'cancelled', 'surplus']),
});
export type LeftBeyond = z.infer<typeof LeftBeyond>;
/** What goods that left do beside: units beyond those held, and what other fulfilments need not hold for them any more. */
const leaving = {
  beyond: z.array(LeftBeyond).optional(),
  release: z.array(ReservedQuantity).optional(),
  waited,
};
/** The message a fact was taken from, when it is kept rather than applied. */
const keptMessage = { messageId: z.string(), messageType: z.string() };

const AwaitedByFacts = z.enum(['capture', 'allocation', 'shipment', 'fulfilment', 'payment']);

export const orderFacts = {
  'tributary.order.placed.v2': OrderPlaced,
  /** History told again, with more of the same order than a file that was cut short had told: what is more. */
  'tributary.order.history-completed.v1': z.object({
    ...orderId,
    lines: z.array(PlacedLine),
    charges: z.array(Charge),
    /** Of the whole order now. */
    total: Amount,
  }),
  'tributary.order.fact-parked.v1': z.object({
    ...orderId,
    ...keptMessage,
    occurredAt: Timestamp,
    waitsFor: AwaitedByFacts,
    /** What it waited for until now, where it goes on to wait; not in events from before it was told. */
    waitedFor: AwaitedByFacts.optional(),
    /** Of the message, as it was taken in. */
    data: personal(z.unknown()),
  }),
  'tributary.order.fact-resumed.v1': z.object({
    ...orderId,
    ...keptMessage,
    /** Not in events from before it was told. */
    waitedFor: AwaitedByFacts.optional(),
  }),
  'tributary.order.fact-ignored.v1': z.object({
    ...orderId,
    ...keptMessage,
    code: z.string(),
    reason: z.string(),
  }),
  'tributary.order.allocated.v1': z.object({
    ...orderId,
    decisionId: z.string(),
    attempt: z.number().int(),
    fulfilments: z.array(Fulfilment),
    waited,
  }),
  'tributary.order.allocation-declined.v1': z.object({
    ...orderId,
    decisionId: z.string(),
    reason: z.string(),
    release: z.array(ReservedQuantity),
  }),
  'tributary.order.allocation-lost.v1': z.object({
    ...ofFulfilment,
    /** How the goods were to reach the customer; not in events from before a lost pickup asked somebody. */
    method: Method.optional(),
    lines: lineQuantities,
    reason: z.string(),
  }),
  'tributary.order.backordered.v1': z.object({
    ...orderId,
    /** The sourcing decision that found nothing; left out where somebody decided to wait. */
    decisionId: z.string().optional(),
    lines: lineQuantities,
    reason: z.string(),
  }),
  'tributary.order.rejected.v1': z.object({
    ...orderId,
    decisionId: z.string(),
    reason: z.string(),
    lines: lineQuantities,
    release: z.array(ReservedQuantity),
    waited,
  }),
  'tributary.order.delivery-address-changed.v1': z.object({
    ...orderId,
    shipTo: Address,
    reason: z.string().optional(),
  }),
  'tributary.order.cancelled.v1': z.object({
    ...orderId,
    lines: lineQuantities,
    release: z.array(ReservedQuantity),
    waited,
    reason: z.string().optional(),
  }),
  /**
   * What becomes of goods that went missing where the customer was to collect them: they wait for
   * stock there, are sent, or are collected elsewhere. Sending and collecting elsewhere hold for all
   * of a line that nothing holds, and `lines` are those units; for waiting they are the missing ones.
   */
  'tributary.order.pickup-decided.v1': z.object({
    ...orderId,
    choice: z.enum(['wait', 'ship', 'collect-elsewhere']),
    lines: lineQuantities,
    /** Where they are collected now. */
    pickupAt: LocationId.optional(),
    /** Where they are sent, if that is another address than the order's. */
    shipTo: Address.optional(),
    waited,
    reason: z.string().optional(),
  }),
  /** A fulfilment that another system decided became known, or where it is. It holds no stock here. */
  'tributary.order.fulfilment-reported.v1': z.object({ ...ofAnyFulfilment, method: Method }),
  'tributary.order.fulfilment-accepted.v1': z.object(ofAnyFulfilment),
  'tributary.order.fulfilment-picked.v1': z.object({ ...ofAnyFulfilment, lines: lineQuantities }),
  'tributary.order.fulfilment-shorted.v1': z.object({
    ...ofFulfilment,
    method: Method,
    lines: z.array(AllocatedLine.extend({ reason: z.string() })),
  }),
  'tributary.order.fulfilment-packed.v1': z.object(ofAnyFulfilment),
  'tributary.order.shipped.v1': z.object({
    ...ofAnyFulfilment,
    shipmentId: PartId,
    carrier: z.string().optional(),
    tracking: z.string().optional(),
    lines: lineQuantities,
    ...leaving,
  }),
  'tributary.order.tracked.v1': z.object({
    ...orderId,
    shipmentId: PartId,
    status: z.string(),
    place: z.string().optional(),
  }),
  /** `lines` are all units of the shipment but those beyond what was ordered. */
  'tributary.order.delivered.v1': z.object({
    ...orderId,
    shipmentId: PartId,
    lines: lineQuantities,
    signedBy: personal(z.string()).optional(),
  }),
  'tributary.order.pickup-ready.v1': z.object({ ...ofAnyFulfilment, until: Timestamp.optional() }),
  'tributary.order.handed-over.v1': z.object({
    ...ofAnyFulfilment,
    lines: lineQuantities,
    collectedBy: personal(z.string()).optional(),
    ...leaving,
  }),
  'tributary.order.payment-authorised.v1': z.object({
    ...orderId,
    paymentId: PartId,
    amount: Amount,
    method: z.string().optional(),
  }),
  /** One of the captures of a payment; its id, or else when it happened, tells it from the others. */
  'tributary.order.payment-captured.v1': z.object({
    ...orderId,
    paymentId: PartId,
    captureId: PartId.optional(),
    /** UTC; not in events from before a payment could be captured more than once. */
    capturedAt: Timestamp.optional(),
    amount: Amount,
    method: z.string().optional(),
  }),
  'tributary.order.payment-failed.v1': z.object({
    ...orderId,
    paymentId: PartId,
    reason: z.string().optional(),
  }),
  'tributary.order.refunded.v1': z.object({
    ...orderId,
    refundId: PartId,
    amount: Amount,
    reason: z.string().optional(),
  }),
  'tributary.order.returned.v1': z.object({
    ...orderId,
    returnId: PartId,
    location: LocationId.optional(),
    lines: z.array(
      z.object({
        lineId: PartId,
        sku: Sku,
        quantity: Quantity,
        /** Of the quantity, what came back beyond the units that left and are wanted or cancelled ones. */
        beyond: Quantity.optional(),
        disposition: Disposition,
        refund: Amount.optional(),
      }),
    ),
    /** As told: positive was charged with the return, negative was given back. Part of `refund`. */
    charges: z.array(Charge).optional(),
    refund: Amount,
    reason: z.string().optional(),
  }),
  /** In its own stream `return-<returnId>`: goods that came back and belong to no known order. */
  'tributary.return.unmatched.v1': z.object({
    returnId: PartId,
    location: LocationId.optional(),
    currency: Currency,
    customer: Customer.optional(),
    lines: z.array(
      z.object({
        sku: Sku,
        name: z.string().optional(),
        quantity: Quantity,
        unitPrice: Decimal.optional(),
        refund: Amount.optional(),
        disposition: Disposition,
      }),
    ),
    charges: z.array(Charge),
    refund: Amount,
    reason: z.string().optional(),
  }),
} as const;

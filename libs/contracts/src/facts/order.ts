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
  LocationId,
  Method,
  OrderId,
  OrderNumber,
  PartId,
  PromisedBy,
  Quantity,
  Sku,
  TillPayment,
  Timestamp,
} from '../inbound/shapes.ts';
import { HoldReason } from '../identifiers.ts';
import { AttributeChanges, AttributeName, Attributes } from '../inbound/attributes.ts';
import { Hold } from '../inbound/holds.ts';
import { personal } from '../personal-mark.ts';
import { keptMessage } from './kept-message.ts';
import { attributeFacts } from './attributes.ts';
import { approvalFacts } from './approvals.ts';
import { holdRuleFacts } from './hold-rules.ts';
import { orderViewFacts } from './order-views.ts';
import { returnPolicyFacts } from './return-policy.ts';
import { returnFacts } from './returns.ts';
import { segmentFacts } from './segments.ts';
import { LineSerials } from './serials.ts';
import { timelinePolicyFacts } from './timeline-policy.ts';
import { withdrawalFacts } from './withdrawals.ts';

/** The order service's facts, in the order's stream `order-<orderId>`. */

const lineId = PartId.describe('The line of the order.');
const fulfilmentId = PartId.describe('One location’s part of the order.');
const shipmentId = PartId.describe('The shipment, as its carrier or its warehouse names it.');
const paymentId = PartId.describe('The payment, one of its order.');
const refundId = PartId.describe('The refund, one of its order.');
const reason = z.string().describe('Why, in words for people.');
const charges = z.array(Charge).describe('Charges and discounts of the whole order.');
const serialsOut = LineSerials.optional().describe(
  'Serial numbers of units that went out, by line; left out where none was told.',
);
const payMethod = z.string().optional().describe('How it is paid: `card`, `paypal`, `cash`.');

export const PlacedLine = z.object({
  lineId,
  sku: Sku,
  name: z.string().optional().describe('What the customer saw the good called.'),
  quantity: Quantity.describe('Units that were ordered.'),
  unitPrice: Decimal,
  amount: Amount.describe('Minor units for all units of the line.'),
  method: Method,
  pickupAt: LocationId.optional().describe('The location where a `pickup` line is collected.'),
  promisedBy: PromisedBy.optional(),
  attributes: Attributes.optional().describe('What the retailer says of the line beside.'),
});
export type PlacedLine = z.infer<typeof PlacedLine>;

const { until, note: holdNote } = Hold.shape;
const heldFor = { reason: HoldReason, until, note: holdNote };

/** v2: each line says how it reaches the customer; in v1 the order had one method for all (see upcasting.ts). */
export const OrderPlaced = z.object({
  orderId: OrderId,
  channel: Channel,
  number: OrderNumber,
  kind: z.enum(['order', 'sale']).describe('An order of a channel, or a sale at a till.'),
  location: LocationId.optional().describe('The store whose till it was.'),
  businessDate: BusinessDate.optional(),
  customer: Customer.optional().describe('Who bought.'),
  shipTo: Address.optional().describe('Where lines are sent that are shipped.'),
  currency: Currency,
  lines: z.array(PlacedLine).describe('What was ordered.'),
  charges,
  payments: z
    .array(TillPayment)
    .describe(
      'How it is paid, as far as that was known; of a sale, by method `exchange` with what came back on its receipt.',
    ),
  serials: serialsOut,
  total: Amount.describe('Minor units for lines and charges.'),
  whenShort: z
    .enum(['backorder', 'reject'])
    .describe('When stock is short: the missing lines wait, or the whole order is refused.'),
  completedAt: Timestamp.optional().describe(
    'Set when every line was already in the customer’s hands: a till sale, or imported history.',
  ),
  note: personal(z.string()).optional().describe('What the customer wrote with the order.'),
  attributes: Attributes.optional().describe('What the retailer says of the order beside.'),
  unfit: z
    .array(
      z.object({
        lineId: lineId.optional().describe('The line of the order; left out for the order itself.'),
        name: AttributeName,
        value: personal(z.string()).describe('As it was told, as text.'),
        reason: z.string().describe('Why it does not fit, in words for people.'),
      }),
    )
    .optional()
    .describe(
      'Attributes that were told and are declared otherwise, or not at all; left out where none was.',
    ),
  sourcing: z
    .literal('elsewhere')
    .optional()
    .describe('Set where another system decides from where it is served, as for imported history.'),
  holds: z
    .array(
      z.object({
        ...heldFor,
        since: Timestamp.describe('Since when.'),
        rule: z.string().optional().describe('The rule that holds it.'),
      }),
    )
    .optional()
    .describe('What it is held for; left out where it is not.'),
});
export type OrderPlaced = z.infer<typeof OrderPlaced>;

export const AllocatedLine = z.object({ lineId, sku: Sku, quantity: Quantity });
export type AllocatedLine = z.infer<typeof AllocatedLine>;

/** One location's part of an order. */
export const Fulfilment = z.object({
  fulfilmentId,
  location: LocationId.describe('The location that serves it.'),
  method: Method,
  lines: z.array(AllocatedLine).describe('What it serves.'),
});
export type Fulfilment = z.infer<typeof Fulfilment>;

/** A quantity of a line together with the reservation that holds it. */
export const ReservedQuantity = AllocatedLine.extend({
  fulfilmentId,
  location: LocationId.describe('The location that holds it.'),
});
export type ReservedQuantity = z.infer<typeof ReservedQuantity>;

const orderId = { orderId: OrderId };
const ofFulfilment = { ...orderId, fulfilmentId, location: LocationId.describe('Where it is served from.') };
const ofAnyFulfilment = {
  ...ofFulfilment,
  location: LocationId.optional().describe(
    'Where it is served from; left out where another system decided the fulfilment and no stock of ours moves with it.',
  ),
};
const lineQuantities = z
  .array(z.object({ lineId, sku: Sku, quantity: Quantity }))
  .describe('The units that it is about, by line.');
const waited = lineQuantities
  .optional()
  .describe(
    'Of the units that the fact is about, those that had been waiting for stock: what ends of a backorder. Left out when none had.',
  );
const release = z.array(ReservedQuantity).describe('What is held for it and need not be any more.');
/** Units that left a fulfilment without being held by it. */
export const LeftBeyond = AllocatedLine.extend({
  because: z
    .enum(['cancelled', 'served-elsewhere', 'lost', 'short', 'never-held'])
    .describe(
      'Why it did not hold them: they had been cancelled, were served from elsewhere meanwhile, had been lost or reported short, or it never held them.',
    ),
  countsAs: z
    .enum(['wanted', 'cancelled', 'surplus'])
    .describe(
      'What they are to the order: units it still wanted, units it had cancelled (to be refunded or called back), or more than was ordered.',
    ),
});
export type LeftBeyond = z.infer<typeof LeftBeyond>;
/** What goods that left do beside: units beyond those held, and what other fulfilments need not hold for them any more. */
const leaving = {
  beyond: z
    .array(LeftBeyond)
    .optional()
    .describe('Units that left without being held, beside `lines`; left out when there were none.'),
  release: release.optional().describe('What other fulfilments need not hold for them any more.'),
  waited,
  serials: serialsOut,
};

const AwaitedByFacts = z
  .enum(['capture', 'allocation', 'shipment', 'fulfilment', 'payment'])
  .describe('What has to be told first.');
const waitedFor = AwaitedByFacts.optional().describe(
  'What it waited for until now; not in events from before it was told.',
);
const decisionId = z.string().describe('The sourcing decision.');
const attempt = z.number().int().describe('The how-manieth decision for the order it is, from 1.');

export const orderFacts = {
  'tributary.order.placed.v2': OrderPlaced,
  /** History told again, with more of the same order than a file that was cut short had told: what is more. */
  'tributary.order.history-completed.v1': z.object({
    ...orderId,
    lines: z.array(PlacedLine).describe('Lines that are new.'),
    charges: charges.describe('Charges that are new.'),
    total: Amount.describe('Minor units for the whole order now.'),
  }),
  'tributary.order.fact-parked.v1': z.object({
    ...orderId,
    ...keptMessage,
    occurredAt: Timestamp.describe('When what it tells of happened.'),
    waitsFor: AwaitedByFacts,
    waitedFor: waitedFor.describe(
      'What it waited for until now, where it goes on to wait; not in events from before it was told.',
    ),
    data: personal(z.unknown()).describe('Of the message, as it was taken in.'),
  }),
  'tributary.order.fact-resumed.v1': z.object({
    ...orderId,
    ...keptMessage,
    waitedFor,
  }),
  'tributary.order.fact-ignored.v1': z.object({
    ...orderId,
    ...keptMessage,
    code: z.string().describe('Why it has no effect, for programs.'),
    reason,
  }),
  'tributary.order.allocated.v1': z.object({
    ...orderId,
    decisionId,
    attempt,
    fulfilments: z.array(Fulfilment).describe('The parts of the order that are held now.'),
    waited,
  }),
  'tributary.order.allocation-declined.v1': z.object({
    ...orderId,
    decisionId,
    reason,
    release,
  }),
  'tributary.order.allocation-lost.v1': z.object({
    ...ofFulfilment,
    method: Method.optional().describe(
      'How the goods were to reach the customer; not in events from before a lost pickup asked somebody.',
    ),
    lines: lineQuantities,
    reason,
  }),
  'tributary.order.backordered.v1': z.object({
    ...orderId,
    decisionId: decisionId
      .optional()
      .describe('The sourcing decision that found nothing; left out where somebody decided to wait.'),
    lines: lineQuantities,
    reason,
  }),
  'tributary.order.rejected.v1': z.object({
    ...orderId,
    decisionId,
    reason,
    lines: lineQuantities,
    release,
    waited,
  }),
  'tributary.order.delivery-address-changed.v1': z.object({
    ...orderId,
    shipTo: Address.describe('Where it is sent now.'),
    reason: reason.optional(),
  }),
  /**
   * An order was changed, all at once and settled once. Lines that are new or different stand as they are
   * now; what is left out of them, as of the order, is as it was.
   */
  'tributary.order.changed.v1': z.object({
    ...orderId,
    lines: z
      .array(PlacedLine)
      .describe('Lines that are new or different; `quantity` and `amount` are of all units ever ordered.'),
    cancelled: lineQuantities.describe('Units that are wanted no longer.'),
    anew: lineQuantities.describe('Units that reach the customer in another way, and are sourced anew.'),
    toSource: lineQuantities.describe(
      'Units that are to be sourced now: those that go anew, and those that are more.',
    ),
    release,
    waited,
    charges: charges.describe('Charges and discounts that join.'),
    prices: z
      .array(z.object({ lineId, from: Decimal.describe('The price before.'), reason }))
      .describe('Prices that were overridden, and why.'),
    promises: z
      .array(z.object({ lineId, promisedBy: PromisedBy }))
      .optional()
      .describe('Lines that are promised for another moment; left out where none is.'),
    attributes: z
      .array(
        z.object({
          lineId: lineId.optional().describe('The line of the order; left out for the order itself.'),
          values: AttributeChanges,
        }),
      )
      .optional()
      .describe('Attributes that are different; left out where none is.'),
    shipTo: Address.optional().describe('Where it is sent now.'),
    customer: Customer.optional().describe('Who bought, as it is known now.'),
    note: personal(z.string()).optional().describe('The note that it has now.'),
    total: Amount.describe('Minor units for all lines and charges now.'),
    difference: Amount.describe('Minor units that are due more than before; below zero, less.'),
    reason: reason.optional(),
  }),
  'tributary.order.cancelled.v1': z.object({
    ...orderId,
    lines: lineQuantities,
    release,
    waited,
    reason: reason.optional(),
  }),
  /** Locations that have picked what nobody wants any more are asked to put it back; until they did, it is theirs. */
  'tributary.order.cancel-asked.v1': z.object({
    ...orderId,
    lines: z.array(ReservedQuantity).describe('What each location is asked to put back.'),
    reason: reason.optional(),
  }),
  /** A location that was asked cannot put it back: the goods go their way. */
  'tributary.order.cancel-declined.v1': z.object({
    ...orderId,
    lines: z.array(ReservedQuantity).describe('What is not put back.'),
    reason: reason.optional(),
  }),
  /**
   * What becomes of goods that went missing where the customer was to collect them: they wait for
   * stock there, are sent, or are collected elsewhere. Sending and collecting elsewhere hold for all
   * of a line that nothing holds, and `lines` are those units; for waiting they are the missing ones.
   */
  'tributary.order.pickup-decided.v1': z.object({
    ...orderId,
    choice: z
      .enum(['wait', 'ship', 'collect-elsewhere'])
      .describe('They wait for stock there, are sent, or are collected elsewhere.'),
    lines: lineQuantities,
    pickupAt: LocationId.optional().describe('Where they are collected now.'),
    shipTo: Address.optional().describe('Where they are sent, if that is another address than the order’s.'),
    waited,
    reason: reason.optional(),
  }),
  /** It is not sourced while it is held; what is reserved for it stays so. */
  'tributary.order.held.v1': z.object({
    ...orderId,
    ...heldFor,
    since: Timestamp.describe('Since when.'),
  }),
  /** Also recorded where it was not held for this: a release that is told first counts all the same. */
  'tributary.order.hold-released.v1': z.object({
    ...orderId,
    reason: HoldReason,
    upTo: Timestamp.describe('Holds for the reason since this moment or before end by it.'),
    because: until.describe('The fact that released it by itself.'),
    note: holdNote.describe('What was found.'),
    stillHeld: z.literal(true).optional().describe('It is held on, for other reasons.'),
    toSource: lineQuantities
      .optional()
      .describe('Units that are to be sourced now, nothing holding the order any more.'),
  }),
  /** A fulfilment that another system decided became known, or where it is. It holds no stock here. */
  'tributary.order.fulfilment-reported.v1': z.object({ ...ofAnyFulfilment, method: Method }),
  'tributary.order.fulfilment-accepted.v1': z.object(ofAnyFulfilment),
  'tributary.order.fulfilment-picked.v1': z.object({ ...ofAnyFulfilment, lines: lineQuantities }),
  'tributary.order.fulfilment-shorted.v1': z.object({
    ...ofFulfilment,
    method: Method,
    lines: z.array(AllocatedLine.extend({ reason })).describe('What could not be picked.'),
  }),
  'tributary.order.fulfilment-packed.v1': z.object(ofAnyFulfilment),
  'tributary.order.shipped.v1': z.object({
    ...ofAnyFulfilment,
    shipmentId,
    carrier: z.string().optional().describe('Who carries it.'),
    tracking: z.string().optional().describe('The number under which the carrier tracks it.'),
    lines: lineQuantities,
    ...leaving,
  }),
  'tributary.order.tracked.v1': z.object({
    ...orderId,
    shipmentId,
    status: z.string().describe('What the carrier says of it.'),
    place: z.string().optional().describe('Where it was scanned.'),
  }),
  'tributary.order.delivered.v1': z.object({
    ...orderId,
    shipmentId,
    lines: lineQuantities.describe('All units of the shipment but those beyond what was ordered.'),
    signedBy: personal(z.string()).optional().describe('Who took it.'),
  }),
  'tributary.order.pickup-ready.v1': z.object({
    ...ofAnyFulfilment,
    until: Timestamp.optional().describe('Until when it is kept for the customer.'),
  }),
  'tributary.order.handed-over.v1': z.object({
    ...ofAnyFulfilment,
    lines: lineQuantities,
    collectedBy: personal(z.string()).optional().describe('Who collected it.'),
    ...leaving,
  }),
  'tributary.order.payment-authorised.v1': z.object({
    ...orderId,
    paymentId,
    amount: Amount.describe('Minor units that are set aside in all for this payment.'),
    method: payMethod,
  }),
  /** One of the captures of a payment; its id, or else when it happened, tells it from the others. */
  'tributary.order.payment-captured.v1': z.object({
    ...orderId,
    paymentId,
    captureId: PartId.optional().describe('Tells one capture of the payment from another.'),
    capturedAt: Timestamp.optional().describe(
      'When it was, UTC; not in events from before a payment could be captured more than once.',
    ),
    amount: Amount.describe('Minor units that were taken by this capture.'),
    method: payMethod,
  }),
  'tributary.order.payment-failed.v1': z.object({
    ...orderId,
    paymentId,
    reason: reason.optional(),
  }),
  /** Of the payment nothing is set aside any more beyond what was captured, for good. */
  'tributary.order.payment-voided.v1': z.object({
    ...orderId,
    paymentId,
    reason: reason.optional(),
  }),
  /** As when it is voided; a payment that is both was voided. */
  'tributary.order.payment-expired.v1': z.object({
    ...orderId,
    paymentId,
    reason: reason.optional(),
  }),
  'tributary.order.refunded.v1': z.object({
    ...orderId,
    refundId,
    paymentId: paymentId.optional().describe('The payment that it was given back by, where that was told.'),
    amount: Amount.describe('Minor units that were given back.'),
    exchangedFor: OrderId.optional().describe(
      'No money moved: it paid, as its payment `exchange`, for this order or sale, which went out instead of goods that came back.',
    ),
    reason: reason.optional(),
  }),
  /** Somebody wants money to be given back. None has moved: each part is issued, or fails, by the payment system's word. */
  'tributary.order.refund-requested.v1': z.object({
    ...orderId,
    refunds: z
      .array(
        z.object({
          refundId,
          paymentId: paymentId.describe('The payment that is to give it back.'),
          method: payMethod,
          amount: Amount.describe('Minor units that it is to give back.'),
        }),
      )
      .describe('Its parts, one for each payment.'),
    amount: Amount.describe('Minor units in all.'),
    reason,
    goodwill: z.literal(true).optional().describe('It is a gift: more than is owed to the customer.'),
  }),
  /** A part that was asked for did not come about; nothing moved. */
  'tributary.order.refund-failed.v1': z.object({
    ...orderId,
    refundId,
    reason: reason.optional(),
  }),
  ...returnFacts,
  ...returnPolicyFacts,
  ...withdrawalFacts,
  ...approvalFacts,
  ...holdRuleFacts,
  ...attributeFacts,
  ...segmentFacts,
  ...timelinePolicyFacts,
  ...orderViewFacts,
} as const;

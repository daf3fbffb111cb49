import { z } from 'zod';
import { Address, Charge, Customer, Method, PromisedBy } from '../inbound/shapes.ts';
import { OrderPlaced } from '../facts/order.ts';
import { ApprovalLimits } from '../facts/approvals.ts';
import { DeclaredAttributes } from '../facts/attributes.ts';
import { HoldRules } from '../facts/hold-rules.ts';
import { HoldReason } from '../identifiers.ts';
import { ChangeOrder } from '../inbound/changes.ts';
import { Attributes } from '../inbound/attributes.ts';
import { Hold } from '../inbound/holds.ts';
import { orderStatuses } from '../order-status.ts';
import {
  type Answer,
  actedBy,
  amount,
  businessDate,
  channel,
  currency,
  eventId,
  lineId,
  listOf,
  location,
  messageId,
  moment,
  orderId,
  orderNumber,
  pageOf,
  sku,
  units,
} from './parts.ts';
import { queues } from './queue-words.ts';
import { ExpectedReturn, LineQuantity, OrderReturn } from './returns.ts';
import { OrderWithdrawal } from './withdrawals.ts';

const status = z
  .enum(orderStatuses)
  .describe(
    'How far it is, which follows from its lines and holds: `held` where it is not sourced until somebody releases it, `needs-decision` where goods are missing at a pickup and somebody says what becomes of them.',
  );
const uncovered = amount(
  'What the customer owes and no payment has set aside; left out while there is none',
).optional();
const kind = z.enum(['order', 'sale']).describe('An order of a channel, or a sale at a till.');
const imported = z.literal(true).optional().describe('It was loaded as history.');
const rev = z.int().describe('Version of the order that this shows; it grows with every fact.');
const charges = z.array(Charge);
const beyond = (what: string) => units.optional().describe(`${what} Left out while there is none.`);

/** How much of a line is where: ordered = open + fulfilled + cancelled, returned ≤ fulfilled. */
export const OrderQuantities = z.object({
  ordered: units.describe('Units that were ordered.'),
  cancelled: units.describe('Of these, units that were cancelled.'),
  allocated: units.describe('Reserved at a location and not yet shipped or handed over.'),
  backordered: units.describe('Waiting for stock.'),
  fulfilled: units.describe('Left the location: shipped or handed over.'),
  delivered: units.describe('In the customer’s hands.'),
  returned: units.describe('Came back of those that left.'),
  undecided: beyond(
    'Of the open units that nothing holds, those that went missing where the customer was to collect them.',
  ),
  leftThoughCancelled: beyond(
    'Of the fulfilled units, those that left although they were cancelled: to be refunded or called back.',
  ),
  surplus: beyond('Left beyond what was ordered; not among the fulfilled units.'),
  returnedBeyond: beyond('Came back beyond the fulfilled units; not among the returned ones.'),
});

export const OrderMoney = z.object({
  lines: amount('All lines'),
  charges: amount('Charges and discounts'),
  total: amount('Lines and charges, as they were ordered'),
  cancelled: amount(
    'Of the total, what is not due for goods that were cancelled; left out while there is none',
  ).optional(),
  due: amount(
    'What is due: the total, less what was cancelled, and less what was given back or credited for returned goods',
  ),
  authorised: amount(
    'Over all payments what was set aside for each, or what it took when that is more (of payments that are not listed each fact counts by itself)',
  ),
  captured: amount('What was taken'),
  refunded: amount('What was given back'),
  refundedForReturns: amount('Of the refunds, those given for returned goods'),
  credited: amount(
    'What is not due any more for goods that were taken back at a desk; left out while there is none',
  ).optional(),
  goodwill: amount(
    'What was given back beyond what was owed to the customer: nobody owes it; left out while there is none',
  ).optional(),
  owed: amount(
    '`due − captured + refunded − goodwill`: what is still to be paid, negative when more was taken than is due and not yet given back',
  ),
  uncovered,
});

/** The serial number of a unit. */
export const LineSerial = z.object({
  serial: z.string().describe('As it was told.'),
  returned: z.literal(true).optional().describe('It came back.'),
  neverSent: z
    .literal(true)
    .optional()
    .describe('It came back, and nothing tells that it went out on this order.'),
});

export const OrderPageLine = z.object({
  lineId,
  sku,
  name: z
    .string()
    .optional()
    .describe('What the order named it; else what the catalogue calls it now, if it knows it.'),
  quantity: units.describe('Units that were ordered.'),
  unitPrice: z.string().describe('Price of one unit in major units of the currency, as it was told.'),
  amount: amount('All units of the line'),
  method: Method,
  pickupAt: location.optional().describe('The location where it is collected.'),
  promisedBy: PromisedBy.optional(),
  attributes: Attributes.optional().describe('What the retailer says of the line beside.'),
  serials: z
    .array(LineSerial)
    .optional()
    .describe(
      'Serial numbers of its units, in their order, the first 1,000 of the order; left out where none was told.',
    ),
  quantities: OrderQuantities.describe('How much of it is where.'),
});

export const OrderPayment = z.object({
  paymentId: z.string().describe('Names the payment within its order.'),
  method: z
    .string()
    .optional()
    .describe(
      'How it is paid: `card`, `paypal`, `cash`; `exchange` with what came back on the receipt of a sale.',
    ),
  amount: amount(
    'All that was captured, or what is set aside until something is; zero when it failed, was given up or ran out, below zero what a till gave as change',
  ),
  status: z.enum(['authorised', 'captured', 'failed', 'voided', 'expired']).describe('How far it is.'),
  authorised: amount(
    'What was set aside for a captured payment, where that is more than was captured',
  ).optional(),
  ended: z
    .enum(['voided', 'expired'])
    .optional()
    .describe('Of a payment that took money: what was set aside beyond that was given up, or ran out.'),
  capturedAt: moment.optional().describe('When it first took money, UTC.'),
  refunded: amount(
    'What it gave back: refunds that name it and, of those that name no payment, what falls to it, as the payments that took money first give back first. Of an order that does not list all its payments, those that name it alone',
  ).optional(),
  refundedByName: amount('Of what it gave back, refunds that name it').optional(),
});

export const OrderShipment = z.object({
  shipmentId: z.string().describe('The shipment, as its carrier or its warehouse names it.'),
  carrier: z.string().optional().describe('Who carries it.'),
  tracking: z.string().optional().describe('The number under which the carrier tracks it.'),
  status: z.string().describe('`shipped`, `delivered`, or what the carrier said last.'),
  at: moment.describe('When that was so, UTC.'),
});

export const OrderFulfilment = z.object({
  fulfilmentId: z.string().describe('One location’s part of the order.'),
  location: location
    .optional()
    .describe('Where it is served from; left out for goods that are not of our stock.'),
  method: Method,
  elsewhere: z.literal(true).optional().describe('Another system decided it.'),
  status: z
    .enum([
      'offered',
      'accepted',
      'picked',
      'short',
      'packed',
      'ready',
      'shipped',
      'delivered',
      'handed-over',
      'cancelled',
      'lost',
    ])
    .describe('How far it is.'),
  lines: z.array(LineQuantity).describe('What it holds or served.'),
  shipments: z.array(OrderShipment).describe('Its shipments, in the order they were told.'),
  moreShipments: units.optional().describe('How many of its shipments are not listed.'),
  updatedAt: moment.describe('When something last happened to it, UTC.'),
});

/** A refund that somebody asked for, or its part that one payment gives back. */
export const AskedRefund = z.object({
  refundId: z.string().describe('Names the refund within its order.'),
  paymentId: z.string().describe('The payment that is to give it back, or did.'),
  amount: amount('What is to be given back; once it is issued, what was'),
  status: z
    .enum(['requested', 'issued', 'failed'])
    .describe('How far it is: money moved only where it is issued; one that failed may be asked for again.'),
  reason: z.string().describe('Why it was asked for, in words for people.'),
  goodwill: z.literal(true).optional().describe('It is a gift: more than was owed to the customer.'),
});

const WaitingOfOrder = z.object({
  messageId,
  messageType: z.string().describe('Type of the message.'),
  waitsFor: z.string().describe('What has to be told first.'),
  at: moment.describe('When what it tells of happened, UTC.'),
  since: moment.describe('Since when it waits, UTC.'),
});

const identity = {
  orderId,
  channel,
  number: orderNumber,
  kind,
  status,
  placedAt: moment.describe('When the customer ordered, UTC.'),
  updatedAt: moment.describe('When something last happened to it, UTC.'),
};

export const OrderHold = Hold.extend({
  since: moment.describe('Since when, UTC.'),
  rule: z.string().optional().describe('The rule that holds it; left out where somebody told of it.'),
});
const holds = z
  .array(OrderHold)
  .optional()
  .describe(
    'What it is held for: it is not sourced until all of it is released. Left out where it is not held.',
  );

export const ChangeProposal = z.object({
  proposalId: z.string().describe('Names the proposal, one of its order.'),
  asked: ChangeOrder.describe('What is to be different.'),
  because: z.array(z.string()).describe('What is above the limits, in words for people.'),
  difference: amount('What would be due more; below zero, less'),
  at: moment.describe('When it was proposed, UTC.'),
});

/** One order as it is now: what a person sees who opens it. */
export const OrderPage = z.object({
  ...identity,
  businessDate: businessDate.optional(),
  location: location.optional().describe('The store whose till it was.'),
  imported,
  customer: Customer.optional().describe('Who bought.'),
  shipTo: Address.optional().describe('Where lines are sent that are shipped.'),
  note: z.string().optional().describe('What the customer wrote with it, or somebody since.'),
  attributes: Attributes.optional().describe('What the retailer says of the order beside.'),
  unfit: OrderPlaced.shape.unfit,
  currency,
  money: OrderMoney.describe('Its money, all payments and returns together.'),
  lines: z.array(OrderPageLine).describe('What was ordered.'),
  charges: charges.describe('Charges and discounts of the whole order.'),
  payments: z.array(OrderPayment).describe('Payments, the first 1,000.'),
  fulfilments: z.array(OrderFulfilment).describe('Locations’ parts of the order, the first 1,000.'),
  returns: z.array(OrderReturn).describe('Returns, the first 1,000.'),
  expectedReturns: z
    .array(ExpectedReturn)
    .optional()
    .describe('Returns that are authorised and did not come back yet; left out while there are none.'),
  withdrawals: z
    .array(OrderWithdrawal)
    .optional()
    .describe('Withdrawals of the consumer, in the order of their ids; left out while there are none.'),
  refunds: z
    .array(AskedRefund)
    .optional()
    .describe('Refunds that somebody asked for, the first 1,000. Left out while there are none.'),
  waiting: z
    .array(WaitingOfOrder)
    .describe('Messages about it that came before what they need, the first 1,000.'),
  rejected: z.literal(true).optional().describe('It was refused for want of stock.'),
  queues,
  holds,
  proposals: z
    .array(ChangeProposal)
    .optional()
    .describe('Changes that wait for a supervisor; left out while there are none.'),
  askedToPutBack: z
    .array(
      LineQuantity.extend({
        fulfilmentId: z.string().describe('The location’s part of the order.'),
        location: location.describe('Who is asked.'),
      }),
    )
    .optional()
    .describe('What locations that have picked it are asked to put back; left out while nothing is.'),
  more: z
    .object({
      payments: units.optional().describe('Facts about payments that are not listed.'),
      fulfilments: units.optional().describe('Fulfilments that are not listed.'),
      returns: units.optional().describe('Returns that are not listed.'),
      refunds: units.optional().describe('Refunds that were asked for and are not listed.'),
      serials: units.optional().describe('Serial numbers that were told and are not listed.'),
      waiting: z
        .object({
          messages: units.describe('How many they are.'),
          since: moment.describe('Since when the first of them waits, UTC.'),
        })
        .optional()
        .describe('Messages that wait and are not listed.'),
    })
    .optional()
    .describe('What is known of the order beyond what is listed; quantities, money and status count all.'),
  rev,
});
export type OrderPage = Answer<typeof OrderPage>;

const { id, name, email } = Customer.shape;

/** A row of a list of orders. */
export const OrderRow = z.object({
  ...identity,
  customer: z.object({ id, name, email }).optional().describe('Who bought.'),
  currency,
  total: amount('Lines and charges, without what was cancelled'),
  lines: units.describe('How many lines it has.'),
  units: units.describe('How many units were ordered.'),
  locations: z.array(location).describe('Locations that serve it, sold it or took goods of it back.'),
  skus: z.array(sku).describe('What was ordered.'),
  dueAt: moment
    .optional()
    .describe(
      'The first moment that open units are promised for, UTC: it is late once that has passed. Left out where nothing open was promised.',
    ),
  attributes: z
    .array(z.string())
    .optional()
    .describe('What it and its lines carry beside, each as `name:value`; left out where that is nothing.'),
  paidBy: z
    .array(z.string())
    .optional()
    .describe(
      'How it is paid: the methods of payments that set money aside or took it; left out while there is none.',
    ),
  carriers: z
    .array(z.string())
    .optional()
    .describe('Who carries its shipments; left out while nobody is known to.'),
  refundDue: amount(
    'What was taken beyond what is due and is to be given back; left out while there is none',
  ).optional(),
  returned: units.optional().describe('Units that came back; left out while none did.'),
  imported,
  queues,
  uncovered,
  short: z
    .object({
      backordered: units.describe('Units that wait for stock.'),
      undecided: units.describe(
        'Units that went missing where the customer was to collect them: somebody says what becomes of them.',
      ),
    })
    .optional()
    .describe('Units that cannot be served now; left out while there are none.'),
  heldFor: z.array(HoldReason).optional().describe('What it is held for; left out where it is not held.'),
  proposals: units
    .optional()
    .describe('How many changes of it wait for a supervisor; left out while none does.'),
  waiting: z
    .object({
      messages: units.describe('How many they are.'),
      waitsFor: z.array(z.string()).describe('What has to be told first.'),
      since: moment.describe('Since when the first of them waits, UTC.'),
    })
    .optional()
    .describe('Messages about it that came before what they need.'),
  rev,
});
export type OrderRow = Answer<typeof OrderRow>;

/** What happened to an order: one fact of it. */
export const TimelineEntry = z.object({
  eventId,
  type: z.string().describe('What happened, e.g. `tributary.order.shipped.v1`.'),
  at: moment.describe('When it happened, UTC.'),
  recordedAt: moment.describe('When it was recorded, UTC.'),
  source: z.string().describe('The system that told it, or the service that decided it.'),
  ...actedBy,
  summary: z.string().describe('What happened, in a sentence for people.'),
  data: z.unknown().describe('The fact’s data by its `type`, less what stands on the order’s page anyway.'),
  version: z.int().describe('Its place in the order’s stream, or in that of its sourcing, from 1.'),
  leftOutBy: z
    .string()
    .optional()
    .describe('The rule of the timeline policy that leaves it out, where all is asked for.'),
});
export type TimelineEntry = Answer<typeof TimelineEntry>;

/** What became of an order between two moments. */
export const OrderDifference = z.object({
  orderId,
  from: moment.describe('The one moment, UTC.'),
  to: moment.optional().describe('The other, UTC; left out where it is now.'),
  by: z
    .enum(['happened', 'recorded'])
    .describe('Whether facts count from when they happened, or from when they were recorded.'),
  changes: z
    .array(
      z.object({
        pointer: z.string().describe('JSON pointer into the order’s page.'),
        before: z.unknown().optional().describe('What stood there; left out where nothing did.'),
        after: z.unknown().optional().describe('What stands there; left out where nothing does.'),
      }),
    )
    .describe('Where its page differs.'),
  facts: z
    .array(TimelineEntry)
    .describe('The facts that made the difference, in the order they were recorded; at most 200.'),
  more: z.int().optional().describe('How many facts there are beside; left out where all are listed.'),
});
export type OrderDifference = Answer<typeof OrderDifference>;

const spelling = z
  .literal('close')
  .optional()
  .describe(
    'No order has the words as they were typed: these have words that are one letter more, less or other, or two letters swapped.',
  );

/** What of an order holds the words by which it was found. */
const foundIn = z.enum([
  'order',
  'number',
  'customer',
  'email',
  'phone',
  'recipient',
  'postalCode',
  'sku',
  'product',
  'serial',
  'attribute',
  'payment',
  'shipment',
  'tracking',
  'return',
]);
export type FoundIn = z.infer<typeof foundIn>;

/** A row, and why it was found. */
export const FoundOrder = OrderRow.extend({
  found: z
    .array(
      z.object({
        in: foundIn.describe('What of the order it is.'),
        text: z.string().describe('As it stands on the order.'),
        at: z
          .array(
            z.object({
              from: z.int().describe('Where a word, or the part of it that was asked for, begins.'),
              to: z.int().describe('Before where it ends.'),
            }),
          )
          .describe('Where the words stand in it, in UTF-16 code units.'),
      }),
    )
    .optional()
    .describe('Where the words stand, at most four places.'),
});
export type FoundOrder = Answer<typeof FoundOrder>;

export const OrderRows = pageOf(OrderRow, 'Orders.').extend({
  spelling,
  more: z
    .literal(true)
    .optional()
    .describe('There may be others on which the words of `q` stand: ask for more, or more narrowly.'),
});
/** Those that were found; there is no next part. */
export const FoundOrders = listOf(FoundOrder, 'Orders, those written last first.').extend({ spelling });
export const Timeline = pageOf(TimelineEntry, 'What happened, oldest first.').extend({
  leftOut: z
    .int()
    .min(0)
    .describe(
      'How many facts of this part the timeline policy leaves out; where all is asked for they stand among the entries.',
    ),
});

/** An order as a command about it left it. */
export const OrderAnswer = z.object({
  orderId,
  rev,
  status,
  holds,
  proposals: z
    .array(z.string())
    .optional()
    .describe('Names of changes that wait for a supervisor; left out while there are none.'),
  lines: z
    .array(
      z.object({
        lineId,
        sku,
        quantities: OrderQuantities.pick({
          ordered: true,
          cancelled: true,
          allocated: true,
          backordered: true,
          fulfilled: true,
          undecided: true,
        }).describe('How much of it is where.'),
      }),
    )
    .describe('Its lines.'),
  fulfilments: z
    .array(
      OrderFulfilment.pick({ fulfilmentId: true, location: true, method: true, lines: true }).extend({
        stage: z
          .enum(['offered', 'accepted', 'picked', 'packed', 'ready', 'fulfilled'])
          .describe('How far it is.'),
      }),
    )
    .describe('Locations’ parts of it.'),
  askedToPutBack: OrderPage.shape.askedToPutBack,
  refunds: z
    .array(AskedRefund.pick({ refundId: true, paymentId: true, amount: true }))
    .optional()
    .describe('Refunds that are asked for and not issued yet; left out while there are none.'),
});

/** A message about an order that came before what it needs. */
export const WaitingMessage = WaitingOfOrder.extend({
  orderId,
  waitsFor: z
    .enum(['capture', 'allocation', 'shipment', 'fulfilment', 'payment'])
    .describe('What has to be told first.'),
});
export type WaitingMessage = Answer<typeof WaitingMessage>;
export const WaitingMessages = pageOf(WaitingMessage, 'Messages that wait, longest waiting first.');

/** Something as it is and as it would be. */
const beforeAndAfter = (what: string) =>
  z.object({ before: amount(`${what}, as it is`), after: amount(`${what}, as it would be`) });

/** What changes would do to an order. */
export const ChangePreview = z.object({
  orderId,
  rev,
  currency,
  blocked: z
    .array(
      z.object({
        pointer: z.string().describe('JSON pointer to the change; empty where it is about the order.'),
        code: z.string().describe('Why it cannot be made, for programs.'),
        reason: z.string().describe('Why it cannot be made, in words for people.'),
      }),
    )
    .describe('Changes that cannot be made; while there are any, none is.'),
  lines: z
    .array(
      z.object({
        lineId,
        sku,
        quantity: z
          .object({
            before: units.describe('Units that are wanted now; 0 for a line that joins.'),
            after: units.describe('Units that would be wanted.'),
          })
          .describe('Units that are wanted.'),
        unitPrice: z.string().describe('Price of one unit in major units of the currency.'),
        due: beforeAndAfter('What is due for it').describe('Its money.'),
      }),
    )
    .describe('Lines that would be different.'),
  due: beforeAndAfter('What is due for the order, before returns').describe('All its money.'),
  difference: amount('What would be due more; below zero, less'),
  toSource: z
    .array(
      LineQuantity.extend({
        method: Method,
        pickupAt: location.optional().describe('Where a `pickup` line would be collected.'),
      }),
    )
    .describe('Units that would be sourced; `POST /v1/sourcing/outlook` says from where they would come.'),
  promises: z
    .array(z.object({ lineId, promisedBy: PromisedBy }))
    .describe('Lines that would be promised for another moment.'),
  release: z
    .array(LineQuantity.extend({ location: location.describe('Where they are held.') }))
    .describe('Units that locations would not hold any more.'),
});

/** How far roles go by themselves. */
export const ApprovalLimitsAnswer = ApprovalLimits;

/** What orders are held for when they are placed. */
export const HoldRulesAnswer = HoldRules;

/** What orders and their lines may carry. */
export const DeclaredAttributesAnswer = DeclaredAttributes;

import { z } from 'zod';
import { TimelineEntry } from './order.ts';
import {
  type Answer,
  amount,
  currency,
  eventId,
  listOf,
  location,
  messageId,
  moment,
  orderId,
  sku,
  units,
} from './parts.ts';

const stood = z.int().describe('Units that are there; below zero where more left than was known of.');
const promised = z.int().describe('Units of these that are promised to orders.');
const free = z.int().describe('Units that may still be promised.');
const figures = { onHand: stood, reserved: promised, available: free };
const anyFigures = { onHand: stood.optional(), reserved: promised.optional(), available: free.optional() };

/** An entry of a ledger that makes a difference. */
export const ExplainingEntry = z.object({
  eventId,
  type: z.string().describe('What happened, e.g. `tributary.inventory.sold.v1`.'),
  version: z.int().describe('Its place in the ledger, from 1.'),
  at: moment.describe('When it happened, UTC.'),
  recordedAt: moment.describe('When it was recorded, UTC.'),
  late: z.boolean().describe('It was told after a count that had seen it.'),
  source: z.string().describe('The system that told it, or the service that decided it.'),
  orderId: z.string().optional().describe('The order that it is about, where it is about one.'),
  onHand: z.int().describe('Units by which it moved what is there.'),
  reserved: z.int().describe('Units by which it moved what is promised.'),
});

/** Where what another system believes of a stock is not what the ledger says. */
export const StockDifference = z.object({
  row: z
    .int()
    .optional()
    .describe('Its place in what was sent, from 1; left out for stock that was not named.'),
  verdict: z
    .enum(['different', 'unknown', 'missing', 'unreadable'])
    .describe(
      'The figures differ; nothing was ever told here of the SKU at the location; there is stock that was not named; the row cannot be read.',
    ),
  sku: sku.optional(),
  location: location.optional(),
  asOf: moment.optional().describe('The moment that is compared, UTC; left out where it is now.'),
  theirs: z.object(anyFigures).optional().describe('What they believe, in units, as far as they say.'),
  ours: z.object(figures).optional().describe('What the ledger says, in units.'),
  difference: z.object(anyFigures).optional().describe('Theirs less ours, in units.'),
  why: z
    .enum(['told-later', 'not-known-yet', 'left-out', 'counted-twice', 'ahead', 'promised', 'unexplained'])
    .optional()
    .describe(
      'What comes to the difference: what was told after their moment; the last entries; one that they do not have; one that they have twice; what came after their moment; what is promised to orders; nothing that is among the newest entries.',
    ),
  entries: z
    .array(ExplainingEntry)
    .optional()
    .describe('The entries that come to it, oldest first, the newest 20; left out where none do.'),
  moreEntries: units.optional().describe('How many more there are; left out where these are all.'),
  fault: z.string().optional().describe('Why the row cannot be read, in words for people.'),
});
export type StockDifference = Answer<typeof StockDifference>;

/** What another system believes of stock, compared with the ledgers. */
export const StockDifferences = z.object({
  items: z.array(StockDifference).describe('Rows that are not as the ledgers say, in the order they came.'),
  comparedAt: moment.describe('When it was compared, UTC: the moment of what is compared with now.'),
  rows: units.describe('Rows that were sent.'),
  equal: units.describe('Rows of which all that is said is so.'),
  different: units.describe('Rows of which something is not so.'),
  unknown: units.describe('Rows of SKUs that nobody ever told of at their location.'),
  missing: units.describe('SKUs with stock at a whole location that no row named.'),
  unreadable: units.describe('Rows that cannot be read.'),
});
export type StockDifferences = Answer<typeof StockDifferences>;

const standing = (what: string) => z.object(figures).describe(what);

/** What would become of stock if a count were recorded now. */
export const RepairedStock = z.object({
  sku,
  location,
  now: standing('What stands by the ledger now, in units.'),
  then: standing('What would stand, in units.'),
  breaks: z
    .array(
      z.object({
        orderId: z.string().describe('The order that would lose its goods.'),
        fulfilmentId: z.string().describe('One location’s part of the order.'),
        lineId: z.string().describe('The line of the order.'),
        quantity: units.describe('Units that it would lose; they are sourced anew.'),
      }),
    )
    .describe('Promises that would be broken, since there would be less than is promised.'),
});
export type RepairedStock = Answer<typeof RepairedStock>;
export const StockRepairPreview = listOf(RepairedStock, 'One for each row, in its order.');

/** The counts that were recorded to put stock right. */
export const StockRepairs = listOf(
  z.object({
    sku,
    location,
    onHand: units.describe('Units that were there, as it was recorded.'),
    asOf: moment.optional().describe('The moment that they were there; `at` where left out.'),
    reason: z.string().describe('Why, as it was recorded.'),
    at: moment.describe('When it was recorded first, UTC.'),
    messageId,
  }),
  'One for each row, in its order; stock follows a moment later.',
);

const orderFigures = {
  status: z.string().describe('Where it stands.'),
  currency,
  total: amount('What it comes to'),
  paid: amount('What was taken for it'),
  units: units.describe('Units that are wanted: ordered and not cancelled.'),
  fulfilled: units.describe('Units that have left.'),
  returned: units.describe('Units that came back.'),
};

/** Where what another system believes of an order is not what its page says. */
export const DifferingOrder = z.object({
  row: z
    .int()
    .optional()
    .describe('Its place in what was sent, from 1; left out for an order that was not named.'),
  verdict: z
    .enum(['different', 'unknown', 'missing', 'unreadable'])
    .describe(
      'Something differs; no such order was placed here, by that moment; there is an order that was not named; the row cannot be read.',
    ),
  orderId: orderId.optional(),
  asOf: moment.optional().describe('The moment that is compared, UTC; left out where it is now.'),
  theirs: z.object(orderFigures).partial().optional().describe('What they believe, as far as they say.'),
  ours: z.object(orderFigures).optional().describe('What its page says.'),
  differs: z
    .array(z.enum(['status', 'currency', 'total', 'paid', 'units', 'fulfilled', 'returned']))
    .optional()
    .describe('What of it differs.'),
  why: z
    .enum(['told-later', 'not-known-yet', 'unexplained'])
    .optional()
    .describe(
      'What comes to what they believe: the order as it was known at their moment; the order before its last facts; nothing of these.',
    ),
  facts: z
    .array(TimelineEntry)
    .optional()
    .describe(
      'The facts that they do not have, oldest first, the newest 20; of what nothing explains the newest 3.',
    ),
  moreFacts: units.optional().describe('How many more there are; left out where these are all.'),
  fault: z.string().optional().describe('Why the row cannot be read, in words for people.'),
});
export type DifferingOrder = Answer<typeof DifferingOrder>;

/** What another system believes of orders, compared with their pages. */
export const DifferingOrders = z.object({
  items: z.array(DifferingOrder).describe('Rows that are not as the orders are, in the order they came.'),
  comparedAt: moment.describe('When it was compared, UTC: the moment of what is compared with now.'),
  rows: units.describe('Rows that were sent.'),
  equal: units.describe('Rows of which all that is said is so.'),
  different: units.describe('Rows of which something is not so.'),
  unknown: units.describe('Rows of orders that are not here.'),
  missing: units.describe('Orders of the whole channel that no row named.'),
  unreadable: units.describe('Rows that cannot be read.'),
});
export type DifferingOrders = Answer<typeof DifferingOrders>;

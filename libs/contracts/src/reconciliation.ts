import { z } from 'zod';
import { Channel, OrderId, OrderNumber, placeKeyOf } from './identifiers.ts';
import { Currency, LocationId, Sku, Text, Timestamp } from './inbound/shapes.ts';
import { orderStatuses } from './order-status.ts';

/** Any figure that somebody may believe: below zero where more left than was known of. */
const figure = z.number().int().min(-1_000_000_000).max(1_000_000_000);

const asOf = Timestamp.optional().describe('The moment that it is of; now where left out.');

/** What another system believes of one SKU at one location; a figure that is left out is not compared. */
export const StockBelief = z
  .strictObject({
    sku: Sku,
    location: LocationId,
    onHand: figure.optional().describe('Units that are there.'),
    available: figure.optional().describe('Units that may still be promised.'),
    reserved: figure.optional().describe('Units that are promised to orders.'),
    asOf,
  })
  .refine(({ onHand, available, reserved }) => (onHand ?? available ?? reserved) !== undefined, {
    message: 'Say at least one of onHand, available and reserved.',
  });
export type StockBelief = z.infer<typeof StockBelief>;

/** Most rows of a body of JSON; a file has more. */
export const mostBeliefs = 10_000;
export const StockBeliefs = z.array(StockBelief).min(1).max(mostBeliefs);

/** Most rows that are put right by one command. */
export const mostRepairs = 200;
const isOnce = (rows: readonly { readonly sku: string; readonly location: string }[]): boolean =>
  new Set(rows.map(({ sku, location }) => placeKeyOf(sku, location))).size === rows.length;

/** What a person chose to be put right: each row is recorded as a count. */
export const RepairStock = z.strictObject({
  reason: Text(120).default('reconciliation').describe('Why, in words for people.'),
  rows: z
    .array(
      z.strictObject({
        sku: Sku,
        location: LocationId,
        onHand: z.number().int().min(0).max(1_000_000_000).describe('Units that are there.'),
        asOf: Timestamp.optional().describe(
          'When they were: what moved after it stays on top of it; now where left out.',
        ),
      }),
    )
    .min(1)
    .max(mostRepairs)
    .refine(isOnce, 'Name each SKU at a location once.')
    .describe('What is put right, each SKU at a location once.'),
});
export type RepairStock = z.infer<typeof RepairStock>;

const count = z.number().int().min(0).max(1_000_000_000);
const minor = z.number().int().min(-1_000_000_000_000).max(1_000_000_000_000);

/** What another system believes of one order; what is left out is not compared. */
export const OrderBelief = z
  .strictObject({
    orderId: OrderId.optional().describe('The order; or its channel and number.'),
    channel: Channel.optional(),
    number: OrderNumber.optional(),
    status: z
      .enum(orderStatuses as [string, ...string[]])
      .optional()
      .describe('Where it stands.'),
    currency: Currency.optional(),
    total: minor.optional().describe('What it comes to, in minor units.'),
    paid: minor.optional().describe('What was taken for it, in minor units.'),
    units: count.optional().describe('Units that are wanted: ordered and not cancelled.'),
    fulfilled: count.optional().describe('Units that have left.'),
    returned: count.optional().describe('Units that came back.'),
    asOf,
  })
  .refine(({ orderId, channel, number }) => orderId !== undefined || (channel && number), {
    message: 'Name the orderId, or the channel and the number.',
  })
  .refine(
    ({ status, currency, total, paid, units, fulfilled, returned }) =>
      (status ?? currency ?? total ?? paid ?? units ?? fulfilled ?? returned) !== undefined,
    { message: 'Say at least one of status, currency, total, paid, units, fulfilled and returned.' },
  );
export type OrderBelief = z.infer<typeof OrderBelief>;
export const OrderBeliefs = z.array(OrderBelief).min(1).max(mostBeliefs);

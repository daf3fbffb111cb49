import { z } from 'zod';
import { LocationId, Sku, Timestamp } from './inbound/shapes.ts';

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

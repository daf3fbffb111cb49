import { z } from 'zod';
import { AvailabilityPolicy } from '../facts/availability-policy.ts';
import { type Answer, eventId, listOf, location, moment, pageOf, sku, units } from './parts.ts';

const onHand = z
  .int()
  .describe('Units that are there by the ledger; below zero where more left than was known of.');
const reserved = units.describe('Units of these that are promised to orders.');

/** What is at one location of one SKU, now. */
export const StockPosition = z.object({
  sku,
  location,
  onHand,
  reserved,
  available: units.describe('Units that may still be promised: on hand less reserved.'),
  updatedAt: moment
    .optional()
    .describe('When something last moved or was reserved, UTC; left out of what is as of a moment.'),
  notSold: z
    .enum(['location-inactive', 'location-not-defined'])
    .optional()
    .describe(
      'Why nothing is sold from the location now, where that is so; left out of what is as of a moment.',
    ),
});
export const StockPositions = pageOf(StockPosition, 'Positions by SKU.');

/** What can be sold of a SKU. */
export const SkuAvailability = z.object({
  sku,
  channel: z.string().optional().describe('The channel that it is told to; left out where none was named.'),
  available: units.describe('Units that can be sold: the sum over `locations`, and `most` at most.'),
  locations: z
    .array(
      z.object({
        location,
        available: units.describe('Units that can be sold from there.'),
        keptBack: units
          .optional()
          .describe('Units there that the channel is not told of; left out where none are.'),
      }),
    )
    .describe('Locations that sell it, to this channel where one was named.'),
  most: units.optional().describe('More than this the channel is not told; left out where it is told all.'),
  notSold: z
    .array(
      z.object({
        location,
        available: units.describe('Units there that no order has.'),
        why: z
          .enum(['location-inactive', 'location-not-defined', 'not-for-channel'])
          .describe(
            'The location is closed, no network knows it (yet), or the channel is not told of its stock.',
          ),
      }),
    )
    .optional()
    .describe('Locations whose stock does not count, and why; left out where all of it does.'),
});
export type SkuAvailability = Answer<typeof SkuAvailability>;
export const AvailabilityPolicyAnswer = AvailabilityPolicy;
export const Availabilities = listOf(SkuAvailability, 'One for each SKU that was asked for.');

/** What is or was at one location of one SKU, by its ledger. */
export const StockFigure = z.object({
  sku,
  location,
  onHand,
  reserved,
  asOf: moment.optional().describe('The moment it was true at, UTC; left out where it is now.'),
  knownAt: moment.optional().describe('The moment it was known at, UTC; left out where it is now.'),
  entries: z.int().describe('How many entries of the ledger it is the sum of.'),
});
export type StockFigure = Answer<typeof StockFigure>;

/** An event of a ledger. */
export const LedgerEntry = z.object({
  eventId,
  type: z.string().describe('What happened, e.g. `tributary.inventory.received.v1`.'),
  version: z.int().describe('Its place in the ledger, from 1.'),
  at: moment.describe('When it happened, UTC.'),
  recordedAt: moment.describe('When it was recorded, UTC.'),
  late: z.boolean().describe('It was told after a count that had seen it.'),
  source: z.string().describe('The system that told it, or the service that decided it.'),
  causationId: z.string().optional().describe('Id of the event or command that led to it.'),
  onHand: z
    .int()
    .describe('Units that were there after it by the ledger; below zero where more left than was known of.'),
  reserved: units.describe('Units that were promised to orders after it.'),
  data: z.unknown().describe('The fact’s data by its `type`; `delta` is what it moves, in units.'),
});
export type LedgerEntry = Answer<typeof LedgerEntry>;

/** The events that sum to a stock figure. */
export const LedgerPart = z.object({
  sku,
  location,
  onHand,
  reserved,
  items: z.array(LedgerEntry).describe('Entries, oldest first.'),
  next: z.int().optional().describe('`from` of the next part; left out at the end.'),
});

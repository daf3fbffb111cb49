import { z } from 'zod';
import { Rfm, Segment, SegmentCondition, Segments } from '../facts/segments.ts';
import { type Answer, amount, currency, moment, pageOf, units } from './parts.ts';

const score = z.int().min(1).max(5).describe('1–5.');
const days = z.int().describe('Whole days since the last order that stands was placed.');

export const SegmentsAnswer = Segments;

/** How late, how often and for how much a customer orders, as the numbers in force score it. */
export const RfmScores = z.object({
  recency: z.object({ score, days }).describe('How late.'),
  frequency: z.object({ score, orders: units.describe('Orders that stand.') }).describe('How often.'),
  monetary: z
    .object({ score, currency, value: amount('What is due of orders that stand, less returns') })
    .describe('For how much.'),
});
export type RfmScores = Answer<typeof RfmScores>;

const why = z.object({
  condition: SegmentCondition.describe('What is asked of whoever is in it.'),
  holds: z.boolean().describe('Whether it is so.'),
  figure: z
    .number()
    .optional()
    .describe(
      'What is so, in the unit of the bounds; left out of names, and where there is none: without an order, without scores, without anything that left.',
    ),
  found: z.array(z.string()).optional().describe('Of names, theirs that are among those named, at most 20.'),
  missesBy: z
    .number()
    .optional()
    .describe('How far the figure is from the nearest bound, in its unit; left out where it is so.'),
});
export type SegmentReason = Answer<typeof why>;

/** Whether a customer is in a segment, and why. */
export const SegmentStanding = z.object({
  segmentId: Segment.shape.segmentId,
  name: Segment.shape.name,
  isIn: z.boolean().describe('Whether all of it is so.'),
  why: z.array(why).describe('Each condition with the figure that it was held against.'),
});
export type SegmentStanding = Answer<typeof SegmentStanding>;

/** In which segments a customer is, and why not in the others. */
export const CustomerSegments = z.object({
  customerId: z.string().describe('Who this is: the customer id, or the e-mail of a guest.'),
  at: moment.describe('As of when days are counted, UTC.'),
  orders: units.describe('Orders that were looked at: the newest, at most 400.'),
  more: z.literal(true).optional().describe('There are older ones that nothing here counts.'),
  rfm: RfmScores.optional().describe('Left out where no numbers are set, and of whom no order stands.'),
  segments: z.array(SegmentStanding).describe('All segments, in the order they are defined in.'),
});
export type CustomerSegments = Answer<typeof CustomerSegments>;

const named = {
  customerId: z.string().describe('Customer id, or the e-mail of a guest.'),
  name: z.string().optional().describe('As the customer file has it.'),
};

/** Somebody in a segment. */
export const SegmentCustomer = z.object({
  ...named,
  email: z.string().optional().describe('As the customer file has it.'),
  orders: units.describe('Orders that stand.'),
  lastOrder: moment.optional().describe('When the last order that stands was placed, UTC.'),
  rfm: RfmScores.optional().describe('Left out where no numbers are set, and of whom no order stands.'),
});
export type SegmentCustomer = Answer<typeof SegmentCustomer>;
export const SegmentCustomers = pageOf(
  SegmentCustomer,
  'Customers of the customer file who are in the segment, by id.',
);

/** Who would be in segments if they were defined so. */
export const SegmentsPreview = z.object({
  customers: units.describe(
    'Customers that were looked at: those who placed the newest orders, at most 100.',
  ),
  segments: z
    .array(
      z.object({
        segmentId: Segment.shape.segmentId,
        name: Segment.shape.name,
        customers: units.describe('Of the customers that were looked at, those in it.'),
        examples: z.array(z.object(named)).describe('Of these, the first 5.'),
      }),
    )
    .describe('The segments, in the order they were sent in.'),
  suggestedRfm: Rfm.optional().describe(
    'Numbers by which each fifth of these customers has a score of its own, as far as they differ; left out where fewer than 5 of them have an order that stands.',
  ),
});
export type SegmentsPreview = Answer<typeof SegmentsPreview>;

import { z } from 'zod';
import { Amount, Currency, Text } from '../inbound/shapes.ts';

/** Customers grouped by what they do: what people define, and by which numbers customers are scored. */

interface Span {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

const isSpan = ({ from, to }: Span): boolean =>
  (from ?? to) !== undefined && (from === undefined || to === undefined || from <= to);
const spanSays = 'Name `from`, `to` or both, and `from` no more than `to`.';

const Count = z.int().min(0).max(1_000_000);
const Days = z.int().min(0).max(36_500);
const Percent = z.number().min(0).max(100);
const Score = z.int().min(1).max(5);
const counted = 'Orders that stand: those neither cancelled whole nor refused.';

/** A figure with bounds that both count as within. */
const within = <K extends string, B extends z.ZodType<number>>(kinds: readonly K[], bound: B, what: string) =>
  z
    .strictObject({
      is: z.enum(kinds as [K, ...K[]]).describe(what),
      from: bound.optional().describe('This or more.'),
      to: bound.optional().describe('This or less.'),
    })
    .refine(isSpan, spanSays);

const money = z
  .strictObject({
    is: z
      .enum(['value', 'average'])
      .describe(
        '`value`: what is due of orders that stand, less what was given back or credited for goods that came back; goodwill does not lessen it. `average`: the same for each of these orders, rounded to the minor unit.',
      ),
    currency: Currency.describe('Orders in this currency are counted, no others.'),
    from: Amount.optional().describe('This or more, in minor units.'),
    to: Amount.optional().describe('This or less, in minor units.'),
  })
  .refine(isSpan, spanSays);

const since = z
  .strictObject({
    is: z
      .enum(['last-order', 'first-order'])
      .describe(
        'Whole days since the last or the first order that stands was placed: 30 days and 23 hours are 30.',
      ),
    within: Days.optional().describe('So many days or fewer.'),
    over: Days.optional().describe('More than so many days.'),
  })
  .refine(
    ({ within: most, over }) =>
      (most ?? over) !== undefined && (most === undefined || over === undefined || over < most),
    'Name `within`, `over` or both, and `over` less than `within`.',
  );

const names = z.strictObject({
  is: z
    .enum(['channel', 'store', 'sku'])
    .describe(
      'Over which channels they order, at which stores they buy or collect, what they ordered and did not cancel: of orders that stand.',
    ),
  names: z
    .array(
      z
        .string()
        .trim()
        .regex(/^[^*]{1,64}\*?$/u, 'A name, or its beginning with a * at the end: MUG*.'),
    )
    .min(1)
    .max(50)
    .describe('One of these, or what begins so: `MUG*`. Case tells names apart.'),
  how: z
    .enum(['any', 'most'])
    .describe(
      '`any`: it is among theirs. `most`: none is on more of their orders, of SKUs none was ordered in more units; where several are level, one of them is enough.',
    ),
});

/** One thing that is so of a customer. */
export const SegmentCondition = z.discriminatedUnion('is', [
  within(
    ['orders', 'open-orders'],
    Count,
    `\`orders\`: how many orders stand. \`open-orders\`: of how many of all something is still to leave. ${counted}`,
  ),
  since,
  money,
  within(['returned'], Percent, 'Of a hundred units that had left, how many came back, to one decimal.'),
  names,
  within(
    ['recency', 'frequency', 'monetary'],
    Score,
    'A score from 1 to 5, by `rfm`: 5 are the latest, most frequent, most valuable.',
  ),
]);
export type SegmentCondition = z.infer<typeof SegmentCondition>;

export const Segment = z.strictObject({
  segmentId: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'A segment is named by 1–40 lower-case letters, digits or hyphens.')
    .describe('Names the segment: `champions`.'),
  name: Text(100).describe('What people call it.'),
  conditions: z.array(SegmentCondition).min(1).max(20).describe('All of these are so of whoever is in it.'),
});
export type Segment = z.infer<typeof Segment>;

const four = <B extends z.ZodType<number>>(bound: B, what: string) =>
  z
    .array(bound)
    .length(4)
    .refine(
      (bounds) => bounds.every((one, at) => at === 0 || bounds[at - 1]! <= one),
      'From the least to the most.',
    )
    .describe(what);

/** By which numbers recency, frequency and monetary value are scored. */
export const Rfm = z.strictObject({
  recencyDays: four(
    Days,
    'Whole days since the last order: up to the first of these scores 5, up to the second 4, the third 3, the fourth 2, more 1.',
  ),
  orders: four(
    Count,
    'Orders that stand: from the fourth of these on scores 5, from the third 4, the second 3, the first 2, fewer 1.',
  ),
  currency: Currency.describe('Value is scored in this currency; what is ordered in others does not count.'),
  value: four(
    Amount.min(0),
    'Value in minor units, as the condition `value` counts it: scored as orders are.',
  ),
});
export type Rfm = z.infer<typeof Rfm>;

const scores: readonly string[] = ['recency', 'frequency', 'monetary'];

export const Segments = z
  .strictObject({
    rfm: Rfm.optional().describe('By which numbers customers are scored; left out, nobody is.'),
    segments: z
      .array(Segment)
      .max(50)
      .refine(
        (all) => new Set(all.map(({ segmentId }) => segmentId)).size === all.length,
        'A segment is defined once.',
      )
      .describe('Segments; a customer is in as many as there are.'),
  })
  .refine(
    ({ rfm, segments }) =>
      rfm !== undefined ||
      !segments.some(({ conditions }) => conditions.some(({ is }) => scores.includes(is))),
    { path: ['rfm'], error: 'A segment asks for a score: say by which numbers customers are scored.' },
  );
export type Segments = z.infer<typeof Segments>;

export const segmentFacts = {
  /** In the stream `segments`: into which segments customers fall from then on. */
  'tributary.segment.defined.v1': Segments,
} as const;

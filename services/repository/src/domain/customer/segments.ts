import type {
  RfmScores,
  Segment,
  SegmentCondition,
  SegmentReason,
  SegmentStanding,
  Segments,
} from '@tributary/contracts';
import { isNamedBy, nameTestOf } from '@tributary/contracts/order-query';
import { type Counts, type SegmentFigures, rfmOf } from './segment-figures.ts';

/** Names of a customer that a reason tells. */
const mostNames = 20;

export interface Standing {
  readonly rfm?: RfmScores;
  readonly segments: readonly SegmentStanding[];
}

/** Of each segment whether the customer is in it, and each condition with the figure it was held against. */
export const standingOf = (figures: SegmentFigures, { rfm, segments }: Segments): Standing => {
  const scores = rfm && rfmOf(figures, rfm);
  return {
    ...(scores && { rfm: scores }),
    segments: segments.map((segment) => standingIn(segment, figures, scores)),
  };
};

const standingIn = (
  { segmentId, name, conditions }: Segment,
  figures: SegmentFigures,
  scores: RfmScores | undefined,
): SegmentStanding => {
  const why = conditions.map((condition) => reasonOf(condition, figures, scores));
  return { segmentId, name, isIn: why.every(({ holds }) => holds), why };
};

const reasonOf = (
  condition: SegmentCondition,
  figures: SegmentFigures,
  scores: RfmScores | undefined,
): SegmentReason => {
  switch (condition.is) {
    case 'orders':
      return within(condition, figures.orders);
    case 'open-orders':
      return within(condition, figures.openOrders);
    case 'returned':
      return within(condition, figures.returned);
    case 'last-order':
      return since(condition, figures.sinceLast);
    case 'first-order':
      return since(condition, figures.sinceFirst);
    case 'value':
      return within(condition, figures.value.get(condition.currency)?.value ?? 0);
    case 'average': {
      const own = figures.value.get(condition.currency);
      return within(condition, own && Math.round(own.value / own.orders));
    }
    case 'recency':
    case 'frequency':
    case 'monetary':
      return within(condition, scores?.[condition.is].score);
    case 'channel':
      return named(condition, figures.channels);
    case 'store':
      return named(condition, figures.stores);
    case 'sku':
      return named(condition, figures.skus);
    default:
      return condition satisfies never;
  }
};

type Bounded = Exclude<SegmentCondition, { names: string[] } | { is: 'last-order' | 'first-order' }>;
type Since = Extract<SegmentCondition, { is: 'last-order' | 'first-order' }>;
type Named = Extract<SegmentCondition, { names: string[] }>;

/** Both bounds are within; without a figure nothing is. */
const within = (condition: Bounded, figure: number | undefined): SegmentReason => {
  const { from = -Infinity, to = Infinity } = condition;
  return heldAgainst(condition, figure, from, to);
};

/** Days are whole, so that more than N are N + 1 or more. */
const since = (condition: Since, figure: number | undefined): SegmentReason => {
  const { over = -Infinity, within: most = Infinity } = condition;
  return heldAgainst(condition, figure, over + 1, most);
};

const heldAgainst = (
  condition: SegmentCondition,
  figure: number | undefined,
  from: number,
  to: number,
): SegmentReason => {
  if (figure === undefined) return { condition, holds: false };
  const misses = Math.max(from - figure, figure - to);
  return misses <= 0
    ? { condition, holds: true, figure }
    : // One decimal is all that a figure has.
      { condition, holds: false, figure, missesBy: Math.round(misses * 1_000) / 1_000 };
};

const named = (condition: Named, counts: Counts): SegmentReason => {
  const most = Math.max(...counts.values());
  const tests = condition.names.map(nameTestOf);
  const found = [...counts]
    .filter(([, count]) => condition.how === 'any' || count === most)
    .map(([name]) => name)
    .filter((name) => tests.some((test) => isNamedBy(test, name)));
  return { condition, holds: found.length > 0, found: found.sort().slice(0, mostNames) };
};

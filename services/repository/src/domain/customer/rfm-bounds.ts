import type { Rfm } from '@tributary/contracts';
import type { SegmentFigures } from './segment-figures.ts';

/** Fewer are no five groups. */
const fewest = 5;

/**
 * Numbers by which each fifth of some customers gets a score of its own, as far as their figures differ.
 * @param currency in which value is scored; where it is left out, the one in which most of them ordered
 * @returns undefined where an order stands of fewer than five
 */
export const suggestedRfm = (sample: readonly SegmentFigures[], currency?: string): Rfm | undefined => {
  const buyers = sample.filter(({ orders }) => orders > 0);
  if (buyers.length < fewest) return undefined;
  const inCurrency = currency ?? commonest(buyers.flatMap(({ value }) => [...value.keys()]));
  return {
    recencyDays: upTo(buyers.map(({ sinceLast = 0 }) => sinceLast)),
    orders: from(buyers.map(({ orders }) => orders)),
    currency: inCurrency,
    value: from(buyers.map(({ value }) => Math.max(0, value.get(inCurrency)?.value ?? 0))),
  };
};

const fifths = [1, 2, 3, 4] as const;

/** The last figure of each fifth but the last. */
const upTo = (figures: readonly number[]): number[] => {
  const sorted = figures.toSorted((a, b) => a - b);
  return fifths.map((fifth) => sorted[Math.ceil((sorted.length * fifth) / 5) - 1]!);
};

/** The first figure of each fifth but the first. */
const from = (figures: readonly number[]): number[] => {
  const sorted = figures.toSorted((a, b) => a - b);
  return fifths.map((fifth) => sorted[Math.floor((sorted.length * fifth) / 5)]!);
};

/** Of those level, the first by name. */
const commonest = (names: readonly string[]): string =>
  [...Map.groupBy(names, (name) => name)].sort(
    ([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1),
  )[0]![0];

/** The SKUs of an order, each once. */
export type Basket = readonly string[];

/** Goods that stand on orders with others more often than they stand on orders at all. */
export interface Affinity {
  readonly sku: string;
  /** Orders with the others that have it, too. */
  readonly together: number;
  /** Orders with the others that were looked at. */
  readonly of: number;
  /** How many times as often as on orders in general. */
  readonly lift: number;
  /** How little it looks like chance: the log-likelihood ratio, higher is surer. */
  readonly strength: number;
}

/**
 * Of pairs that have nothing to do with each other one in a thousand is surer (χ² with one degree of freedom):
 * hundreds of goods are compared with each.
 */
const chance = 10.83;

/** What stood beside once or twice may be anything. */
const fewest = 3;

const xLogX = (x: number): number => (x === 0 ? 0 : x * Math.log(x));
const entropy = (...counts: readonly number[]): number =>
  xLogX(counts.reduce((sum, count) => sum + count, 0)) - counts.reduce((sum, count) => sum + xLogX(count), 0);

/**
 * The log-likelihood ratio of two shares being the same: 0 where they are, and, unlike the lift, small where
 * there are few orders to tell from.
 * @see T. Dunning, Accurate Methods for the Statistics of Surprise and Coincidence, 1993
 */
export const likelihoodRatio = (with1: number, without1: number, with2: number, without2: number): number => {
  const rows = entropy(with1 + without1, with2 + without2);
  const columns = entropy(with1 + with2, without1 + without2);
  return Math.max(0, 2 * (rows + columns - entropy(with1, without1, with2, without2)));
};

const countsOf = (baskets: readonly Basket[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const basket of baskets) for (const sku of basket) counts.set(sku, (counts.get(sku) ?? 0) + 1);
  return counts;
};

/**
 * What is bought with some goods, the surest first.
 * @param baskets orders that have them
 * @param others orders that were not chosen by what they have
 * @param left SKUs that are not named: the goods themselves, or what somebody has already
 */
export const boughtTogether = (
  baskets: readonly Basket[],
  others: readonly Basket[],
  left: ReadonlySet<string>,
): readonly Affinity[] => {
  const usual = countsOf(others);
  return [...countsOf(baskets)]
    .filter(([sku, together]) => together >= fewest && !left.has(sku))
    .map(([sku, together]) => {
      const elsewhere = usual.get(sku) ?? 0;
      // One more order without it, so that what no other has is not infinitely more often.
      const lift = together / baskets.length / (Math.max(1, elsewhere) / (others.length + 1));
      const strength = likelihoodRatio(
        together,
        baskets.length - together,
        elsewhere,
        others.length - elsewhere,
      );
      return { sku, together, of: baskets.length, lift, strength };
    })
    .filter(({ lift, strength }) => lift > 1 && strength > chance)
    .sort((a, b) => b.strength - a.strength || b.together - a.together || (a.sku < b.sku ? -1 : 1));
};

/** One location's offer: a fixed cost to use it at all, and the cost of each item it can serve (Infinity for one it cannot). */
export interface Offer {
  readonly fixed: number;
  readonly items: readonly number[];
  /** Set for an offer that is used anyway and counts towards no limit. */
  readonly inUse?: boolean;
}

export interface Cover {
  /** Minor units. */
  readonly cost: number;
  /** Index of the offer that serves each item. */
  readonly by: readonly number[];
}

/** Items up to which the exact solver is used: O(offers · items · 2^items). */
export const exactLimit = 10;

/** Steps of the exact solver that are not too many for one decision. */
const mostSteps = 4_000_000;

/** Whether the exact solver would take too long: different offers count, however many locations make them. */
export const isTooMuch = (offers: readonly Offer[], items: number): boolean => {
  const most = mostSteps / (items * 2 ** items);
  return items > 1 && offers.length > most && differing(offers).length > most;
};

/**
 * Of offers that serve the same items at the same costs, the one that is cheapest to use, and none that costs
 * more than to serve its items by offers in use: no cover needs another.
 * @returns their indexes, ascending
 */
const differing = (offers: readonly Offer[]): number[] => {
  const best = new Map<string, number>();
  const inUseAt = costsInUse(offers);
  offers.forEach(({ fixed, items, inUse = false }, index) => {
    if (!inUse && fixed > 0 && items.every((cost, item) => cost >= inUseAt[item]!)) return;
    const key = `${inUse} ${items.join()}`;
    const before = best.get(key);
    if (before === undefined || fixed < offers[before]!.fixed) best.set(key, index);
  });
  return [...best.values()].sort((a, b) => a - b);
};

/** What each item costs at the cheapest of the offers that are used anyway, at no cost of their own. */
const costsInUse = (offers: readonly Offer[]): readonly number[] => {
  const costs = (offers[0]?.items ?? []).map(() => Number.POSITIVE_INFINITY);
  for (const { fixed, items, inUse } of offers)
    if (inUse && fixed === 0)
      for (let item = 0; item < items.length; item += 1) costs[item] = Math.min(costs[item]!, items[item]!);
  return costs;
};

/**
 * The cheapest way to serve every item by at most `most` offers that are not in use yet, exactly:
 * dynamic programming over subsets of items for uncapacitated facility location with few clients.
 * Integer costs, ties to the earliest offer, so the same input always gives the same plan.
 * @returns undefined when no offers within the limit serve everything
 */
export const cheapestCover = (all: readonly Offer[], items: number, most: number): Cover | undefined => {
  const kept = differing(all);
  const cover = coverOf(
    kept.map((index) => all[index]!),
    items,
    most,
  );
  return cover && { cost: cover.cost, by: cover.by.map((index) => kept[index]!) };
};

const coverOf = (offers: readonly Offer[], items: number, most: number): Cover | undefined => {
  const unlimited = coverWithin(offers, items, 0, () => false);
  const counted = (index: number) => offers[index]!.inUse !== true;
  if (!unlimited || [...new Set(unlimited.by)].filter(counted).length <= most) return unlimited;
  return coverWithin(offers, items, Math.min(most, items), counted);
};

/**
 * `best[layer][served]`: least cost to serve a subset with that many counted offers; choices are kept
 * to walk back. An offer that does not count adds to what the ones before it cover in the same layer.
 */
const coverWithin = (
  offers: readonly Offer[],
  items: number,
  most: number,
  counted: (index: number) => boolean,
): Cover | undefined => {
  const size = 1 << items;
  const table = Array.from({ length: most + 1 }, () => ({
    best: new Float64Array(size).fill(Number.POSITIVE_INFINITY).fill(0, 0, 1),
    choice: new Int32Array(size).fill(-1),
    before: new Int32Array(size),
  }));
  const scratch = { open: new Float64Array(size), before: new Int32Array(size) };
  offers.forEach((offer, index) => {
    const step = counted(index) ? 1 : 0;
    for (let layer = most; layer >= step; layer -= 1)
      improve(offer, index, table[layer - step]!.best, table[layer]!, scratch);
  });
  return walkBack(table, items, counted);
};

interface Layer {
  readonly best: Float64Array;
  /** The offer that was added last to serve a subset, and the subset served before it. */
  readonly choice: Int32Array;
  readonly before: Int32Array;
}

/** Subsets served with one offer open, overwritten for each. */
interface Scratch {
  readonly open: Float64Array;
  readonly before: Int32Array;
}

/** Most offers serve few of the items: the others are not looked at. */
const improve = (
  offer: Offer,
  index: number,
  from: Float64Array,
  to: Layer,
  { open, before }: Scratch,
): void => {
  const size = open.length;
  const bits = offer.items.flatMap((cost, item) => (Number.isFinite(cost) ? [1 << item] : []));
  const costs = offer.items.filter(Number.isFinite);
  open.fill(Number.POSITIVE_INFINITY);
  for (let served = 0; served < size; served += 1) {
    const start = from[served]! + offer.fixed;
    if (start < open[served]!) {
      open[served] = start;
      before[served] = served;
    }
    for (let at = 0; at < bits.length; at += 1) {
      const more = served | bits[at]!;
      if (more === served) continue;
      const total = open[served]! + costs[at]!;
      if (total < open[more]!) {
        open[more] = total;
        before[more] = before[served]!;
      }
    }
  }
  for (let served = 1; served < size; served += 1) {
    if (open[served]! < to.best[served]! && before[served] !== served) {
      to.best[served] = open[served]!;
      to.choice[served] = index;
      to.before[served] = before[served]!;
    }
  }
};

const walkBack = (
  table: readonly Layer[],
  items: number,
  counted: (index: number) => boolean,
): Cover | undefined => {
  const all = (1 << items) - 1;
  const cost = table.at(-1)!.best[all]!;
  if (!Number.isFinite(cost)) return undefined;
  const by = new Array<number>(items).fill(-1);
  for (let served = all, layer = table.length - 1; served !== 0;) {
    const { choice, before } = table[layer]!;
    const index = choice[served]!;
    for (let item = 0; item < items; item += 1)
      if ((served ^ before[served]!) & (1 << item)) by[item] = index;
    served = before[served]!;
    if (counted(index)) layer -= 1;
  }
  return { cost, by };
};

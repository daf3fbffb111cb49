/** Numbers that look random and are the same for the same seed. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  fraction(): number;
  /** A whole number from 0 up to, not including, a limit. */
  below(limit: number): number;
  /** True about as often as said, 0 never and 1 always. */
  happens(probability: number): boolean;
  /** One of these, which are at least one. */
  of<T>(choices: readonly T[]): T;
  /** All of these in another order. */
  shuffled<T>(items: readonly T[]): T[];
}

/** mulberry32 (T. Ettinger, 2017): 32 bits of state, good enough to choose by. */
export const seededChance = (seed: number): Chance => {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    fraction: next,
    below,
    happens: (probability) => next() < probability,
    of: (choices) => choices[below(choices.length)]!,
    shuffled: (items) => {
      const order = [...items];
      // Fisher and Yates.
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        [order[last], order[other]] = [order[other]!, order[last]!];
      }
      return order;
    },
  };
};

import fc from 'fast-check';
import { type Cover, type Offer, cheapestCover, exactLimit, isTooMuch } from './cheapest-cover.ts';

const none = Number.POSITIVE_INFINITY;

/** What a plan costs: each item, and each offer used. */
const costOf = (offers: readonly Offer[], by: readonly number[]): number =>
  by.reduce((sum, index, item) => sum + offers[index]!.items[item]!, 0) +
  [...new Set(by)].reduce((sum, index) => sum + offers[index]!.fixed, 0);

const newOffers = (offers: readonly Offer[], by: readonly number[]): number =>
  [...new Set(by)].filter((index) => !offers[index]!.inUse).length;

/** Least cost over every way to give each item to an offer. */
const bruteForce = (offers: readonly Offer[], items: number, most: number): number => {
  let least = none;
  const by = new Array<number>(items).fill(0);
  const tryFrom = (item: number): void => {
    if (item === items) {
      if (newOffers(offers, by) <= most) least = Math.min(least, costOf(offers, by));
      return;
    }
    for (let index = 0; index < offers.length; index += 1) {
      if (offers[index]!.items[item] === none) continue;
      by[item] = index;
      tryFrom(item + 1);
    }
  };
  tryFrom(0);
  return least;
};

const cost = fc.integer({ min: 0, max: 20 });
const problem = (maxItems: number, maxOffers: number) =>
  fc.integer({ min: 1, max: maxItems }).chain((items) =>
    fc.record({
      items: fc.constant(items),
      most: fc.integer({ min: 0, max: maxItems }),
      offers: fc.array(
        fc.record({
          fixed: cost,
          inUse: fc.oneof(
            { weight: 3, arbitrary: fc.constant(false) },
            { weight: 1, arbitrary: fc.constant(true) },
          ),
          items: fc.array(
            fc.oneof({ weight: 3, arbitrary: cost }, { weight: 2, arbitrary: fc.constant(none) }),
            {
              minLength: items,
              maxLength: items,
            },
          ),
        }),
        { maxLength: maxOffers },
      ),
    }),
  );

const isPlan = (
  cover: Cover,
  { offers, items, most }: { offers: readonly Offer[]; items: number; most: number },
): void => {
  expect(cover.by).toHaveLength(items);
  expect(costOf(offers, cover.by)).toBe(cover.cost);
  expect(newOffers(offers, cover.by)).toBeLessThanOrEqual(most);
};

describe('The cheapest cover', () => {
  it('is as cheap as any way there is, within the limit on offers, and says so when there is none', () => {
    fc.assert(
      fc.property(problem(6, 6), (one) => {
        const cover = cheapestCover(one.offers, one.items, one.most);
        expect(cover?.cost ?? none).toBe(bruteForce(one.offers, one.items, one.most));
        if (cover) isPlan(cover, one);
      }),
      { numRuns: 2_400 },
    );
  });

  it('is the same plan every time', () => {
    fc.assert(
      fc.property(problem(6, 6), (one) => {
        const again = structuredClone(one);
        expect(cheapestCover(again.offers, again.items, again.most)).toEqual(
          cheapestCover(one.offers, one.items, one.most),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('of two equal offers takes the earlier', () => {
    const offer = { fixed: 5, items: [1, 1] };
    expect(cheapestCover([offer, offer], 2, 2)).toEqual({ cost: 7, by: [0, 0] });
  });

  it('splits only when a second package costs less than it saves', () => {
    const near = { fixed: 10, items: [1, 9] };
    const far = { fixed: 5, items: [9, 1] };
    expect(cheapestCover([near, far], 2, 2)).toEqual({ cost: 15, by: [1, 1] });
    expect(
      cheapestCover(
        [
          { ...near, fixed: 1 },
          { ...far, fixed: 1 },
        ],
        2,
        2,
      ),
    ).toEqual({ cost: 4, by: [0, 1] });
    expect(
      cheapestCover(
        [
          { ...near, fixed: 1 },
          { ...far, fixed: 1 },
        ],
        2,
        1,
      ),
    ).toEqual({ cost: 11, by: [0, 0] });
  });

  it('does not count what is in use anyway', () => {
    const used = { fixed: 0, items: [1, none], inUse: true };
    const other = { fixed: 3, items: [none, 1] };
    expect(cheapestCover([used, other], 2, 1)).toEqual({ cost: 5, by: [0, 1] });
    expect(cheapestCover([used, other], 2, 0)).toBeUndefined();
  });

  it('of nothing is nothing', () => {
    expect(cheapestCover([], 0, 1)).toEqual({ cost: 0, by: [] });
  });

  it('is looked for among offers that differ, however many are alike', () => {
    const alike = Array.from({ length: 5_000 }, (_, index) => ({
      fixed: 5_000 - index,
      items: new Array<number>(exactLimit).fill(60),
    }));
    expect(isTooMuch(alike, exactLimit)).toBe(false);
    expect(cheapestCover(alike, exactLimit, 4)).toEqual({
      cost: 1 + 60 * exactLimit,
      by: new Array<number>(exactLimit).fill(4_999),
    });
    const different = alike.map((offer, index) => ({ ...offer, items: offer.items.with(0, index) }));
    expect(isTooMuch(different, exactLimit)).toBe(true);
    expect(isTooMuch(different, 1)).toBe(false);
  });

  it('is found for as many items as it is used for', () => {
    const offers = Array.from({ length: 40 }, (_, index) => ({
      fixed: 400 + index,
      items: Array.from({ length: exactLimit }, (__, item) =>
        (index + item) % 3 === 0 ? none : 60 + ((index * item) % 7),
      ),
    }));
    const cover = cheapestCover(offers, exactLimit, 4)!;
    isPlan(cover, { offers, items: exactLimit, most: 4 });
  });
});

import fc from 'fast-check';
import { suggestedRfm } from './rfm-bounds.ts';
import { type SegmentFigures, rfmOf } from './segment-figures.ts';

const buyer = (orders: number, sinceLast: number, value: number, currency = 'EUR'): SegmentFigures => ({
  orders,
  openOrders: 0,
  sinceFirst: sinceLast,
  sinceLast,
  value: new Map([[currency, { value, orders }]]),
  returned: undefined,
  channels: new Map(),
  stores: new Map(),
  skus: new Map(),
});

describe('Numbers to score by', () => {
  it('give each fifth of the customers a score of its own where figures differ', () => {
    const property = fc.property(fc.integer({ min: 1, max: 30 }), (fifth) => {
      const sample = Array.from({ length: fifth * 5 }, (_, at) => buyer(at + 1, at + 1, (at + 1) * 100));
      const rfm = suggestedRfm(sample)!;
      const scores = sample.map((one) => rfmOf(one, rfm)!);
      for (const axis of ['recency', 'frequency', 'monetary'] as const)
        for (const score of [1, 2, 3, 4, 5])
          expect(scores.filter((one) => one[axis].score === score)).toHaveLength(fifth);
    });
    fc.assert(property, { numRuns: 30 });
  });

  it('are in the currency that most of them ordered in, or in the one that is asked for', () => {
    const sample = [1, 2, 3, 4, 5, 6].map((at) => buyer(at, at, at, at > 4 ? 'GBP' : 'EUR'));
    expect(suggestedRfm(sample)?.currency).toBe('EUR');
    expect(suggestedRfm(sample, 'GBP')).toMatchObject({ currency: 'GBP', value: [0, 0, 0, 5] });
  });

  it('are none where an order stands of fewer than five', () => {
    const nobody = { ...buyer(0, 0, 0), sinceLast: undefined };
    const four = [1, 2, 3, 4].map((at) => buyer(at, at, at));
    expect(suggestedRfm([...four, nobody])).toBeUndefined();
  });
});

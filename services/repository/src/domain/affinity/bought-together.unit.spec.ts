import fc from 'fast-check';
import { boughtTogether, likelihoodRatio } from './bought-together.ts';

const times = (count: number, ...basket: string[]) => Array.from({ length: count }, () => basket);

describe('What is bought together', () => {
  const others = [...times(50, 'BAG'), ...times(10, 'TEA', 'BAG'), ...times(40, 'MUG')];

  it('is what stands beside it more often than on orders at all, the surest first', () => {
    const withPot = [
      ...times(12, 'POT', 'TEA', 'BAG'),
      ...times(4, 'POT', 'SIEVE'),
      ...times(4, 'POT', 'BAG'),
    ];
    const found = boughtTogether(withPot, others, new Set(['POT']));
    expect(found.map(({ sku, together, of }) => [sku, together, of])).toEqual([
      ['TEA', 12, 20],
      ['SIEVE', 4, 20],
    ]);
    expect(found[0]!.lift).toBeCloseTo(0.6 / (10 / 101));
  });

  it('is nothing that stood beside it twice, stands there as often as elsewhere, or is left out', () => {
    const withPot = [...times(10, 'POT', 'BAG', 'MUG'), ...times(8, 'POT'), ...times(2, 'POT', 'RARE')];
    const found = boughtTogether(withPot, others, new Set(['POT', 'MUG']));
    expect(found.map(({ sku }) => sku)).toEqual([]);
  });

  it('is nothing where there are no orders', () => {
    expect(boughtTogether([], [], new Set())).toEqual([]);
    expect(boughtTogether([], others, new Set())).toEqual([]);
  });

  it('is sure by the log-likelihood ratio: never below 0, 0 for the same share, and the same in ten times the orders is surer', () => {
    expect(likelihoodRatio(10, 10, 50, 50)).toBeCloseTo(0);
    expect(likelihoodRatio(30, 70, 10, 90)).toBeGreaterThan(likelihoodRatio(3, 7, 1, 9));
    // Dunning 1993, table 4: "the swiss", 110 2442 111 29114.
    expect(likelihoodRatio(110, 2442, 111, 29114)).toBeCloseTo(270.72, 1);
    const count = fc.nat({ max: 10_000 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        expect(likelihoodRatio(a, b, c, d)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

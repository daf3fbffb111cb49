import fc from 'fast-check';
import { type Bought, isLinearizable } from './linearizability.ts';

const bought = (asked: number, answered: number, units: number, sold: boolean): Bought => ({
  asked,
  answered,
  units,
  sold,
});

describe('A history of buyers', () => {
  it.each<[string, boolean, number, Bought[]]>([
    ['sells what there is and refuses the rest', true, 3, [bought(1, 2, 3, true), bought(3, 4, 1, false)]],
    ['sells one unit to two buyers', false, 1, [bought(1, 4, 1, true), bought(2, 3, 1, true)]],
    ['refuses the first although all is there', false, 2, [bought(1, 2, 1, false), bought(3, 4, 2, true)]],
    [
      'refuses one of two at once, whoever was first',
      true,
      2,
      [bought(1, 4, 2, false), bought(2, 3, 1, true)],
    ],
    [
      'refuses one who asked when nothing was sold yet, and was answered before',
      false,
      2,
      [bought(1, 2, 2, false), bought(3, 4, 1, true)],
    ],
  ])('that %s is linearizable: %s', (_, expected, stock, history) => {
    expect(isLinearizable(history, stock)).toBe(expected);
  });

  it('that was served one after the other is, however long the questions and answers took', () => {
    const served = fc.array(
      fc.record({ units: fc.integer({ min: 1, max: 4 }), early: fc.nat(9), late: fc.nat(9) }),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(served, fc.nat(20), (buyers, stock) => {
        let left = stock;
        const history = buyers.map(({ units, early, late }, at) => {
          const sold = units <= left;
          if (sold) left -= units;
          return bought(3 * at - early, 3 * at + late, units, sold);
        });
        expect(isLinearizable(history, stock)).toBe(true);
        const more = [...history, bought(1_000, 1_001, left + 1, true)];
        expect(isLinearizable(more, stock)).toBe(false);
      }),
    );
  });
});

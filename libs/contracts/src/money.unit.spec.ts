import fc from 'fast-check';
import { minorUnitExponent } from './currencies.ts';
import { allocate, exactAmount, lineAmount, percentBelow } from './money.ts';

describe('The amount of a line', () => {
  it('is quantity times unit price in minor units', () => {
    expect(lineAmount('2.95', 3, 'GBP')).toBe(885);
    expect(lineAmount('0.1', 3, 'EUR')).toBe(30);
    expect(lineAmount('9999999999.99', 10, 'EUR')).toBe(9_999_999_999_990);
  });

  it('is rounded once, on the line, half to even', () => {
    expect(lineAmount('0.005', 1, 'EUR')).toBe(0);
    expect(lineAmount('0.015', 1, 'EUR')).toBe(2);
    expect(lineAmount('0.025', 1, 'EUR')).toBe(2);
    expect(lineAmount('0.0251', 1, 'EUR')).toBe(3);
    expect(lineAmount('0.005', 3, 'EUR')).toBe(2);
    expect(lineAmount('19.995', 2, 'EUR')).toBe(3999);
  });

  it('of a credit is rounded the same way, and a credit that rounds to nothing is zero', () => {
    expect(lineAmount('-0.015', 1, 'EUR')).toBe(-2);
    expect(lineAmount('-0.025', 1, 'EUR')).toBe(-2);
    expect(lineAmount('-0.001', 1, 'EUR')).toBe(0);
  });

  it('knows currencies whose minor unit is not a hundredth', () => {
    expect(['EUR', 'JPY', 'KWD', 'IQD', 'ISK', 'CLF', 'MGA', 'MRU', 'HRK'].map(minorUnitExponent)).toEqual([
      2, 0, 3, 3, 0, 4, 2, 2, 2,
    ]);
    expect(lineAmount('1250', 2, 'JPY')).toBe(2500);
    expect(lineAmount('1.0005', 1, 'KWD')).toBe(1000);
  });

  it('differs from the exact amount by half a minor unit at most', () => {
    const price = fc.tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat({ max: 9999 }));
    fc.assert(
      fc.property(price, fc.integer({ min: 1, max: 1_000 }), ([whole, part], quantity) => {
        const unitPrice = `${whole}.${String(part).padStart(4, '0')}`;
        const off = exactAmount(unitPrice, quantity, 'EUR')
          .minus(lineAmount(unitPrice, quantity, 'EUR'))
          .abs();
        expect(off.lte('0.5')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('An amount shared by weight', () => {
  it('gives what is left over to the largest remainders, ties to the earliest', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(5, [1, 3, 1, 1])).toEqual([1, 2, 1, 1]);
    expect(allocate(10, [6, 5, 5])).toEqual([4, 3, 3]);
  });

  it('of a credit is shared the same way', () => {
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  it('without any weight goes to the first; to nobody, nowhere', () => {
    expect(allocate(7, [0, 0])).toEqual([7, 0]);
    expect(allocate(7, [])).toEqual([]);
    expect(allocate(0, [1, 2])).toEqual([0, 0]);
  });

  it('money-balances: the shares sum to it, each within one minor unit of its due, none of the other sign', () => {
    const amount = fc.integer({ min: -1e13, max: 1e13 });
    const weights = fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amount, weights, (size, by) => {
        const shares = allocate(size, by);
        const total = by.reduce((sum, weight) => sum + BigInt(weight), 0n);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(size);
        shares.forEach((share, index) => {
          expect(Math.sign(share) * Math.sign(size)).toBeGreaterThanOrEqual(0);
          const off = BigInt(share) * total - BigInt(size) * BigInt(by[index]!);
          expect(total === 0n || (off < total && -off < total)).toBe(true);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('never gives a heavier line less than a lighter one', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 10_000 }),
        fc.array(fc.nat({ max: 50 }), { minLength: 2, maxLength: 8 }),
        (size, by) => {
          fc.pre(by.some((weight) => weight > 0));
          const shares = allocate(size, by);
          by.forEach((weight, one) => {
            by.forEach((other, two) => expect(weight > other && shares[one]! < shares[two]!).toBe(false));
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('How far a price is below another', () => {
  it.each([
    ['1.00', '0.70', 30],
    ['1.00', '0.6999', 31],
    ['0.335', '0.335', 0],
    ['1.00', '1.50', -50],
    ['0', '1.00', 0],
    ['9.90', '0', 100],
  ])('%s now %s: %i percent', (price, now, percent) => {
    expect(percentBelow(price, now)).toBe(percent);
  });
});

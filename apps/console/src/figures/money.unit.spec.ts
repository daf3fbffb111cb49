import { formatMoney, formatPrice, minorUnitExponent, plainDecimal, toDecimal, toMinor } from './money.ts';

/** Intl separates with no-break spaces; a person reads a space. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('An amount that a person types', () => {
  it.each([
    ['2.95', 2, 295],
    ['2,9', 2, 290],
    [' 1000 ', 2, 100_000],
    ['295', 0, 295],
    ['0.005', 3, 5],
  ])('%s with %i decimals is %i minor units', (text, exponent, minor) => {
    expect(toMinor(text, exponent)).toBe(minor);
  });
});

describe('Money', () => {
  it('is shown in major units with the decimals of its currency', () => {
    expect(formatMoney(295, 'EUR', 'en-GB')).toBe('€2.95');
    expect(formatMoney(295, 'JPY', 'en-GB')).toBe('JP¥295');
    expect(formatMoney(2950, 'KWD', 'en-GB').replace(/\s/g, ' ')).toBe('KWD 2.950');
  });

  it('follows the customs of the viewer', () => {
    expect(plain(formatMoney(123456, 'EUR', 'de-DE'))).toBe('1.234,56 €');
  });

  it('keeps the sign of a credit, also below one major unit', () => {
    expect(formatMoney(-5, 'EUR', 'en-GB')).toBe('-€0.05');
    expect(formatMoney(-100000, 'USD', 'en-US')).toBe('-$1,000.00');
  });

  it('shows zero with its decimals', () => {
    expect(formatMoney(0, 'EUR', 'en-GB')).toBe('€0.00');
  });

  it('is exact for the largest amount an order may carry', () => {
    expect(toDecimal(9_999_999_999_999, 2)).toBe('99999999999.99');
    expect(formatMoney(9_999_999_999_999, 'EUR', 'en-GB')).toBe('€99,999,999,999.99');
  });

  it('uses ISO 4217 decimals where the browser has another opinion', () => {
    expect(minorUnitExponent('IQD')).toBe(3);
    expect(plain(formatMoney(1500, 'IQD', 'en-GB'))).toBe('IQD 1.500');
    expect(plain(formatMoney(1500, 'LBP', 'en-GB'))).toBe('LBP 15.00');
  });
});

describe('A unit price', () => {
  it('keeps every decimal its source gave', () => {
    expect(formatPrice('0.0125', 'EUR', 'en-GB')).toBe('€0.0125');
  });

  it('is filled up to the decimals of its currency', () => {
    expect(formatPrice('3', 'EUR', 'en-GB')).toBe('€3.00');
    expect(formatPrice('300', 'JPY', 'en-GB')).toBe('JP¥300');
  });

  it('is read as people write it', () => {
    expect(['2.95', '2,9', ' 3 ', '-0.05', '0.00'].map((text) => toMinor(text, 2))).toEqual([
      295, 290, 300, -5, 0,
    ]);
    expect(['2.955', '2.', '', 'two', '1,000.00'].map((text) => toMinor(text, 2))).toEqual(
      Array(5).fill(undefined),
    );
    expect(toMinor('2950', 0)).toBe(2950);
    expect(['9,50', '09.5', '-0.0', '0.0125'].map(plainDecimal)).toEqual(['9.5', '9.5', '0', '0.0125']);
  });
});

import Big from 'big.js';
import { z } from 'zod';
import { isCurrency, minorUnitExponent } from './currencies.ts';

const noCurrency = 'A currency is an ISO 4217 code such as EUR.';

/** ISO 4217 alphabetic code of a currency in use, or withdrawn not long ago. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, { error: noCurrency, abort: true })
  .refine(isCurrency, noCurrency)
  .describe('ISO 4217 code of the currency of all amounts beside it.');

/** Integer minor units (cents, pence); the currency stands beside it. May be negative where a discount or credit is meant. */
export const Amount = z
  .number()
  .int()
  .min(-1e13)
  .max(1e13)
  .describe('Minor units of the currency, e.g. 1990 for 19.90 EUR.');

/** A decimal in major units as text, with all the decimals its source gave: `"2.95"`, `"0.0125"`. */
export const Decimal = z
  .string()
  .max(32)
  .regex(/^-?\d{1,13}(\.\d{1,12})?$/, 'A price is a decimal in a string, e.g. "2.95".')
  .describe(
    'Price of one unit in major units of the currency, decimal text with all decimals of its source: `"2.95"`.',
  );

/**
 * The amount of a line in minor units: quantity × unit price, rounded half-even once, on the line.
 * @param unitPrice major units as decimal text, e.g. `"2.95"`
 */
export const lineAmount = (unitPrice: string, quantity: number, currency: string): number => {
  const exact = exactAmount(unitPrice, quantity, currency);
  // `+ 0`: a credit that rounds to nothing is zero, not JavaScript's negative zero.
  return exact.round(0, Big.roundHalfEven).toNumber() + 0;
};

/**
 * How far a price is below another, in percent rounded up: below zero where it is above.
 * @param price major units as decimal text; nothing is below a price of nothing
 */
export const percentBelow = (price: string, now: string): number =>
  new Big(price).lte(0)
    ? 0
    : new Big(price).minus(now).times(100).div(price).round(0, Big.roundUp).toNumber();

/** An amount for people: major units and the code, e.g. `12.50 EUR`. */
export const amountText = (amount: number, currency: string): string => {
  const exponent = minorUnitExponent(currency);
  return `${new Big(amount).div(new Big(10).pow(exponent)).toFixed(exponent)} ${currency}`;
};

/** The unrounded amount in minor units, for reconciliation reports. */
export const exactAmount = (unitPrice: string, quantity: number, currency: string): Big =>
  new Big(unitPrice).times(quantity).times(new Big(10).pow(minorUnitExponent(currency)));

/**
 * Shares an amount in proportion to weights without losing a minor unit: largest remainder
 * (Hamilton's method), ties to the earliest.
 * @param amount minor units, may be negative
 * @param weights non-negative integers; when all are zero the first takes everything
 * @returns integers of the same sign as `amount` that sum to it
 */
export const allocate = (amount: number, weights: readonly number[]): number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length === 0) return [];
  if (total === 0) return weights.map((_, index) => (index === 0 ? amount : 0));
  const sign = Math.sign(amount) || 1;
  const size = BigInt(Math.abs(amount));
  const whole = weights.map((weight) => Number((size * BigInt(weight)) / BigInt(total)));
  const remainders = weights.map((weight, index) => ({
    index,
    rest: (size * BigInt(weight)) % BigInt(total),
  }));
  let left = Math.abs(amount) - whole.reduce((sum, part) => sum + part, 0);
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of remainders) {
    if (left === 0) break;
    whole[index] = whole[index]! + 1;
    left -= 1;
  }
  return whole.map((part) => (part === 0 ? 0 : part * sign));
};

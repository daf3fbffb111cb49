import Big from 'big.js';
import { minorUnitExponent } from '../currencies.ts';

/** Where numbers or instants begin and end; open where one is left out. */
export interface Span<T> {
  readonly from?: { readonly value: T; readonly included: boolean };
  readonly to?: { readonly value: T; readonly included: boolean };
}

/** @param value a whole number, such as units */
export const isCountWithin = ({ from, to }: Span<string>, value: number): boolean =>
  isDecimalWithin({ from, to }, new Big(value));

/** @param amount minor units of the currency; the span is in major units of it */
export const isAmountWithin = (span: Span<string>, amount: number, currency: string): boolean =>
  // To shift the point costs a quarter of a division, and lists compare thousands.
  isDecimalWithin(span, new Big(`${amount}e-${minorUnitExponent(currency)}`));

const isDecimalWithin = (
  { from, to }: { readonly [end in keyof Span<string>]: Span<string>[end] | undefined },
  value: Big,
): boolean =>
  (from === undefined || (from.included ? value.gte(from.value) : value.gt(from.value))) &&
  (to === undefined || (to.included ? value.lte(to.value) : value.lt(to.value)));

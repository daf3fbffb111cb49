import * as dineroCurrencies from 'dinero.js/currencies';

/**
 * Decimal places of the minor unit, of the currencies in use (ISO 4217, list one). The ariary and the
 * ouguiya are divided into fifths, which list one has as two decimal places.
 */
const exponents: ReadonlyMap<string, number> = new Map(
  Object.values(dineroCurrencies).map(({ code, base, exponent }) => [code, base === 10 ? exponent : 2]),
);

/** Withdrawn not long ago (HRK, SLL): history that is loaded still has them. */
const alsoKnown: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether a code names a currency that is in use, or was until lately (ISO 4217). */
export const isCurrency = (code: string): boolean => exponents.has(code) || alsoKnown.has(code);

/** Decimal places of a currency's minor unit; two for one that is not known. */
export const minorUnitExponent = (currency: string): number => exponents.get(currency) ?? 2;

import { locale as ownLocale } from '../words/own.ts';

/**
 * Decimal places of the minor unit where it is not two (ISO 4217, list one). Intl follows CLDR, which
 * disagrees for some currencies (IQD, LBP), so the platform's figure is stated here.
 */
const exponents: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

export const minorUnitExponent = (currency: string): number => exponents[currency] ?? 2;

/** Integer minor units as decimal text in major units, without passing through a float: 295, 2 → "2.95". */
export const toDecimal = (minor: number, exponent: number): `${number}` => {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = exponent === 0 ? '' : `.${digits.slice(-exponent)}`;
  return `${minor < 0 ? '-' : ''}${whole}${fraction}` as `${number}`;
};

/** Decimal text in one form, so that prices can be compared: "9,50" and "09.5" are "9.5"; undefined where it is none. */
export const plainDecimal = (text: string): string | undefined => {
  const [, sign = '', whole = '', fraction = ''] =
    /^(-?)(\d{1,13})(?:[.,](\d{1,12}))?$/.exec(text.trim()) ?? [];
  if (whole === '') return undefined;
  const digits = fraction.replace(/0+$/, '');
  const plain = `${whole.replace(/^0+(?=\d)/, '')}${digits && `.${digits}`}`;
  return plain === '0' ? plain : sign + plain;
};

/** Major units in integer minor units: "2.95", 2 → 295; undefined where it is no amount of so many decimals. */
export const toMinor = (text: string, exponent: number): number | undefined => {
  const [whole, fraction = ''] = plainDecimal(text)?.split('.') ?? [];
  if (whole === undefined || fraction.length > exponent) return undefined;
  return Number(whole + fraction.padEnd(exponent, '0'));
};

const format = (value: `${number}`, currency: string, digits: [number, number], locale = ownLocale): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits[0],
    maximumFractionDigits: digits[1],
  }).format(value);

/**
 * An amount as people write it.
 * @param minor integer minor units; may be negative
 * @param currency ISO 4217 code
 * @param locale the page's when left out
 */
export const formatMoney = (minor: number, currency: string, locale = ownLocale): string => {
  const exponent = minorUnitExponent(currency);
  return format(toDecimal(minor, exponent), currency, [exponent, exponent], locale);
};

/** A unit price, keeping every decimal its source gave: "0.0125" EUR stays four places long. */
export const formatPrice = (price: string, currency: string, locale = ownLocale): string => {
  const exponent = minorUnitExponent(currency);
  const given = price.split('.')[1]?.length ?? 0;
  return format(price as `${number}`, currency, [exponent, Math.max(exponent, given)], locale);
};

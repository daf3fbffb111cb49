import { minorUnitExponent, toMinor } from '../figures/money.ts';
import { type Draft, type NewLine, priceNow } from './draft.ts';

/** Whether a currency is named, as far as it is typed. */
export const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text);

/**
 * What a line comes to in minor units, where its price has no smaller parts than the currency; undefined where
 * it has, as the platform alone rounds, or where something is still to be entered.
 */
export const lineSum = (line: NewLine, currency: string): number | undefined => {
  if (!isCurrency(currency)) return undefined;
  const each = toMinor(priceNow(line, currency), minorUnitExponent(currency));
  const sum = each === undefined || line.quantity === undefined ? undefined : each * line.quantity;
  return Number.isSafeInteger(sum) ? sum : undefined;
};

const amountOf = (text: string, currency: string): number | undefined =>
  text.trim() === '' ? 0 : toMinor(text, minorUnitExponent(currency));

/** What the order comes to in minor units, all that was agreed included; undefined while that is not known. */
export const sumsOf = (draft: Draft) => {
  const { currency, lines } = draft;
  const sums = lines.map((line) => lineSum(line, currency));
  const [shipping, discount] = [amountOf(draft.shipping, currency), amountOf(draft.discount, currency)];
  const known = sums.filter((sum) => sum !== undefined);
  if (known.length < sums.length || shipping === undefined || discount === undefined) return undefined;
  const goods = known.reduce((all, sum) => all + sum, 0);
  return { goods, shipping, discount, total: goods + shipping - discount };
};

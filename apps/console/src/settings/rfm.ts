import type { Fault } from '../api/problem.ts';
import type { Segments } from '../api/settings.ts';
import { minorUnitExponent, toDecimal, toMinor } from '../figures/money.ts';
import { t } from '../words/words.ts';

type Rfm = NonNullable<Segments['rfm']>;

/** Four numbers each, by which customers are scored; value in major units of the currency. All blank: nobody is. */
export interface EnteredRfm {
  readonly recencyDays: readonly string[];
  readonly orders: readonly string[];
  readonly value: readonly string[];
  readonly currency: string;
}

const four: readonly string[] = ['', '', '', ''];
export const blankRfm: EnteredRfm = { recencyDays: four, orders: four, value: four, currency: '' };

export const draftOfRfm = (rfm: Rfm | undefined): EnteredRfm =>
  rfm === undefined
    ? blankRfm
    : {
        recencyDays: rfm.recencyDays.map(String),
        orders: rfm.orders.map(String),
        value: rfm.value.map((minor) => toDecimal(minor, minorUnitExponent(rfm.currency))),
        currency: rfm.currency,
      };

const entriesOf = ({ recencyDays, orders, value, currency }: EnteredRfm): readonly string[] => [
  ...recencyDays,
  ...orders,
  ...value,
  currency,
];

/** Whether customers are scored at all. */
export const isScored = (rfm: EnteredRfm): boolean => entriesOf(rfm).some((text) => text.trim() !== '');

const isFull = (rfm: EnteredRfm): boolean => entriesOf(rfm).every((text) => text.trim() !== '');

const currencyOf = ({ currency }: EnteredRfm): string => currency.trim().toUpperCase();

const valuesOf = (rfm: EnteredRfm): readonly number[] =>
  rfm.value.map((text) => toMinor(text, minorUnitExponent(currencyOf(rfm))) ?? NaN);

/** What keeps the numbers from being sent; pointers as of refusals by the platform. */
export const faultsOfRfm = (rfm: EnteredRfm): readonly Fault[] => {
  if (!isScored(rfm)) return [];
  if (!isFull(rfm))
    return [{ pointer: '/rfm', message: t('Fill in all numbers and the currency, or none.') }];
  return valuesOf(rfm).some(Number.isNaN)
    ? [{ pointer: '/rfm/value', message: t('Enter amounts of this currency, such as 50.00.') }]
    : [];
};

/** The numbers as they were entered, without `faultsOfRfm`; undefined where nobody is scored. */
export const rfmOfDraft = (rfm: EnteredRfm): Rfm | undefined =>
  isScored(rfm)
    ? {
        recencyDays: rfm.recencyDays.map(Number),
        orders: rfm.orders.map(Number),
        currency: currencyOf(rfm),
        value: [...valuesOf(rfm)],
      }
    : undefined;

import type { HoldRules } from '../api/settings.ts';
import { minorUnitExponent, toDecimal, toMinor } from '../figures/money.ts';
import { type Rows, linesOf, rowsOf } from './rows.ts';
import { t } from '../words/words.ts';

type HoldRule = HoldRules['rules'][number];
type When = HoldRule['when'];

/** A rule by which orders are held; a condition that is left blank is none. */
export interface EnteredRule {
  readonly name: string;
  readonly reason: string;
  readonly until: NonNullable<HoldRule['until']> | '';
  readonly note: string;
  /** One a line. */
  readonly channels: string;
  readonly skus: string;
  /** In major units of `currency`. */
  readonly totalFrom: string;
  readonly currency: string;
  readonly unitsFrom: string;
  readonly isUnpaid: boolean;
  readonly isUnaddressed: boolean;
  readonly isGuest: boolean;
}

export const blankRule: EnteredRule = {
  name: '',
  reason: '',
  until: '',
  note: '',
  channels: '',
  skus: '',
  totalFrom: '',
  currency: '',
  unitsFrom: '',
  isUnpaid: false,
  isUnaddressed: false,
  isGuest: false,
};

const draftOfRule = ({ name, reason, until, note = '', when }: HoldRule): EnteredRule => {
  const { channels = [], skus = [], totalFrom, unitsFrom = '' } = when;
  return {
    name,
    reason,
    until: until ?? '',
    note,
    channels: channels.join('\n'),
    skus: skus.join('\n'),
    totalFrom: totalFrom ? toDecimal(totalFrom.amount, minorUnitExponent(totalFrom.currency)) : '',
    currency: totalFrom?.currency ?? '',
    unitsFrom: String(unitsFrom),
    isUnpaid: when.isUnpaid ?? false,
    isUnaddressed: when.isUnaddressed ?? false,
    isGuest: when.isGuest ?? false,
  };
};

export const draftOfRules = ({ rules }: HoldRules): Rows<EnteredRule> => rowsOf(rules.map(draftOfRule));

const currencyOf = ({ currency }: EnteredRule): string => currency.trim().toUpperCase();

/** Minor units of the total from which a rule holds; undefined where what was entered is no amount. */
const totalOf = (rule: EnteredRule): number | undefined =>
  toMinor(rule.totalFrom, minorUnitExponent(currencyOf(rule)));

const hasTotal = (rule: EnteredRule): boolean => rule.totalFrom.trim() !== '' || currencyOf(rule) !== '';

/** What is wrong with amounts, which the platform knows in minor units alone; pointers as of its refusals. */
export const faultsOfRules = (rules: Rows<EnteredRule>) =>
  rules.flatMap((rule, index) =>
    hasTotal(rule) && totalOf(rule) === undefined
      ? [
          {
            pointer: `/rules/${index}/when/totalFrom/amount`,
            message: t('Enter an amount of this currency, such as 500.00.'),
          },
        ]
      : [],
  );

const whenOf = (rule: EnteredRule): When => {
  const [channels, skus] = [linesOf(rule.channels), linesOf(rule.skus)];
  return {
    ...(channels.length > 0 && { channels }),
    ...(hasTotal(rule) && { totalFrom: { amount: totalOf(rule) ?? NaN, currency: currencyOf(rule) } }),
    ...(rule.unitsFrom !== '' && { unitsFrom: Number(rule.unitsFrom) }),
    ...(skus.length > 0 && { skus }),
    ...(rule.isUnpaid && { isUnpaid: true }),
    ...(rule.isUnaddressed && { isUnaddressed: true }),
    ...(rule.isGuest && { isGuest: true }),
  };
};

/** The rules as they were entered; amounts are to be without `faultsOfRules`. */
export const rulesOfDraft = (rows: Rows<EnteredRule>): HoldRules => ({
  rules: rows.map((rule) => ({
    name: rule.name.trim(),
    when: whenOf(rule),
    reason: rule.reason.trim(),
    ...(rule.until !== '' && { until: rule.until }),
    ...(rule.note.trim() !== '' && { note: rule.note.trim() }),
  })),
});

import type { SegmentCondition } from '@tributary/client';
import type { Fault } from '../api/problem.ts';
import { minorUnitExponent, toDecimal, toMinor } from '../figures/money.ts';
import { figure, linesOf } from './rows.ts';
import { t } from '../words/words.ts';

export type ConditionKind = SegmentCondition['is'];

/** What kinds of conditions ask for. */
export type Bounds = 'count' | 'days' | 'money' | 'percent' | 'names' | 'score';

/** Each kind as people call it, in the order they are offered in. */
export const kinds: Readonly<Record<ConditionKind, { readonly called: string; readonly bounds: Bounds }>> = {
  orders: { called: t('Orders'), bounds: 'count' },
  'open-orders': { called: t('Open orders'), bounds: 'count' },
  'last-order': { called: t('Days since the last order'), bounds: 'days' },
  'first-order': { called: t('Days since the first order'), bounds: 'days' },
  value: { called: t('Value'), bounds: 'money' },
  average: { called: t('Average order'), bounds: 'money' },
  returned: { called: t('Percent returned'), bounds: 'percent' },
  channel: { called: t('Channels'), bounds: 'names' },
  store: { called: t('Stores'), bounds: 'names' },
  sku: { called: t('Goods'), bounds: 'names' },
  recency: { called: t('Recency score'), bounds: 'score' },
  frequency: { called: t('Frequency score'), bounds: 'score' },
  monetary: { called: t('Value score'), bounds: 'score' },
};

/** A condition of a segment as it is entered; a bound that is left blank is none. */
export interface EnteredCondition {
  readonly is: ConditionKind;
  /** Of days what is to be exceeded, of money in major units of `currency`. */
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  /** One a line. */
  readonly names: string;
  readonly how: 'any' | 'most';
}

export const blankCondition: EnteredCondition = {
  is: 'orders',
  from: '',
  to: '',
  currency: '',
  names: '',
  how: 'any',
};

/** What the two bounds of a condition are called in the document. */
export const partsOf = (is: ConditionKind) =>
  kinds[is].bounds === 'days'
    ? ({ from: 'over', to: 'within' } as const)
    : ({ from: 'from', to: 'to' } as const);

const amountText = (minor: number | undefined, currency: string): string =>
  minor === undefined ? '' : toDecimal(minor, minorUnitExponent(currency));

export const draftOfCondition = (condition: SegmentCondition): EnteredCondition => {
  const entered = { ...blankCondition, is: condition.is };
  if ('names' in condition) return { ...entered, names: condition.names.join('\n'), how: condition.how };
  if ('currency' in condition) {
    const { currency, from, to } = condition;
    return { ...entered, currency, from: amountText(from, currency), to: amountText(to, currency) };
  }
  const {
    from,
    to,
    over = from,
    within = to,
  }: Partial<Record<'from' | 'to' | 'over' | 'within', number>> = condition;
  return { ...entered, from: String(over ?? ''), to: String(within ?? '') };
};

const currencyOf = ({ currency }: EnteredCondition): string => currency.trim().toUpperCase();

/** A bound in the unit of the document; NaN where it is no amount of its currency. */
const boundOf = (entered: EnteredCondition, text: string): number =>
  kinds[entered.is].bounds === 'money'
    ? (toMinor(text, minorUnitExponent(currencyOf(entered))) ?? NaN)
    : Number(text);

/** What keeps a condition from being sent. @param pointer to it, as of refusals by the platform */
export const faultsOfCondition = (entered: EnteredCondition, pointer: string): readonly Fault[] => {
  if (kinds[entered.is].bounds === 'names') return [];
  const parts = partsOf(entered.is);
  const at = (part: string, message: string): Fault => ({ pointer: `${pointer}/${part}`, message });
  const filled = (['from', 'to'] as const).filter((end) => entered[end].trim() !== '');
  if (filled.length === 0) return [at(parts.from, t('Fill in one of the two, or both.'))];
  const wrong = filled.filter((end) => Number.isNaN(boundOf(entered, entered[end])));
  if (wrong.length > 0)
    return wrong.map((end) => at(parts[end], t('Enter an amount of this currency, such as 50.00.')));
  const [from, to] = [boundOf(entered, entered.from), boundOf(entered, entered.to)];
  const isNone = filled.length === 2 && (parts.from === 'over' ? from >= to : from > to);
  return isNone ? [at(parts.from, t('Between these two there is nobody.'))] : [];
};

const amount = (entered: EnteredCondition, end: 'from' | 'to') =>
  entered[end].trim() === '' ? {} : { [end]: boundOf(entered, entered[end]) };

/** The condition as it was entered; it is to be without `faultsOfCondition`. */
export const conditionOfDraft = (entered: EnteredCondition): SegmentCondition => {
  const { is, from, to, names, how } = entered;
  switch (is) {
    case 'last-order':
    case 'first-order':
      return { is, ...figure('over', from), ...figure('within', to) };
    case 'value':
    case 'average':
      return { is, currency: currencyOf(entered), ...amount(entered, 'from'), ...amount(entered, 'to') };
    case 'channel':
    case 'store':
    case 'sku':
      return { is, names: linesOf(names), how };
    case 'orders':
    case 'open-orders':
    case 'returned':
    case 'recency':
    case 'frequency':
    case 'monetary':
      return { is, ...figure('from', from), ...figure('to', to) };
  }
};

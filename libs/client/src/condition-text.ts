import type { components } from './api.gen.ts';

type Segment = components['schemas']['SegmentsAnswer']['segments'][number];
/** What is asked of a customer of a segment. */
export type SegmentCondition = Segment['conditions'][number];
/** How a customer stands to a condition. */
type Reason = components['schemas']['SegmentStanding']['why'][number];
/** An amount of minor units in a currency, in words. */
type AmountText = (minor: number, currency: string) => string;

const called: Readonly<Record<SegmentCondition['is'], string>> = {
  orders: 'orders',
  'open-orders': 'open orders',
  'last-order': 'days since the last order',
  'first-order': 'days since the first order',
  value: 'value',
  average: 'average order',
  returned: 'percent returned',
  channel: 'channel',
  store: 'store',
  sku: 'goods',
  recency: 'recency score',
  frequency: 'frequency score',
  monetary: 'value score',
};

/**
 * A condition of a segment in words: `orders: 2 or more`.
 * @param amountText an amount of minor units in a currency, in words
 */
export const conditionText = (condition: SegmentCondition, amountText: AmountText): string =>
  `${called[condition.is]}: ${boundText(condition, amountText)}`;

/**
 * Whether a condition holds of a customer, by which figure and by how much it is missed, in words:
 * `Not orders: 2 or more – it is 1, off by 1`.
 */
export const reasonText = (reason: Reason, amountText: AmountText): string => {
  const { condition, holds, figure, found = [], missesBy } = reason;
  const inWords = (amount: number) =>
    'currency' in condition ? amountText(amount, condition.currency) : String(amount);
  const known = found.length > 0 ? found.join(', ') : figure === undefined ? undefined : inWords(figure);
  return [
    holds ? '' : 'Not ',
    conditionText(condition, amountText),
    known === undefined ? '' : ` – it is ${known}`,
    missesBy === undefined ? '' : `, off by ${inWords(missesBy)}`,
  ].join('');
};

type OfDays = Extract<SegmentCondition, { readonly is: 'last-order' | 'first-order' }>;
const isOfDays = (condition: SegmentCondition): condition is OfDays =>
  condition.is === 'last-order' || condition.is === 'first-order';

const boundText = (condition: SegmentCondition, amountText: AmountText): string => {
  if ('names' in condition)
    return `${condition.how === 'most' ? 'mostly' : 'any of'} ${condition.names.join(', ')}`;
  if (isOfDays(condition)) {
    const { over, within } = condition;
    if (over === undefined) return `at most ${within}`;
    return within === undefined ? `more than ${over}` : `more than ${over}, at most ${within}`;
  }
  const bound = (figure: number) =>
    'currency' in condition ? amountText(figure, condition.currency) : String(figure);
  const { from, to } = condition;
  if (from === undefined) return `${bound(to!)} or less`;
  if (to === undefined) return `${bound(from)} or more`;
  return from === to ? bound(from) : `${bound(from)} to ${bound(to)}`;
};

import type { MoneyStep } from '../api/order.ts';
import { t } from '../words/words.ts';

/** A figure of an order’s money that facts sum to; what is owed is the sum of all of them. */
export type Figure = 'due' | 'captured' | 'refunded' | 'owed';

/** Of what moved the money, the facts that a figure is the sum of. */
export const factsOf = (figure: Figure, steps: readonly MoneyStep[]): readonly MoneyStep[] =>
  figure === 'owed' ? steps : steps.filter((step) => step[figure] !== 0);

/** What the sum of a figure’s facts is, in words. */
export const sumInWords: Readonly<Record<Figure, string>> = {
  due: t(
    'Total: what was ordered, less what was cancelled, and less what was given back or credited for returned goods',
  ),
  captured: t('Captured'),
  refunded: t('Refunded'),
  owed: t('Owed'),
};

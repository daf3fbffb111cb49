import type { DifferingOrder, OrderBelief, OrderPage } from '@tributary/contracts';

export type OrderFigures = NonNullable<DifferingOrder['ours']>;
export type Field = NonNullable<DifferingOrder['differs']>[number];

const fields: readonly Field[] = ['status', 'currency', 'total', 'paid', 'units', 'fulfilled', 'returned'];

const sum = (
  { lines }: Pick<OrderPage, 'lines'>,
  of: (quantities: OrderPage['lines'][number]['quantities']) => number,
): number => lines.reduce((all, { quantities }) => all + of(quantities), 0);

/** What others may believe of an order, as its page says it. */
export const figuresOf = (
  page: Pick<OrderPage, 'status' | 'currency' | 'money' | 'lines'>,
): OrderFigures => ({
  status: page.status,
  currency: page.currency,
  total: page.money.total,
  paid: page.money.captured,
  units: sum(page, ({ ordered, cancelled }) => ordered - cancelled),
  fulfilled: sum(page, ({ fulfilled }) => fulfilled),
  returned: sum(page, ({ returned }) => returned),
});

/** What is said and is not so. */
export const differingFields = (theirs: Partial<OrderBelief>, ours: OrderFigures): readonly Field[] =>
  fields.filter((field) => theirs[field] !== undefined && theirs[field] !== ours[field]);

/**
 * How many of an order's last facts they do not have, if theirs is the order before these: as few as possible.
 * @param states the order after each of its facts; undefined as long as it is not placed
 * @returns undefined where it never was as they say
 */
export const lastFactsUnknown = (
  theirs: Partial<OrderBelief>,
  states: readonly (OrderFigures | undefined)[],
): number | undefined => {
  const at = states.findLastIndex(
    (state) => state !== undefined && differingFields(theirs, state).length === 0,
  );
  return at === -1 ? undefined : states.length - 1 - at;
};

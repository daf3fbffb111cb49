import {
  type FactOf,
  type OrderFact,
  type PlacedLine,
  changeMethods,
  changeQuantities,
  placedQuantities,
  withChangedLines,
} from '@tributary/contracts';
import type { OrderPage, PageLine } from './order-page.ts';
import { withOrdered } from './page-money.ts';

const placedLine = (line: PlacedLine, complete: boolean): PageLine => ({
  ...line,
  quantities: placedQuantities(line.quantity, complete),
});

/** Lines as they are placed; complete where all of them was in the customer’s hands. */
export const placedLines = (lines: readonly PlacedLine[], complete: boolean): PageLine[] =>
  lines.map((line) => placedLine(line, complete));

/** Only an order that was complete when it was told has a rest to be told. */
export const withTheRest = (
  page: OrderPage,
  { lines, charges, total }: FactOf<OrderFact, 'tributary.order.history-completed.v1'>['data'],
): OrderPage => withOrdered({ ...page, lines: [...page.lines, ...placedLines(lines, true)] }, charges, total);

/** Lines after a fact: what of each is where, how it reaches the customer, and what a change made of it. */
export const linesAfter = (lines: readonly PageLine[], fact: OrderFact): readonly PageLine[] =>
  changeQuantities(
    changeMethods(withChanged(lines, fact), fact),
    fact,
    ({ quantities }) => quantities,
    (line, quantities) => ({ ...line, quantities }),
  );

/** Lines with the prices that a change set, and with those that joined by it. */
const withChanged = (lines: readonly PageLine[], fact: OrderFact): readonly PageLine[] =>
  fact.type === 'tributary.order.changed.v1'
    ? withChangedLines<PageLine, PlacedLine>(lines, fact.data.lines, {
        known: (line, now) => ({ ...line, ...now }),
        joining: (line) => placedLine(line, false),
      })
    : lines;

/** Lines of which some are promised for another moment. */
export const promisedAnew = (
  lines: readonly PageLine[],
  promises: readonly { readonly lineId: string; readonly promisedBy: string }[],
): PageLine[] => {
  const byLine = new Map(promises.map(({ lineId, promisedBy }) => [lineId, promisedBy]));
  return lines.map((line) => {
    const promisedBy = byLine.get(line.lineId);
    return promisedBy ? { ...line, promisedBy } : line;
  });
};

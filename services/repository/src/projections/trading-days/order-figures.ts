import { type TradeFigures, dueOfLine } from '@tributary/contracts';
import type { OrderPage, PageLine } from '../order-page/order-page.ts';

/** What is counted, in the order in which documents keep it. */
export const figureNames = [
  'orders',
  'unitsOrdered',
  'valueOrdered',
  'unitsCancelled',
  'valueCancelled',
  'unitsFulfilled',
  'unitsReturned',
  'captured',
  'refunded',
] as const satisfies readonly (keyof TradeFigures)[];

/** One number for each of `figureNames`; money in minor units. */
export type Figures = readonly number[];

const nothing: Figures = figureNames.map(() => 0);

/** Goods that left although they were cancelled stay cancelled, in units as in money. */
const cancelledOf = ({ quantities: { cancelled, leftThoughCancelled = 0 } }: PageLine): number =>
  cancelled + leftThoughCancelled;

const sumOf = (lines: readonly PageLine[], of: (line: PageLine) => number): number =>
  lines.reduce((sum, line) => sum + of(line), 0);

/** What an order comes to, whenever that was; nothing where there is no order. */
export const figuresOf = (page: OrderPage | undefined): Figures => {
  if (!page) return nothing;
  const { lines, money } = page;
  return [
    1,
    sumOf(lines, ({ quantities }) => quantities.ordered),
    sumOf(lines, ({ amount }) => amount),
    sumOf(lines, cancelledOf),
    sumOf(lines, (line) => (cancelledOf(line) > 0 ? line.amount - dueOfLine(line) : 0)),
    sumOf(lines, ({ quantities: { fulfilled, surplus = 0 } }) => fulfilled + surplus),
    sumOf(lines, ({ quantities: { returned, returnedBeyond = 0 } }) => returned + returnedBeyond),
    money.captured,
    money.refunded,
  ];
};

/** What one fact added to the figures of its order, below zero what it took; undefined where nothing. */
export const addedFigures = (
  before: OrderPage | undefined,
  after: OrderPage | undefined,
): Figures | undefined => {
  // Most facts touch neither, and then both are the very same.
  if (before?.lines === after?.lines && before?.money === after?.money) return undefined;
  const old = figuresOf(before);
  const added = figuresOf(after).map((figure, index) => figure - old[index]!);
  return added.some((figure) => figure !== 0) ? added : undefined;
};

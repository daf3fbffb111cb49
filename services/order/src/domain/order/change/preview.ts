import { type ChangeOrder, type DeclaredAttributes, dueOfLine } from '@tributary/contracts';
import { type Line, changedLines } from '../lines/lines.ts';
import type { Captured } from '../order.ts';
import { planChange } from './change.ts';
import { dueNow } from './due.ts';

/** What changes would do to an order, for people to look at before it is done. Amounts are minor units. */
export const changePreview = (asked: ChangeOrder, order: Captured, declared?: DeclaredAttributes) => {
  const { blocked, event } = planChange(asked, order, declared);
  const before = dueNow(order);
  const after = event ? changedLines(order, event).lines : order.lines;
  const { difference = 0, toSource = [], release = [], promises = [] } = event?.data ?? {};
  return {
    orderId: order.orderId,
    rev: order.rev,
    currency: order.currency,
    blocked,
    lines: after.flatMap((line, index) => differenceOf(order.lines[index], line)),
    due: { before, after: before + difference },
    difference,
    toSource: toSource.map((asked) => ({ ...asked, ...wayOf(after, asked) })),
    promises,
    release: release.map(({ lineId, sku, quantity, location }) => ({ lineId, sku, quantity, location })),
  };
};

/** How units reach the customer once the order is changed. */
const wayOf = (lines: readonly Line[], asked: Pick<Line, 'lineId'>) => {
  const { method, pickupAt } = lines.find(({ lineId }) => lineId === asked.lineId)!;
  return { method, ...(pickupAt && { pickupAt }) };
};

const wanted = (line: Line | undefined): number => (line ? line.ordered - line.cancelled : 0);
const due = (line: Line | undefined): number =>
  line ? dueOfLine({ amount: line.amount, quantities: line }) : 0;

/** Nothing where it is as it was. */
const differenceOf = (before: Line | undefined, after: Line) => {
  const { lineId, sku, unitPrice } = after;
  const quantity = { before: wanted(before), after: wanted(after) };
  const money = { before: due(before), after: due(after) };
  const isSame =
    before !== undefined &&
    quantity.before === quantity.after &&
    money.before === money.after &&
    before.method === after.method &&
    before.pickupAt === after.pickupAt;
  return isSame ? [] : [{ lineId, sku, quantity, unitPrice, due: money }];
};

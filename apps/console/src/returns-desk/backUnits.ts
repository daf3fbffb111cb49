import type { LineQuantities, Order, OrderLine } from '../api/order.ts';
import { t } from '../words/words.ts';

/** Units of a line that left and are not back, those that left beyond what was ordered among them. */
export const canComeBack = ({
  fulfilled,
  returned,
  surplus = 0,
  returnedBeyond = 0,
}: LineQuantities): number => Math.max(0, fulfilled - returned) + Math.max(0, surplus - returnedBeyond);

/** Units of a line that are expected back. */
export const expectedUnits = ({ expectedReturns = [] }: Order, lineId: string): number =>
  expectedReturns
    .flatMap(({ lines }) => lines)
    .filter((line) => line.lineId === lineId)
    .reduce((sum, { quantity }) => sum + quantity, 0);

/** Units of a line that may be authorised to come back: each may but once. */
export const canBeAuthorised = (
  order: Order,
  { lineId, quantities: { fulfilled, returned } }: OrderLine,
): number => Math.max(0, fulfilled - returned - expectedUnits(order, lineId));

/** Lines of which something left. */
export const goneLines = ({ lines }: Order): readonly OrderLine[] =>
  lines.filter(({ quantities: { fulfilled, surplus = 0 } }) => fulfilled + surplus > 0);

/** "3 went out, 1 came back, 1 expected". */
export const backInWords = (order: Order, { lineId, quantities }: OrderLine): string => {
  const { fulfilled, returned, surplus = 0, returnedBeyond = 0 } = quantities;
  const parts: readonly (readonly [number, string])[] = [
    [returned + returnedBeyond, t('came back')],
    [expectedUnits(order, lineId), t('expected')],
  ];
  return [
    t('{fulfilled} went out', { fulfilled: fulfilled + surplus }),
    ...parts.filter(([units]) => units > 0).map(([units, words]) => `${units} ${words}`),
  ].join(', ');
};

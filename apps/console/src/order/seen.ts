import type { Candidate, Decision, Order } from '../api/order.ts';
import { positionPath } from '../stock/stockPath.ts';
import { itemName } from './itemName.ts';
import { t } from '../words/words.ts';

/** Lines with a column each; of an order with more, a location lists what it had of them. */
const mostColumns = 5;

type AskedLine = Decision['request']['lines'][number];

/** What a location had of a line when it was decided. */
export interface Seen {
  readonly lineId: string;
  readonly units: number;
  /** Fewer than the order asks for. */
  readonly isShort: boolean;
  /** “1 of 3”, or the bare figure where it had enough. */
  readonly text: string;
  /** What people call the item. */
  readonly item: string;
  /** Where that stock is shown as it was known when it was decided. */
  readonly to: string;
}

/** The lines of which any location told its stock, in the order of the request. */
export const linesLookedAt = ({ candidates, request }: Decision): readonly AskedLine[] =>
  request.lines.filter(({ lineId }) => candidates.some(({ stock }) => Object.hasOwn(stock ?? {}, lineId)));

/** Whether each of the lines has a column of its own. */
export const isMatrix = (lines: readonly AskedLine[]): boolean => lines.length <= mostColumns;

/** What people call the item of a line, and its line where another has the same. */
export const columnOf = (line: AskedLine, lines: readonly AskedLine[], order: Order): string => {
  const isTwice = lines.some(({ lineId, sku }) => sku === line.sku && lineId !== line.lineId);
  return `${line.quantity} × ${itemName(order, line)}${isTwice ? t(', line {lineId}', { lineId: line.lineId }) : ''}`;
};

export const seenOf = (
  { stock = {}, location }: Candidate,
  { lineId, sku, quantity }: AskedLine,
  { order, decidedAt }: { readonly order: Order; readonly decidedAt: string },
): Seen | undefined => {
  const units = Object.hasOwn(stock, lineId) ? stock[lineId] : undefined;
  if (units === undefined) return undefined;
  const isShort = units < quantity;
  return {
    lineId,
    units,
    isShort,
    text: isShort ? t('{units} of {quantity}', { units, quantity }) : String(units),
    item: itemName(order, { lineId, sku }),
    to: positionPath({ sku, location }, { knownAt: decidedAt }),
  };
};

/** Why distances are missing, or what they are measured from where it is no address; else nothing. */
export const distanceNote = ({ candidates, request }: Decision): string | undefined => {
  const { shipTo, lines } = request;
  if (!lines.some(({ method }) => method === 'ship')) return undefined;
  if (candidates.every(({ distanceKm }) => distanceKm !== undefined))
    return (
      shipTo?.locatedBy &&
      t('Distances are from the middle of the postal area {postalCode}.', { postalCode: shipTo.postalCode })
    );
  if (shipTo?.coordinates !== undefined)
    return t(
      'A distance is not known of a location that has neither coordinates nor a postal code that is known.',
    );
  return shipTo?.postalCode === undefined
    ? t('Distances are not known: the address has neither coordinates nor a postal code.')
    : t('Distances are not known: where {value} lies was not told.', {
        value: [shipTo.country, shipTo.postalCode].filter(Boolean).join(' '),
      });
};

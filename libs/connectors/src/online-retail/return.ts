import { orderIdOf } from '@tributary/contracts';
import type { InboundCloudEvent, ReturnReceived } from '@tributary/contracts';
import { CHANNEL, WAREHOUSE, chargeOf, importedEvent, isNegative } from './event.ts';
import type { Mapped, SignedCharge } from './event.ts';
import type { Invoice } from './open-invoices.ts';
import { CURRENCY } from './row.ts';
import type { Row } from './row.ts';
import type { PastOrder, Unreturned } from './unreturned.ts';

const MAX_LINES = 2_000;
const MAX_CHARGES = 200;

interface ReturnedLine {
  orderId?: string;
  lineId?: string;
  sku: string;
  name?: string;
  quantity: number;
  unitPrice: string;
  refund: number;
}

/** A returned line, and the order that it is of if one is known. */
interface SortedLine {
  order?: PastOrder;
  line: ReturnedLine;
}

/** What a cancellation is of: the order of all its goods and charges, or else those that its lines name. */
interface Matched {
  orderId?: string;
  lines: ReturnedLine[];
}

const refusalOf = (row: Row): string | undefined => {
  if (row.stock.kind === 'charge') return undefined;
  if (row.quantity > 0) return 'positive-quantity-on-a-cancellation';
  return isNegative(row) ? 'negative-price-of-goods' : undefined;
};

const returnedLine = (row: Row, quantity: number, refund: number, lineId?: string): ReturnedLine => ({
  ...(lineId && { lineId }),
  sku: row.stock.code,
  ...(row.name && { name: row.name }),
  quantity,
  unitPrice: row.price,
  refund,
});

/** Each row shared among the orders that account for it, in as many lines as one message holds. */
const sortGoods = (rows: readonly Row[], unreturned: Unreturned): SortedLine[] => {
  const sorted: SortedLine[] = [];
  rows.forEach((row, index) => {
    const rowsToCome = rows.length - index - 1;
    const { portions, rest } = unreturned.take(row, MAX_LINES - sorted.length - rowsToCome);
    for (const { order, lineId, quantity, refund } of portions) {
      sorted.push({ order, line: returnedLine(row, quantity, refund, lineId) });
    }
    if (rest.quantity > 0) sorted.push({ line: returnedLine(row, rest.quantity, rest.refund) });
  });
  return sorted;
};

/**
 * The order that the whole cancellation is of, if its goods are all of one. Postage given back with them belongs
 * to it, if it was paid that much; otherwise nobody can say which order, and the charges stand without one.
 */
const onlyOrder = (goods: readonly SortedLine[], charges: readonly SignedCharge[]): PastOrder | undefined => {
  const order = goods[0]?.order;
  if (!order || goods.some((one) => one.order !== order)) return undefined;
  const given = charges.reduce((sum, { amount }) => sum - amount, 0);
  if (given > order.refundable || (charges.length > 0 && given < 0)) return undefined;
  order.refundable -= given;
  return order;
};

const orderIdIn = ({ number }: PastOrder): string => orderIdOf(CHANNEL, number);

const matchedAnew = (
  rows: readonly Row[],
  charges: readonly SignedCharge[],
  unreturned: Unreturned,
): Matched => {
  const goods = sortGoods(rows, unreturned);
  const only = onlyOrder(goods, charges);
  if (only) return { orderId: orderIdIn(only), lines: goods.map(({ line }) => line) };
  return { lines: goods.map(({ order, line }) => (order ? { orderId: orderIdIn(order), ...line } : line)) };
};

/**
 * A cancellation that was told before is matched to what it was matched to then, whatever is known now. One that
 * has other rows now takes nothing: its number is used, and the inbox says so.
 */
const matchedAsTold = (rows: readonly Row[], { orderId, lines }: ReturnReceived): Matched => {
  const matched: ReturnedLine[] = [];
  for (const row of rows) {
    for (let open = -row.quantity; open > 0;) {
      const told = lines[matched.length];
      if (told?.sku !== row.stock.code || told.unitPrice !== row.price || told.quantity > open)
        return { lines: rows.map((one) => returnedLine(one, -one.quantity, 0 - one.money.minor)) };
      const line = returnedLine(row, told.quantity, told.refund ?? 0, told.lineId);
      matched.push(told.orderId ? { orderId: told.orderId, ...line } : line);
      open -= told.quantity;
    }
  }
  return { ...(orderId && { orderId }), lines: matched };
};

const returnEvent = (
  invoice: Invoice,
  source: string,
  { orderId, lines }: Matched,
  charges: readonly SignedCharge[],
): InboundCloudEvent => {
  const customer = invoice.rows.find((row) => row.customer !== undefined)?.customer;
  return importedEvent(
    'tributary.return.received.v1',
    `return:${invoice.number}`,
    source,
    invoice.rows[0]!.at,
    {
      returnId: invoice.number,
      ...(orderId && { orderId }),
      location: WAREHOUSE,
      currency: CURRENCY,
      ...(customer && { customer: { id: customer } }),
      lines,
      ...(charges.length > 0 && { charges }),
    },
  );
};

/** Why a cancellation could not be kept within the contract, if so. */
const outOfBounds = (goods: readonly Row[], charges: readonly SignedCharge[]): string | undefined => {
  if (goods.length > MAX_LINES) return 'invoice-over-2000-lines';
  return charges.length > MAX_CHARGES ? 'invoice-over-200-charges' : undefined;
};

/**
 * A cancellation (`C…`): one return, its id that of the cancellation whatever its goods are matched to, so that
 * files which overlap tell it once. Each line names the order it is matched to; what no order accounts for names
 * none. Charges keep the file's sign: negative was given back.
 * @param told the same cancellation as an earlier file told it
 */
export const mapReturn = (
  invoice: Invoice,
  source: string,
  unreturned: Unreturned,
  told?: ReturnReceived,
): Mapped => {
  const skipped: Mapped['skipped'] = [];
  const goods: Row[] = [];
  const charges: SignedCharge[] = [];
  for (const row of invoice.rows) {
    const reason = refusalOf(row);
    if (reason) skipped.push({ row, reason });
    else if (row.stock.kind === 'charge') charges.push(chargeOf(row));
    else goods.push(row);
  }
  const problem = outOfBounds(goods, charges);
  if (problem) return { events: [], skipped: invoice.rows.map((row) => ({ row, reason: problem })) };
  if (goods.length + charges.length === 0) return { events: [], skipped };
  const matched = told ? matchedAsTold(goods, told) : matchedAnew(goods, charges, unreturned);
  return { events: [returnEvent(invoice, source, matched, charges)], skipped };
};

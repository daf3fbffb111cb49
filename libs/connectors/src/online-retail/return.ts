import { orderIdOf } from '@tributary/contracts';
import type { InboundCloudEvent } from '@tributary/contracts';
import { CHANNEL, WAREHOUSE, chargeOf, importedEvent, isNegative } from './event.ts';
import type { Mapped, SignedCharge } from './event.ts';
import type { Invoice } from './open-invoices.ts';
import { CURRENCY } from './row.ts';
import type { Row } from './row.ts';
import type { PastOrder, Unreturned } from './unreturned.ts';

const MAX_LINES = 2_000;
const MAX_CHARGES = 200;

interface ReturnedLine {
  lineId?: string;
  sku: string;
  name?: string;
  quantity: number;
  unitPrice: string;
  refund: number;
}

/** One message of the cancellation: what came back of one order, or of none that is known. */
interface Part {
  order?: PastOrder;
  lines: ReturnedLine[];
  charges: SignedCharge[];
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

/** The parts by order, in the order in which the file's rows first touch them; the unmatched rest under no order. */
const sortGoods = (rows: readonly Row[], unreturned: Unreturned): Map<PastOrder | undefined, Part> => {
  const parts = new Map<PastOrder | undefined, Part>();
  const partOf = (order: PastOrder | undefined): Part => {
    const part = parts.get(order) ?? { ...(order && { order }), lines: [], charges: [] };
    parts.set(order, part);
    return part;
  };
  for (const row of rows) {
    const { portions, rest } = unreturned.take(row);
    for (const { order, lineId, quantity, refund } of portions) {
      partOf(order).lines.push(returnedLine(row, quantity, refund, lineId));
    }
    if (rest.quantity > 0) partOf(undefined).lines.push(returnedLine(row, rest.quantity, rest.refund));
  }
  return parts;
};

/**
 * Postage given back with the goods belongs to their order, if all goods are of one order and it was paid
 * that much; otherwise nobody can say which order, and the charges stand without one.
 */
const placeCharges = (charges: SignedCharge[], parts: Map<PastOrder | undefined, Part>): Part[] => {
  const all = [...parts.values()];
  if (charges.length === 0) return all;
  const given = charges.reduce((sum, { amount }) => sum - amount, 0);
  const only = all.length === 1 ? all[0]! : undefined;
  if (only?.order && given >= 0 && given <= only.order.refundable) {
    only.order.refundable -= given;
    return [{ ...only, charges }];
  }
  const orderless = parts.get(undefined) ?? { lines: [], charges: [] };
  return [...all.filter((part) => part.order), { ...orderless, charges }];
};

/** A message holds 2,000 lines and 200 charges; a larger part goes in several. */
const withinBounds = (part: Part): Part[] => {
  const messages = Math.max(
    Math.ceil(part.lines.length / MAX_LINES),
    Math.ceil(part.charges.length / MAX_CHARGES),
  );
  return Array.from({ length: messages }, (_, n) => ({
    ...part,
    lines: part.lines.slice(n * MAX_LINES, (n + 1) * MAX_LINES),
    charges: part.charges.slice(n * MAX_CHARGES, (n + 1) * MAX_CHARGES),
  }));
};

/**
 * `C536379-1`, `C536379-2` … for what belongs to an order, `C536379` for the rest, and `C536379-rest-2` …
 * should the rest need more messages.
 */
const returnIds = (number: string, parts: readonly Part[]): string[] => {
  let matched = 0;
  let rest = 0;
  return parts.map(({ order }) => {
    if (order) return `${number}-${(matched += 1)}`;
    return (rest += 1) === 1 ? number : `${number}-rest-${rest}`;
  });
};

const returnEvent = (invoice: Invoice, source: string, returnId: string, part: Part): InboundCloudEvent => {
  const customer = invoice.rows.find((row) => row.customer !== undefined)?.customer;
  return importedEvent('tributary.return.received.v1', `return:${returnId}`, source, invoice.rows[0]!.at, {
    returnId,
    ...(part.order && { orderId: orderIdOf(CHANNEL, part.order.number) }),
    location: WAREHOUSE,
    currency: CURRENCY,
    ...(customer && { customer: { id: customer } }),
    lines: part.lines,
    ...(part.charges.length > 0 && { charges: part.charges }),
  });
};

/**
 * A cancellation (`C…`): one return message for each order its goods are matched to, and one without an order
 * for the rest and for charges that belong to no order. Charges keep the file's sign: negative was given back.
 */
export const mapReturn = (invoice: Invoice, source: string, unreturned: Unreturned): Mapped => {
  const skipped: Mapped['skipped'] = [];
  const goods: Row[] = [];
  const charges: SignedCharge[] = [];
  for (const row of invoice.rows) {
    const reason = refusalOf(row);
    if (reason) skipped.push({ row, reason });
    else if (row.stock.kind === 'charge') charges.push(chargeOf(row));
    else goods.push(row);
  }
  const parts = placeCharges(charges, sortGoods(goods, unreturned)).flatMap(withinBounds);
  const ids = returnIds(invoice.number, parts);
  return { events: parts.map((part, index) => returnEvent(invoice, source, ids[index]!, part)), skipped };
};

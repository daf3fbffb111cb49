import type { InboundCloudEvent } from '@tributary/contracts';
import { countryCode } from './countries.ts';
import { CHANNEL, WAREHOUSE, chargeOf, importedEvent, isFree, isNegative } from './event.ts';
import type { Mapped, SignedCharge } from './event.ts';
import type { Invoice } from './open-invoices.ts';
import { CURRENCY } from './row.ts';
import type { Row } from './row.ts';
import { within } from './text.ts';
import type { Unreturned } from './unreturned.ts';

const MAX_LINES = 2_000;
const MAX_CHARGES = 200;
const MAX_AMOUNT = 1e13;

/** A row and its place in the invoice, from 1: the only identity a line of this file has. */
interface Placed {
  row: Row;
  position: number;
}

interface Sorted {
  lines: Placed[];
  charges: Placed[];
  writeOffs: Placed[];
  skipped: Mapped['skipped'];
}

const sortRows = (rows: readonly Row[]): Sorted => {
  const sorted: Sorted = { lines: [], charges: [], writeOffs: [], skipped: [] };
  rows.forEach((row, index) => {
    const placed = { row, position: index + 1 };
    if (row.stock.kind === 'charge') sorted.charges.push(placed);
    else if (row.quantity < 0 && isFree(row)) sorted.writeOffs.push(placed);
    else if (row.quantity < 0)
      sorted.skipped.push({ row, reason: 'priced-negative-quantity-without-cancellation' });
    else if (isNegative(row)) sorted.skipped.push({ row, reason: 'negative-price-of-goods' });
    else sorted.lines.push(placed);
  });
  return sorted;
};

/** An order has at least one line: on an invoice of charges alone those charged become service lines. */
const withServiceLines = (sorted: Sorted): Sorted => {
  if (sorted.lines.length > 0 || sorted.charges.length === 0) return sorted;
  const charged = ({ row }: Placed): boolean => row.quantity > 0 && !isNegative(row);
  return {
    ...sorted,
    lines: sorted.charges.filter(charged),
    charges: sorted.charges.filter((placed) => !charged(placed)),
  };
};

const lineOf = ({ row, position }: Placed) => ({
  lineId: String(position),
  sku: row.stock.code,
  ...(row.name && { name: row.name }),
  quantity: row.quantity,
  unitPrice: row.price,
  amount: row.money.minor,
});

/** The country goes into the address as its ISO code, or else into the note as the file names it. */
const destinationOf = (country: string): { shipTo?: { country: string }; note?: string } => {
  const code = countryCode(country);
  if (code) return { shipTo: { country: code } };
  return country === '' || country === 'Unspecified'
    ? {}
    : { note: `Country as invoiced: ${within(country, 200)}` };
};

const writeOffEvent = (source: string, { row, position }: Placed): InboundCloudEvent =>
  importedEvent('tributary.stock.adjusted.v1', `stock:${row.invoice}:${position}`, source, row.at, {
    sku: row.stock.code,
    location: WAREHOUSE,
    delta: row.quantity,
    reason: row.name ? within(row.name, 120) : 'No reason given',
  });

/** Why an order could not be kept within the contract, if so. */
const outOfBounds = (
  lines: readonly Placed[],
  charges: readonly Placed[],
  total: number,
): string | undefined => {
  if (lines.length > MAX_LINES) return 'invoice-over-2000-lines';
  if (charges.length > MAX_CHARGES) return 'invoice-over-200-charges';
  return Math.abs(total) > MAX_AMOUNT ? 'amount-out-of-range' : undefined;
};

const orderEvent = (
  invoice: Invoice,
  source: string,
  lines: readonly Placed[],
  charges: SignedCharge[],
  total: number,
) => {
  const first = invoice.rows[0]!;
  const customer = invoice.rows.find((row) => row.customer !== undefined)?.customer;
  // A file may end inside an invoice: whole, it is another message about the same order.
  const id = `order:${invoice.number}/${invoice.rows.length}`;
  return importedEvent('tributary.order.captured.v1', id, source, first.at, {
    channel: CHANNEL,
    number: invoice.number,
    currency: CURRENCY,
    ...(customer && { customer: { id: customer } }),
    ...destinationOf(first.country),
    lines: lines.map(lineOf),
    ...(charges.length > 0 && { charges }),
    ...(total > 0 && {
      payments: [{ paymentId: invoice.number, method: 'invoice', amount: total, status: 'captured' }],
    }),
    total,
    completedAt: first.at.utc,
  });
};

/**
 * An invoice that is no cancellation: one order, complete at its first time stamp and paid in full, and one
 * stock adjustment for each write-off. What customers bought is remembered in `unreturned`.
 */
export const mapOrder = (invoice: Invoice, source: string, unreturned: Unreturned): Mapped => {
  const sorted = sortRows(invoice.rows);
  const { lines, charges, writeOffs, skipped } = withServiceLines(sorted);
  const events = writeOffs.map((placed) => writeOffEvent(source, placed));
  const refuse = (reason: string): Mapped => ({
    events,
    skipped: [...skipped, ...[...lines, ...charges].map(({ row }) => ({ row, reason }))],
  });
  if (lines.length === 0) return refuse('charges-without-anything-charged');
  const total = [...lines, ...charges].reduce((sum, { row }) => sum + row.money.minor, 0);
  const problem = outOfBounds(lines, charges, total);
  if (problem) return refuse(problem);
  const signedCharges = charges.map(({ row }) => chargeOf(row));
  const order = { number: invoice.number, refundable: Math.max(total, 0) };
  for (const { row, position } of lines) {
    if (row.stock.kind === 'goods') unreturned.add(row, order, String(position));
  }
  return { events: [orderEvent(invoice, source, lines, signedCharges, total), ...events], skipped };
};

import { exactAmount, lineAmount } from '@tributary/contracts';
import type { RowMoney } from '../tally.ts';
import { stockCodes } from './codes.ts';
import type { StockCode } from './codes.ts';
import type { Column, Columns } from './columns.ts';
import { londonTimes } from './london-time.ts';
import type { Moment } from './london-time.ts';
import { within } from './text.ts';

export const CURRENCY = 'GBP';
const MAX_QUANTITY = 1_000_000_000;
const MAX_AMOUNT = 1e13;
const MAX_NAME = 300;
/** What the contract takes as the id of a customer. A longer one cut would be somebody else's. */
const MAX_CUSTOMER = 128;

/** A readable row of the file. */
export interface Row {
  /** Its place in the file, from 1, the header not counted. */
  row: number;
  invoice: string;
  stock: StockCode;
  name?: string;
  /** Not zero; negative where goods came back, were written off or a charge was given back. */
  quantity: number;
  /** Pounds, with the decimals of the file. */
  price: string;
  at: Moment;
  customer?: string;
  country: string;
  /** `minor` has the sign of quantity × price. */
  money: RowMoney;
}

export interface UnreadableRow {
  reason: string;
  money?: RowMoney;
}

export const isReadable = (read: Row | UnreadableRow): read is Row => 'stock' in read;

const invoiceNumber = /^[A-Z0-9][A-Z0-9._-]{0,60}$/;
const wholeNumber = /^[+-]?\d{1,12}$/;
const decimal = /^-?\d{1,13}(?:\.(\d{1,12}))?$/;

/** What a row is worth, or `undefined` beyond what an amount may be. */
const moneyOf = (month: string, price: string, quantity: number): RowMoney | undefined => {
  // Adding 0 turns the −0 of a free row into 0.
  const minor = lineAmount(price, quantity, CURRENCY) + 0;
  if (Math.abs(minor) > MAX_AMOUNT) return undefined;
  const decimals = decimal.exec(price)?.[1]?.length ?? 0;
  if (decimals <= 2) return { month, minor };
  return { month, minor, lostToRounding: exactAmount(price, quantity, CURRENCY).minus(minor) };
};

/** Some exports went through a table that made the customer a fraction: 13085.0. */
const customerOf = (text: string): string | undefined => text.trim().replace(/\.0$/, '') || undefined;

/** Makes a reader of records; it remembers codes and times it has already read. */
export const rowReader = (
  columns: Columns,
): ((record: readonly string[], row: number) => Row | UnreadableRow) => {
  const stockCode = stockCodes();
  const time = londonTimes();
  return (record, row) => {
    if (record.length !== columns.count) return { reason: 'wrong-number-of-columns' };
    const text = (column: Column): string => record[columns[column]] ?? '';
    const at = time(text('invoiceDate'));
    if (!at) return { reason: 'unreadable-date' };
    const quantityText = text('quantity').trim();
    const quantity = wholeNumber.test(quantityText) ? Number(quantityText) : Number.NaN;
    if (Number.isNaN(quantity)) return { reason: 'unreadable-quantity' };
    const price = text('price').trim();
    if (!decimal.test(price)) return { reason: 'unreadable-price' };
    const money = moneyOf(at.month, price, quantity);
    if (!money) return { reason: 'amount-out-of-range' };
    if (Math.abs(quantity) > MAX_QUANTITY) return { reason: 'quantity-out-of-range', money };
    if (quantity === 0) return { reason: 'quantity-zero', money };
    const invoice = text('invoice').trim().toUpperCase();
    if (!invoiceNumber.test(invoice)) return { reason: 'unreadable-invoice-number', money };
    const stock = stockCode(text('stockCode'));
    if (!stock) return { reason: 'unreadable-stock-code', money };
    const name = within(text('description'), MAX_NAME);
    const customer = customerOf(text('customer'));
    if (customer && customer.length > MAX_CUSTOMER) return { reason: 'unreadable-customer', money };
    return {
      row,
      invoice,
      stock,
      ...(name && { name }),
      quantity,
      price,
      at,
      ...(customer && { customer }),
      country: text('country').trim(),
      money,
    };
  };
};

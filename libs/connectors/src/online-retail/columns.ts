import { ImportError } from '../connector.ts';

/** Each column under the names the two years of the set give it; the first one is used in messages. */
const spellings = {
  invoice: ['Invoice', 'InvoiceNo'],
  stockCode: ['StockCode'],
  description: ['Description'],
  quantity: ['Quantity'],
  invoiceDate: ['InvoiceDate'],
  price: ['Price', 'UnitPrice'],
  customer: ['Customer ID', 'CustomerID'],
  country: ['Country'],
} as const;

export type Column = keyof typeof spellings;
export type Columns = Record<Column, number> & { count: number };

const plain = (name: string): string => name.trim().toLowerCase().replaceAll(/[ _]/g, '');

/**
 * Finds the columns in a header, in any order. Throws `ImportError` naming every column that is missing.
 * @param looks what the file looks like where its first line is no text, as a sentence
 */
export const columnsOf = (header: readonly string[], looks = ''): Columns => {
  const names = header.map(plain);
  const found = Object.entries(spellings).map(([column, known]) => ({
    column,
    known,
    at: names.findIndex((name) => known.some((spelling) => plain(spelling) === name)),
  }));
  const missing = found.filter(({ at }) => at === -1).map(({ known }) => known.join(' or '));
  if (missing.length > 0) {
    const had = header.length === 0 ? 'nothing' : header.join(', ').slice(0, 300);
    const lacks = `The header lacks ${missing.join('; ')}.`;
    throw new ImportError('missing-columns', `${lacks} ${looks || `It has: ${had}.`}`);
  }
  return {
    ...Object.fromEntries(found.map(({ column, at }) => [column, at])),
    count: header.length,
  } as Columns;
};

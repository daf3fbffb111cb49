import { Readable, pipeline } from 'node:stream';
import { parse } from 'csv-parse';
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

/** Finds the columns in a header, in any order. Throws `ImportError` naming every column that is missing. */
export const columnsOf = (header: readonly string[]): Columns => {
  const names = header.map(plain);
  const found = Object.entries(spellings).map(([column, known]) => ({
    column,
    known,
    at: names.findIndex((name) => known.some((spelling) => plain(spelling) === name)),
  }));
  const missing = found.filter(({ at }) => at === -1).map(({ known }) => known.join(' or '));
  if (missing.length > 0) {
    const had = header.length === 0 ? 'nothing' : header.join(', ').slice(0, 300);
    throw new ImportError('missing-columns', `The header lacks ${missing.join('; ')}. It has: ${had}.`);
  }
  return {
    ...Object.fromEntries(found.map(({ column, at }) => [column, at])),
    count: header.length,
  } as Columns;
};

/** The records of a CSV, header first. A row is at most 1 MB; a stray quote inside a field is a character. */
export async function* csvRecords(input: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
  });
  // The callback form destroys the parser with the input's error, which the loop below then throws.
  pipeline(Readable.from(input), parser, () => undefined);
  try {
    for await (const record of parser) yield record as string[];
  } catch (error) {
    if (!isCsvError(error)) throw error;
    throw new ImportError('malformed-csv', `The file is no readable CSV from here on: ${error.message}`, {
      cause: error,
    });
  }
}

const isCsvError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

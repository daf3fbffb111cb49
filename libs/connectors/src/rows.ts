import { jsonTextOf, maxEventBytes } from '@tributary/contracts';
import { ImportError } from './connector.ts';
import { utf8Of } from './encoding.ts';
import { type Line, linesOf } from './lines.ts';
import { type CsvRecord, csvRecords } from './records.ts';

/** Which columns of a table are read; others are passed over. */
export interface RowColumns {
  /** As they are called where they are read. */
  readonly known: readonly string[];
  /** Those without which it is another table. */
  readonly required: readonly string[];
  /** Those that hold whole numbers. */
  readonly numbers: readonly string[];
}

/** A row of a table by its number from 1, a header not counted: what it says, or why it cannot be read. */
export type TableRow =
  { readonly row: number; readonly value: unknown } | { readonly row: number; readonly fault: string };

/** A name of a column in any case and spelling: `Country_Code` is `countrycode`. */
export const columnNameOf = (name: string): string => name.trim().toLowerCase().replaceAll(/[ _-]/g, '');

const faults = {
  'not-utf-8': 'The row is not valid UTF-8.',
  'line-too-long': 'The row is longer than 1,000,000 bytes.',
} as const;

/**
 * The rows of a CSV with a header, in any order of its columns and any case of their names; an empty cell is left out.
 * @param charset of a text without a byte-order mark; UTF-8 where left out
 * @throws ImportError `missing-columns` before the first row, `unreadable-text` at what is none in its encoding
 */
export async function* csvRows(
  input: AsyncIterable<Uint8Array>,
  columns: RowColumns,
  charset?: string,
): AsyncGenerator<TableRow> {
  let header: readonly (string | undefined)[] | undefined;
  let row = 0;
  for await (const record of csvRecords(input, charset)) {
    if (header) yield rowOf(record, header, columns.numbers, (row += 1));
    else header = headerOf(record, columns);
  }
  if (!header) throw new ImportError('missing-columns', 'The file is empty.');
}

/** What is read of each place of a record; nothing where it is no known column. */
const headerOf = (record: CsvRecord, { known, required }: RowColumns): readonly (string | undefined)[] => {
  const names = 'unreadable' in record ? [] : record.map(columnNameOf);
  const header = names.map((name) => known.find((column) => columnNameOf(column) === name));
  const missing = required.filter((column) => !header.includes(column));
  if (missing.length === 0) return header;
  const had = 'unreadable' in record ? 'nothing that can be read' : record.join(', ').slice(0, 300);
  throw new ImportError('missing-columns', `The header lacks ${missing.join(', ')}. It has: ${had}.`);
};

const rowOf = (
  record: CsvRecord,
  header: readonly (string | undefined)[],
  numbers: readonly string[],
  row: number,
): TableRow => {
  if ('unreadable' in record) return { row, fault: faults[record.unreadable] };
  const cells = header.flatMap((column, at) => {
    const text = cellOf(record[at] ?? '');
    if (column === undefined || text === '') return [];
    return [[column, numbers.includes(column) && /^[+-]?\d{1,15}$/.test(text) ? Number(text) : text]];
  });
  return { row, value: Object.fromEntries(cells) as unknown };
};

/** An apostrophe keeps a spreadsheet from taking text for a formula; it is none of the text. */
const cellOf = (text: string): string => text.trim().replace(/^'(?=[=+\-@])/, '');

/**
 * The rows of a file with one JSON value a line; blank lines are none.
 * @param charset of a text without a byte-order mark; UTF-8 where left out
 * @throws ImportError `unreadable-text` at what is none in its encoding
 */
export async function* ndjsonRows(
  input: AsyncIterable<Uint8Array>,
  charset?: string,
): AsyncGenerator<TableRow> {
  let row = 0;
  for await (const line of linesOf(utf8Of(input, charset), maxEventBytes)) {
    const read = valueOf(line);
    if (read !== 'blank') yield { row: (row += 1), ...read };
  }
}

const valueOf = ({ bytes, tooLong }: Line): 'blank' | { value: unknown } | { fault: string } => {
  if (tooLong) return { fault: faults['line-too-long'] };
  const read = jsonTextOf(bytes, 'row');
  if ('code' in read) return { fault: read.reason };
  if (read.text.trim() === '') return 'blank';
  try {
    return { value: JSON.parse(read.text) as unknown };
  } catch (error) {
    return { fault: `The row is not JSON: ${(error as Error).message}` };
  }
};

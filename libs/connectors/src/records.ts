import { parse } from 'csv-parse/sync';
import { linesOf } from './lines.ts';
import { utf8Of } from './encoding.ts';

/** A line is at most 1 MB; the longest of the set is under 200 bytes. */
const MAX_LINE_BYTES = 1_000_000;
/** A quoted field that goes on over more lines than this is a stray quote. */
const MAX_LINES_OF_A_FIELD = 20;

/** What stands where a record should: its reason is that of a skipped row. */
export interface NoRecord {
  unreadable: 'not-utf-8' | 'line-too-long';
  /** Of the line, or how it begins. */
  bytes: Uint8Array;
}

export type CsvRecord = readonly string[] | NoRecord;

const strict = new TextDecoder('utf-8', { fatal: true });

/** A line as text, without a carriage return at its end; `undefined` where it is no UTF-8. */
export const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return strict.decode(bytes).replace(/\r$/, '');
  } catch {
    return undefined;
  }
};

const plain = (text: string): string[] => text.split(',');

/** The fields of one record; `undefined` when a quote opens in it that it does not close. */
export const fieldsOf = (text: string): string[] | undefined => {
  if (!text.includes('"')) return plain(text);
  try {
    return parse(text, { relax_column_count: true, relax_quotes: true })[0];
  } catch {
    return undefined;
  }
};

/** Puts the lines of a CSV together to records with as many fields as the header has. */
class Records {
  private width = 0;
  /** A line that opens a quote, and those after it, as long as they may be its field going on. */
  private held: string[] = [];

  *add(line: string): Generator<string[]> {
    if (this.held.length > 0) {
      if (this.held.length < MAX_LINES_OF_A_FIELD && !this.isRow(line)) {
        yield* this.goOn(line);
        return;
      }
      yield* this.release();
    }
    if (line === '') return;
    const own = this.read(line);
    if (own) yield own;
    else this.held.push(line);
  }

  /** Nothing closed the quote: it was a character, and each line is a row of its own. */
  *release(): Generator<string[]> {
    const lines = this.held;
    this.held = [];
    for (const line of lines) yield this.read(line) ?? plain(line);
  }

  private *goOn(line: string): Generator<string[]> {
    this.held.push(line);
    const whole = fieldsOf(this.held.join('\n'));
    if (whole?.length !== this.width) return;
    this.held = [];
    yield whole;
  }

  private isRow(line: string): boolean {
    return this.read(line)?.length === this.width;
  }

  /** A quote that swallows a comma it should not is read as a character, if that makes the line a row. */
  private read(line: string): string[] | undefined {
    const fields = fieldsOf(line);
    this.width ||= fields?.length ?? 0;
    if (fields?.length === this.width) return fields;
    const unquoted = plain(line);
    return unquoted.length === this.width ? unquoted : fields;
  }
}

/**
 * The records of a CSV, header first; empty lines are none. A row of the set is a line. A quoted field may go on
 * over lines that are no rows themselves; a quote that nothing closes is a character, so that it swallows no row.
 * Text is what a byte-order mark says, else what is declared, else UTF-8.
 */
export async function* csvRecords(
  input: AsyncIterable<Uint8Array>,
  charset?: string,
): AsyncGenerator<CsvRecord> {
  const records = new Records();
  for await (const { bytes, tooLong } of linesOf(utf8Of(input, charset), MAX_LINE_BYTES)) {
    const text = tooLong ? undefined : textOf(bytes);
    if (text !== undefined) yield* records.add(text);
    else {
      yield* records.release();
      yield { unreadable: tooLong ? 'line-too-long' : 'not-utf-8', bytes };
    }
  }
  yield* records.release();
}

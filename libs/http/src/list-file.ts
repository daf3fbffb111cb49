import { Readable } from 'node:stream';
import { jsonSchemaOf } from '@tributary/contracts';
import { stringify } from 'csv-stringify/sync';
import type { z } from 'zod';

/** An answer that is a list: its entries are `items`. */
export type ListAnswer = z.ZodObject<{ readonly items: z.ZodArray<z.ZodType> }>;

/** Entries of a list: as they are, or each as JSON, as it is stored, to be handed on without being read. */
export type Entries = { readonly items: readonly unknown[] } | { readonly texts: readonly string[] };

/** Part of a list. */
export type Part<Cursor> = Entries & {
  /** Where the next part begins; left out at the end. */
  readonly next?: Cursor | undefined;
  /** What JSON says of the part beside its entries. */
  readonly beside?: object | undefined;
};

/** Each entry as JSON. */
export const textsOf = (entries: Entries): readonly string[] =>
  'texts' in entries ? entries.texts : entries.items.map((item) => JSON.stringify(item));

const itemsOf = (entries: Entries): readonly unknown[] =>
  'items' in entries ? entries.items : entries.texts.map((text) => JSON.parse(text) as unknown);

const countOf = (entries: Entries): number =>
  'items' in entries ? entries.items.length : entries.texts.length;

/** Forms in which a list is a file, by their media type. */
export const fileTypes = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const;
export type FileForm = keyof typeof fileTypes;

/** What becomes of entries in a file. */
export interface ListText {
  /** What every file begins with. */
  readonly head: string;
  of(entries: Entries): string;
}

interface Fields {
  readonly properties?: Readonly<Record<string, Fields>>;
}

const pathsIn = ({ properties = {} }: Fields, under = ''): readonly string[] =>
  Object.entries(properties).flatMap(([name, field]) =>
    field.properties ? pathsIn(field, `${under}${name}.`) : [under + name],
  );

/**
 * Columns of a list as a file, one for each field of an entry that is no object, by its path: `customer.name`.
 * They follow from the schema, so that every file of a list has the same, also an empty one.
 */
export const columnsOf = (answer: ListAnswer): readonly string[] =>
  pathsIn(jsonSchemaOf(answer.shape.items.element, 'output'));

/**
 * CSV by RFC 4180: what is not there is an empty cell, a list is JSON. Text that a spreadsheet would take for
 * a formula begins with an apostrophe (OWASP, CSV Injection); numbers stay as they are.
 */
const csv = (columns: readonly string[]): ListText => {
  const text = (items: readonly unknown[], header: boolean): string =>
    stringify([...items], {
      columns: [...columns],
      header,
      record_delimiter: 'windows',
      // A line's end within a cell, of whichever kind.
      quoted_match: /[\r\n]/,
      escape_formulas: true,
      cast: { boolean: String },
    });
  return { head: text([], true), of: (entries) => text(itemsOf(entries), false) };
};

const ndjson: ListText = {
  head: '',
  of: (entries) =>
    textsOf(entries)
      .map((text) => `${text}\n`)
      .join(''),
};

/** How a list is written in a form. */
export const listText = (form: FileForm, answer: ListAnswer): ListText =>
  form === 'csv' ? csv(columnsOf(answer)) : ndjson;

/**
 * A list as the pieces of a file, one a part. A part is read when its piece is asked for, so that no more of
 * a list is held than whoever takes it has room for.
 * @param first the part that it begins with
 * @param limit most entries
 * @param read the part at a cursor, of at most so many entries
 */
export async function* filePieces<Cursor>(
  text: ListText,
  first: Part<Cursor>,
  limit: number,
  read: (cursor: Cursor, most: number) => Promise<Part<Cursor>>,
): AsyncGenerator<string> {
  if (text.head !== '') yield text.head;
  let left = limit;
  for (let part = first; ; part = await read(part.next!, left)) {
    if (countOf(part) > 0) yield text.of(part);
    left -= countOf(part);
    if (part.next === undefined || left <= 0) return;
  }
}

/** Pieces to be sent: one is read ahead of what was taken, not more. */
export const streamOf = (pieces: AsyncGenerator<string>): Readable =>
  Readable.from(pieces, { objectMode: false, highWaterMark: 1 });

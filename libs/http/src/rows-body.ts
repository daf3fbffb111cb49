import { MIMEType } from 'node:util';
import { faultsOf } from '@tributary/contracts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { mediaTypeOf } from './json-body.ts';
import { Problem, parseOrProblem } from './problem.ts';

/** A row by its number from 1: what it says, or why it cannot be read. */
export type Row<T> =
  { readonly row: number; readonly value: T } | { readonly row: number; readonly fault: string };

type Reading = (file: AsyncIterable<Uint8Array>, charset: string | undefined) => AsyncIterable<Row<unknown>>;

/** What rows are read by. */
export interface RowForms<T> {
  /** One row. */
  readonly row: z.ZodType<T>;
  /** All of a body of JSON. */
  readonly list: z.ZodType<readonly T[]>;
  readonly csv: Reading;
  readonly ndjson: Reading;
  readonly isEncoding: (charset: string) => boolean;
  /** Most rows of a file: they are held until all are read. */
  readonly most: number;
}

/**
 * The rows of a request: a body of JSON, which is as it should be or refused as a whole, or a file, CSV or NDJSON, of
 * which each row is read by itself.
 * @throws Problem 400 `invalid`, 413 `too-many-rows`, 415 `unsupported-media-type`, `unsupported-charset`, 422 `unreadable-file`
 */
export const rowsOf = async <T>(request: FastifyRequest, forms: RowForms<T>): Promise<readonly Row<T>[]> => {
  const { body } = request;
  if (!isStream(body))
    return parseOrProblem(forms.list, body).map((value, index) => ({ row: index + 1, value }));
  const rows: Row<T>[] = [];
  try {
    for await (const row of fileRows(request, body, forms)) {
      if (rows.length === forms.most) throw tooMany(forms.most);
      rows.push(checked(row, forms.row));
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ImportError')) throw error;
    throw new Problem(422, 'unreadable-file', error.message);
  }
  return rows;
};

const tooMany = (most: number): Problem =>
  new Problem(413, 'too-many-rows', `A file has at most ${most} rows: send it in parts.`);

const fileRows = <T>(
  request: FastifyRequest,
  file: AsyncIterable<Uint8Array>,
  { csv, ndjson, isEncoding }: RowForms<T>,
): AsyncIterable<Row<unknown>> => {
  switch (mediaTypeOf(request)) {
    case 'text/csv':
      return csv(file, charsetOf(request, isEncoding));
    case 'application/x-ndjson':
      return ndjson(file, charsetOf(request, isEncoding));
    default:
      throw new Problem(
        415,
        'unsupported-media-type',
        'Send the rows as text/csv, application/x-ndjson or application/json.',
      );
  }
};

const checked = <T>(told: Row<unknown>, schema: z.ZodType<T>): Row<T> => {
  if ('fault' in told) return told;
  const { row, value } = told;
  const read = schema.safeParse(value);
  if (read.success) return { row, value: read.data };
  const [fault] = faultsOf(read.error.issues);
  return { row, fault: `${fault!.pointer || 'row'}: ${fault!.message}` };
};

/** @throws Problem 415 where it is none that can be read */
const charsetOf = (
  { headers }: FastifyRequest,
  isEncoding: (charset: string) => boolean,
): string | undefined => {
  const charset = new MIMEType(headers['content-type']!).params.get('charset');
  if (charset === null) return undefined;
  if (isEncoding(charset)) return charset;
  throw new Problem(415, 'unsupported-charset', `There is no encoding ${charset}: send UTF-8.`);
};

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

import { MIMEType } from 'node:util';
import { type TableRow, csvRows, isEncoding, ndjsonRows } from '@tributary/connectors';
import { StockBelief, StockBeliefs, faultsOf } from '@tributary/contracts';
import { Problem, mediaTypeOf, parseOrProblem } from '@tributary/http';
import type { FastifyRequest } from 'fastify';
import type { BelievedRow } from '../../use-cases/stock-reconciliation.ts';

/** Rows of a file: they are held until all are compared. */
export const mostRowsOfAFile = 50_000;

const figures = ['onHand', 'available', 'reserved'];
const columns = {
  known: ['sku', 'location', ...figures, 'asOf'],
  required: ['sku', 'location'],
  numbers: figures,
};

/**
 * What a request says that others believe: a body of JSON, which is as it should be or refused as a whole, or a file,
 * CSV or NDJSON, of which each row is read by itself.
 * @throws Problem 400 `invalid`, 413 `too-many-rows`, 415 `unsupported-media-type`, `unsupported-charset`, 422 `unreadable-file`
 */
export const believedRows = async (request: FastifyRequest): Promise<readonly BelievedRow[]> => {
  const { body } = request;
  if (!isStream(body))
    return parseOrProblem(StockBeliefs, body).map((belief, index) => ({ row: index + 1, belief }));
  const rows: BelievedRow[] = [];
  try {
    for await (const row of tableOf(request, body)) {
      if (rows.length === mostRowsOfAFile) throw tooMany();
      rows.push(believed(row));
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ImportError')) throw error;
    throw new Problem(422, 'unreadable-file', error.message);
  }
  return rows;
};

const tooMany = (): Problem =>
  new Problem(
    413,
    'too-many-rows',
    `A file has at most ${mostRowsOfAFile} rows: send it in parts, each location in one.`,
  );

const tableOf = (request: FastifyRequest, file: AsyncIterable<Uint8Array>): AsyncIterable<TableRow> => {
  switch (mediaTypeOf(request)) {
    case 'text/csv':
      return csvRows(file, columns, charsetOf(request));
    case 'application/x-ndjson':
      return ndjsonRows(file, charsetOf(request));
    default:
      throw new Problem(
        415,
        'unsupported-media-type',
        'Send the rows as text/csv, application/x-ndjson or application/json.',
      );
  }
};

const believed = (told: TableRow): BelievedRow => {
  if ('fault' in told) return told;
  const { row, value } = told;
  const read = StockBelief.safeParse(value);
  if (read.success) return { row, belief: read.data };
  const [fault] = faultsOf(read.error.issues);
  return { row, fault: `${fault!.pointer || 'row'}: ${fault!.message}` };
};

/** @throws Problem 415 where it is none that can be read */
const charsetOf = ({ headers }: FastifyRequest): string | undefined => {
  const charset = new MIMEType(headers['content-type']!).params.get('charset');
  if (charset === null) return undefined;
  if (isEncoding(charset)) return charset;
  throw new Problem(415, 'unsupported-charset', `There is no encoding ${charset}: send UTF-8.`);
};

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

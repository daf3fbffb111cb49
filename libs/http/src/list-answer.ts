import { Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { acceptedForm } from './accepted-form.ts';
import {
  type FileForm,
  type ListAnswer,
  type ListText,
  type Part,
  filePieces,
  fileTypes,
  listText,
  streamOf,
  textsOf,
} from './list-file.ts';
import { cutOffWhenIdle } from './open-streams.ts';
import { Problem } from './problem.ts';
import { problemOf } from './problem-filter.ts';

/** How many entries a page of JSON holds where nobody says, and at most; a file is read in pages of the most. */
export interface PageSize {
  readonly usual: number;
  readonly most: number;
}

/** A list that is answered page by page as JSON, or whole as a file. */
export interface List<Cursor> {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly answer: ListAnswer;
  readonly size: PageSize;
  /** The entries after a cursor, from the first where it is left out. */
  part(limit: number, cursor: Cursor | undefined): Promise<Part<Cursor>>;
  /** What JSON says beside the entries. */
  beside?(): Promise<object>;
}

interface Asked<Cursor> {
  readonly limit?: number | undefined;
  readonly cursor?: Cursor | undefined;
}

/** Most entries that may be asked for by number. */
const mostEntries = 10_000_000;
const logger = new Logger('http');

/** `limit` of a list. */
export const listLimit = ({ usual, most }: PageSize) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .max(mostEntries)
    .optional()
    .describe(
      `Most entries of the answer: of a page at most ${most}, and ${usual} where left out; of a file as many as are asked for, and all where left out.`,
    );

/** `limit` and `cursor` of a list. */
export const listParameters = (size: PageSize) => ({
  limit: listLimit(size),
  cursor: z.string().max(1_000).optional().describe('`next` of the part before; left out for the first.'),
});

/**
 * Answers a list in the form that is accepted: a page of it as JSON, or all of it as CSV or NDJSON, read
 * page by page as it is taken. A file that cannot be read to its end is cut off, so that nobody takes it for whole.
 * @throws Problem 400 `invalid` for a page of more entries than a page may have
 */
export const sendList = async <Cursor>(
  reply: FastifyReply,
  list: List<Cursor>,
  { limit, cursor }: Asked<Cursor>,
): Promise<void> => {
  const { usual, most } = list.size;
  const form = acceptedForm(reply.request.headers.accept);
  reply.header('vary', 'accept');
  if (form !== 'json') return sendFile(reply, list, form, { limit, cursor });
  if (limit !== undefined && limit > most) throw tooMany(most);
  const [beside, part] = await Promise.all([list.beside?.(), list.part(limit ?? usual, cursor)]);
  void reply.header('content-type', 'application/json; charset=utf-8').send(pageText(part, beside));
};

const tooMany = (most: number): Problem => {
  const message = `A page has at most ${most} entries; a file, as CSV or NDJSON, as many as there are.`;
  return new Problem(400, 'invalid', `/limit: ${message}`, { errors: [{ pointer: '/limit', message }] });
};

/** A page as JSON; its entries are not read for it where they are JSON already. */
const pageText = ({ next, beside: ofPart, ...entries }: Part<unknown>, beside: object = {}): string => {
  const rest = JSON.stringify({ ...beside, ...ofPart, ...(next !== undefined && { next }) });
  return `{"items":[${textsOf(entries).join(',')}]${rest === '{}' ? '' : `,${rest.slice(1, -1)}`}}`;
};

/** A list that comes to light as it is looked for. */
export interface Found {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly answer: ListAnswer;
  /** Entries as they are found; at the end what JSON says beside them. */
  readonly entries: AsyncGenerator<readonly unknown[], object>;
}

/**
 * Answers all that is found, as JSON or in the form that is accepted, as it is found: no more of it is held than
 * whoever takes it has room for. What is refused before the first entries is an answer; what goes wrong later cuts it off.
 */
export const sendFound = async (reply: FastifyReply, { name, answer, entries }: Found): Promise<void> => {
  const form = acceptedForm(reply.request.headers.accept);
  const first = await entries.next();
  cutOffWhenIdle(reply);
  void reply.header('vary', 'accept').header('cache-control', 'no-store');
  if (form === 'json') void reply.header('content-type', 'application/json; charset=utf-8');
  else void fileHead(reply, name, form);
  const pieces =
    form === 'json' ? jsonPieces(first, entries) : foundPieces(listText(form, answer), first, entries);
  void reply.send(streamOf(told(pieces, reply)));
};

type Step = IteratorResult<readonly unknown[], object>;

async function* jsonPieces(first: Step, entries: Found['entries']): AsyncGenerator<string> {
  yield '{"items":[';
  let isFirst = true;
  let step = first;
  for (; !step.done; step = await entries.next()) {
    if (step.value.length === 0) continue;
    yield `${isFirst ? '' : ','}${textsOf({ items: step.value }).join(',')}`;
    isFirst = false;
  }
  const beside = JSON.stringify(step.value);
  yield `]${beside === '{}' ? '' : `,${beside.slice(1, -1)}`}}`;
}

async function* foundPieces(text: ListText, first: Step, entries: Found['entries']): AsyncGenerator<string> {
  if (text.head !== '') yield text.head;
  for (let step = first; !step.done; step = await entries.next())
    if (step.value.length > 0) yield text.of({ items: step.value });
}

const fileHead = (reply: FastifyReply, name: string, form: FileForm): FastifyReply =>
  reply
    .header('content-type', `${fileTypes[form]}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${name}.${form}"`);

const sendFile = async <Cursor>(
  reply: FastifyReply,
  list: List<Cursor>,
  form: FileForm,
  { limit = Infinity, cursor }: Asked<Cursor>,
): Promise<void> => {
  const read = (at: Cursor | undefined, left: number) => list.part(Math.min(left, list.size.most), at);
  // What is refused is refused before anything is sent.
  const first = await read(cursor, limit);
  const pieces = filePieces(listText(form, list.answer), first, limit, read);
  cutOffWhenIdle(reply);
  void fileHead(reply, list.name, form)
    .header('cache-control', 'no-store')
    .send(reply.request.method === 'HEAD' ? '' : streamOf(told(pieces, reply)));
};

/** Says in the log why a file was cut off. */
async function* told(pieces: AsyncGenerator<string>, { request }: FastifyReply): AsyncGenerator<string> {
  try {
    yield* pieces;
  } catch (error) {
    logger.error(
      `${request.method} ${request.routeOptions.url ?? ''} cut off: ${problemOf(error).code} ${request.id}`,
      error instanceof Error ? error.stack : String(error),
    );
    throw error;
  }
}

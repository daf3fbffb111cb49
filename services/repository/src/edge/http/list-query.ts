import {
  Channel,
  HoldReason,
  LocationId,
  Sku,
  Timestamp,
  orderQueues,
  orderStatuses,
} from '@tributary/contracts';
import {
  type OrderQuery,
  faultText,
  fieldNames,
  isZone,
  longestQuery,
  mostTerms,
  readOrderQuery,
} from '@tributary/contracts/order-query';
import { Problem, acceptedForm, listParameters } from '@tributary/http';
import { z } from 'zod';
import { type Asked, type QueriedOrders, mostWithWords } from '../../use-cases/order-query/queried-orders.ts';

const askedAs = [
  'What holds beside, as people type it: `status:(held OR backordered) -channel:web placed:2026-11 sku:MUG* total:>100 "garcía"`.',
  'All terms hold. Values of one field are alternatives, also where the field stands again; `-` before a field leaves them out.',
  'A name is found by its beginning (`MUG*`); days, months, years, amounts and counts by ranges, too (`>=2026-11-01`, `50..100`).',
  `Fields: ${fieldNames.map((name) => `\`${name}\``).join(', ')}.`,
  `Words are looked for as \`GET /v1/search\` does, on the ${mostWithWords} orders written last that have them; the answer has no \`next\` then, and \`more\` where there may be others.`,
  `At most ${mostTerms} values and words.`,
].join(' ');

const Status = z.enum(orderStatuses as [string, ...string[]]);
const oneOrMany = <S extends z.ZodType>(schema: S) => z.union([schema, z.array(schema).min(1).max(20)]);

export const listSize = { usual: 25, most: 200 };
/** What a list of orders is asked by. */
export const ListQuery = z.strictObject({
  channel: oneOrMany(Channel).optional().describe('Of a channel, or of one of several.'),
  status: oneOrMany(Status).optional().describe('In a status, or in one of several.'),
  location: LocationId.optional().describe('Served, sold or taken back by this location.'),
  customer: z.string().min(1).max(254).optional().describe('Of a customer: id or e-mail.'),
  sku: Sku.optional().describe('With this SKU among what was ordered.'),
  attribute: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}:.{1,300}$/s, 'An attribute is given as name:value, e.g. gift-wrap:festive.')
    .optional()
    .describe('Carrying this attribute itself, or on a line: `gift-wrap:festive`.'),
  queue: z.enum(orderQueues).optional().describe('In this queue of orders that need a person.'),
  hold: HoldReason.optional().describe('Held for this reason.'),
  proposals: z.literal('true').optional().describe('Of which changes wait for a supervisor.'),
  waiting: z
    .literal('true')
    .optional()
    .describe('About which messages wait for something that has not been told yet.'),
  q: z.string().max(longestQuery).optional().describe(askedAs),
  zone: z
    .string()
    .max(64)
    .refine(isZone, 'A zone is named as in the IANA database, e.g. Europe/London.')
    .optional()
    .describe('Where days of `q` begin: an IANA time zone; UTC unless told.'),
  from: Timestamp.optional().describe('Placed at this moment or later.'),
  to: Timestamp.optional().describe('Placed before this moment.'),
  sort: z
    .enum(['newest', 'oldest'])
    .optional()
    .describe(
      'Which of them come first: the newest, of those asked for by when they are due (`queue=late`, `late:yes`, `due:`) the one due first, unless told.',
    ),
  ...listParameters(listSize),
});

/**
 * What is asked by `q`; undefined where it is not.
 * @throws Problem 400 `invalid` for what cannot be read, with where it stands
 */
export const queryOf = ({ q, zone }: z.infer<typeof ListQuery>): OrderQuery | undefined => {
  if (q === undefined) return undefined;
  const found = readOrderQuery(q, zone);
  if ('read' in found) return found.read;
  throw refused('invalid', '/q', faultText(found.fault));
};

/**
 * A list by words: all of it is one part.
 * @param accept the header of that name: a file says nothing beside its rows, so that it is whole or refused
 * @throws Problem 400 `bad-query` for a cursor, `too-many` for a file that would not be whole
 */
export const partWithWords = async (
  orders: QueriedOrders,
  asked: Asked,
  { limit, cursor }: Pick<z.infer<typeof ListQuery>, 'limit' | 'cursor'>,
  accept: string | undefined,
) => {
  if (cursor !== undefined) throw refused('bad-query', '/cursor', 'A list by words has no next part.');
  const isFile = acceptedForm(accept) !== 'json';
  const most = Math.min(limit ?? (isFile ? mostWithWords : listSize.usual), mostWithWords);
  const { items, more, spelling } = await orders.withWords(asked, most);
  if (isFile && more && (limit === undefined || items.length < limit))
    throw refused('too-many', '/q', notWhole);
  return {
    part: () => Promise.resolve({ texts: items.map(({ json }) => json) }),
    beside: () => Promise.resolve({ ...(more && { more }), ...(spelling && { spelling }) }),
  };
};

const notWhole = `Words are looked for on the ${mostWithWords} orders written last that have them: the file would not be whole. Use words that fewer have, or fields alone.`;

const refused = (code: string, pointer: string, message: string): Problem =>
  new Problem(400, code, `${pointer}: ${message}`, { errors: [{ pointer, message }] });

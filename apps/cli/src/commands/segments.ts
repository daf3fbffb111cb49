import { type Schemas, conditionText, reasonText, told } from '@tributary/client';
import { amountText } from '@tributary/contracts';
import { type Command, Option } from 'commander';
import { type Client, clientOf } from '../api/client.ts';
import { findConnection } from '../api/connection.ts';
import { listFile } from '../api/list-file.ts';
import { plain } from '../api/problem.ts';
import { Failure } from '../failure.ts';
import { wholeNumber } from './options.ts';
import { printFile } from './printed-file.ts';
import { table } from './table.ts';

type Member = Schemas['SegmentCustomer'];

interface SegmentsOptions {
  readonly limit?: number;
  readonly csv?: true;
  readonly of?: string;
}

/** Rows of a table where nobody says. */
const usualRows = 25;

const examples = `
Operations define segments by tributary settings set segments FILE (docs/guides/asking.md):

  tributary segments
  tributary segments champions --csv > champions.csv
  tributary segments --of C-10001`;

export const addSegments = (program: Command): void => {
  program
    .command('segments')
    .description('segments of customers, or who is in one')
    .argument('[segment]', 'its id; all segments where left out')
    .option('--limit <number>', `most customers; ${usualRows}, of a file all`, wholeNumber(1, 10_000_000))
    .option('--csv', 'who is in it, as CSV')
    .addOption(
      new Option(
        '--of <customer>',
        'how a customer stands to it, or to all, and why: their id, or the e-mail of a guest',
      ).conflicts(['csv', 'limit']),
    )
    .addHelpText('after', examples)
    .action(runSegments);
};

const runSegments = async (segmentId: string | undefined, options: SegmentsOptions): Promise<void> => {
  const { limit, csv, of } = options;
  const connection = findConnection(process.env);
  const client = clientOf(connection);
  if (of !== undefined) return void process.stdout.write(await standingsTable(client, of, segmentId));
  if (segmentId === undefined) return void process.stdout.write(await segmentsTable(client));
  if (csv) {
    const search = limit === undefined ? '' : `?limit=${limit}`;
    const path = `/v1/segments/${encodeURIComponent(segmentId)}/customers${search}`;
    return printFile(await listFile(connection, path, 'text/csv'), 'csv', 'customers');
  }
  const { members, isMore } = await membersOf(client, segmentId, limit ?? usualRows);
  process.stdout.write(table(['CUSTOMER', 'NAME', 'ORDERS', 'LAST ORDER', 'RFM'], members.map(cellsOf)));
  if (isMore) process.stderr.write('There may be more: ask for more by --limit, or for all by --csv.\n');
};

const segmentsTable = async (client: Client): Promise<string> => {
  const { segments } = await told(client.GET('/v1/segments'));
  return table(
    ['SEGMENT', 'NAME', 'WHO'],
    segments.map(({ segmentId, name, conditions }) => [
      segmentId,
      plain(name),
      plain(conditions.map((one) => conditionText(one, amountText)).join('; ')),
    ]),
  );
};

/** A row for each condition: the segment and whether they are in it stand on its first. */
const standingsTable = async (client: Client, customerId: string, segmentId?: string): Promise<string> => {
  const { segments } = await told(
    client.GET('/v1/customers/{customerId}/segments', { params: { path: { customerId } } }),
  );
  const asked = segments.filter((one) => segmentId === undefined || one.segmentId === segmentId);
  if (asked.length === 0 && segmentId !== undefined)
    throw new Failure(`There is no segment “${plain(segmentId)}”: tributary segments lists those there are.`);
  return table(
    ['SEGMENT', 'NAME', 'IN IT', 'WHY'],
    asked.flatMap((one) =>
      one.why.map((reason, index) => [
        ...(index === 0 ? [one.segmentId, plain(one.name), one.isIn ? 'yes' : 'no'] : ['', '', '']),
        plain(reasonText(reason, amountText)),
      ]),
    ),
  );
};

/** An answer may have none of them and still go on. */
const membersOf = async (
  client: Client,
  segmentId: string,
  most: number,
): Promise<{ readonly members: readonly Member[]; readonly isMore: boolean }> => {
  const members: Member[] = [];
  for (let query: { readonly cursor?: string } = {}; ;) {
    const part = await told(
      client.GET('/v1/segments/{segmentId}/customers', { params: { path: { segmentId }, query } }),
    );
    members.push(...part.items);
    if (part.next === undefined || members.length >= most)
      return {
        members: members.slice(0, most),
        isMore: part.next !== undefined || members.length > most,
      };
    query = { cursor: part.next };
  }
};

const cellsOf = ({ customerId, name, orders, lastOrder, rfm }: Member) => [
  plain(customerId),
  plain(name ?? ''),
  orders,
  lastOrder?.slice(0, 'YYYY-MM-DD'.length) ?? '',
  rfm ? `${rfm.recency.score} ${rfm.frequency.score} ${rfm.monetary.score}` : '',
];

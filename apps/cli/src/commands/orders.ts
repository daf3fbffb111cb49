import { type Schemas, told } from '@tributary/client';
import { amountText } from '@tributary/contracts';
import { type Command, Option } from 'commander';
import { type Client, clientOf } from '../api/client.ts';
import { findConnection } from '../api/connection.ts';
import { listFile } from '../api/list-file.ts';
import { plain } from '../api/problem.ts';
import { Failure } from '../failure.ts';
import { type SortOrder, sortOrders, wholeNumber } from './options.ts';
import { printFile } from './printed-file.ts';
import { viewNamed } from './order-views.ts';
import { table } from './table.ts';

type Row = Schemas['OrderRow'];

interface OrdersOptions {
  readonly limit?: number;
  readonly zone?: string;
  readonly sort?: SortOrder;
  readonly csv?: true;
  readonly json?: true;
  readonly view?: string;
}

/** How a list is asked for. */
interface Query {
  readonly q: string;
  readonly zone?: string;
  readonly sort?: SortOrder;
}

/** Rows of a table where nobody says, and of one part of the list. */
const usualRows = 25;
const mostRows = 200;

const examples = `
What is looked for is typed as “q” of GET /v1/orders takes it (docs/guides/asking.md). What begins with - stands behind --:

  tributary orders 'status:(held OR backordered) placed:2026-11'
  tributary orders --csv 'sku:MUG* total:>100' > mugs.csv
  tributary orders -- '-channel:web "garcía"'
  tributary orders --view 'Late, and not from the tills'`;

export const addOrders = (program: Command): void => {
  program
    .command('orders')
    .description('orders that are asked for: status:held channel:web')
    .argument('[query...]', 'what holds of them; all where left out')
    .option('--limit <number>', `most orders; ${usualRows}, of a file all`, wholeNumber(1, 10_000_000))
    .option('--zone <name>', 'where days begin: an IANA time zone, UTC unless told')
    .addOption(new Option('--sort <order>', 'which of them come first').choices(sortOrders))
    .addOption(new Option('--csv', 'as CSV').conflicts('json'))
    .option('--json', 'as JSON, a line an order')
    .option('--view <name>', 'as a view asks for them; tributary views lists those there are')
    .addHelpText('after', examples)
    .action(runOrders);
};

const runOrders = async (words: readonly string[], options: OrdersOptions): Promise<void> => {
  const { limit, csv, json } = options;
  const connection = findConnection(process.env);
  const client = clientOf(connection);
  const query = await queryOf(client, words.join(' '), options);
  if (csv || json) {
    const search = new URLSearchParams({ ...query, ...(limit !== undefined && { limit: String(limit) }) });
    const type = csv ? 'text/csv' : 'application/x-ndjson';
    return printFile(
      await listFile(connection, `/v1/orders?${search}`, type),
      csv ? 'csv' : 'json',
      'orders',
    );
  }
  const { rows, isMore } = await rowsOf(client, query, limit ?? usualRows);
  process.stdout.write(table(['ORDER', 'STATUS', 'PLACED', 'CUSTOMER', 'UNITS', 'TOTAL'], rows.map(cellsOf)));
  if (isMore) process.stderr.write('There may be more: ask for more by --limit, or more narrowly.\n');
};

/** What was typed, or what a view asks by; a zone and an order that are typed come before those of the view. */
const queryOf = async (
  client: Client,
  typed: string,
  { zone, sort, view }: OrdersOptions,
): Promise<Query> => {
  const beside = { ...(zone !== undefined && { zone }), ...(sort && { sort }) };
  if (view === undefined) return { q: typed, ...beside };
  if (typed !== '')
    throw new Failure('Ask by a view or by terms, one of them: terms of one field would be alternatives.');
  const saved = await viewNamed(client, view);
  return {
    q: saved.q,
    ...(saved.zone !== undefined && { zone: saved.zone }),
    ...(saved.sort && { sort: saved.sort }),
    ...beside,
  };
};

const rowsOf = async (
  client: Client,
  query: Query,
  most: number,
): Promise<{ readonly rows: readonly Row[]; readonly isMore: boolean }> => {
  const rows: Row[] = [];
  for (let cursor: { readonly cursor?: string } = {}; ;) {
    const limit = Math.min(most - rows.length, mostRows);
    const part = await told(client.GET('/v1/orders', { params: { query: { ...query, ...cursor, limit } } }));
    rows.push(...part.items);
    if (part.next === undefined || rows.length >= most)
      return { rows, isMore: part.next !== undefined || part.more === true };
    cursor = { cursor: part.next };
  }
};

const cellsOf = ({ orderId, status, placedAt, customer, units, total, currency }: Row) => [
  plain(orderId),
  status,
  placedAt.replace(/:\d\d\.\d+Z$/, 'Z'),
  plain(customer?.name ?? customer?.email ?? customer?.id ?? ''),
  units,
  amountText(total, currency),
];

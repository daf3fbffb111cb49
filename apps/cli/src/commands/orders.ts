import { type Schemas, told } from '@tributary/client';
import { amountText } from '@tributary/contracts';
import { type Command, Option } from 'commander';
import { type Client, clientOf } from '../api/client.ts';
import { findConnection } from '../api/connection.ts';
import { listFile } from '../api/list-file.ts';
import { Unreachable, plain } from '../api/problem.ts';
import { wholeNumber } from './options.ts';
import { table } from './table.ts';

type Row = Schemas['OrderRow'];

interface OrdersOptions {
  readonly limit?: number;
  readonly zone?: string;
  readonly sort?: 'newest' | 'oldest';
  readonly csv?: true;
  readonly json?: true;
}

/** Rows of a table where nobody says, and of one part of the list. */
const usualRows = 25;
const mostRows = 200;

const examples = `
What is looked for is typed as “q” of GET /v1/orders takes it (docs/guides/asking.md). What begins with - stands behind --:

  tributary orders 'status:(held OR backordered) placed:2026-11'
  tributary orders --csv 'sku:MUG* total:>100' > mugs.csv
  tributary orders -- '-channel:web "garcía"'`;

export const addOrders = (program: Command): void => {
  program
    .command('orders')
    .description('orders that are asked for: status:held channel:web')
    .argument('[query...]', 'what holds of them; all where left out')
    .option('--limit <number>', `most orders; ${usualRows}, of a file all`, wholeNumber(1, 10_000_000))
    .option('--zone <name>', 'where days begin: an IANA time zone, UTC unless told')
    .addOption(new Option('--sort <order>', 'which of them come first').choices(['newest', 'oldest']))
    .addOption(new Option('--csv', 'as CSV').conflicts('json'))
    .option('--json', 'as JSON, a line an order')
    .addHelpText('after', examples)
    .action(runOrders);
};

const runOrders = async (words: readonly string[], options: OrdersOptions): Promise<void> => {
  const { zone, sort, limit, csv, json } = options;
  const query = { q: words.join(' '), ...(zone !== undefined && { zone }), ...(sort && { sort }) };
  const connection = findConnection(process.env);
  if (csv || json) {
    const search = new URLSearchParams({ ...query, ...(limit !== undefined && { limit: String(limit) }) });
    const type = csv ? 'text/csv' : 'application/x-ndjson';
    return print(await listFile(connection, `/v1/orders?${search}`, type));
  }
  const { rows, isMore } = await rowsOf(clientOf(connection), query, limit ?? usualRows);
  process.stdout.write(table(['ORDER', 'STATUS', 'PLACED', 'CUSTOMER', 'UNITS', 'TOTAL'], rows.map(cellsOf)));
  if (isMore) process.stderr.write('There may be more: ask for more by --limit, or more narrowly.\n');
};

const print = async (file: AsyncIterable<Uint8Array>): Promise<void> => {
  try {
    for await (const piece of file)
      if (!process.stdout.write(piece)) await new Promise((resume) => process.stdout.once('drain', resume));
  } catch {
    throw new Unreachable('The connection broke off: what was printed is not all.');
  }
};

const rowsOf = async (
  client: Client,
  query: { readonly q: string; readonly zone?: string; readonly sort?: 'newest' | 'oldest' },
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

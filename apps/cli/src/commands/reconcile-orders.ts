import type { Schemas } from '@tributary/client';
import type { Command } from 'commander';
import { comparedFile } from '../api/compared-file.ts';
import { findConnection } from '../api/connection.ts';
import { plain } from '../api/problem.ts';
import { Failure } from '../failure.ts';
import { printFile, rowsIn, summaryOf } from './differences.ts';
import { table } from './table.ts';

type Differences = Schemas['DifferingOrders'];
type Difference = Differences['items'][number];

interface OrdersOptions {
  readonly asOf?: string;
  readonly wholeChannel?: string;
  readonly from?: string;
  readonly to?: string;
  readonly csv?: true;
}

/** Facts of an explanation that a row of the table has room for. */
const mostFacts = 2;

const examples = `
It exits with 1 where anything differs, and 0 where all is equal. A file is CSV with the columns orderId, or channel and number, and
some of status, currency, total and paid (minor units), units, fulfilled, returned, perhaps asOf; or NDJSON by its name:

  tributary reconcile orders shop.csv
  tributary reconcile orders shop.csv --whole-channel web --from 2026-11-01T00:00Z --to 2026-12-01T00:00Z --csv`;

export const addReconcileOrders = (reconcile: Command): void => {
  reconcile
    .command('orders')
    .description('what differs of its orders, and which facts it does not have')
    .argument('<file>', 'what it believes, CSV or NDJSON')
    .option('--as-of <moment>', 'the moment of rows that name none; now where left out')
    .option('--whole-channel <channel>', 'the channel of which the file names all orders')
    .option('--from <moment>', 'placed from then on')
    .option('--to <moment>', 'placed before then')
    .option('--csv', 'as CSV')
    .addHelpText('after', examples)
    .action(runOrders);
};

const runOrders = async (path: string, { csv, ...asked }: OrdersOptions): Promise<void> => {
  const query = new URLSearchParams(Object.entries(asked) as [string, string][]);
  const to = `/v1/reconciliations/orders?${query}`;
  const connection = findConnection(process.env);
  if (csv) return printFile(await comparedFile(connection, to, path, 'text/csv'));
  const found = JSON.parse(await comparedFile(connection, to, path, 'application/json')) as Differences;
  if (found.items.length === 0) {
    process.stdout.write(`${rowsIn(found.rows)}: all as it is here.\n`);
    return;
  }
  const head = ['ROW', 'WHAT', 'ORDER', 'THEIRS', 'OURS', 'WHY'];
  process.stdout.write(table(head, found.items.map(cellsOf)));
  throw new Failure(summaryOf(found));
};

const cellsOf = (difference: Difference) => {
  const { row = '', verdict, orderId = '', theirs, ours, differs } = difference;
  return [
    row,
    verdict,
    plain(orderId),
    plain(figuresOf(theirs, differs)),
    plain(figuresOf(ours, differs)),
    plain(whyOf(difference)),
  ];
};

/** Those that differ; of an order that nobody named, where it stands. */
const figuresOf = (figures: Difference['theirs'], differs: Difference['differs'] = ['status']): string =>
  differs
    .flatMap((field) => (figures?.[field] === undefined ? [] : [`${field} ${figures[field]}`]))
    .join(', ');

const reasons: Readonly<Record<NonNullable<Difference['why']>, string>> = {
  'told-later': 'told after their moment',
  'not-known-yet': 'not known there yet',
  unexplained: 'nothing explains it; last',
};

const whyOf = ({ why, facts = [], moreFacts = 0, fault }: Difference): string => {
  if (why === undefined) return fault ?? '';
  const shown = facts.slice(-mostFacts).map(({ summary }) => summary);
  const more = facts.length - shown.length + (why === 'unexplained' ? 0 : moreFacts);
  return `${reasons[why]}: ${[...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')}`;
};

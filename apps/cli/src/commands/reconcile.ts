import type { Schemas } from '@tributary/client';
import type { Command } from 'commander';
import { comparedFile } from '../api/compared-file.ts';
import { findConnection } from '../api/connection.ts';
import { plain } from '../api/problem.ts';
import { Failure } from '../failure.ts';
import { printFile, rowsIn, summaryOf } from './differences.ts';
import { addReconcileOrders } from './reconcile-orders.ts';
import { table } from './table.ts';

type Differences = Schemas['StockDifferences'];
type Difference = Differences['items'][number];
type Entry = NonNullable<Difference['entries']>[number];

interface ReconcileOptions {
  readonly asOf?: string;
  readonly whole?: readonly string[];
  readonly csv?: true;
}

/** Entries of an explanation that a row of the table has room for. */
const mostEntries = 3;

const examples = `
It exits with 1 where anything differs, and 0 where all is equal. A file is CSV with the columns sku, location, and onHand,
available or reserved, perhaps asOf; or NDJSON by its name (.ndjson, .jsonl):

  tributary reconcile stock erp.csv --as-of 2026-11-24T18:00:00Z
  tributary reconcile stock leeds.csv --whole leeds --csv > differences.csv`;

export const addReconcile = (program: Command): void => {
  const reconcile = program
    .command('reconcile')
    .description('compare what another system believes with what is so here');
  addReconcileOrders(reconcile);
  reconcile
    .command('stock')
    .description('what differs of its stock, by how much and why')
    .argument('<file>', 'what it believes, CSV or NDJSON')
    .option('--as-of <moment>', 'the moment of rows that name none; now where left out')
    .option('--whole <location...>', 'locations of which the file names all stock')
    .option('--csv', 'as CSV')
    .addHelpText('after', examples)
    .action(runStock);
};

const runStock = async (path: string, { asOf, whole = [], csv }: ReconcileOptions): Promise<void> => {
  const query = new URLSearchParams({ ...(asOf !== undefined && { asOf }) });
  for (const location of whole) query.append('wholeLocation', location);
  const to = `/v1/reconciliations/stock?${query}`;
  const connection = findConnection(process.env);
  if (csv) return printFile(await comparedFile(connection, to, path, 'text/csv'));
  const found = JSON.parse(await comparedFile(connection, to, path, 'application/json')) as Differences;
  if (found.items.length === 0) {
    process.stdout.write(`${rowsIn(found.rows)}: all as it is here.\n`);
    return;
  }
  const head = ['ROW', 'WHAT', 'SKU', 'LOCATION', 'THEIRS', 'OURS', 'WHY'];
  process.stdout.write(table(head, found.items.map(cellsOf)));
  throw new Failure(summaryOf(found));
};

const cellsOf = (difference: Difference) => {
  const { row = '', verdict, sku = '', location = '', theirs, ours } = difference;
  const [those, these] = [figuresOf(theirs), figuresOf(ours, theirs)];
  return [row, verdict, plain(sku), plain(location), those, these, plain(whyOf(difference))];
};

const figures = [
  ['onHand', 'on hand'],
  ['reserved', 'reserved'],
  ['available', 'available'],
] as const;

/** @param beside only those are shown that this has, too */
const figuresOf = (standing: Difference['theirs'], beside: Difference['theirs'] = standing): string =>
  figures
    .flatMap(([name, words]) => {
      const units = standing?.[name];
      return units === undefined || beside?.[name] === undefined ? [] : [`${units} ${words}`];
    })
    .join(', ');

const reasons: Readonly<Record<NonNullable<Difference['why']>, string>> = {
  'told-later': 'told after their moment',
  'not-known-yet': 'not known there yet',
  'left-out': 'left out there',
  'counted-twice': 'counted twice there',
  ahead: 'they are ahead of their moment',
  promised: 'promised to orders',
  unexplained: 'nothing explains it',
};

const whyOf = ({ why, entries = [], moreEntries = 0, fault }: Difference): string => {
  if (why === undefined) return fault ?? '';
  const shown = entries.slice(-mostEntries).map(entryText);
  const more = entries.length - shown.length + moreEntries;
  const all = [...shown, ...(more > 0 ? [`and ${more} more`] : [])];
  return all.length > 0 ? `${reasons[why]}: ${all.join(', ')}` : reasons[why];
};

const signed = (units: number): string => (units > 0 ? `+${units}` : String(units));

const entryText = ({ type, onHand, reserved, orderId }: Entry): string => {
  const moved = onHand === 0 ? signed(reserved) : signed(onHand);
  return `${type.split('.')[2] ?? type} ${moved}${orderId === undefined ? '' : ` (${orderId})`}`;
};

import { text } from 'node:stream/consumers';
import { type Schemas, told } from '@tributary/client';
import { amountText } from '@tributary/contracts';
import { type Command, Option } from 'commander';
import { clientOf } from '../api/client.ts';
import { findConnection } from '../api/connection.ts';
import { listFile } from '../api/list-file.ts';
import { Unreachable, plain } from '../api/problem.ts';
import { wholeNumber } from './options.ts';
import { table } from './table.ts';

type Report = Schemas['TradeReport'];
type Row = Report['items'][number];
type Figure = keyof Row['corrected'];

interface ReportOptions {
  readonly from: string;
  readonly to: string;
  readonly by: 'day' | 'channel' | 'location';
  readonly known?: string;
  readonly closes?: number;
  readonly channel?: string;
  readonly location?: string;
  readonly csv?: true;
}

const examples = `
Each date is reported as it was known when it was closed, 6 hours after its end unless told. In brackets stands what is different
since: what was told late. --known close leaves that out.

  tributary report --from 2026-11-01 --to 2026-11-30
  tributary report --from 2026-11-01 --to 2026-11-30 --by channel --known close
  tributary report --from 2026-11-01 --to 2026-11-30 --csv > november.csv`;

export const addReport = (program: Command): void => {
  program
    .command('report')
    .description('trade by business date, as it was reported and as it is corrected')
    .requiredOption('--from <date>', 'the first business date')
    .requiredOption('--to <date>', 'the last business date')
    .addOption(
      new Option('--by <what>', 'what there is a row of')
        .choices(['day', 'channel', 'location'])
        .default('day'),
    )
    .option('--known <moment>', 'corrected by what was known then: now, close or a moment')
    .option('--closes <hours>', 'hours after its end at which a date is closed', wholeNumber(0, 72))
    .option('--channel <channel>', 'of this channel alone')
    .option('--location <location>', 'of the tills of this store alone')
    .option('--csv', 'as CSV, with both figures and what differs')
    .addHelpText('after', examples)
    .action(runReport);
};

const runReport = async ({ csv, ...query }: ReportOptions): Promise<void> => {
  const connection = findConnection(process.env);
  if (csv) {
    const search = new URLSearchParams(Object.entries(query) as [string, string][]);
    const file = await listFile(connection, `/v1/reports/trading-days?${search}`, 'text/csv');
    return void process.stdout.write(await text(file).catch(brokenOff));
  }
  const report = await told(clientOf(connection).GET('/v1/reports/trading-days', { params: { query } }));
  const head = [query.by === 'day' ? 'DATE' : query.by.toUpperCase(), ...columns.map(([label]) => label)];
  process.stdout.write(table(head, report.items.map(cellsOf)));
};

const brokenOff = (): never => {
  throw new Unreachable('The connection broke off before all was there.');
};

const columns: readonly (readonly [label: string, figure: Figure, money?: 'money'])[] = [
  ['ORDERS', 'orders'],
  ['ORDERED', 'unitsOrdered'],
  ['VALUE', 'valueOrdered', 'money'],
  ['CANCELLED', 'unitsCancelled'],
  ['VALUE', 'valueCancelled', 'money'],
  ['FULFILLED', 'unitsFulfilled'],
  ['RETURNED', 'unitsReturned'],
  ['TAKEN', 'captured', 'money'],
  ['GIVEN BACK', 'refunded', 'money'],
];

const cellsOf = ({ date, channel, location, currency, corrected, difference }: Row): readonly string[] => {
  const said = (figure: number, money?: 'money') => (money ? amountText(figure, currency) : String(figure));
  return [
    plain(date ?? channel ?? location ?? '-'),
    ...columns.map(([, figure, money]) => {
      const since = difference[figure];
      const sign = since > 0 ? '+' : '';
      return `${said(corrected[figure], money)}${since === 0 ? '' : ` (${sign}${said(since, money)})`}`;
    }),
  ];
};

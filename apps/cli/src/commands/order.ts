import { type Schemas, told } from '@tributary/client';
import { amountText } from '@tributary/contracts';
import { type Command, Option } from 'commander';
import { type Client, ownClient } from '../api/client.ts';
import { type NameActor, actedBy, namesOfThose } from '../api/people.ts';
import { plain } from '../api/problem.ts';
import { jsonText } from './json-text.ts';
import { type MomentOptions, withMoment } from './moment.ts';
import { table } from './table.ts';

type Order = Schemas['OrderPage'];
type Entry = Schemas['TimelineEntry'];
type Change = Schemas['OrderDifference']['changes'][number];

interface OrderOptions extends MomentOptions {
  readonly timeline?: true;
  readonly all?: true;
  readonly since?: string;
  readonly until?: string;
  readonly by?: 'happened' | 'recorded';
  readonly json?: true;
}

/** Entries of one part of a timeline. */
const mostEntries = 500;

const examples = `
A moment has a zone:

  tributary order web.100045
  tributary order web.100045 --as-of 2026-11-24T12:00:00Z
  tributary order web.100045 --timeline
  tributary order web.100045 --since 2026-11-24T12:00:00Z --until 2026-11-25T12:00:00Z`;

export const addOrder = (program: Command): void => {
  withMoment(
    program
      .command('order')
      .description('an order, now or as it was, what became of it, and what changed between two moments')
      .argument('<order>', 'its id'),
  )
    .addOption(
      new Option('--timeline', 'what became of it, oldest first').conflicts(['asOf', 'knownAt', 'since']),
    )
    .option('--all', 'of a timeline also what the policy leaves out')
    .addOption(new Option('--since <moment>', 'what has changed since then').conflicts(['asOf', 'knownAt']))
    .option('--until <moment>', 'of what has changed, up to then; now where left out')
    .addOption(
      new Option(
        '--by <axis>',
        'whether a moment of --since and --until counts what had happened or was recorded',
      )
        .choices(['happened', 'recorded'])
        .default('happened'),
    )
    .option('--json', 'as JSON, as the platform answers')
    .addHelpText('after', examples)
    .action(runOrder);
};

const runOrder = async (orderId: string, options: OrderOptions): Promise<void> => {
  process.stdout.write(await answerTo(ownClient(), orderId, options));
};

const answerTo = async (client: Client, orderId: string, options: OrderOptions): Promise<string> => {
  if (options.timeline) {
    const entries = await entriesOf(client, orderId, options.all === true);
    return options.json ? jsonText(entries) : entriesTable(entries, await namesOfThose(client, entries));
  }
  if (options.since !== undefined) {
    const difference = await differenceOf(client, orderId, options.since, options);
    if (options.json) return jsonText(difference);
    return differenceText(difference, await namesOfThose(client, difference.facts));
  }
  const { asOf, knownAt } = options;
  const query = { ...(asOf !== undefined && { asOf }), ...(knownAt !== undefined && { knownAt }) };
  const order = await told(client.GET('/v1/orders/{orderId}', { params: { path: { orderId }, query } }));
  return options.json ? jsonText(order) : orderText(order);
};

const orderText = (order: Order): string => [headOf(order), linesOf(order), fulfilmentsOf(order)].join('\n');

const headOf = ({ orderId, status, placedAt, customer, money, currency, holds = [] }: Order): string =>
  table(
    ['ORDER', 'STATUS', 'PLACED', 'CUSTOMER', 'TOTAL', 'OWED', 'HELD FOR'],
    [
      [
        plain(orderId),
        status,
        placedAt,
        plain(customer?.name ?? customer?.email ?? customer?.id ?? ''),
        amountText(money.total, currency),
        amountText(money.owed, currency),
        plain(holds.map(({ reason }) => reason).join(', ')),
      ],
    ],
  );

/** “leftThoughCancelled” as words. */
const inWords = (state: string): string => state.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Where units stand: “1 allocated, 1 fulfilled”. */
const standOf = ({ ordered: _, ...quantities }: Order['lines'][number]['quantities']): string =>
  Object.entries(quantities)
    .filter(([, units]) => units > 0)
    .map(([state, units]) => `${units} ${inWords(state)}`)
    .join(', ');

const linesOf = ({ lines, currency }: Order): string =>
  table(
    ['LINE', 'SKU', 'UNITS', 'AMOUNT', 'METHOD', 'STANDS', 'NAME'],
    lines.map(({ lineId, sku, name = '', quantity, amount, method, quantities }) => [
      plain(lineId),
      plain(sku),
      quantity,
      amountText(amount, currency),
      method,
      standOf(quantities),
      plain(name),
    ]),
  );

const fulfilmentsOf = ({ fulfilments }: Order): string =>
  table(
    ['FULFILMENT', 'LOCATION', 'METHOD', 'STATUS', 'UPDATED', 'LINES'],
    fulfilments.map(({ fulfilmentId, location = 'elsewhere', method, status, updatedAt, lines }) => [
      plain(fulfilmentId),
      plain(location),
      method,
      status,
      updatedAt,
      plain(lines.map(({ lineId, quantity }) => `${quantity} of ${lineId}`).join(', ')),
    ]),
  );

const entriesOf = async (client: Client, orderId: string, all: boolean): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  for (let more: { readonly cursor?: string } = {}; ;) {
    const query = { limit: mostEntries, ...more, ...(all && { all: 'true' as const }) };
    const part: Schemas['Timeline'] = await told(
      client.GET('/v1/orders/{orderId}/timeline', { params: { path: { orderId }, query } }),
    );
    entries.push(...part.items);
    if (part.next === undefined) return entries;
    more = { cursor: part.next };
  }
};

const entriesTable = (entries: readonly Entry[], name: NameActor): string =>
  table(
    ['HAPPENED', 'RECORDED', 'WHAT', 'BY', 'SOURCE'],
    entries.map((entry) => [
      entry.at,
      entry.recordedAt,
      plain(entry.summary),
      actedBy(entry, name),
      plain(entry.source),
    ]),
  );

const differenceOf = (
  client: Client,
  orderId: string,
  from: string,
  { until, by = 'happened' }: OrderOptions,
): Promise<Schemas['OrderDifference']> => {
  const query = { from, by, ...(until !== undefined && { to: until }) };
  return told(client.GET('/v1/orders/{orderId}/difference', { params: { path: { orderId }, query } }));
};

const valueText = (value: unknown): string => (value === undefined ? '' : plain(JSON.stringify(value)));

const changeCells = ({ pointer, before, after }: Change) => [
  plain(pointer),
  valueText(before),
  valueText(after),
];

const differenceText = ({ changes, facts, more }: Schemas['OrderDifference'], name: NameActor): string =>
  [
    table(['WHERE', 'BEFORE', 'AFTER'], changes.map(changeCells)),
    entriesTable(facts, name),
    ...(more === undefined ? [] : [`${more} more facts.\n`]),
  ].join('\n');

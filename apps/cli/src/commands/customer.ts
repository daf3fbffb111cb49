import { type Schemas, told } from '@tributary/client';
import { amountText } from '@tributary/contracts';
import type { Command } from 'commander';
import { ownClient } from '../api/client.ts';
import { type NameActor, namesOf } from '../api/people.ts';
import { plain } from '../api/problem.ts';
import { jsonText } from './json-text.ts';
import { type MomentOptions, withMoment } from './moment.ts';
import { table } from './table.ts';

type Overview = Schemas['CustomerOverview'];

interface CustomerOptions extends MomentOptions {
  readonly json?: true;
}

const examples = `
A moment has a zone, and is that of their orders: who is who is told as of now.

  tributary customer C-10276
  tributary customer ada@example.com --as-of 2026-11-24T12:00:00Z

Who may be the same person is linked by tributary link; what they may like is told by tributary may-like.`;

export const addCustomer = (program: Command): void => {
  withMoment(
    program
      .command('customer')
      .description('a customer over all channels: what they order, what it is worth, what comes back')
      .argument('<customer>', 'their id, or the e-mail of a guest'),
  )
    .option('--json', 'as JSON, as the platform answers')
    .addHelpText('after', examples)
    .action(runCustomer);
};

const runCustomer = async (customerId: string, { json, ...query }: CustomerOptions): Promise<void> => {
  const client = ownClient();
  const overview = await told(
    client.GET('/v1/customers/{customerId}/overview', { params: { path: { customerId }, query } }),
  );
  if (json) return void process.stdout.write(jsonText(overview));
  const linkedBy = overview.foundBy.flatMap(({ links = [] }) => links.map((link) => link.linkedBy));
  const named = await namesOf(client, linkedBy);
  process.stdout.write(overviewText(customerId, overview, named));
};

const overviewText = (asked: string, overview: Overview, named: NameActor): string =>
  [
    headOf(asked, overview),
    valueOf(overview),
    ordersOf(overview),
    goodsOf(overview),
    foundByOf(overview, named),
    ...(overview.mayAlsoBe.length > 0 ? [mayAlsoBeOf(overview)] : []),
  ].join('\n');

const headOf = (asked: string, { customer, orders, returns }: Overview): string =>
  table(
    ['CUSTOMER', 'NAME', 'ORDERS', 'OPEN', 'FIRST', 'LAST', 'CAME BACK'],
    [
      [
        plain(customer?.id ?? asked),
        plain(customer?.name ?? ''),
        orders.more === true ? `the newest ${orders.count}` : String(orders.count),
        orders.open,
        orders.first ?? '',
        orders.last ?? '',
        `${returns.units} of ${returns.ofUnits} units`,
      ],
    ],
  );

const valueOf = ({ value }: Overview): string =>
  table(
    ['CURRENCY', 'ORDERED', 'AVERAGE', 'PAID', 'GIVEN BACK'],
    value.map(({ currency, ordered, average, paid, refunded }) => [
      currency,
      ...[ordered, average, paid, refunded].map((amount) => amountText(amount, currency)),
    ]),
  );

const ordersOf = ({ newest }: Overview): string =>
  table(
    ['NEWEST ORDER', 'STATUS', 'PLACED', 'CHANNEL', 'TOTAL'],
    newest.map(({ orderId, status, placedAt, channel, total, currency }) => [
      plain(orderId),
      status,
      placedAt,
      plain(channel),
      amountText(total, currency),
    ]),
  );

const goodsOf = ({ goods }: Overview): string =>
  table(
    ['ORDERS MOST', 'UNITS', 'BACK', 'NAME'],
    goods.map(({ sku, units, returned, name = '' }) => [plain(sku), units, returned, plain(name)]),
  );

const foundByOf = ({ foundBy }: Overview, named: NameActor): string =>
  table(
    ['THEIRS BY', 'VALUE', 'ORDERS', 'WHY'],
    foundBy.map(({ by, value, orders, why, links = [] }) => [
      by,
      plain(value),
      orders,
      plain(
        [why, ...links.map((link) => `${link.linkedAt} by ${named(link.linkedBy)}: ${link.why}`)].join('; '),
      ),
    ]),
  );

const mayAlsoBeOf = ({ mayAlsoBe }: Overview): string =>
  table(
    ['MAY ALSO BE', 'VALUE', 'ORDERS', 'NAME', 'SHARES'],
    mayAlsoBe.map(({ by, value, orders, name = '', shared }) => [
      by,
      plain(value),
      orders,
      plain(name),
      plain(shared.map((one) => one.value).join(', ')),
    ]),
  );

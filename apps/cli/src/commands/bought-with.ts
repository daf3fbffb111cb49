import { told } from '@tributary/client';
import type { Command } from 'commander';
import { ownClient } from '../api/client.ts';
import { plain } from '../api/problem.ts';
import { wholeNumber } from './options.ts';
import { table } from './table.ts';

interface Options {
  readonly limit?: number;
}

const limit = ['--limit <number>', 'most goods', wholeNumber(1, 50)] as const;

export const addBoughtWith = (program: Command): void => {
  program
    .command('bought-with')
    .description('goods that are bought with a product more often than by chance')
    .argument('<sku>')
    .option(...limit)
    .action(boughtWith);
  program
    .command('may-like')
    .description('goods that a customer has not ordered and others ordered with what they have')
    .argument('<customer>', 'their id, or the e-mail of a guest')
    .option(...limit)
    .action(mayLike);
};

/** How often as a factor, with one decimal. */
const timesText = (times: number): string => `${times.toFixed(1)} ×`;

const boughtWith = async (sku: string, query: Options): Promise<void> => {
  const { items } = await told(
    ownClient().GET('/v1/products/{sku}/bought-with', { params: { path: { sku }, query } }),
  );
  const rows = items.map(({ sku: other, together, of, timesAsOften, name = '' }) => [
    plain(other),
    `${together} of ${of} orders`,
    timesText(timesAsOften),
    plain(name),
  ]);
  process.stdout.write(table(['BOUGHT WITH IT', 'ON', 'AS OFTEN', 'NAME'], rows));
};

const mayLike = async (customerId: string, query: Options): Promise<void> => {
  const { items } = await told(
    ownClient().GET('/v1/customers/{customerId}/may-like', { params: { path: { customerId }, query } }),
  );
  const rows = items.map((one) => [
    plain(one.sku),
    plain(one.with.sku),
    `${one.together} of ${one.of} orders`,
    timesText(one.timesAsOften),
    plain(one.name ?? ''),
  ]);
  process.stdout.write(table(['MAY LIKE', 'BECAUSE OF', 'ON', 'AS OFTEN', 'NAME'], rows));
};

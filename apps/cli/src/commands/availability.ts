import { type Schemas, told } from '@tributary/client';
import type { Command } from 'commander';
import { ownClient } from '../api/client.ts';
import { plain } from '../api/problem.ts';
import { table } from './table.ts';

type Availability = Schemas['SkuAvailability'];

const examples = `
  tributary availability MUG-BLUE VASE
  tributary availability MUG-BLUE --channel web`;

export const addAvailability = (program: Command): void => {
  program
    .command('availability')
    .description('what can be sold, in all or as one channel is told, and what does not count and why')
    .argument('<sku...>')
    .option('--channel <channel>', 'as this one is told')
    .addHelpText('after', examples)
    .action(runAvailability);
};

const runAvailability = async (
  skus: readonly string[],
  { channel }: { readonly channel?: string },
): Promise<void> => {
  const client = ownClient();
  const query = { sku: [...skus], ...(channel !== undefined && { channel }) };
  const { items } = await told(client.GET('/v1/availability', { params: { query } }));
  process.stdout.write(
    table(['SKU', 'LOCATION', 'AVAILABLE', 'KEPT BACK', 'NOT SOLD'], items.flatMap(rowsOf)),
  );
};

/** All of a SKU first, then location by location. */
const rowsOf = ({ sku, available, locations, notSold = [] }: Availability) => [
  [plain(sku), '(all)', available, 0, ''],
  ...locations.map((one) => [plain(sku), plain(one.location), one.available, one.keptBack ?? 0, '']),
  ...notSold.map((one) => [plain(sku), plain(one.location), one.available, 0, one.why]),
];

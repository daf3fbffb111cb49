import { type Schemas, told } from '@tributary/client';
import { type Command, Option } from 'commander';
import { type Client, ownClient } from '../api/client.ts';
import { plain } from '../api/problem.ts';
import { type MomentOptions, withMoment } from './moment.ts';
import { table } from './table.ts';

type Entry = Schemas['LedgerEntry'];
type Position = Schemas['StockPosition'];

interface StockOptions extends MomentOptions {
  readonly ledger?: true;
}

interface Place {
  readonly sku: string;
  readonly location: string;
}

/** Entries of one part of a ledger, and positions of one of a list. */
const mostEntries = 500;
const mostPositions = 200;

const examples = `
A moment has a zone:

  tributary stock MUG-BLUE --as-of 2026-11-24T12:00:00Z
  tributary stock MUG-BLUE leeds --as-of 2026-11-24T12:00:00Z
  tributary stock MUG-BLUE leeds --ledger`;

export const addStock = (program: Command): void => {
  withMoment(
    program
      .command('stock')
      .description(
        'what is there of a SKU, everywhere or at a location, now or as it was, and how it came about',
      )
      .argument('<sku>')
      .argument('[location]'),
  )
    .addOption(
      new Option('--ledger', 'all entries, oldest first, each with what stood after it').conflicts([
        'asOf',
        'knownAt',
      ]),
    )
    .addHelpText('after', examples)
    .action(runStock);
};

const runStock = async (
  sku: string,
  location: string | undefined,
  { ledger, ...query }: StockOptions,
): Promise<void> => {
  const client = ownClient();
  if (location === undefined) {
    if (ledger) throw new Error('A ledger is of one location: tributary stock SKU LOCATION --ledger.');
    process.stdout.write(positionsTable(await positionsOf(client, sku, query)));
    return;
  }
  const place = { sku, location };
  process.stdout.write(
    ledger
      ? table(
          ['ENTRY', 'HAPPENED', 'RECORDED', 'WHAT', 'MOVED', 'ON HAND', 'RESERVED', 'SOURCE'],
          (await entriesOf(client, place)).map(cellsOf),
        )
      : await figureOf(client, place, query),
  );
};

const positionsTable = (positions: readonly Position[]): string =>
  table(
    ['SKU', 'LOCATION', 'ON HAND', 'RESERVED', 'AVAILABLE'],
    positions.map(({ sku, location, onHand, reserved, available }) => [
      plain(sku),
      plain(location),
      onHand,
      reserved,
      available,
    ]),
  );

const positionsOf = async (
  client: Client,
  sku: string,
  moment: MomentOptions,
): Promise<readonly Position[]> => {
  const positions: Position[] = [];
  let cursor: string | undefined;
  do {
    const query = { sku, ...moment, limit: mostPositions, ...(cursor !== undefined && { cursor }) };
    const part: Schemas['StockPositions'] = await told(client.GET('/v1/stock', { params: { query } }));
    positions.push(...part.items);
    cursor = part.next;
  } while (cursor !== undefined);
  return positions;
};

const figureOf = async (client: Client, path: Place, query: MomentOptions): Promise<string> => {
  const figure = await told(client.GET('/v1/stock/{sku}/{location}', { params: { path, query } }));
  const { sku, location, onHand, reserved, entries } = figure;
  return table(
    ['SKU', 'LOCATION', 'ON HAND', 'RESERVED', 'ENTRIES'],
    [[plain(sku), plain(location), onHand, reserved, entries]],
  );
};

const entriesOf = async (client: Client, path: Place): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  for (let from: number | undefined = 1; from !== undefined;) {
    const query: { readonly from: number; readonly limit: number } = { from, limit: mostEntries };
    const part: Schemas['LedgerPart'] = await told(
      client.GET('/v1/stock/{sku}/{location}/ledger', { params: { path, query } }),
    );
    entries.push(...part.items);
    from = part.next;
  }
  return entries;
};

const cellsOf = ({ version, at, recordedAt, type, data, onHand, reserved, late, source }: Entry) => [
  version,
  at,
  recordedAt,
  `${plain(type.split('.')[2] ?? type)}${late ? ' (late)' : ''}`,
  (data as { readonly delta?: number }).delta ?? 0,
  onHand,
  reserved,
  plain(source),
];

import { type Chance, seededChance } from '@tributary/simulation';
import { ShuffledWorld } from './shuffled-world.ts';
import { type Told, amplyStockedDay, scarceDay } from './trading.ts';

/** How many days each promise is tried on; more by `TRIBUTARY_SEEDS`. */
const seeds = Number(process.env['TRIBUTARY_SEEDS'] ?? 50);
const first = Number(process.env['TRIBUTARY_FIRST_SEED'] ?? 1);
const eachSeed = Array.from({ length: seeds }, (_, n) => first + n);

/** What only its event id tells from another like it: two lamps may break at the same moment. */
const nameless = new Set([
  'tributary.stock.received.v1',
  'tributary.stock.adjusted.v1',
  'tributary.stock.moved.v1',
]);

/** Some of it once more, under another event id where the business can tell, and all of it in another order. */
const retold = (messages: readonly Told[], chance: Chance): Told[] => {
  const again = messages
    .filter(() => chance.happens(0.2))
    .map((told) => (nameless.has(told.type) ? told : { ...told, id: `${told.id} again` }));
  return chance.shuffled([...messages, ...again]);
};

/** Told in pieces, while what was told before is still under way. */
const tellInPieces = async (
  world: ShuffledWorld,
  messages: readonly Told[],
  chance: Chance,
): Promise<void> => {
  for (let from = 0; from < messages.length;) {
    const to = from + 1 + chance.below(6);
    await world.told(messages.slice(from, to));
    await world.advance(chance.below(12));
    from = to;
  }
};

/** The seeds of which a promise did not hold, with what was found. */
const failing = async (play: (seed: number) => Promise<readonly string[]>): Promise<string[]> => {
  const found: string[] = [];
  for (const seed of eachSeed) {
    const faults = await play(seed);
    if (faults.length > 0) found.push(`seed ${seed}: ${faults.slice(0, 4).join('; ')}`);
  }
  if (found.length > 0) console.log(`${found.length} of ${seeds} seeds failed`);
  return found.slice(0, 10);
};

interface Page {
  readonly orderId: string;
  readonly lines: readonly object[];
  readonly money: object;
}
interface Position {
  readonly sku: string;
  readonly location: string;
  readonly onHand: number;
  readonly reserved: number;
}

/** What everybody must end with: quantities and money of orders, and stock. */
const endOf = async (world: ShuffledWorld): Promise<Record<string, unknown>> => {
  const pages = await world.documents<Page>('repository.orders');
  const positions = await world.documents<Position>('inventory.stock');
  return Object.fromEntries([
    ...pages.map(({ orderId, lines, money }) => [orderId, { lines, money }]),
    ...positions.map(({ sku, location, onHand, reserved }) => [`${sku}@${location}`, { onHand, reserved }]),
  ]) as Record<string, unknown>;
};

const differences = (expected: Record<string, unknown>, actual: Record<string, unknown>): string[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(actual)])].flatMap((key) => {
    const [wanted, got] = [JSON.stringify(expected[key]), JSON.stringify(actual[key])];
    return wanted === got ? [] : [`${key} is ${got}, told in order ${wanted}`];
  });

describe('Messages told in any order, some of them twice, to services that hear of each other in any order', () => {
  it(
    'keep every promise, whoever gets the last unit',
    async () => {
      const found = await failing(async (seed) => {
        const chance = seededChance(seed);
        const { opening, trading } = scarceDay(chance);
        const world = await ShuffledWorld.open(chance);
        await world.told(opening);
        await world.settle();
        await tellInPieces(world, retold(trading, chance), chance);
        const { violations } = await world.verified();
        await world.close();
        return violations.map(({ invariant, where, problem }) => `${invariant} ${where}: ${problem}`);
      });
      expect(found).toEqual([]);
    },
    15 * 60_000,
  );

  it(
    'any-order-same-end: end in the same stock, quantities and money as told once, in order',
    async () => {
      const found = await failing(async (seed) => {
        const chance = seededChance(seed);
        const { opening, trading } = amplyStockedDay(chance);
        const [inOrder, inAnyOrder] = [await ShuffledWorld.open(chance), await ShuffledWorld.open(chance)];
        for (const world of [inOrder, inAnyOrder]) {
          await world.told(opening);
          await world.settle();
        }
        for (const told of trading) {
          await inOrder.told([told]);
          await inOrder.settle();
        }
        await tellInPieces(inAnyOrder, retold(trading, chance), chance);
        await inAnyOrder.settle();
        const faults = differences(await endOf(inOrder), await endOf(inAnyOrder));
        const { violations } = await inAnyOrder.verified();
        await inOrder.verified();
        for (const world of [inOrder, inAnyOrder]) await world.close();
        return [
          ...faults,
          ...violations.map(({ invariant, where, problem }) => `${invariant} ${where}: ${problem}`),
        ];
      });
      expect(found).toEqual([]);
    },
    15 * 60_000,
  );
});

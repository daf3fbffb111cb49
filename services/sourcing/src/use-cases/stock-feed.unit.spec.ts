import { type StockState, factTopics, placeKeyOf, stateTopics } from '@tributary/contracts';
import type { Broadcast, BusMessage } from '@tributary/event-bus';
import { interleaved } from '@tributary/testing';
import fc from 'fast-check';
import type { SkuStock } from '../projections/stock-replica/stock-replica.ts';
import { StockFeed } from './stock-feed.ts';

const time = '2026-03-02T12:00:00.000Z';
const first = `${factTopics.inventory}:0:first`;
const second = `${factTopics.inventory}:0:second`;
const leeds = { sku: 'MUG', location: 'leeds' };
const york = { sku: 'MUG', location: 'york' };
type Ledger = typeof leeds;

const state = ({ sku, location }: Ledger, data: StockState | null): Omit<BusMessage, 'offset'> => {
  const key = placeKeyOf(sku, location);
  const event = {
    ...{ id: key, type: stateTopics.stock, time, recordedTime: time, data },
    ...{ metadata: { source: 'tributary/inventory' }, position: 0, stream: key, version: 1 },
  };
  return { topic: stateTopics.stock, key, partition: `${stateTopics.stock}:0`, event };
};
/** So many units, by facts up to a position of inventory's log. */
const level = (ledger: Ledger, onHand: number, offset: number, partition = first) =>
  state(ledger, { ...ledger, onHand, reserved: 0, updatedAt: time, through: { partition, offset } });
const gone = (ledger: Ledger) => state(ledger, null);

/** A feed that has read these, and how it reads more. */
const given = async (...read: readonly Omit<BusMessage, 'offset'>[]) => {
  const feed = new StockFeed();
  let broadcast: Broadcast | undefined;
  let offset = 0;
  const reading = { caughtUp: () => Promise.resolve() };
  const when = (...messages: typeof read) =>
    broadcast!.handle(messages.map((message) => ({ ...message, offset: (offset += 1) })));
  await feed.start({
    broadcast: async (asked) => {
      broadcast = asked;
      await when(...read);
      return reading;
    },
  });
  return { feed, when, reading, broadcast: broadcast! };
};
const unitsOf = (stock: SkuStock | undefined) =>
  stock && Object.fromEntries(Object.entries(stock.locations).map(([name, { onHand }]) => [name, onHand]));

describe('Stock levels as inventory publishes them', () => {
  it('are read from the beginning by every process', async () => {
    const { broadcast } = await given();
    expect(broadcast).toMatchObject({ topics: [stateTopics.stock], from: 'beginning' });
  });

  it('are the newest of each location', async () => {
    const { feed, when } = await given(level(leeds, 5, 1), level(york, 2, 2));
    expect(unitsOf(feed.of('MUG'))).toEqual({ leeds: 5, york: 2 });
    await when(level(leeds, 4, 3));
    expect(unitsOf(feed.of('MUG'))).toEqual({ leeds: 4, york: 2 });
    expect(feed.of('POT')).toBeUndefined();
  });

  it('stay as they are when one is told late, or again', async () => {
    const { feed, when } = await given(level(leeds, 5, 1), level(leeds, 4, 3));
    await when(level(leeds, 5, 1));
    await when(level(leeds, 4, 3));
    expect(unitsOf(feed.of('MUG'))).toEqual({ leeds: 4 });
  });

  it('are replaced by another of the same place: a parked fact was handled after all', async () => {
    const { feed } = await given(level(leeds, 5, 3), level(leeds, 7, 3));
    expect(unitsOf(feed.of('MUG'))).toEqual({ leeds: 7 });
  });

  it('are no more where there is no such ledger', async () => {
    const { feed, when } = await given(level(leeds, 5, 1), level(york, 2, 2));
    await when(gone(leeds), gone({ sku: 'POT', location: 'leeds' }));
    expect(unitsOf(feed.of('MUG'))).toEqual({ york: 2 });
    await when(gone(york));
    expect(feed.of('MUG')).toBeUndefined();
    expect(feed.knows({ partition: first, offset: 1 }, leeds)).toBe(false);
  });

  it('are those of a log that another was put in the place of only until that one is told of', async () => {
    const { feed, when } = await given(level(leeds, 5, 90), level(york, 2, 91));
    await when(level(leeds, 3, 4, second));
    expect(unitsOf(feed.of('MUG'))).toEqual({ leeds: 3 });
    await when(level(leeds, 6, 92), level(york, 9, 93));
    expect(unitsOf(feed.of('MUG'))).toEqual({ leeds: 3 });
    expect(feed.knows({ partition: first, offset: 1 }, leeds)).toBe(false);
    expect(feed.knows({ partition: second, offset: 4 }, leeds)).toBe(true);
  });
});

describe('What is known of a rise', () => {
  const place = (offset: number, partition = first) => ({ partition, offset });

  it('is known once the level of its ledger is folded up to it, or further', async () => {
    const { feed, when } = await given();
    expect(feed.knows(place(2), leeds)).toBe(false);
    await when(level(leeds, 5, 3));
    expect([2, 3, 4].map((offset) => feed.knows(place(offset), leeds))).toEqual([true, true, false]);
  });

  it('is not known by the level of another ledger that was folded together with it', async () => {
    const { feed, when } = await given(level(york, 2, 3));
    expect(feed.knows(place(2), leeds)).toBe(false);
    await when(level(leeds, 5, 3));
    expect(feed.knows(place(2), leeds)).toBe(true);
  });

  it('can be waited for', async () => {
    const { feed, when } = await given(level(leeds, 5, 1));
    const seen: unknown[] = [];
    const waiting = feed.caughtUp(place(3)).then(() => seen.push(unitsOf(feed.of('MUG'))));
    await feed.caughtUp(place(1));
    await when(level(leeds, 6, 2));
    expect(seen).toEqual([]);
    await when(level(leeds, 7, 3));
    await waiting;
    expect(seen).toEqual([{ leeds: 7 }]);
  });

  it('is among all that is published by now: once the process has read it, it is known', async () => {
    const { feed, when, reading } = await given(level(leeds, 5, 1));
    reading.caughtUp = () => when(level(leeds, 7, 3));
    await feed.refresh();
    expect(unitsOf(feed.of('MUG'))).toEqual({ leeds: 7 });
  });

  it('is not known to a process that has not begun to read: it is tried again', async () => {
    await expect(new StockFeed().refresh()).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('keeps nobody waiting whose place is none of stock, or when it is closed', async () => {
    const { feed } = await given();
    await feed.caughtUp(place(9, 'tributary.order.v1:0:first'));
    const waiting = feed.caughtUp(place(9));
    await feed.close();
    await waiting;
  });
});

describe('newest-levels-win', () => {
  const ledgers = [leeds, york, { sku: 'POT', location: 'leeds' }, { sku: 'POT', location: 'constructor' }];
  /** The levels of a ledger in order, any of them once more at any time after it was told. */
  const anyTelling = (ledger: Ledger) =>
    fc
      .record({
        levels: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }),
        again: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
      })
      .map(({ levels, again }) => {
        const states = levels.map((onHand, index) => level(ledger, onHand, index + 1));
        const told = states.map((_, index) => index);
        for (const [which, later] of levels.length > 0 ? again : []) {
          const repeated = which % levels.length;
          const from = told.indexOf(repeated) + 1;
          told.splice(from + (later % (told.length - from + 1)), 0, repeated);
        }
        return { newest: levels.at(-1), told: told.map((index) => states[index]!) };
      });

  it('whatever is told late, again and in between', async () => {
    const tellings = fc.tuple(...ledgers.map(anyTelling));
    const turns = fc.array(fc.nat({ max: 3 }), { maxLength: 48 });
    const property = fc.asyncProperty(tellings, turns, async (told, chances) => {
      const all = interleaved(
        told.map((telling) => telling.told),
        chances,
      );
      const { feed } = await given(...all);
      const known = ledgers.map(({ sku, location }) => {
        const { locations = {} } = feed.of(sku) ?? {};
        return Object.hasOwn(locations, location) ? locations[location]!.onHand : undefined;
      });
      expect(known).toEqual(told.map(({ newest }) => newest));
    });
    await fc.assert(property, { numRuns: 300 });
  });
});

import { type Fate, calm, fated } from '@tributary/event-store/simulated';
import fc from 'fast-check';
import { documentOf, idsOf } from '../contract/opened.ts';
import { order, orders, put } from '../contract/orders.ts';
import { ReadStoreUnavailable, StaleCheckpoint } from '../port.ts';
import { SimulatedReadServer, SimulatedReadStore } from './index.ts';

const consumer = 'repository';
const moved = (from: number, offset: number) => ({ consumer, partition: '0', from, offset });

describe('A simulated read store in bad weather', () => {
  let server: SimulatedReadServer;
  let seen: SimulatedReadStore;
  beforeEach(async () => {
    server = new SimulatedReadServer();
    seen = await connected();
  });

  /** A process that has declared its collections, and then meets these fates. */
  const connected = async (...fates: Fate[]) => {
    const store = new SimulatedReadStore({ server, weather: fated(['done', ...fates]) });
    await store.declare([orders], consumer);
    return store;
  };

  it('has nothing of a batch that was lost', async () => {
    const store = await connected('lost');
    await expect(store.apply([put(order('o1'))], [moved(0, 1)])).rejects.toThrow(ReadStoreUnavailable);
    expect(await seen.get(orders, 'o1')).toBeUndefined();
    expect(await seen.checkpoints(consumer)).toEqual({});
    await store.apply([put(order('o1'))], [moved(0, 1)]);
    expect(await seen.checkpoints(consumer)).toEqual({ 0: 1 });
  });

  it('has a batch of which the answer was lost, and refuses its repeat', async () => {
    const store = await connected('answer-lost');
    const batch = [put(order('o1', { words: 'first' }))];
    await expect(store.apply(batch, [moved(0, 1)])).rejects.toThrow(ReadStoreUnavailable);
    expect(documentOf(await seen.get(orders, 'o1'))?.words).toBe('first');
    await expect(store.apply(batch, [moved(0, 1)])).rejects.toThrow(StaleCheckpoint);
    expect(await store.checkpoints(consumer)).toEqual({ 0: 1 });
  });

  it('has a batch while the answer is still on its way', async () => {
    const { promise: arrival, resolve: arrive } = Promise.withResolvers<void>();
    const weather = { ...calm };
    const store = new SimulatedReadStore({ server, weather });
    await store.declare([orders], consumer);
    weather.answered = () => arrival;
    let isAnswered = false;
    const applied = store.apply([put(order('o1'))], []).then(() => (isAnswered = true));
    expect(await seen.get(orders, 'o1')).toBeDefined();
    expect(isAnswered).toBe(false);
    arrive();
    expect(await applied).toBe(true);
  });

  it('does not say why it refused where that answer was lost', async () => {
    const store = await connected('answer-lost');
    await seen.apply([], [moved(0, 1)]);
    await expect(store.apply([], [moved(0, 2)])).rejects.toThrow(ReadStoreUnavailable);
    expect(await seen.checkpoints(consumer)).toEqual({ 0: 1 });
  });

  it('writes a document as it was when it was sent', async () => {
    const words = { words: 'before' };
    const document = order('o1', words);
    const applied = seen.apply([put(document)], []);
    Object.assign(document, { words: 'after' });
    await applied;
    expect(documentOf(await seen.get(orders, 'o1'))).toMatchObject(words);
  });

  it.each<Fate>(['lost', 'answer-lost'])('answers no question that was %s', async (fate) => {
    await seen.apply([put(order('o1', { words: 'kettle' }))], [moved(0, 1)]);
    const store = await connected(fate, fate, fate, fate);
    await expect(store.get(orders, 'o1')).rejects.toThrow(ReadStoreUnavailable);
    await expect(store.search(orders, 'kettle', 5)).rejects.toThrow(ReadStoreUnavailable);
    await expect(store.checkpoints(consumer)).rejects.toThrow(ReadStoreUnavailable);
    await expect(store.scan(orders)[Symbol.asyncIterator]().next()).rejects.toThrow(ReadStoreUnavailable);
    expect(idsOf(await store.search(orders, 'kettle', 5))).toEqual(['o1']);
  });

  it('names what it emptied again where the answer was lost, until a reset that arrived', async () => {
    const next = { ...orders, version: 2 };
    const weather = fated(['answer-lost', 'done', 'lost', 'done', 'answer-lost', 'done']);
    const store = new SimulatedReadStore({ server, weather });
    await expect(store.declare([next], consumer)).rejects.toThrow(ReadStoreUnavailable);
    expect(await store.declare([next], consumer)).toEqual({ emptied: [orders.name] });
    await expect(store.reset(consumer, [next])).rejects.toThrow(ReadStoreUnavailable);
    expect(await store.declare([next], consumer)).toEqual({ emptied: [orders.name] });
    await expect(store.reset(consumer, [next])).rejects.toThrow(ReadStoreUnavailable);
    expect(await store.declare([next], consumer)).toEqual({ emptied: [] });
  });

  it('answers a process that closed nothing more', async () => {
    await seen.close();
    await expect(seen.get(orders, 'o1')).rejects.toThrow('closed');
    await expect(seen.apply([put(order('o1'))], [])).rejects.toThrow('closed');
    expect(await (await connected()).get(orders, 'o1')).toBeUndefined();
  });

  it('applies everything once that somebody goes on asking for, whatever is lost', async () => {
    const fate = fc.constantFrom<Fate>('done', 'lost', 'answer-lost');
    const processes = fc.array(fc.array(fate, { maxLength: 12 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(processes, async (fates) => {
        server = new SimulatedReadServer();
        /** Counts to 6 as a fold would: reads where to go on and what is there, and writes both. */
        const count = async (store: SimulatedReadStore) => {
          for (;;) {
            try {
              const { 0: from = 0 } = await store.checkpoints(consumer);
              if (from === 6) return;
              const before = documentOf(await store.get(orders, 'o1'))?.total ?? 0;
              await store.apply([put(order('o1', { total: before + 1 }))], [moved(from, from + 1)]);
            } catch (error) {
              if (!(error instanceof ReadStoreUnavailable || error instanceof StaleCheckpoint)) throw error;
            }
          }
        };
        await Promise.all(fates.map(async (each) => count(await connected(...each))));
        const store = await connected();
        expect(documentOf(await store.get(orders, 'o1'))?.total).toBe(6);
      }),
      { numRuns: 100 },
    );
  });
});

describe('Two processes on a simulated read store', () => {
  const place = { consumer, partition: '0' };
  let server: SimulatedReadServer;
  let one: SimulatedReadStore;
  let two: SimulatedReadStore;
  beforeEach(() => {
    server = new SimulatedReadServer();
    [one, two] = [new SimulatedReadStore({ server }), new SimulatedReadStore({ server })];
  });

  it('that go on from one place: the slower is refused and writes nothing', async () => {
    const { promise: arrival, resolve: arrive } = Promise.withResolvers<void>();
    const weather = { ...calm };
    const slow = new SimulatedReadStore({ server, weather });
    await slow.declare([orders], consumer);
    await one.declare([orders], consumer);
    weather.request = () => arrival.then(() => 'done');
    const late = slow.apply([put(order('o1', { words: 'slower' })), put(order('o2'))], [moved(0, 2)]);
    await one.apply([put(order('o1', { words: 'faster' }))], [moved(0, 1)]);
    arrive();
    await expect(late).rejects.toThrow(StaleCheckpoint);
    expect(documentOf(await one.get(orders, 'o1'))?.words).toBe('faster');
    expect(idsOf(await one.getMany(orders, ['o1', 'o2']))).toEqual(['o1']);
    expect(await one.checkpoints(consumer)).toEqual({ 0: 1 });
  });

  it('of which the newer fills a collection more: the older does not move their checkpoint on', async () => {
    const added = { ...orders, name: 'contract.added' };
    await one.declare([orders], consumer);
    await one.apply([put(order('o1'))], [{ ...place, offset: 3 }]);
    expect(await two.declare([orders, added], consumer)).toEqual({ emptied: [added.name] });
    await two.reset(consumer, [orders, added]);
    await expect(one.apply([put(order('o2'))], [{ ...place, offset: 4 }])).rejects.toThrow(
      ReadStoreUnavailable,
    );
    expect(await two.checkpoints(consumer)).toEqual({});
    expect(await two.get(orders, 'o2')).toBeUndefined();
  });

  it('of two versions: the older neither reads, writes nor empties what the newer builds', async () => {
    const next = { ...orders, version: 2 };
    await one.declare([orders], consumer);
    await two.declare([next], consumer);
    await two.reset(consumer, [next]);
    await two.apply([{ ...put(order('o1')), collection: next }], [moved(0, 1)]);
    await expect(one.apply([put(order('o2'))], [])).rejects.toThrow(ReadStoreUnavailable);
    await expect(one.apply([], [moved(1, 2)])).rejects.toThrow(ReadStoreUnavailable);
    await expect(one.get(orders, 'o1')).rejects.toThrow(ReadStoreUnavailable);
    await expect(one.reset(consumer, [orders])).rejects.toThrow(ReadStoreUnavailable);
    expect(idsOf(await two.getMany(next, ['o1', 'o2']))).toEqual(['o1']);
    expect(await two.checkpoints(consumer)).toEqual({ 0: 1 });
  });
});

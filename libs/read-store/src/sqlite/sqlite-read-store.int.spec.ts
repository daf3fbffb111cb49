import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeReadStore } from '../contract/index.ts';
import { order, orders, put, remove } from '../contract/orders.ts';
import { openSqliteReadStore } from './index.ts';

describeReadStore(
  'A read store in memory',
  async () => {
    const store = openSqliteReadStore(':memory:');
    return { store, reopen: async () => store, close: () => store.close() };
  },
  { survivesReopen: false },
);

describeReadStore('A read store in a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'read-store-'));
  const file = join(folder, 'read.db');
  let store = openSqliteReadStore(file);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = openSqliteReadStore(file);
      return store;
    },
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});

describe('Two stores on one file', () => {
  it('each see what the other wrote, and write over it rightly', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'read-store-'));
    const stores = [1, 2].map(() => openSqliteReadStore(join(folder, 'read.db')));
    const [one, two] = stores as [(typeof stores)[0], (typeof stores)[0]];
    const ids = async (words: string) => (await two.search(orders, words, 9)).map(({ id }) => id);
    try {
      await one.declare([orders]);
      await two.declare([orders]);
      await one.apply([put(order('a', { words: 'blue' })), put(order('b', { words: 'blue' }))], []);
      await two.apply(
        [remove('a'), put(order('b', { words: 'red' })), put(order('c', { words: 'red' }))],
        [],
      );
      await one.apply([put(order('a', { words: 'blue' })), put(order('b', { words: 'blue' }))], []);
      await one.apply([put(order('d', { words: 'red' }))], []);
      expect([await ids('blue'), await ids('red')]).toEqual([
        ['a', 'b'],
        ['d', 'c'],
      ]);
    } finally {
      for (const store of stores) await store.close();
      await rm(folder, { recursive: true });
    }
  });
});

describe('What is no longer remembered', () => {
  it('is written over as if it were', async () => {
    const store = openSqliteReadStore(':memory:', { remembered: 2 });
    await store.declare([orders]);
    const documents = Array.from({ length: 50 }, (_, n) =>
      order(`o${n}`, { words: `blue w${n}`, skus: ['A'] }),
    );
    await store.apply(documents.map(put), []);
    const changed = documents.map((document) =>
      put({ ...document, words: 'red', skus: ['B'], status: 'shipped' }),
    );
    await store.apply([...changed, put(order('new'))], []);
    const sort = { by: 'placedAt', direction: 'asc' } as const;
    const counted = async (where: Record<string, string>) =>
      (await store.find(orders, { where, sort, limit: 200 })).items.length;
    expect(await counted({ skus: 'A' })).toBe(0);
    expect(await counted({ skus: 'B', status: 'shipped' })).toBe(50);
    expect((await store.search(orders, 'blue', 200)).length).toBe(0);
    expect((await store.search(orders, 'red', 200)).length).toBe(50);
    await store.close();
  });
});

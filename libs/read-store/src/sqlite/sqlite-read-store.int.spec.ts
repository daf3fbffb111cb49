import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describeReadStore } from '../contract/index.ts';
import { order, orders, packedOrders, put, remove } from '../contract/orders.ts';
import type { ReadStore } from '../port.ts';
import { WORDS_VERSION } from '../words.ts';
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

describe('Two stores on one file of which the newer fills a collection more', () => {
  it('do not let the older move their checkpoint on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'read-store-'));
    const [one, two] = [1, 2].map(() => openSqliteReadStore(join(folder, 'read.db'))) as [
      ReadStore,
      ReadStore,
    ];
    const [place, added] = [
      { consumer: 'repository', partition: 'log' },
      { ...orders, name: 'contract.added' },
    ];
    const unavailable = expect.objectContaining({ code: 'store-unavailable' });
    try {
      await one.declare([orders], 'repository');
      await one.apply([put(order('o1'))], [{ ...place, offset: 3 }]);
      await two.declare([orders, added], 'repository');
      await two.reset('repository', [orders, added]);
      await expect(one.apply([put(order('o2'))], [{ ...place, offset: 4 }])).rejects.toEqual(unavailable);
      expect(await two.checkpoints('repository')).toEqual({});
      expect(await two.get(orders, 'o2')).toBeUndefined();
    } finally {
      await one.close();
      await two.close();
      await rm(folder, { recursive: true });
    }
  });
});

describe('A file whose words were kept under other rules', () => {
  it('is emptied of what is searched, and of nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'read-store-'));
    const file = join(folder, 'read.db');
    const { text: _text, ...silent } = { ...orders, name: 'contract.silent' };
    const before = openSqliteReadStore(file);
    await before.declare([orders, silent]);
    await before.apply([put(order('o1', { words: 'blue' }))], []);
    await before.close();
    const raw = new DatabaseSync(file);
    raw.exec(`UPDATE "#collections" SET shape = replace(shape, '${WORDS_VERSION}]', 'true]')`);
    raw.close();
    const store = openSqliteReadStore(file);
    expect(await store.declare([orders, silent])).toEqual({ emptied: [orders.name] });
    await store.apply([put(order('o1', { words: '東京商店' }))], []);
    expect(await store.search(orders, '商店', 9)).toHaveLength(1);
    await store.close();
    await rm(folder, { recursive: true });
  });
});

describe('A file of a version that did not note what a consumer fills', () => {
  it('is opened with what it has, and only what is added is missing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'read-store-'));
    const file = join(folder, 'read.db');
    const before = openSqliteReadStore(file);
    await before.declare([orders], 'repository');
    await before.apply([put(order('o1'))], [{ consumer: 'repository', partition: 'log', offset: 3 }]);
    await before.close();
    const raw = new DatabaseSync(file);
    raw.exec('DROP TABLE "#consumers"');
    raw.close();
    const store = openSqliteReadStore(file);
    const added = { ...orders, name: 'contract.added' };
    expect(await store.declare([orders], 'repository')).toEqual({ emptied: [] });
    expect(await store.get(orders, 'o1')).toBeDefined();
    expect(await store.declare([orders, added], 'repository')).toEqual({ emptied: [added.name] });
    await store.close();
    await rm(folder, { recursive: true });
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

describe('Packed documents', () => {
  const filled = async (work: (file: string) => Promise<void>): Promise<void> => {
    const folder = await mkdtemp(join(tmpdir(), 'read-store-'));
    try {
      const file = join(folder, 'read.db');
      const store = openSqliteReadStore(file);
      await store.declare([packedOrders]);
      await store.apply([{ collection: packedOrders, id: 'o1', document: order('o1') }], []);
      await store.close();
      await work(file);
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  it('that are damaged are named as such, and never answered', () =>
    filled(async (file) => {
      const db = new DatabaseSync(file);
      db.exec(`UPDATE "contract.packed" SET json = x'ff00ff'`);
      db.close();
      const store = openSqliteReadStore(file);
      await store.declare([packedOrders]);
      const unreadable = { code: 'store-unavailable', message: expect.stringContaining('contract.packed') };
      await expect(store.get(packedOrders, 'o1')).rejects.toMatchObject(unreadable);
      await store.close();
    }));

  it('are begun anew where they are packed by another text', () =>
    filled(async (file) => {
      const store = openSqliteReadStore(file);
      const { emptied } = await store.declare([{ ...packedOrders, packed: { typical: 'another' } }]);
      expect(emptied).toEqual(['contract.packed']);
      await store.close();
    }));
});

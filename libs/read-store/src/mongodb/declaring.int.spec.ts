import { describeOnEngine } from '@tributary/testing/engines';
import { order, orders, put } from '../contract/orders.ts';
import type { Order } from '../contract/orders.ts';
import type { Collection, ReadStore } from '../port.ts';
import { declaredIn, placeOf } from './declaring.ts';
import { openMongoReadStore } from './index.ts';
import { checkIndexes } from './layout.ts';
import { temporaryDatabase } from './temporary-database.ts';

const place = placeOf(orders.name, 1);

describeOnEngine('mongodb', (address) => {
  describe('The indexes of a collection', () => {
    let store: ReadStore;
    let temporary: ReturnType<typeof temporaryDatabase>;
    const indexes = () => temporary.inside((db) => db.collection(place).indexes());
    const names = async () => (await indexes()).map(({ name }) => name!).sort();

    beforeEach(async () => {
      temporary = temporaryDatabase(address());
      store = await openMongoReadStore({ url: address(), database: temporary.database });
    });
    afterEach(async () => {
      await store.close();
      await temporary.drop();
    });

    const declared = [
      '_id_', 'by channel,status,placedAt', 'by placedAt', 'by status,placedAt', 'by total', 'having skus',
      'words newest',
    ]; // prettier-ignore

    it('are those declared, each ending with what breaks ties', async () => {
      await store.declare([orders]);
      expect(await names()).toEqual(declared);
      const keys = Object.fromEntries((await indexes()).map(({ name, key }) => [name, Object.keys(key)]));
      expect(keys['by channel,status,placedAt']).toEqual(['f.channel', 'f.status', 'f.placedAt', '_id']);
      expect(keys['having skus']).toEqual(['m.skus', 'f.placedAt', '_id']);
      expect(keys['words newest']).toEqual(['w', 'n']);
    });

    it('are made again where one is missing', async () => {
      await store.declare([orders]);
      await temporary.inside((db) => db.collection(place).dropIndex('by total'));
      await store.declare([orders]);
      expect(await names()).toEqual(declared);
    });

    it('are refused by name where one is another than its name says', async () => {
      await temporary.inside((db) =>
        db.collection(place).createIndex({ 'f.total': -1 }, { name: 'by total' }),
      );
      await expect(store.declare([orders])).rejects.toThrow('"by total" is another than declared');
    });

    it('may be an operator’s, under another name, and beside others', async () => {
      await temporary.inside(async (db) => {
        await db.collection(place).createIndex({ 'f.total': 1, _id: 1 }, { name: 'ours' });
        await db.collection(place).createIndex({ 'f.total': 1, 'f.status': 1 }, { name: 'reports' });
      });
      await store.declare([orders]);
      const expected = [...declared.filter((name) => name !== 'by total'), 'ours', 'reports'].sort();
      expect(await names()).toEqual(expected);
    });

    it('stay while another version may need them, and go when the collection begins anew', async () => {
      await store.declare([orders]);
      const fewer: Collection<Order> = { ...orders, indexes: [['placedAt']] };
      await store.declare([fewer]);
      expect(await names()).toEqual(declared);
      await store.reset('repository', [fewer]);
      const left = await temporary.inside((db) => db.collection(placeOf(orders.name, 2)).indexes());
      expect(left.map(({ name }) => name).sort()).toEqual([
        '_id_',
        'by placedAt',
        'having skus',
        'words newest',
      ]);
    });

    it('are made anew with the collection when words are kept under other rules', async () => {
      await store.declare([orders]);
      await temporary.inside(async (db) => {
        const { shape } = (await declaredIn(db).findOne({ _id: orders.name }))!;
        const before = shape.replace(/\d+\]$/, 'true]');
        await declaredIn(db).updateOne({ _id: orders.name }, { $set: { shape: before } });
      });
      expect(await store.declare([orders])).toEqual({ emptied: [orders.name] });
    });

    it('are at most 64, as on any server', async () => {
      const numbered = Array.from({ length: 64 }, (_, n) => `f${n}`);
      const fields = Object.fromEntries(
        numbered.map((name) => [name, { type: 'text' as const, of: () => '' }]),
      );
      const many = { name: 'spec.many', version: 1, fields, indexes: numbered.map((name) => [name]) };
      await expect(store.declare([many])).rejects.toThrow('spec.many: 65 indexes, of at most 64');
    });

    it('carry the longest texts', async () => {
      await store.declare([orders]);
      const long = 'ü'.repeat(20_000);
      await store.apply([put(order('o1', { status: long, skus: [long] }))], []);
      const sort = { by: 'placedAt', direction: 'asc' } as const;
      for (const where of [{ status: long }, { skus: long }] as readonly Record<string, string>[])
        expect((await store.find(orders, { where, sort, limit: 1 })).items).toHaveLength(1);
    });
  });
});

describe('An index over two lists of values', () => {
  it('is refused by name, as any server does', () => {
    const index = { name: 'having both', key: { 'm.skus': 1, w: 1 } as const };
    expect(() => checkIndexes('spec.two', [index])).toThrow('spec.two: index having both');
  });
});

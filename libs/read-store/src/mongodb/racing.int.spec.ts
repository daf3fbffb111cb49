import { describeOnEngine } from '@tributary/testing/engines';
import { documentOf, idsOf } from '../contract/opened.ts';
import { order, orders, put } from '../contract/orders.ts';
import type { Collection, ReadStore } from '../port.ts';
import { openMongoReadStore } from './index.ts';
import { placeOf } from './declaring.ts';
import type { Kept } from './layout.ts';
import { Sessions } from './sessions.ts';
import { temporaryDatabase } from './temporary-database.ts';

const checkpoint = (from: number, offset: number, partition = '0') => ({
  consumer: 'repository', partition, from, offset,
}); // prettier-ignore

const stale = expect.objectContaining({ code: 'stale-checkpoint' });
const unavailable = expect.objectContaining({ code: 'store-unavailable' });

const outcomesOf = async (work: readonly Promise<unknown>[]): Promise<readonly string[]> =>
  (await Promise.allSettled(work))
    .map((each) => (each.status === 'fulfilled' ? 'done' : (each.reason as { code: string }).code))
    .sort();

describeOnEngine('mongodb', (address) => {
  describe('Two processes on one database', () => {
    let inside: ReturnType<typeof temporaryDatabase>['inside'];
    let drop: () => Promise<unknown>;
    let open: () => Promise<ReadStore>;
    let stores: ReadStore[];
    let one: ReadStore;
    let two: ReadStore;

    beforeEach(async () => {
      const url = address();
      const temporary = temporaryDatabase(url);
      ({ inside, drop } = temporary);
      stores = [];
      open = async () => {
        const store = await openMongoReadStore({ url, database: temporary.database });
        stores.push(store);
        return store;
      };
      [one, two] = [await open(), await open()];
    });

    afterEach(async () => {
      for (const store of stores) await store.close();
      await drop();
    });

    it('may declare at once', async () => {
      const others = await Promise.all([open(), open()]);
      await Promise.all([one, two, ...others].map((store) => store.declare([orders])));
      await one.apply([put(order('o1', { words: 'kettle' }))], []);
      expect(idsOf(await two.search(orders, 'kettle', 5))).toEqual(['o1']);
    });

    it('that go on from one checkpoint: one does, the other writes nothing', async () => {
      await one.declare([orders]);
      await two.declare([orders]);
      for (let from = 0; from < 20; from += 1) {
        const apply = (store: ReadStore, id: string) =>
          store.apply([put(order('shared', { words: id })), put(order(id))], [checkpoint(from, from + 1)]);
        const ids = [`one-${from}`, `two-${from}`];
        const racing = [apply(one, ids[0]!), apply(two, ids[1]!)];
        expect(await outcomesOf(racing)).toEqual(['done', 'stale-checkpoint']);
        const [written, ...more] = idsOf(await one.getMany(orders, ids));
        expect(more).toEqual([]);
        expect(documentOf(await two.get(orders, 'shared'))?.words).toBe(written);
      }
      expect(await two.checkpoints('repository')).toEqual({ 0: 20 });
    });

    it('of which one was killed in the middle of a transaction: the other goes on at once', async () => {
      await one.declare([orders]);
      await two.declare([orders]);
      await one.apply([put(order('o1'))], [checkpoint(0, 1)]);
      await inside(async (db) => {
        const left = db.client.startSession();
        left.startTransaction();
        await new Sessions(db).note(left);
        const documents = db.collection<Kept>(placeOf(orders.name, 1));
        await documents.updateOne({ _id: 'o1' }, { $set: { json: '{}' } }, { session: left });
        await two.apply([put(order('o1', { status: 'shipped' }))], [checkpoint(1, 2)]);
        await left.endSession();
      });
      expect(documentOf(await one.get(orders, 'o1'))).toMatchObject({ status: 'shipped' });
    });

    it('that write on partitions of their own both do', async () => {
      await one.declare([orders]);
      await two.declare([orders]);
      const apply = (store: ReadStore, partition: string) =>
        store.apply([put(order(`of-${partition}`))], [checkpoint(0, 1, partition)]);
      expect(await outcomesOf([apply(one, 'a'), apply(two, 'b')])).toEqual(['done', 'done']);
      expect(idsOf(await one.getMany(orders, ['of-a', 'of-b']))).toEqual(['of-a', 'of-b']);
    });

    it('of which one begins anew: the other writes nothing that follows from before', async () => {
      await one.declare([orders]);
      await two.declare([orders]);
      expect(await one.checkpoints('repository')).toEqual({});
      await one.apply([put(order('o1'))], [checkpoint(0, 5)]);
      await two.reset('repository', [orders]);
      await expect(one.apply([put(order('o2'))], [checkpoint(5, 6)])).rejects.toEqual(stale);
      await expect(one.apply([put(order('o2'))], [checkpoint(0, 6, 'other')])).rejects.toEqual(stale);
      expect(await one.checkpoints('repository')).toEqual({});
      await one.apply([put(order('o2'))], [checkpoint(0, 1)]);
      expect(idsOf(await two.getMany(orders, ['o1', 'o2']))).toEqual(['o2']);
    });

    it('of two versions: the newer begins anew, the older is told so and loses nothing for it', async () => {
      const next: Collection<ReturnType<typeof order>> = { ...orders, version: 2 };
      await one.declare([orders]);
      await one.apply([put(order('o1'))], []);
      expect(await two.declare([next])).toEqual({ emptied: [orders.name] });
      await two.apply([{ ...put(order('o2')), collection: next }], []);
      await expect(one.apply([put(order('o3'))], [])).rejects.toEqual(unavailable);
      await expect((await open()).declare([orders])).rejects.toEqual(unavailable);
      expect(idsOf(await two.getMany(next, ['o1', 'o2', 'o3']))).toEqual(['o2']);
    });

    it('of which the newer fills a collection more: whoever was not started last moves nothing on', async () => {
      const added = { ...orders, name: 'contract.added' };
      const filled = [orders, added];
      await one.declare([orders], 'repository');
      await one.apply([put(order('o1'))], [checkpoint(0, 5)]);
      expect(await two.declare(filled, 'repository')).toEqual({ emptied: [added.name] });
      await two.reset('repository', filled);
      await expect(one.apply([put(order('o2'))], [checkpoint(0, 6)])).rejects.toEqual(unavailable);
      await two.apply([{ ...put(order('o3')), collection: added }], [checkpoint(0, 1)]);
      expect(await one.declare([orders], 'repository')).toEqual({ emptied: [] });
      await one.apply([put(order('o2'))], [checkpoint(1, 2)]);
      await expect(two.apply([], [checkpoint(2, 3)])).rejects.toEqual(unavailable);
      expect(await two.declare(filled, 'repository')).toEqual({ emptied: [added.name] });
    });

    it('of two versions: one that is refused for its version takes nothing from the newer', async () => {
      const next = { ...orders, version: 2 };
      const filled = [next, { ...orders, name: 'contract.added' }];
      await two.declare(filled, 'repository');
      await expect(one.declare([orders], 'repository')).rejects.toEqual(unavailable);
      await two.apply([], [checkpoint(0, 1)]);
      expect(await two.declare(filled, 'repository')).toEqual({ emptied: [] });
    });

    it('may declare for one consumer at once', async () => {
      const filled = [orders, { ...orders, name: 'contract.added' }];
      await one.declare([orders]);
      await one.apply([put(order('o1'))], [checkpoint(0, 5)]);
      const declared = await Promise.all([one, two].map((store) => store.declare(filled, 'repository')));
      expect(declared).toEqual([{ emptied: ['contract.added'] }, { emptied: ['contract.added'] }]);
    });

    it('leave nothing of what was given up, also when one ended before it was dropped', async () => {
      await one.declare([orders]);
      await one.apply([put(order('o1'))], [checkpoint(0, 1)]);
      await one.reset('repository', [orders]);
      await inside((db) => db.collection(placeOf(orders.name, 1)).insertOne({ left: 'behind' }));
      await two.declare([orders]);
      const names = await inside(async (db) =>
        (await db.listCollections().toArray()).map(({ name }) => name),
      );
      expect(names.filter((name) => name.startsWith(orders.name))).toEqual([placeOf(orders.name, 2)]);
    });
  });
});

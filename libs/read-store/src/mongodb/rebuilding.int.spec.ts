import { describeOnEngine } from '@tributary/testing/engines';
import { documentOf, idsOf } from '../contract/opened.ts';
import { order, orders, put } from '../contract/orders.ts';
import type { ReadStore } from '../port.ts';
import { type Rebuilding, openMongoReadStore, openMongoRebuilding } from './index.ts';
import { temporaryDatabase } from './temporary-database.ts';

const consumer = 'projections';
const at = (offset: number, from?: number) => [
  { consumer, partition: 'log', offset, ...(from !== undefined && { from }) },
];

describeOnEngine('mongodb', (address) => {
  describe('Read models that are rebuilt in MongoDB', () => {
    let database: ReturnType<typeof temporaryDatabase>;
    let live: ReadStore;
    const opened: ReadStore[] = [];
    const rebuilding = async (): Promise<Rebuilding> => {
      const begun = await openMongoRebuilding({ url: address(), database: database.database });
      opened.push(begun.store);
      await begun.store.declare([orders], consumer);
      return begun;
    };
    beforeEach(async () => {
      database = temporaryDatabase(address());
      live = await openMongoReadStore({ url: address(), database: database.database });
      opened.push(live);
      await live.declare([orders], consumer);
      await live.apply([put(order('kept')), put(order('wrong'))], at(5));
    });
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
      await database.drop();
    });
    const seen = async () =>
      idsOf((await live.find(orders, { sort: { by: 'placedAt', direction: 'asc' }, limit: 10 })).items);

    it('are seen by nobody until they are whole, and then by everybody with their checkpoint', async () => {
      const { store, finish } = await rebuilding();
      await store.apply([put(order('new'))], at(4, 0));
      await store.apply([put(order('kept', { status: 'shipped' }))], at(9, 4));
      expect(await store.checkpoints(consumer)).toEqual({ log: 9 });
      expect((await seen()).toSorted()).toEqual(['kept', 'wrong']);
      expect(await live.checkpoints(consumer)).toEqual({ log: 5 });
      await finish();
      expect(await live.checkpoints(consumer)).toEqual({ log: 9 });
      expect((await seen()).toSorted()).toEqual(['kept', 'new']);
      expect(documentOf(await live.get(orders, 'kept'))).toMatchObject({ status: 'shipped' });
      const places = await database.inside((db) =>
        db.listCollections({ name: /^repository|^orders|orders/ }).toArray(),
      );
      expect(places).toHaveLength(1);
    });

    it('are not written into by a process that goes on from before', async () => {
      await live.checkpoints(consumer);
      const { store, finish } = await rebuilding();
      await store.apply([put(order('new'))], at(5, 0));
      await finish();
      const late = live.apply([put(order('late'))], at(6, 5));
      await expect(late).rejects.toMatchObject({ code: 'stale-checkpoint' });
      expect(await live.checkpoints(consumer)).toEqual({ log: 5 });
      await live.apply([put(order('again'))], at(6, 5));
      expect((await seen()).toSorted()).toEqual(['again', 'new']);
    });

    it('begin empty where an earlier rebuild was given up', async () => {
      const { store: given } = await rebuilding();
      await given.apply([put(order('half'))], at(3, 0));
      const { store, finish } = await rebuilding();
      expect(await store.checkpoints(consumer)).toEqual({});
      await store.apply([put(order('whole'))], at(7, 0));
      await finish();
      expect(await seen()).toEqual(['whole']);
    });

    it('stay as they are where somebody begins the models anew meanwhile', async () => {
      const { store, finish } = await rebuilding();
      await store.apply([put(order('new'))], at(7, 0));
      await live.reset(consumer, [orders]);
      expect(await seen()).toEqual([]);
      await live.apply([put(order('live'))], at(1));
      await expect(finish()).rejects.toMatchObject({ code: 'store-unavailable' });
      expect(await seen()).toEqual(['live']);
    });
  });
});

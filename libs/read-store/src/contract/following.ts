import { describe, expect, it } from '@jest/globals';
import type { Collection } from '../port.ts';
import { freshStore, idsOf } from './opened.ts';
import type { Features, Open } from './opened.ts';
import { order, orders, put } from './orders.ts';
import type { Order } from './orders.ts';

const consumer = 'repository';
const checkpoint = { consumer, partition: '0', offset: 3 };
const added: Collection<Order> = { ...orders, name: 'contract.added' };

/** Which collections a consumer's checkpoint stands for, so that none stays empty behind it. */
export const describeFollowing = (open: Open, { survivesReopen = true }: Features): void => {
  describe('The collections that a consumer fills', () => {
    const opened = freshStore(open);
    const declare = async (collections: readonly Collection[], by = consumer) =>
      (await opened.store.declare(collections, by)).emptied;

    it('may be any while it has not run', async () => {
      expect(await declare([orders])).toEqual([]);
      expect(await declare([orders, added])).toEqual([]);
      expect(await declare([added])).toEqual([]);
    });

    it('are kept when they are declared again, in whatever order', async () => {
      await declare([orders, added]);
      await opened.store.apply([put(order('o1'))], [checkpoint]);
      expect(await declare([added, orders])).toEqual([]);
      await opened.store.apply([put(order('o2'))], [{ ...checkpoint, from: 3, offset: 4 }]);
      expect(idsOf(await opened.store.getMany(orders, ['o1', 'o2']))).toEqual(['o1', 'o2']);
    });

    it('name one that was added since it ran, until they were reset', async () => {
      await declare([orders]);
      await opened.store.apply([put(order('o1'))], [checkpoint]);
      expect(await declare([orders, added])).toEqual([added.name]);
      expect(await declare([orders, added])).toEqual([added.name]);
      await opened.store.reset(consumer, [orders, added]);
      expect(await declare([orders, added])).toEqual([]);
      await opened.store.apply([{ ...put(order('o1')), collection: added }], [checkpoint]);
      expect(await declare([orders, added])).toEqual([]);
      expect(await opened.store.get(added, 'o1')).toBeDefined();
    });

    it('do not move on before what was added is begun', async () => {
      await declare([orders]);
      await opened.store.apply([put(order('o1'))], [checkpoint]);
      await declare([orders, added]);
      await expect(opened.store.apply([put(order('o2'))], [{ ...checkpoint, offset: 4 }])).rejects.toEqual(
        expect.objectContaining({ code: 'store-unavailable' }),
      );
      expect(await opened.store.checkpoints(consumer)).toEqual({ 0: 3 });
      expect(await opened.store.get(orders, 'o2')).toBeUndefined();
    });

    it('go on without one that is left out, which is named when it comes back', async () => {
      await declare([orders, added]);
      await opened.store.apply([put(order('o1'))], [checkpoint]);
      expect(await declare([orders])).toEqual([]);
      expect(await opened.store.get(orders, 'o1')).toBeDefined();
      expect(await declare([orders, added])).toEqual([added.name]);
    });

    it('name each once when one was added and another changed its version', async () => {
      await declare([orders]);
      await opened.store.apply([], [checkpoint]);
      const next: Collection<Order> = { ...orders, version: 2 };
      expect(await declare([next, added])).toEqual([orders.name, added.name]);
      expect(await declare([{ ...next, name: added.name, version: 3 }])).toEqual([added.name]);
    });

    it('stand for what is there where a version before did not note them', async () => {
      await opened.store.apply([put(order('o1'))], [checkpoint]);
      expect(await declare([orders])).toEqual([]);
      expect(await opened.store.get(orders, 'o1')).toBeDefined();
      expect(await declare([orders, added])).toEqual([added.name]);
    });

    it('name what a version before did not have yet', async () => {
      await opened.store.apply([put(order('o1'))], [checkpoint]);
      expect(await declare([orders, added])).toEqual([added.name]);
      expect(await declare([orders, added])).toEqual([added.name]);
    });

    it('are nobody else’s', async () => {
      await declare([orders]);
      await opened.store.apply([], [checkpoint, { ...checkpoint, consumer: 'other' }]);
      expect(await declare([added], 'third')).toEqual([]);
      expect(await declare([orders])).toEqual([]);
    });

    if (survivesReopen) {
      it('are remembered after closing and opening again', async () => {
        await declare([orders]);
        await opened.store.apply([], [checkpoint]);
        await declare([orders, added]);
        const store = await opened.reopen();
        expect(await store.declare([orders, added], consumer)).toEqual({ emptied: [added.name] });
        await store.reset(consumer, [orders, added]);
        expect(await store.declare([orders, added], consumer)).toEqual({ emptied: [] });
      });
    }
  });
};

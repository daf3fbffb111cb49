import { type FaultyNetwork, describeOnEngine, openFaultyNetwork } from '@tributary/testing/engines';
import { idsOf } from '../contract/opened.ts';
import { order, orders, put } from '../contract/orders.ts';
import type { ReadStore } from '../port.ts';
import { openMongoReadStore } from './index.ts';
import { temporaryDatabase } from './temporary-database.ts';

/** A message's first element is its command; its value is a text or a number. */
const namesCommand = (piece: Buffer, command: string): boolean =>
  ['\u0001', '\u0002', '\u0010'].some((type) => piece.includes(`${type}${command}\0`));

const batch = Array.from({ length: 2_500 }, (_, n) => put(order(`o${n}`)));
const checkpoint = { consumer: 'repository', partition: '0', from: 0, offset: 7 };
const unavailable = expect.objectContaining({ code: 'store-unavailable' });

describeOnEngine('mongodb', (address) => {
  describe('A network that fails', () => {
    let network: FaultyNetwork;
    let temporary: ReturnType<typeof temporaryDatabase>;
    let store: ReadStore;
    let beyond: ReadStore;

    beforeEach(async () => {
      temporary = temporaryDatabase(address());
      const { database } = temporary;
      network = await openFaultyNetwork(new URL(address()));
      store = await openMongoReadStore({ url: network.url, database });
      beyond = await openMongoReadStore({ url: address(), database });
      for (const each of [store, beyond]) await each.declare([orders]);
    });
    afterEach(async () => {
      for (const each of [store, beyond]) await each.close();
      await network.close();
      await temporary.drop();
    });

    /** Cuts once, where the nth piece that names the command passes. */
    const cutAt = (command: string, nth: number) => {
      let seen = 0;
      network.state.cut = (piece) => namesCommand(piece, command) && (seen += 1) === nth;
      return () => seen;
    };

    it('in the middle of a batch leaves nothing of it, and the batch is written once all the same', async () => {
      const seen = cutAt('update', 2);
      await store.apply(batch, [checkpoint]);
      expect(seen()).toBeGreaterThan(2);
      expect(await beyond.checkpoints('repository')).toEqual({ 0: 7 });
      expect(
        await beyond.getMany(
          orders,
          batch.map(({ id }) => id),
        ),
      ).toHaveLength(batch.length);
    });

    it('for good in the middle of a batch leaves nothing of it', async () => {
      let updates = 0;
      network.state.cut = (piece) => {
        if (namesCommand(piece, 'update') && (updates += 1) === 2) network.down();
        return network.state.isDown;
      };
      await expect(store.apply(batch, [checkpoint])).rejects.toEqual(unavailable);
      expect(await beyond.checkpoints('repository')).toEqual({});
      expect(
        await beyond.getMany(
          orders,
          batch.map(({ id }) => id),
        ),
      ).toEqual([]);
      await expect(store.get(orders, 'o1')).rejects.toEqual(unavailable);
      await expect(store.checkpoints('repository')).rejects.toEqual(unavailable);
    });

    it('that loses the answer to a commit writes the batch once, and says so or that it is stale', async () => {
      let isCommitting = false;
      let isLost = false;
      network.state.cut = (piece, isAnswer) => {
        if (isLost) return false;
        if (!isAnswer) isCommitting ||= namesCommand(piece, 'commitTransaction');
        else if (isCommitting) return (isLost = true);
        return false;
      };
      const outcome = await store.apply(batch.slice(0, 3), [checkpoint]).then(
        () => 'written',
        (error: { code: string }) => error.code,
      );
      expect(isLost).toBe(true);
      expect(['written', 'stale-checkpoint']).toContain(outcome);
      expect(await beyond.checkpoints('repository')).toEqual({ 0: 7 });
      expect(idsOf(await beyond.getMany(orders, ['o0', 'o1', 'o2']))).toEqual(['o0', 'o1', 'o2']);
    });
  });
});

import type { Collection, ReadStore } from '@tributary/read-store';
import { type SimulatedReadServer, SimulatedReadStore } from '@tributary/read-store/simulated';
import type { Supervised } from './supervised.ts';

const newer = <C extends Collection>(collection: C): C => ({
  ...collection,
  version: collection.version + 1,
});

/** A read store as the next version of the platform uses it, of whose read models all have changed their shape. */
export const ofNewerVersion = (store: ReadStore): ReadStore => ({
  declare: (collections, consumer) => store.declare(collections.map(newer), consumer),
  apply: (writes, checkpoints) =>
    store.apply(
      writes.map((write) => ({ ...write, collection: newer(write.collection) })),
      checkpoints,
    ),
  get: (collection, id) => store.get(newer(collection), id),
  getMany: (collection, ids) => store.getMany(newer(collection), ids),
  find: (collection, query) => store.find(newer(collection), query),
  search: (collection, words, limit) => store.search(newer(collection), words, limit),
  checkpoints: (consumer) => store.checkpoints(consumer),
  reset: (consumer, collections) => store.reset(consumer, collections.map(newer)),
  scan: (collection) => store.scan(newer(collection)),
  close: () => store.close(),
});

/** Read models as the program reads them that folds them, in calm weather. */
export const lookedInto = (server: SimulatedReadServer, { isUpgraded }: Supervised): ReadStore => {
  const store = new SimulatedReadStore({ server });
  return isUpgraded ? ofNewerVersion(store) : store;
};

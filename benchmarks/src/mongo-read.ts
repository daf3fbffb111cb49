import type { Db } from 'mongodb';
import { type Contender, type Report, compare } from './measure.ts';
import { inMongoDatabase, placeOf } from './mongo-database.ts';
import { startRepository } from './processes.ts';
import { reading, readersAtOnce, readsInRound } from './reading.ts';
import { sampleLog } from './sample-log.ts';
import { get, listPath, listsAsked, orderPath, ordersAsked } from './sample-reads.ts';

/** The driver alone, by as many callers at once; the CPU is this process's. */
const asking = (name: string, ask: () => Promise<number>, expected: number): Contender => ({
  name,
  run: async () => {
    let left = readsInRound;
    const work = async () => {
      while ((left -= 1) >= 0) {
        const found = await ask();
        if (found !== expected) throw new Error(`${name}: ${found} documents instead of ${expected}.`);
      }
    };
    await Promise.all(Array.from({ length: readersAtOnce }, work));
    return readsInRound;
  },
});

interface Kept {
  readonly _id: string;
  readonly json: string;
}

const findOne = async (db: Db, orders: number): Promise<Contender> => {
  const documents = db.collection<Kept>(await placeOf(db, 'repository.orders'));
  const next = ordersAsked(orders);
  const ask = async () => ((await documents.findOne({ _id: next() }, { projection: { json: 1 } })) ? 1 : 0);
  return asking('findOne', ask, 1);
};

const find = async (db: Db): Promise<Contender> => {
  const documents = db.collection<Kept>(await placeOf(db, 'repository.order_list'));
  const next = listsAsked();
  const ask = async () => {
    const { channel, status, from } = next();
    const filter = { 'f.channel': channel, 'f.status': status, 'f.placedAt': { $gte: from } };
    const sort = { 'f.placedAt': -1, _id: -1 } as const;
    const found = await documents.find(filter, { projection: { json: 1 }, sort, limit: 25 }).toArray();
    return found.length;
  };
  return asking('find', ask, 25);
};

/**
 * One order by its id, and a list of 25 by channel, status and date, over HTTP from the repository in a
 * process of its own, beside the driver alone asking for the same documents. At most twice its CPU.
 */
export const mongoRead = async (url: string): Promise<readonly Report[]> => {
  const { log, orders } = await sampleLog(200_000);
  return inMongoDatabase(url, async (db) => {
    const repository = await startRepository(url, db.databaseName, log);
    const [nextOrder, nextList] = [ordersAsked(orders), listsAsked()];
    const over = (next: () => string) => reading('repository', repository, () => get(`/v1${next()}`));
    const shape = { unit: 'request', by: 'cpu', goal: 0.5, rounds: 5 } as const;
    try {
      return [
        await compare({
          ...shape,
          title: 'order by id over HTTP, read models in MongoDB',
          ours: over(() => orderPath(nextOrder())),
          theirs: await findOne(db, orders),
        }),
        await compare({
          ...shape,
          title: 'filtered list of 25 over HTTP, read models in MongoDB',
          ours: over(() => `${listPath(nextList())}&limit=25`),
          theirs: await find(db),
        }),
      ];
    } finally {
      await repository.stop();
    }
  });
};

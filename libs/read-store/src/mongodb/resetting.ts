import type { ClientSession, Db } from 'mongodb';
import { declaredIn, preparePlace } from './declaring.ts';
import { follow } from './followed.ts';
import type { Generations } from './generations.ts';
import type { Layout } from './layout.ts';
import { marksIn } from './marks.ts';

/** Another process began a collection anew in the meantime. */
class Overtaken extends Error {}

interface Means {
  generations(): Promise<Generations>;
  inTransaction(work: (session: ClientSession) => Promise<void>): Promise<void>;
}

/**
 * Begins collections anew and forgets the consumer's checkpoints, both at once: a process that still
 * writes what follows from before meets a checkpoint that is gone.
 */
export const beginAnew = async (
  db: Db,
  consumer: string,
  layouts: readonly Layout[],
  { generations, inTransaction }: Means,
): Promise<void> => {
  const names = layouts.map(({ collection }) => collection.name);
  for (;;) {
    const before = await generations();
    for (const layout of layouts) await preparePlace(db, layout, before.get(layout.collection.name)! + 1);
    try {
      await inTransaction(async (session) => {
        for (const { collection } of layouts) {
          const { matchedCount } = await declaredIn(db).updateOne(
            { _id: collection.name, generation: before.get(collection.name)! },
            { $inc: { generation: 1 }, $set: { emptied: false } },
            { session },
          );
          if (matchedCount === 0) throw new Overtaken();
        }
        await follow(db, session, consumer, names);
        await marksIn(db).deleteMany({ consumer }, { session });
      });
      return;
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }
};

import type { ClientSession, Db } from 'mongodb';
import { declaredIn, nextGeneration, preparePlace, unmoved } from './declaring.ts';
import { follow } from './followed.ts';
import type { Generations } from './generations.ts';
import type { Layout } from './layout.ts';
import { marksIn } from './marks.ts';

/** Another process began a collection anew in the meantime. */
class Overtaken extends Error {}

interface Means {
  /** @throws ReadStoreUnavailable when a collection is kept in another shape than this process knows */
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
    await generations();
    const before = await declaredIn(db)
      .find({ _id: { $in: names } })
      .toArray();
    const next = new Map(before.map((declared) => [declared._id, nextGeneration(declared)]));
    for (const layout of layouts) await preparePlace(db, layout, next.get(layout.collection.name)!);
    try {
      await inTransaction(async (session) => {
        for (const declared of before) {
          const { matchedCount } = await declaredIn(db).updateOne(
            unmoved(declared),
            { $set: { generation: next.get(declared._id)!, emptied: false } },
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

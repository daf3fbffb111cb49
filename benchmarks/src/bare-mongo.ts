import type { Db, Document } from 'mongodb';
import { placesIn } from './mongo-database.ts';
import type { Measured } from './rebuild.ts';

const documentsAtOnce = 1_000;

/** As the read store keeps it: its JSON, and beside it the values it is found by. */
interface Kept extends Document {
  readonly _id: string;
}

const prepare = async (built: Db, copy: Db, place: string): Promise<void> => {
  await copy.createCollection(place);
  const indexes = await built.collection(place).listIndexes().toArray();
  const declared = indexes.filter(({ name }) => name !== '_id_').map(({ key, name }) => ({ key, name }));
  if (declared.length > 0) await copy.collection(place).createIndexes(declared);
};

async function* pages(db: Db, place: string): AsyncGenerator<readonly Kept[]> {
  const cursor = db.collection<Kept>(place).find({}, { batchSize: documentsAtOnce });
  let page: Kept[] = [];
  for await (const document of cursor) {
    page.push(document);
    if (page.length < documentsAtOnce) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/**
 * Writes all documents of a built read store into an empty database with the same indexes, by the
 * driver alone: the least that any way of filling it must do. Only the writing is counted.
 */
export const bareMongo = async (built: Db, copy: Db): Promise<Measured> => {
  let cpu = 0;
  let time = 0;
  for (const place of await placesIn(built)) {
    await prepare(built, copy, place);
    const documents = copy.collection<Kept>(place);
    for await (const page of pages(built, place)) {
      const before = process.cpuUsage();
      const start = performance.now();
      await documents.bulkWrite(
        page.map((replacement) => ({
          replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
        })),
        { ordered: false },
      );
      const { user, system } = process.cpuUsage(before);
      cpu += user + system;
      time += performance.now() - start;
    }
  }
  return { seconds: time / 1_000, cpu };
};

import { randomBytes } from 'node:crypto';
import { type Db, MongoClient, type MongoClientOptions } from 'mongodb';

/** As the read store's own connection: the driver alone does no less for durability. */
const settings: MongoClientOptions = {
  maxPoolSize: 20,
  readConcern: { level: 'majority' },
  writeConcern: { w: 'majority', journal: true },
};

/** @param work is given a database of its own, which is dropped after it */
export const inMongoDatabase = async <T>(url: string, work: (db: Db) => Promise<T>): Promise<T> => {
  const client = new MongoClient(url, settings);
  await client.connect();
  const db = client.db(`tributary_bench_${randomBytes(6).toString('hex')}`);
  try {
    return await work(db);
  } finally {
    await db.dropDatabase();
    await client.close();
  }
};

/** Where the read store keeps the documents of its declared collections, each in a collection `<name>.<generation>`. */
export const placesIn = async (db: Db): Promise<readonly string[]> => {
  const all = await db.listCollections({}, { nameOnly: true }).toArray();
  return all.map(({ name }) => name).filter((name) => /\.\d+$/.test(name));
};

/** @throws Error the collection was not declared in this database */
export const placeOf = async (db: Db, collection: string): Promise<string> => {
  const place = (await placesIn(db)).find((name) => name.startsWith(`${collection}.`));
  if (place === undefined) throw new Error(`${db.databaseName} holds no ${collection}.`);
  return place;
};

import { randomUUID } from 'node:crypto';
import { type Db, MongoClient } from 'mongodb';

/** A database of a test's own, for specs only. */
export const temporaryDatabase = (url: string) => {
  const database = `spec_${randomUUID()}`;

  /** Past the store: what an operator, or another process, sees and does. */
  const inside = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    const client = new MongoClient(url);
    try {
      return await work(client.db(database));
    } finally {
      await client.close();
    }
  };

  return { database, inside, drop: () => inside((db) => db.dropDatabase()) };
};

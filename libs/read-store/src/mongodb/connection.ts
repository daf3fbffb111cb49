import { type Db, MongoClient, type MongoClientOptions } from 'mongodb';
import { ConnectionString } from 'mongodb-connection-string-url';
import { onServer } from './failures.ts';

/** A server that hangs is found by the driver's heartbeat, which also interrupts what waits for it. */
const settings: MongoClientOptions = {
  appName: 'tributary',
  maxPoolSize: 20,
  waitQueueTimeoutMS: 10_000,
  connectTimeoutMS: 5_000,
  serverSelectionTimeoutMS: 5_000,
  heartbeatFrequencyMS: 5_000,
  maxIdleTimeMS: 300_000,
  retryReads: true,
  retryWrites: true,
  readPreference: 'primary',
  readConcern: { level: 'majority' },
  writeConcern: { w: 'majority', journal: true },
  // JSON is stored as text, so a document has no field that could be undefined.
  ignoreUndefined: false,
};

export interface Connection {
  readonly client: MongoClient;
  readonly db: Db;
}

const WITHOUT_TRANSACTIONS =
  'The read store needs transactions, which a standalone MongoDB lacks. Run it as a replica set, one ' +
  'member is enough: start mongod with --replSet rs0 and run rs.initiate() once.';

/**
 * @throws Error when the server has no transactions
 * @throws ReadStoreUnavailable when it does not answer
 */
export const connect = async (url: string, database: string): Promise<Connection> => {
  const client = new MongoClient(url, settings);
  try {
    return await onServer(async () => {
      await client.connect();
      const hello = await client.db('admin').command({ hello: 1 });
      if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid')
        throw new Error(WITHOUT_TRANSACTIONS);
      return { client, db: client.db(database) };
    });
  } catch (error) {
    await client.close();
    throw error;
  }
};

/** The database that a connection string names; undefined for none. */
export const databaseIn = (url: string): string | undefined =>
  decodeURIComponent(new ConnectionString(url).pathname.slice(1)) || undefined;

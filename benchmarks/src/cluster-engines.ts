import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { onTopicsOfItsOwn } from './kafka-namespace.ts';
import { inDatabase } from './postgres-database.ts';

export interface Engines {
  readonly postgres: string;
  readonly mongodb: string;
  /** `host:port`, separated by commas. */
  readonly kafka: string;
}

const dropDatabases = async (url: string, prefix: string): Promise<void> => {
  const client = new MongoClient(url);
  try {
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
    for (const { name } of databases) if (name.startsWith(prefix)) await client.db(name).dropDatabase();
  } finally {
    await client.close();
  }
};

/**
 * Settings of processes that share databases and topics of their own.
 * @param work what is left of it is dropped afterwards
 */
export const onEnginesOfItsOwn = async <T>(
  { postgres, mongodb, kafka }: Engines,
  work: (settings: Readonly<Record<string, string>>) => Promise<T>,
): Promise<T> => {
  const name = `tributary_bench_${randomBytes(6).toString('hex')}`;
  const readStore = new URL(mongodb);
  readStore.pathname = `/${name}`;
  try {
    return await inDatabase(postgres, name, (eventStore) =>
      onTopicsOfItsOwn(kafka, (topics) =>
        work({ ...topics, TRIBUTARY_EVENT_STORE: eventStore, TRIBUTARY_READ_STORE: readStore.href }),
      ),
    );
  } finally {
    await dropDatabases(mongodb, `${name}_`);
  }
};

import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';
import pg from 'pg';
import { onTopicsOfItsOwn } from './kafka-namespace.ts';

export interface Engines {
  readonly postgres: string;
  readonly mongodb: string;
  /** `host:port`, separated by commas. */
  readonly kafka: string;
}

const told = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

const dropDatabases = async (url: string, prefix: string): Promise<void> => {
  const client = new MongoClient(url);
  try {
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
    for (const { name } of databases) if (name.startsWith(prefix)) await client.db(name).dropDatabase();
  } finally {
    await client.close();
  }
};

const at = (server: string, database: string): string => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
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
  await told(postgres, `CREATE DATABASE ${name}`);
  try {
    return await onTopicsOfItsOwn(kafka, (topics) =>
      work({
        ...topics,
        TRIBUTARY_EVENT_STORE: at(postgres, name),
        TRIBUTARY_READ_STORE: at(mongodb, name),
      }),
    );
  } finally {
    await told(postgres, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await dropDatabases(mongodb, `${name}_`);
  }
};

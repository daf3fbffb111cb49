import { type Service, services } from '@tributary/contracts';
import type { EventLog } from '@tributary/event-store';
import { openKurrentEventLog } from '@tributary/event-store/kurrentdb';
import { openPostgresEventLog } from '@tributary/event-store/postgres';
import { Kafka, logLevel } from 'kafkajs';
import { MongoClient } from 'mongodb';
import { Client } from 'pg';

/** Addresses of the engines that the distributed shape stands on here. */
export interface EnginesForTests {
  readonly kafka: string;
  readonly readStore: string;
  readonly eventStore: string;
}

const {
  KAFKA_BROKERS: kafka,
  MONGODB_URL: readStore,
  POSTGRES_URL: postgres,
  KURRENTDB_URL: kurrentdb,
} = process.env;

/** Those that the environment names; undefined when one is missing. */
export const enginesForTests: EnginesForTests | undefined =
  kafka && readStore && (postgres ?? kurrentdb)
    ? { kafka, readStore, eventStore: (postgres ?? kurrentdb)! }
    : undefined;

/** Takes away what an installation left on the engines: topics, groups, schemas, databases. */
export const removeInstallation = async (engines: EnginesForTests, namespace: string): Promise<void> => {
  await Promise.all([
    removeTopics(engines.kafka, `${namespace}.`),
    removeDatabases(engines, namespace),
    removeSchemas(engines, namespace),
  ]);
};

const removeTopics = async (brokers: string, prefix: string): Promise<void> => {
  const kafkaClient = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });
  const admin = kafkaClient.admin();
  await admin.connect();
  try {
    const topics = (await admin.listTopics()).filter((name) => name.startsWith(prefix));
    if (topics.length > 0) await admin.deleteTopics({ topics });
    const groups = (await admin.listGroups()).groups.map(({ groupId }) => groupId);
    const ours = groups.filter((groupId) => groupId.startsWith(prefix));
    // Members that were killed linger in their group until the broker misses them.
    if (ours.length > 0) await admin.deleteGroups(ours).catch(() => undefined);
  } finally {
    await admin.disconnect();
  }
};

/** What an installation calls its own part of an engine. */
const nameOf = (namespace: string, service: Service): string =>
  `${namespace.replaceAll('-', '_')}_${service}`;

export const removeDatabases = async (
  { readStore: url }: EnginesForTests,
  namespace: string,
): Promise<void> => {
  const client = await MongoClient.connect(url);
  try {
    for (const service of services) await client.db(nameOf(namespace, service)).dropDatabase();
  } finally {
    await client.close();
  }
};

/** The log of one service of an installation, as another process of it. */
export const openLogForTests = (
  { eventStore: url }: EnginesForTests,
  namespace: string,
  service: Service,
): Promise<EventLog> =>
  url.startsWith('postgres')
    ? openPostgresEventLog({ url, schema: nameOf(namespace, service) })
    : openKurrentEventLog({ url, prefix: nameOf(namespace, service) });

const removeSchemas = async ({ eventStore: url }: EnginesForTests, namespace: string): Promise<void> => {
  if (!url.startsWith('postgres')) return;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const service of services)
      await client.query(`DROP SCHEMA IF EXISTS "${nameOf(namespace, service)}" CASCADE`);
  } finally {
    await client.end();
  }
};

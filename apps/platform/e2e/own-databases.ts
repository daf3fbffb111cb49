import { randomUUID } from 'node:crypto';
import { type Db, MongoClient } from 'mongodb';
import pg from 'pg';
import { openKafka } from '@tributary/event-bus/kafka';
import { ownDatabase } from '@tributary/event-store/postgres';

/** Databases of one platform under test, on servers that others use too. */
export interface OwnDatabases {
  /** What the platform is started with to use them. */
  readonly settings: Readonly<Record<string, string>>;
  drop(): Promise<void>;
}

const onPostgres = async (server: string, name: string): Promise<OwnDatabases> => {
  const told = async (statement: string) => {
    const client = new pg.Client(server);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  return {
    settings: { TRIBUTARY_EVENT_STORE: await ownDatabase(server, name) },
    drop: () => told(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
};

/** The streams of one platform begin with a name of its own; they stay on the server, as all streams do. */
const onKurrent = (server: string, name: string): OwnDatabases => ({
  settings: { TRIBUTARY_EVENT_STORE: server.replace(/^([^/]+\/\/[^/?]+)(\/[^?]*)?/, `$1/${name}`) },
  drop: () => Promise.resolve(),
});

/** A transaction of a platform that was killed would hold up the drop for a minute. */
const dropped = async (db: Db): Promise<void> => {
  const noted = await db.collection('_sessions').find().toArray();
  if (noted.length > 0) await db.command({ killSessions: noted.map(({ _id: id }) => ({ id })) });
  await db.dropDatabase();
};

/** A database comes to be with the first collection in it. */
const onMongo = (server: string, name: string): OwnDatabases => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  const drop = async () => {
    const client = new MongoClient(server);
    try {
      const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
      for (const { name: each } of databases) if (each.startsWith(`${name}_`)) await dropped(client.db(each));
    } finally {
      await client.close();
    }
  };
  return { settings: { TRIBUTARY_READ_STORE: url.href }, drop };
};

/**
 * Takes away the topics and groups of a namespace.
 * @param brokers `host:port`, separated by commas
 */
export const dropTopics = async (brokers: string, namespace: string): Promise<void> => {
  const admin = openKafka({ brokers: brokers.split(','), clientId: namespace }).admin();
  await admin.connect();
  try {
    const isOwn = (each: string) => each.startsWith(`${namespace}.`);
    const { groups } = await admin.listGroups();
    await admin.deleteGroups(groups.map(({ groupId }) => groupId).filter(isOwn)).catch(() => {});
    await admin.deleteTopics({ topics: (await admin.listTopics()).filter(isOwn) });
  } finally {
    await admin.disconnect();
  }
};

const onKafka = (bus: string, name: string): OwnDatabases => ({
  settings: { TRIBUTARY_BUS: bus, TRIBUTARY_KAFKA_NAMESPACE: name },
  drop: () => dropTopics(bus.slice('kafka://'.length), name),
});

/** Servers that others use, too; what none is named for lies in the platform's data folder. */
export interface Servers {
  readonly eventStore?: string | undefined;
  readonly readStore?: string | undefined;
  readonly bus?: string | undefined;
}

/** Those that TRIBUTARY_E2E_EVENT_STORE, TRIBUTARY_E2E_READ_STORE and TRIBUTARY_E2E_BUS name. */
export const serversNamed = (): Servers => ({
  eventStore: process.env['TRIBUTARY_E2E_EVENT_STORE'],
  readStore: process.env['TRIBUTARY_E2E_READ_STORE'],
  bus: process.env['TRIBUTARY_E2E_BUS'],
});

export const ownDatabases = async ({ eventStore, readStore, bus }: Servers): Promise<OwnDatabases> => {
  const name = `e2e_${randomUUID().replaceAll('-', '')}`;
  const own = [
    ...(eventStore?.startsWith('kurrentdb') ? [onKurrent(eventStore, name)] : []),
    ...(eventStore?.startsWith('postgres') ? [await onPostgres(eventStore, name)] : []),
    ...(readStore ? [onMongo(readStore, name)] : []),
    ...(bus ? [onKafka(bus, name)] : []),
  ];
  return {
    settings: Object.assign({}, ...own.map(({ settings }) => settings)) as Record<string, string>,
    drop: async () => {
      for (const each of own) await each.drop();
    },
  };
};

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NewEvent } from '@tributary/event-store';
import { ourLog } from './append.ts';
import { type Contender, type Report, compare } from './measure.ts';
import { peer } from './peers.ts';
import { eventsInStream, nextStream, sampleEvent } from './sample-events.ts';

const title = 'append, 1 a commit, beside emmett-sqlite on one connection';

/** What is used of emmett-sqlite. */
interface EmmettSqlite {
  sqliteConnection(options: { fileName: string }): Connection;
  getSQLiteEventStore(options: object): EmmettStore;
}
interface Connection {
  command(sql: string): Promise<unknown>;
  close(): void;
}
/** What is used of an event store of emmett, whatever its engine. */
export interface EmmettStore {
  appendToStream(
    stream: string,
    events: readonly Pick<NewEvent, 'type' | 'data' | 'metadata'>[],
    options: { expectedStreamVersion: bigint | 'STREAM_DOES_NOT_EXIST' },
  ): Promise<unknown>;
  readonly schema: { migrate(): Promise<unknown> };
}

/** One event an append to short streams, each call awaited, expected versions checked: the work of `append`. */
export const appendThroughEmmett = async (store: EmmettStore, count: number): Promise<void> => {
  let stream = '';
  for (let index = 0; index < count; index += 1) {
    const version = index % eventsInStream;
    if (version === 0) stream = nextStream();
    const { type, data, metadata } = sampleEvent();
    const expectedStreamVersion = version === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(version);
    await store.appendToStream(stream, [{ type, data, metadata }], { expectedStreamVersion });
  }
};

/** One connection for all calls: its default opens one a call and is three to four times slower. */
const emmettOnOneConnection = async (folder: string, events: number): Promise<Contender> => {
  const { getSQLiteEventStore, sqliteConnection } = (await peer(
    '@event-driven-io/emmett-sqlite',
  )) as EmmettSqlite;
  const fileName = path.join(folder, 'emmett.db');
  const connection = sqliteConnection({ fileName });
  await connection.command('PRAGMA synchronous = FULL');
  const store = getSQLiteEventStore({ fileName, connectionOptions: { singleton: true, connection } });
  await store.schema.migrate();
  return {
    name: 'emmett-sqlite, 1 at once',
    run: async () => {
      await appendThroughEmmett(store, events);
      return events;
    },
    close: () => Promise.resolve(connection.close()),
  };
};

/** The same work through emmett-sqlite: one event a durable commit, each call awaited, expected versions checked. */
export const emmett = async (): Promise<readonly Report[]> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-emmett-'));
  try {
    const theirs = await emmettOnOneConnection(folder, 200);
    return [
      await compare({ title, ours: ourLog(folder, 1, 600), theirs, unit: 'event', goal: 4, rounds: 31 }),
    ];
  } catch (error) {
    return [
      {
        title,
        skipped: `emmett-sqlite cannot be installed or run here (${(error as Error).message.split('\n')[0]})`,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

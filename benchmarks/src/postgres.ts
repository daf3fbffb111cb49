import { randomBytes } from 'node:crypto';
import { openPostgresEventLog } from '@tributary/event-store/postgres';
import pg from 'pg';
import { appendAtOnce } from './append.ts';
import { barePostgres } from './bare-postgres.ts';
import { type EmmettStore, appendThroughEmmett } from './emmett.ts';
import { type Contender, type Report, compare } from './measure.ts';
import { peer } from './peers.ts';
import { inDatabase } from './postgres-database.ts';
import { startWriters } from './postgres-processes.ts';

const title = 'PostgreSQL append';
const unit = 'event';
const schema = 'ours';

/** Callers at once, ours and emmett's events in a round, and the least ratio to emmett's rate. */
const crowds = [
  { callers: 1, events: 200, emmettEvents: 200, goal: 1 },
  { callers: 16, events: 1_600, emmettEvents: 400, goal: 3 },
  { callers: 64, events: 6_400, emmettEvents: 640, goal: 6 },
];

const ourLog = async (url: string, callers: number, events: number): Promise<Contender> => {
  const log = await openPostgresEventLog({ url, schema });
  const store = log.forService('order');
  return {
    name: `event log, ${callers} at once`,
    run: () => appendAtOnce(store, callers, events),
    close: () => log.close(),
  };
};

interface EmmettPostgres {
  getPostgreSQLEventStore(url: string): EmmettStore & { close(): Promise<void> };
}

/** With its default pool of ten connections: pools of 8, 16 and 32 were no faster. */
const emmettLog = async (url: string, callers: number, events: number): Promise<Contender> => {
  const { getPostgreSQLEventStore } = (await peer('@event-driven-io/emmett-postgresql')) as EmmettPostgres;
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  const each = Math.ceil(events / callers);
  return {
    name: `emmett-postgresql, ${callers} at once`,
    run: async () => {
      await Promise.all(Array.from({ length: callers }, () => appendThroughEmmett(store, each)));
      return each * callers;
    },
    close: () => store.close(),
  };
};

const besideEmmett = async (url: string): Promise<Report[]> => {
  try {
    await peer('@event-driven-io/emmett-postgresql');
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    return [
      {
        title: `${title} beside emmett-postgresql`,
        skipped: `it cannot be installed or run here (${reason})`,
      },
    ];
  }
  const reports: Report[] = [];
  for (const { callers, events, emmettEvents, goal } of crowds)
    reports.push(
      await compare({
        title: `${title} beside emmett-postgresql, ${callers} at once`,
        ours: await ourLog(url, callers, events),
        theirs: await emmettLog(url, callers, emmettEvents),
        unit,
        goal,
        rounds: 15,
      }),
    );
  return reports;
};

/** Events in a transaction of ours, as the server counted them: rows of one transaction share their `xmin`. */
const commitSize = async (url: string, callers: number, events: number): Promise<number> => {
  const log = await ourLog(url, callers, events);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: heads } = await client.query<{ position: string }>(`SELECT position FROM ${schema}.head`);
    await log.run();
    const { rows } = await client.query<{ size: number }>(
      `SELECT count(*)::float / count(DISTINCT xmin::text) AS size FROM ${schema}.events WHERE position > $1`,
      [heads[0]!.position],
    );
    return Math.max(1, Math.round(rows[0]!.size));
  } finally {
    await client.end();
    await log.close?.();
  }
};

const besideBareInserts = async (url: string): Promise<Report[]> => {
  const reports: Report[] = [];
  for (const { callers, events } of crowds) {
    const batch = await commitSize(url, callers, events);
    reports.push(
      await compare({
        title: `${title} beside a bare INSERT, ${batch} a commit`,
        ours: await ourLog(url, callers, events),
        theirs: await barePostgres(url, batch, events),
        unit,
        goal: 0.5,
        rounds: 15,
      }),
    );
  }
  return reports;
};

const besideOneProcess = async (url: string): Promise<Report[]> => {
  const writers = await startWriters(url, schema, 4);
  try {
    const reports: Report[] = [];
    for (const processes of [2, 4])
      reports.push(
        await compare({
          title: `${title} by ${processes} processes, beside one`,
          ours: writers.contender(processes, 16, 3_200),
          theirs: writers.contender(1, 16, 3_200),
          unit,
          goal: 1,
          rounds: 15,
        }),
      );
    return reports;
  } finally {
    await writers.stop();
  }
};

/**
 * Durable appends through the PostgreSQL adapter, beside emmett-postgresql and bare inserts on the same
 * server, and by several processes beside one. Only the clients' CPU is counted.
 */
export const postgres = async (): Promise<readonly Report[]> => {
  const server = process.env['POSTGRES_URL'];
  if (!server) return [{ title, skipped: 'POSTGRES_URL names no server' }];
  const name = `tributary_bench_${randomBytes(6).toString('hex')}`;
  return inDatabase(server, name, async (url) => [
    ...(await besideEmmett(url)),
    ...(await besideBareInserts(url)),
    ...(await besideOneProcess(url)),
  ]);
};

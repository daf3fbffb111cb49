import pg from 'pg';
import type { Contender } from './measure.ts';
import { eventsInStream, nextStream, sampleEvent } from './sample-events.ts';

const tables = `
  CREATE TABLE IF NOT EXISTS bare_events (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, stream text COLLATE "C" NOT NULL, version bigint NOT NULL,
    id text COLLATE "C" NOT NULL, type text COLLATE "C" NOT NULL, time text NOT NULL, recorded text NOT NULL,
    data text NOT NULL, metadata text NOT NULL
  );
  CREATE UNIQUE INDEX IF NOT EXISTS bare_events_by_stream ON bare_events (stream, version);
  CREATE UNIQUE INDEX IF NOT EXISTS bare_events_by_id ON bare_events (id);
`;

const insert = {
  name: 'insert',
  text: `INSERT INTO bare_events (stream, version, id, type, time, recorded, data, metadata)
         SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])`,
};

/**
 * What is left of appending when everything but PostgreSQL is left out: one prepared statement of many
 * rows in a transaction, on one connection, with the keys any table of events has.
 * @param batch rows in a transaction
 */
export const barePostgres = async (url: string, batch: number, events: number): Promise<Contender> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(tables);
  const streams = Array.from({ length: batch }, () => nextStream());
  let version = 0;
  const commitOne = async (): Promise<void> => {
    if (version === eventsInStream) {
      version = 0;
      for (let index = 0; index < batch; index += 1) streams[index] = nextStream();
    }
    version += 1;
    const rows = streams.map(() => sampleEvent());
    await client.query('BEGIN');
    const recorded = new Date().toISOString();
    const values = [
      streams.map((stream) => `order/${stream}`),
      rows.map(() => version),
      ...(['id', 'type', 'time'] as const).map((key) => rows.map((row) => row[key])),
      rows.map(() => recorded),
      ...(['data', 'metadata'] as const).map((key) => rows.map((row) => JSON.stringify(row[key]))),
    ];
    await client.query({ ...insert, values });
    await client.query('COMMIT');
  };
  return {
    name: `bare INSERT, transactions of ${batch}`,
    run: async () => {
      const batches = Math.ceil(events / batch);
      for (let index = 0; index < batches; index += 1) await commitOne();
      return batches * batch;
    },
    close: () => client.end(),
  };
};

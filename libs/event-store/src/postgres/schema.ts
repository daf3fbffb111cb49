import type { Client } from 'pg';
import { StoreUnavailable } from '../port.ts';

/** Changes with the tables; a log that a newer version has changed is refused. */
const schemaVersion = 2;

/** Guards the creation of schemas: any number that nobody else in the database uses. */
const creationLock = 7_203_144_913;

/**
 * The tables of one log.
 *
 * `head` has one row, which every append locks first: appends of all processes happen one after the
 * other, positions are dense, and an event becomes visible only after everything below it. A counter
 * kept in a row is given back when its transaction fails, unlike a sequence, whose numbers also
 * become visible out of order under concurrent commits (the technique of gapless counters; compare
 * message-db's advisory lock for each category, and O. Dudycz, "How Postgres sequences issues can
 * impact your messaging guarantees", event-driven.io). It costs parallel commits; many appends in
 * one transaction, and a log for each service, make up for it.
 *
 * `events` is partitioned by position, so that old parts can be moved, and vacuumed, by themselves. What must
 * be unique over all partitions has tables of its own: ids in `event_ids`, a stream's version in
 * `streams`, where also its ends lie, so that reading it touches only partitions that have it.
 */
const tables = (schema: string): string => `
  CREATE TABLE "${schema}".head (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    position bigint NOT NULL,
    recorded text NOT NULL
  );
  INSERT INTO "${schema}".head (position, recorded) VALUES (0, '');
  CREATE TABLE "${schema}".events (
    position bigint NOT NULL PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    id text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    time text NOT NULL,
    recorded text NOT NULL,
    data text NOT NULL,
    metadata text NOT NULL,
    hash text NOT NULL
  ) PARTITION BY RANGE (position);
  CREATE INDEX ON "${schema}".events (stream, version);
  CREATE TABLE "${schema}".event_ids (
    id text COLLATE "C" PRIMARY KEY,
    position bigint NOT NULL
  );
  CREATE TABLE "${schema}".streams (
    name text COLLATE "C" PRIMARY KEY,
    version bigint NOT NULL,
    hash text NOT NULL,
    first bigint NOT NULL,
    last bigint NOT NULL
  ) WITH (fillfactor = 80);
  CREATE TABLE "${schema}".leases (
    name text PRIMARY KEY,
    holder uuid NOT NULL,
    expires timestamptz NOT NULL
  );
  CREATE TABLE "${schema}".positions (
    name text PRIMARY KEY,
    position bigint NOT NULL
  );
  CREATE TABLE "${schema}".about (
    schema_version int NOT NULL,
    partition_size bigint NOT NULL,
    epoch text NOT NULL DEFAULT gen_random_uuid()
  );
`;

/** What a log of an earlier version lacks. */
const upgrade = (schema: string): string => `
  ALTER TABLE "${schema}".about ADD COLUMN IF NOT EXISTS epoch text NOT NULL DEFAULT gen_random_uuid();
  UPDATE "${schema}".about SET schema_version = ${schemaVersion} WHERE schema_version < ${schemaVersion};
`;

export interface About {
  /** How many positions a partition holds: decided when the log was made. */
  readonly partitionSize: number;
  readonly epoch: string;
  /** When the last event was recorded, ISO 8601; empty in an empty log. */
  readonly recorded: string;
}

/**
 * Creates what is missing; safe when several processes start at once.
 * @throws StoreUnavailable a newer version has changed the log
 */
export const prepareSchema = async (
  client: Client,
  schema: string,
  partitionSize: number,
): Promise<About> => {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [creationLock]);
    const { rows: there } = await client.query<{ about: string | null }>('SELECT to_regclass($1) AS about', [
      `"${schema}".about`,
    ]);
    if (there[0]!.about === null) {
      await client.query(`CREATE SCHEMA IF NOT EXISTS "${schema}"`);
      await client.query(tables(schema));
      await client.query(`INSERT INTO "${schema}".about (schema_version, partition_size) VALUES ($1, $2)`, [
        schemaVersion,
        partitionSize,
      ]);
    }
    await client.query(upgrade(schema));
    const { rows } = await client.query<{
      schema_version: number;
      partition_size: string;
      epoch: string;
      recorded: string;
    }>(`SELECT schema_version, partition_size, epoch, recorded FROM "${schema}".about, "${schema}".head`);
    await client.query('COMMIT');
    const about = rows[0]!;
    if (about.schema_version > schemaVersion)
      throw new StoreUnavailable(
        `The event log ${schema} was written by a newer version (${about.schema_version}, here ${schemaVersion}).`,
      );
    const { epoch, recorded } = about;
    return { partitionSize: Number(about.partition_size), epoch, recorded };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
};

/**
 * Makes the partitions up to a position, and the next one once the last is nine tenths full. Called
 * with `head` locked. A partition is made beside the table and attached: that locks out nobody who reads.
 * @returns up to which position there are partitions now
 */
export const preparePartitions = async (
  client: Pick<Client, 'query'>,
  schema: string,
  partitionSize: number,
  through: number,
): Promise<number> => {
  const wanted = Math.floor((through + partitionSize / 10) / partitionSize);
  for (let number = 0; number <= wanted; number += 1) {
    const name = `"${schema}".events_${number}`;
    const { rows } = await client.query<{ there: string | null }>('SELECT to_regclass($1) AS there', [name]);
    if (rows[0]!.there !== null) continue;
    const [from, to] = [number * partitionSize + 1, (number + 1) * partitionSize + 1];
    await client.query(`CREATE TABLE ${name} (LIKE "${schema}".events INCLUDING ALL)`);
    await client.query(
      `ALTER TABLE ${name} ADD CONSTRAINT range CHECK (position >= ${from} AND position < ${to})`,
    );
    await client.query(
      `ALTER TABLE "${schema}".events ATTACH PARTITION ${name} FOR VALUES FROM (${from}) TO (${to})`,
    );
  }
  return (wanted + 1) * partitionSize;
};

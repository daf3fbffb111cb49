import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { walSettings } from '@tributary/sqlite';
import { StoreUnavailable } from '../port.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS events (
    position INTEGER PRIMARY KEY,
    stream   TEXT NOT NULL,
    version  INTEGER NOT NULL,
    id       TEXT NOT NULL,
    type     TEXT NOT NULL,
    time     TEXT NOT NULL,
    recorded TEXT NOT NULL,
    data     TEXT NOT NULL,
    metadata TEXT NOT NULL,
    hash     TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS events_by_stream ON events (stream, version);
  CREATE UNIQUE INDEX IF NOT EXISTS events_by_id ON events (id);
  CREATE TABLE IF NOT EXISTS checkpoints (
    consumer TEXT PRIMARY KEY,
    position INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS about (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** SQLite result codes (https://sqlite.org/rescode.html); extended codes carry the primary one in the low byte. */
export const resultCode = {
  busy: 5,
  locked: 6,
  ioError: 10,
  full: 13,
  constraintUnique: 2067,
  constraintPrimaryKey: 1555,
} as const;

export const errorCodeOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) : 0;

/** Bytes of the write-ahead log from which on a thread writes it back; a page that changed often meanwhile is written once. */
export const writtenBackFrom = 16 * 1024 * 1024;

/** An open log, with what keeps other processes out. */
export interface OpenDatabase {
  readonly db: DatabaseSync;
  close(): void;
}

/**
 * Opens the log for one writer process. FULL makes every commit durable before it is answered.
 * @throws StoreUnavailable another process holds the file
 */
export const openDatabase = (file: string): OpenDatabase => {
  const owned = own(file);
  try {
    const db = prepared(new DatabaseSync(file));
    return {
      db,
      close: () => {
        db.close();
        owned?.close();
      },
    };
  } catch (error) {
    owned?.close();
    throw error;
  }
};

/**
 * Keeps a second process out until this one ends, however it ends, by SQLite's lock on an empty file beside: under
 * one on the log itself no thread of ours could write it back.
 */
const own = (file: string): DatabaseSync | undefined => {
  if (file === ':memory:') return undefined;
  const owner = new DatabaseSync(`${file}-owner`);
  try {
    owner.exec('BEGIN EXCLUSIVE');
    return owner;
  } catch (error) {
    owner.close();
    if ((errorCodeOf(error) & 0xff) !== resultCode.busy) throw error;
    throw new StoreUnavailable(
      `Another process has the event log ${file} open. One process writes a log: stop that one, or use another data folder.`,
    );
  }
};

const prepared = (db: DatabaseSync): DatabaseSync => {
  try {
    db.exec(`
      ${walSettings(writtenBackFrom)}
      PRAGMA synchronous = FULL;
      PRAGMA cache_size = -65536;
    `);
    db.exec('BEGIN IMMEDIATE');
    db.exec(schema);
    db.prepare("INSERT OR IGNORE INTO about (name, value) VALUES ('epoch', ?)").run(randomUUID());
    db.exec('COMMIT');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

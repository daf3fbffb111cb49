import { DatabaseSync } from 'node:sqlite';
import type { NewEvent } from '@tributary/event-store';

/** One row to write, as any event table has it. */
export interface BareAppend {
  readonly stream: string;
  readonly version: number;
  readonly event: NewEvent;
}

/** What is left of appending when everything but SQLite is left out: the floor the log is compared with. */
export class BareSqlite {
  private readonly db: DatabaseSync;
  private readonly insert;

  constructor(file: string) {
    this.db = new DatabaseSync(file);
    this.db.exec(`
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA cache_size = -65536;
      PRAGMA wal_autocheckpoint = 4000;
      CREATE TABLE events (
        position INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, id TEXT NOT NULL,
        type TEXT NOT NULL, time TEXT NOT NULL, recorded TEXT NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX events_by_stream ON events (stream, version);
      CREATE UNIQUE INDEX events_by_id ON events (id);
    `);
    this.insert = this.db.prepare(
      'INSERT INTO events (stream, version, id, type, time, recorded, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
  }

  /** One durable transaction. */
  append(appends: readonly BareAppend[]): void {
    this.db.exec('BEGIN IMMEDIATE');
    const recorded = new Date().toISOString();
    for (const { stream, version, event } of appends) {
      const { id, type, time, data, metadata } = event;
      this.insert.run(
        stream,
        version,
        id,
        type,
        time,
        recorded,
        JSON.stringify(data),
        JSON.stringify(metadata),
      );
    }
    this.db.exec('COMMIT');
  }

  close(): void {
    this.db.close();
  }
}

import { DatabaseSync } from 'node:sqlite';
import { WriteAheadLog, walSettings } from '@tributary/sqlite';
import type { ReadStore } from '../port.ts';
import { CheckInUse } from './check-in-use.ts';
import { type Damaged, isCheckedInUse, moveAsideIfDamaged } from './damage.ts';
import { OWN_TABLES } from './declaration.ts';
import { onFile } from './failures.ts';
import { SqliteReadStore } from './sqlite-read-store.ts';

export interface Checked {
  /** Told of a file that was found damaged before it was opened, and moved aside. */
  readonly onDamaged: (damaged: Damaged) => void;
  /** Told what is wrong with a long file that was found damaged in use: what it answers is not to be relied on, and its next start moves it aside. */
  readonly onDamagedInUse: (problem: string) => void;
  /** Bytes up to which all of a file is checked before it is opened, beyond which while it is in use; 256 MiB unless told. */
  readonly first?: number;
}

export interface SqliteReadStoreOptions {
  /** Page cache in MiB; 64 unless told. */
  readonly cacheMiB?: number;
  /** Part of the file read through the page cache of the operating system, in MiB; 128 unless told. */
  readonly mmapMiB?: number;
  /** Documents of each collection whose last written state is remembered; 20,000 unless told. */
  readonly remembered?: number;
  /** How long to wait for another process's write, in milliseconds; 5,000 unless told. */
  readonly busyTimeout?: number;
  /** Has the file checked; one that is damaged is moved aside, and told. Unchecked when left out. */
  readonly checked?: Checked;
}

const connect = (file: string, options: SqliteReadStoreOptions): DatabaseSync => {
  const db = new DatabaseSync(file, { timeout: options.busyTimeout ?? 5_000 });
  try {
    prepareFile(db, options);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

const prepareFile = (db: DatabaseSync, options: SqliteReadStoreOptions): void => {
  // NORMAL may lose the last commits in a power failure, whole and with their checkpoints: they are
  // applied again from the log.
  db.exec(`
    ${walSettings()}
    PRAGMA synchronous = NORMAL;
    PRAGMA cache_size = ${-1024 * (options.cacheMiB ?? 64)};
    PRAGMA mmap_size = ${1024 * 1024 * (options.mmapMiB ?? 128)};
    ${OWN_TABLES}`);
};

/**
 * A read store in one SQLite file, or in memory for `:memory:`. Its work is synchronous: a call has
 * been done when its promise is handed out.
 * @throws ReadStoreUnavailable when the file cannot be opened, or is damaged and nobody asked for it to be moved aside
 */
export const openSqliteReadStore = (file: string, options: SqliteReadStoreOptions = {}): ReadStore => {
  const { checked } = options;
  const damaged = checked && moveAsideIfDamaged(file, checked.first);
  if (damaged) checked.onDamaged(damaged);
  const db = onFile(() => connect(file, options));
  const check =
    checked && isCheckedInUse(file, checked.first) ? new CheckInUse(file, checked.onDamagedInUse) : undefined;
  return new SqliteReadStore(db, new WriteAheadLog(db, file), options.remembered ?? 20_000, check);
};

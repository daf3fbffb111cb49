import { rmSync } from 'node:fs';
import { DatabaseSync, backup } from 'node:sqlite';
import { errorCodeOf, resultCode } from './schema.ts';

/** Pages (4 kB) copied before writers get their turn: a commit waits for a few milliseconds at most. */
const pagesAtOnce = 250;
const mostAttempts = 20;

const headOf = (file: string): number => {
  const copy = new DatabaseSync(file, { readOnly: true });
  try {
    return Number(copy.prepare('SELECT coalesce(max(position), 0) AS head FROM events').get()!['head']);
  } finally {
    copy.close();
  }
};

/** A copy that begins in the middle of a commit is refused by SQLite, and begun again. */
const copied = async (db: DatabaseSync, file: string): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    rmSync(file, { force: true });
    try {
      await backup(db, file, { rate: pagesAtOnce });
      return;
    } catch (error) {
      const isBusy = (errorCodeOf(error) & 0xff) === resultCode.busy;
      if (!isBusy || attempt === mostAttempts) throw error;
    }
  }
};

/**
 * Copies an open log to a file while it is written to: what was committed before the call is in it, and whole.
 * @see https://sqlite.org/backup.html
 * @returns the last position in the copy
 */
export const snapshot = async (db: DatabaseSync, file: string): Promise<number> => {
  await copied(db, file);
  return headOf(file);
};

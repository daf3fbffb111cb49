import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseSync, backup } from 'node:sqlite';
import { type HeadMark, headMarkIn } from './head-mark.ts';
import { errorCodeOf, resultCode } from './schema.ts';

/** Pages (4 kB) copied before writers get their turn: a commit waits for a few milliseconds at most. */
const pagesAtOnce = 250;
const mostAttempts = 100;
/** Between two attempts, in milliseconds, at random: else they keep step with writers who commit in every turn. */
const longestPause = 20;

/** A copy that is opened as a log names itself anew: what the original recorded meanwhile it does not have. */
const withoutEpoch = (file: string): HeadMark => {
  const copy = new DatabaseSync(file);
  try {
    copy.exec("DELETE FROM about WHERE name = 'epoch'");
    return headMarkIn(copy);
  } finally {
    copy.close();
  }
};

/**
 * Whether the log was being written to at that moment. Node tells of it by what the copy says of itself,
 * which may be that there was no error.
 */
const isPassing = (error: unknown): boolean =>
  [0, resultCode.busy, resultCode.locked].includes(errorCodeOf(error) & 0xff);

/** A copy that begins in the middle of a commit is refused by SQLite, and begun again. */
const copied = async (db: DatabaseSync, file: string): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    rmSync(file, { force: true });
    try {
      await backup(db, file, { rate: pagesAtOnce });
      return;
    } catch (error) {
      if (!isPassing(error) || attempt === mostAttempts) throw error;
      await delay(Math.random() * longestPause);
    }
  }
};

/**
 * Copies an open log to a file while it is written to: what was committed before the call is in it, and whole.
 * Only its epoch is not.
 * @see https://sqlite.org/backup.html
 * @returns the mark of the last event in the copy
 */
export const snapshot = async (db: DatabaseSync, file: string): Promise<HeadMark> => {
  await copied(db, file);
  return withoutEpoch(file);
};

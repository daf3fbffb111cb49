import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { onFile } from './failures.ts';
import { type Check, faultsIn } from './faults.ts';

/** A file that was moved aside. */
export interface Damaged {
  readonly movedTo: string;
  /** What SQLite says of it. */
  readonly problem: string;
}

/**
 * What SQLite finds wrong with a file; one that is missing has nothing wrong with it.
 * @param check `quick_check` reads every page once; `integrity_check` also compares indexes with their tables
 * @returns each fault in SQLite's words, 100 at most
 * @throws ReadStoreUnavailable the file cannot be looked at, which says nothing of what it holds
 */
export const damageOf = (file: string, check: Check): readonly string[] =>
  onFile(() => faultsIn(file, check));

/** Bytes up to which a file is checked before it is opened, which takes a quarter of a second. */
export const checkedFirst = 256 * 1024 * 1024;

/** Beside a file that was found damaged while it was in use: its next start checks all of it first. */
export const suspicionOf = (file: string): string => `${file}.suspect`;

/** @returns whether a file is so long that all of it is looked at only while it is in use */
export const isCheckedInUse = (file: string, first = checkedFirst): boolean =>
  (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > first;

/** What shows at a glance, however long the file is: that it is no database, or shorter than it says. */
const looksWhole = (file: string): boolean => {
  try {
    const db = new DatabaseSync(file, { readOnly: true });
    try {
      const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count']);
      const size = Number(db.prepare('PRAGMA page_size').get()?.['page_size']);
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
      return statSync(file).size >= pages * size;
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
};

const problemIn = (file: string, first: number): string | undefined => {
  const isLeftForLater = isCheckedInUse(file, first) && !existsSync(suspicionOf(file)) && looksWhole(file);
  return isLeftForLater ? undefined : damageOf(file, 'quick_check')[0];
};

/**
 * Moves a damaged file out of the way, whole with its -wal and -shm: whoever opens it next begins anew. Of a long one
 * that raised no suspicion only so much is looked at as takes no time, see `checkInUse`.
 * @param first bytes up to which all of it is looked at
 * @param at UTC instant that its new name ends in
 * @throws ReadStoreUnavailable the file cannot be looked at
 */
export const moveAsideIfDamaged = (
  file: string,
  first = checkedFirst,
  at = new Date(),
): Damaged | undefined => {
  const problem = problemIn(file, first);
  rmSync(suspicionOf(file), { force: true });
  if (problem === undefined) return undefined;
  const movedTo = `${file}.damaged-${at.toISOString().replace(/[-:.]/g, '')}`;
  for (const suffix of ['', '-wal', '-shm'])
    if (existsSync(file + suffix)) renameSync(file + suffix, movedTo + suffix);
  return { movedTo, problem };
};

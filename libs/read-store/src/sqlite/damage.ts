import { existsSync, renameSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { damageIn, onFile } from './failures.ts';

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
 * @see https://sqlite.org/pragma.html#pragma_integrity_check
 */
export const damageOf = (file: string, check: 'quick_check' | 'integrity_check'): readonly string[] => {
  if (!existsSync(file)) return [];
  try {
    // Only read, so that it is found as it was left; not mapped into memory, where a cut file would end the process.
    const db = new DatabaseSync(file, { readOnly: true });
    try {
      const found = db.prepare(`PRAGMA ${check}`).all();
      const said = found.map((row) => String(row[check]).replace(/\s+/g, ' '));
      return said.filter((each) => each !== 'ok');
    } finally {
      db.close();
    }
  } catch (error) {
    const problem = damageIn(error);
    if (problem !== undefined) return [problem];
    return onFile(() => {
      throw error;
    });
  }
};

/**
 * Moves a damaged file out of the way, whole with its -wal and -shm: whoever opens it next begins anew.
 * @param at UTC instant that its new name ends in
 * @throws ReadStoreUnavailable the file cannot be looked at
 */
export const moveAsideIfDamaged = (file: string, at = new Date()): Damaged | undefined => {
  const [problem] = damageOf(file, 'quick_check');
  if (problem === undefined) return undefined;
  const movedTo = `${file}.damaged-${at.toISOString().replace(/[-:.]/g, '')}`;
  for (const suffix of ['', '-wal', '-shm'])
    if (existsSync(file + suffix)) renameSync(file + suffix, movedTo + suffix);
  return { movedTo, problem };
};

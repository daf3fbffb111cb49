import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { damageIn } from './result-codes.ts';

export type Check = 'quick_check' | 'integrity_check';

/**
 * What SQLite finds wrong with a file, as `damageOf` has it.
 * @throws what SQLite throws where the file cannot be looked at
 * @see https://sqlite.org/pragma.html#pragma_integrity_check
 */
export const faultsIn = (file: string, check: Check): readonly string[] => {
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
    if (problem === undefined) throw error;
    return [problem];
  }
};

import type { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { onFile } from './failures.ts';

export type Value = string | number | null | Uint8Array;
export type Row = readonly Value[];

/** Rows of one multi-row statement: enough to spread its fixed cost, few enough to stay one small program. */
const GROUP = 16;
const MOST_STATEMENTS = 500;

/**
 * Prepared statements by their text; rows come back as arrays.
 * Each throws ReadStoreUnavailable where the file cannot be used.
 */
export interface Statements {
  readonly db: DatabaseSync;
  run(sql: string, ...values: readonly SQLInputValue[]): void;
  all(sql: string, ...values: readonly SQLInputValue[]): readonly Row[];
  get(sql: string, ...values: readonly SQLInputValue[]): Row | undefined;
  /**
   * Inserts rows given one after another in `values`, `width` values each, in their order. Where the
   * statement ignores conflicts, says which rows stood in a group of which some were ignored.
   */
  insert(
    into: string,
    width: number,
    values: readonly SQLInputValue[],
    onConflict?: string,
  ): readonly number[];
  /** Runs all or nothing; the write lock is taken at once, so a waiting writer waits here. */
  transaction<T>(work: () => T): T;
}

const tuples = (width: number, rows: number): string =>
  Array.from({ length: rows }, () => `(${'?,'.repeat(width - 1)}?)`).join(',');

export const statementsOn = (db: DatabaseSync): Statements => {
  const prepared = new Map<string, StatementSync>();

  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    if (prepared.size >= MOST_STATEMENTS) prepared.delete(prepared.keys().next().value!);
    const statement = db.prepare(sql);
    statement.setReturnArrays(true);
    prepared.set(sql, statement);
    return statement;
  };

  return {
    db,
    run: (sql, ...values) => onFile(() => void prepare(sql).run(...values)),
    all: (sql, ...values) => onFile(() => prepare(sql).all(...values) as unknown as readonly Row[]),
    get: (sql, ...values) => onFile(() => prepare(sql).get(...values) as unknown as Row | undefined),

    insert: (into, width, values, onConflict = '') =>
      onFile(() => {
        const rows = values.length / width;
        const doubtful: number[] = [];
        const insertRows = (from: number, to: number, group: number): void => {
          const statement = prepare(`${into} VALUES ${tuples(width, group)} ${onConflict}`);
          for (let row = from; row < to; row += group) {
            const { changes } = statement.run(...values.slice(row * width, (row + group) * width));
            if (Number(changes) < group) for (let at = 0; at < group; at++) doubtful.push(row + at);
          }
        };
        const grouped = rows - (rows % GROUP);
        if (grouped > 0) insertRows(0, grouped, GROUP);
        if (grouped < rows) insertRows(grouped, rows, 1);
        return doubtful;
      }),

    transaction: (work) =>
      onFile(() => {
        // One that could not even be rolled back, because the disk failed, is still open.
        if (db.isTransaction) prepare('ROLLBACK').run();
        prepare('BEGIN IMMEDIATE').run();
        try {
          const result = work();
          prepare('COMMIT').run();
          return result;
        } catch (error) {
          // SQLite has already rolled back after some failures (disk full, for one).
          if (db.isTransaction) prepare('ROLLBACK').run();
          throw error;
        }
      }),
  };
};

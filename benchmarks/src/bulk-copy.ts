import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

const rowsAtOnce = 16;
const rowsInTransaction = 10_000;

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

type Values = readonly SQLInputValue[];

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A table of FTS5's own (`words_data`, `words_idx`, …): written by inserting into the virtual one. */
const isShadow = (name: string, virtual: readonly string[]): boolean =>
  virtual.some((text) => name.startsWith(`${text}_`));

/** A read store as it was built: its schema and its rows, to be inserted again with nothing in between. */
export class BuiltStore {
  private readonly db: DatabaseSync;
  readonly schema: readonly string[];
  private readonly tables: readonly Table[];
  private readonly texts: readonly string[];

  constructor(file: string) {
    this.db = new DatabaseSync(file);
    const entries = this.db
      .prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
      .all() as { type: string; name: string; sql: string }[];
    this.texts = entries.filter(({ sql }) => /^CREATE VIRTUAL TABLE/i.test(sql)).map(({ name }) => name);
    const own = entries.filter(({ name }) => !isShadow(name, this.texts));
    this.schema = own.map(({ sql }) => sql);
    this.tables = own
      .filter(({ type, name }) => type === 'table' && !this.texts.includes(name))
      .map(({ name }) => ({ name, columns: this.columnsOf(name) }));
  }

  /**
   * Every row as it has to be inserted, table by table, a few thousand at a time.
   * The words of a text index are kept nowhere but in the index, and are read back from there.
   */
  *rows(): Generator<{ readonly table: Table; readonly rows: readonly Values[] }> {
    for (const table of this.tables) yield* this.pages(table, `SELECT * FROM ${quoted(table.name)}`);
    for (const name of this.texts) {
      this.db.exec(`CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, ${quoted(name)}, instance)`);
      this.db.exec(
        `CREATE TEMP TABLE by_row AS SELECT doc, group_concat(term, ' ') AS words FROM temp.words GROUP BY doc ORDER BY doc`,
      );
      yield* this.pages({ name, columns: ['rowid', 'words'] }, 'SELECT doc, words FROM temp.by_row');
      this.db.exec('DROP TABLE temp.by_row; DROP TABLE temp.words');
    }
  }

  close(): void {
    this.db.close();
  }

  private *pages(table: Table, sql: string): Generator<{ table: Table; rows: Values[] }> {
    const statement = this.db.prepare(sql);
    statement.setReturnArrays(true);
    let rows: Values[] = [];
    for (const row of statement.iterate() as unknown as Iterable<Values>) {
      rows.push(row);
      if (rows.length === rowsInTransaction) {
        yield { table, rows };
        rows = [];
      }
    }
    if (rows.length > 0) yield { table, rows };
  }

  private columnsOf(table: string): string[] {
    return (this.db.prepare(`PRAGMA table_info(${quoted(table)})`).all() as { name: string }[]).map(
      ({ name }) => name,
    );
  }
}

const insertRows = (db: DatabaseSync, { name, columns }: Table, rows: readonly Values[]): void => {
  const tuple = `(${columns.map(() => '?').join(',')})`;
  const into = `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(',')}) VALUES`;
  const many = db.prepare(`${into} ${Array(rowsAtOnce).fill(tuple).join(',')}`);
  const one = db.prepare(`${into} ${tuple}`);
  db.exec('BEGIN IMMEDIATE');
  let at = 0;
  for (; at + rowsAtOnce <= rows.length; at += rowsAtOnce)
    many.run(...rows.slice(at, at + rowsAtOnce).flat());
  for (; at < rows.length; at += 1) one.run(...rows[at]!);
  db.exec('COMMIT');
};

/**
 * Inserts all rows of a built store into an empty one of the same schema and settings: the least that
 * any way of filling it must do. Only the inserting is counted.
 * @returns seconds and microseconds of CPU
 */
export const bulkCopy = (
  built: BuiltStore,
  file: string,
): { readonly seconds: number; readonly cpu: number } => {
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;
    PRAGMA mmap_size = 134217728; PRAGMA wal_autocheckpoint = 16000; ${built.schema.join(';')}`);
  let cpu = 0;
  let time = 0;
  for (const { table, rows } of built.rows()) {
    const before = process.cpuUsage();
    const start = performance.now();
    insertRows(db, table, rows);
    const { user, system } = process.cpuUsage(before);
    cpu += user + system;
    time += performance.now() - start;
  }
  db.close();
  return { seconds: time / 1_000, cpu };
};

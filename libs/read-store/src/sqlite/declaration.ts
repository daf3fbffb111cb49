import type { Statements } from './statements.ts';
import { creation, documentsTable, indexCreation, shapeOf, sideTable, textTable } from './table.ts';
import type { Table } from './table.ts';

/** The store's own tables; `#` cannot stand in a collection's name. */
export const OWN_TABLES = `
  CREATE TABLE IF NOT EXISTS "#collections" (name TEXT PRIMARY KEY, shape TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "#checkpoints" (
    consumer TEXT NOT NULL, partition TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (consumer, partition)) WITHOUT ROWID`;

/** The tables that a collection of this shape has. */
const tablesOf = (name: string, shape: string): readonly string[] => {
  const [, , many, hasText] = JSON.parse(shape) as [
    unknown,
    unknown,
    readonly (readonly string[])[],
    boolean,
  ];
  const sides = many.map(([field]) => sideTable(name, field!));
  return [documentsTable(name), ...sides, ...(hasText ? [textTable(name)] : [])];
};

const dropOtherIndexes = (sql: Statements, table: Table): void => {
  const wanted = new Set(table.indexes.map(({ name }) => name));
  const present = sql.all(
    `SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`,
    table.collection.name,
  );
  for (const [name] of present) {
    if (!wanted.has(`"${name}"`)) sql.db.exec(`DROP INDEX "${name}"`);
  }
};

/**
 * Brings the tables to the declaration. Documents of another version or shape are dropped, since
 * their columns cannot be trusted; a changed list of indexes is only applied.
 * @returns whether documents of another version or shape were dropped
 */
export const declareTable = (sql: Statements, table: Table): boolean => {
  const { name } = table.collection;
  const shape = shapeOf(table.collection);
  const before = sql.get(`SELECT shape FROM "#collections" WHERE name = ?`, name)?.[0];
  if (before !== shape) {
    const old = before === undefined ? [] : tablesOf(name, String(before));
    for (const dropped of old) sql.db.exec(`DROP TABLE ${dropped}`);
    for (const statement of creation(table)) sql.db.exec(statement);
    sql.run(`INSERT OR REPLACE INTO "#collections" VALUES (?, ?)`, name, shape);
  }
  dropOtherIndexes(sql, table);
  for (const statement of indexCreation(table)) sql.db.exec(statement);
  return before !== undefined && before !== shape;
};

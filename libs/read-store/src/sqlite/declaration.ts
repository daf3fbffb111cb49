import { shapeOf } from '../declared.ts';
import type { Collection } from '../port.ts';
import type { Statements } from './statements.ts';
import { creation, documentsTable, indexCreation, sideTable, textTable, wordsTable } from './table.ts';
import type { Table } from './table.ts';

/** The store's own tables; `#` cannot stand in a collection's name. */
export const OWN_TABLES = `
  CREATE TABLE IF NOT EXISTS "#collections" (name TEXT PRIMARY KEY, shape TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "#checkpoints" (
    consumer TEXT NOT NULL, partition TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (consumer, partition)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "#consumers" (consumer TEXT PRIMARY KEY, follows TEXT NOT NULL) WITHOUT ROWID`;

/** Stands before the shape of a collection that was emptied, until its consumer has been reset. */
const EMPTIED = 'emptied ';

/** The tables that a collection of this shape has; of one from before words were kept, there are none of these. */
const tablesOf = (name: string, shape: string): readonly string[] => {
  const [, , many, words] = JSON.parse(shape) as [
    unknown,
    unknown,
    readonly (readonly string[])[],
    boolean | number,
  ];
  const sides = many.map(([field]) => sideTable(name, field!));
  return [documentsTable(name), ...sides, ...(words ? [textTable(name), wordsTable(name)] : [])];
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
 * @returns whether documents of another version or shape were dropped and not begun anew since
 */
export const declareTable = (sql: Statements, table: Table): boolean => {
  const { name } = table.collection;
  const shape = shapeOf(table.collection);
  const stored = sql.get(`SELECT shape FROM "#collections" WHERE name = ?`, name)?.[0];
  const before = stored === undefined ? undefined : String(stored).replace(EMPTIED, '');
  const emptied = stored !== undefined && stored !== shape;
  if (before !== shape) {
    for (const dropped of before === undefined ? [] : tablesOf(name, before))
      sql.db.exec(`DROP TABLE IF EXISTS ${dropped}`);
    for (const statement of creation(table)) sql.db.exec(statement);
    sql.run(`INSERT OR REPLACE INTO "#collections" VALUES (?, ?)`, name, `${emptied ? EMPTIED : ''}${shape}`);
  }
  dropOtherIndexes(sql, table);
  for (const statement of indexCreation(table)) sql.db.exec(statement);
  return emptied;
};

/** From now on the collection begins at the beginning, as its consumer does. */
export const markRebuilt = (sql: Statements, collection: Collection): void =>
  sql.run(`UPDATE "#collections" SET shape = ? WHERE name = ?`, shapeOf(collection), collection.name);

import { PREFIXES } from './searching.ts';
import { checkDeclaration } from '../declared.ts';
import type { Collection } from '../port.ts';
import { type Packing, packingOf } from './packing.ts';

/** A collection as tables: its documents, one side table for each many-field, one text index. */
export interface Table {
  readonly collection: Collection;
  /** Quoted, as all names here. */
  readonly documents: string;
  readonly text?: string;
  /** Of the words of its texts, each once. */
  readonly words?: string;
  readonly many: ReadonlyMap<string, string>;
  /** The columns compared to tell what an upsert changes: one a field, then the digests. */
  readonly compared: readonly string[];
  readonly indexes: readonly Index[];
  readonly packing: Packing;
}

export interface Index {
  readonly name: string;
  readonly fields: readonly string[];
}

/** A field's column; the prefix keeps it apart from the table's own. */
export const column = (field: string): string => `f_${field}`;

export const documentsTable = (collection: string): string => `"${collection}"`;
export const sideTable = (collection: string, field: string): string => `"${collection}#many#${field}"`;
export const textTable = (collection: string): string => `"${collection}#text"`;
export const wordsTable = (collection: string): string => `"${collection}#words"`;

/** @throws Error when the declaration cannot become tables */
export const tableOf = (collection: Collection): Table => {
  checkDeclaration(collection);
  const { name, fields, many = {}, indexes } = collection;
  const manyFields = Object.keys(many);
  return {
    collection,
    documents: documentsTable(name),
    ...(collection.text === undefined ? {} : { text: textTable(name), words: wordsTable(name) }),
    many: new Map(manyFields.map((field) => [field, sideTable(name, field)])),
    compared: [
      ...Object.keys(fields).map(column),
      ...(manyFields.length === 0 ? [] : ['many_digest']),
      ...(collection.text === undefined ? [] : ['text_digest']),
    ],
    indexes: indexes.map((index) => ({ name: `"${name}:${index.join(',')}"`, fields: index })),
    packing: packingOf(collection),
  };
};

const sqlType = (type: 'text' | 'integer'): string => type.toUpperCase();

/** The statements that create the collection's empty tables. */
export const creation = (table: Table): readonly string[] => {
  const { fields, many = {} } = table.collection;
  const columns = Object.entries(fields).map(([field, { type }]) => `${column(field)} ${sqlType(type)}`);
  const digests = table.compared.slice(columns.length).map((name) => `${name} INTEGER NOT NULL`);
  const documents = [
    'n INTEGER PRIMARY KEY',
    'id TEXT NOT NULL',
    ...columns,
    ...digests,
    'json TEXT NOT NULL',
  ];
  return [
    `CREATE TABLE ${table.documents} (${documents.join(', ')}, UNIQUE (id))`,
    ...[...table.many].flatMap(([field, side]) => {
      const sort = sqlType(fields[many[field]!.sortedBy]!.type);
      return [
        `CREATE TABLE ${side} (n INTEGER NOT NULL, value TEXT NOT NULL, sort ${sort}, id TEXT NOT NULL,
           PRIMARY KEY (n, value)) WITHOUT ROWID`,
        `CREATE INDEX ${side.slice(0, -1)}:value" ON ${side} (value, sort, id)`,
      ];
    }),
    // Words are prepared by wordsOf, so the tokenizer only splits at spaces; nothing but the words of a
    // row is ever asked, so no positions are kept (0.7 of the size). The prefix indexes keep a broad prefix
    // such as "web" lazy, at 2 to 4 µs a document; `searching.ts` says what becomes of others.
    ...(table.text === undefined
      ? []
      : [
          `CREATE VIRTUAL TABLE ${table.text} USING fts5 (words, content='', contentless_delete=1,
             detail=none, tokenize='ascii', prefix='${PREFIXES.join(' ')}')`,
          `CREATE TABLE ${table.words} (word TEXT PRIMARY KEY) WITHOUT ROWID`,
        ]),
  ];
};

export const indexCreation = (table: Table): readonly string[] =>
  table.indexes.map(
    ({ name, fields }) =>
      `CREATE INDEX IF NOT EXISTS ${name} ON ${table.documents} (${fields.map(column).join(', ')}, id)`,
  );

/** The statements that empty the collection's tables. */
export const emptying = (table: Table): readonly string[] => [
  `DELETE FROM ${table.documents}`,
  ...[...table.many.values()].map((side) => `DELETE FROM ${side}`),
  ...(table.text === undefined
    ? []
    : [`INSERT INTO ${table.text} (${table.text}) VALUES ('delete-all')`, `DELETE FROM ${table.words}`]),
];

import type { IndexSpecification } from 'mongodb';
import type { FieldValue } from '../port.ts';
import { checkDeclaration, shapeOf } from '../declared.ts';
import type { Collection } from '../port.ts';
import { WORDS_VERSION } from '../words.ts';

/** A document as it is stored; what queries need is kept beside the text that is handed on. */
export interface Kept {
  readonly _id: string;
  /** Ascends with the first write: newest first is the order of search results. */
  readonly n: number;
  /** Exactly as it was written. A text, so names in it may begin with `$` or hold a dot. */
  readonly json: string;
  readonly f: Readonly<Record<string, FieldValue>>;
  readonly m: Readonly<Record<string, readonly string[]>>;
  /** Words and the edges of words. */
  readonly w: readonly string[];
}

export interface Index {
  readonly name: string;
  readonly key: Readonly<Record<string, 1 | -1>> & IndexSpecification;
}

/** A declared collection and what it becomes. */
export interface Layout {
  readonly collection: Collection;
  readonly shape: string;
  /** Grows with the collection's version and with that of the words it is found by: an older process is told by it. */
  readonly version: number;
  readonly indexes: readonly Index[];
}

export const fieldPath = (field: string): string => `f.${field}`;
export const manyPath = (field: string): string => `m.${field}`;

const MOST_INDEXES = 64;

const indexOf = (name: string, paths: readonly (readonly [string, 1 | -1])[]): Index => ({
  name,
  key: Object.fromEntries(paths),
});

const declaredIndexes = ({ many = {}, indexes, text }: Collection): readonly Index[] => [
  ...indexes.map((fields) =>
    indexOf(`by ${fields.join(',')}`, [...fields.map((field) => [fieldPath(field), 1] as const), ['_id', 1]]),
  ),
  ...Object.entries(many).map(([field, { sortedBy }]) =>
    indexOf(`having ${field}`, [[manyPath(field), 1], [fieldPath(sortedBy), 1], ['_id', 1]]),
  ),
  ...(text === undefined ? [] : [indexOf('words newest', [['w', 1], ['n', -1]])]),
]; // prettier-ignore

const isArray = (path: string): boolean => path === 'w' || path.startsWith('m.');

/**
 * What mongod refuses only once documents are there, or only on some servers, is refused at once.
 * @throws Error naming the index, or the collection with too many
 */
export const checkIndexes = (collection: string, indexes: readonly Index[]): void => {
  // One is the index on _id.
  if (indexes.length + 1 > MOST_INDEXES)
    throw new Error(`${collection}: ${indexes.length + 1} indexes, of at most ${MOST_INDEXES}`);
  for (const { name, key } of indexes) {
    if (Object.keys(key).filter(isArray).length > 1)
      throw new Error(`${collection}: index ${name} is over two lists of values`);
  }
};

/** @throws Error when the declaration cannot become a collection with its indexes */
export const layoutOf = (collection: Collection): Layout => {
  checkDeclaration(collection);
  const byName = new Map(declaredIndexes(collection).map((index) => [index.name, index]));
  const indexes = [...byName.values()];
  checkIndexes(collection.name, indexes);
  const version = collection.version + (collection.text === undefined ? 0 : WORDS_VERSION);
  return { collection, shape: shapeOf(collection), version, indexes };
};

import type { Collection as Documents, Db, Filter } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { ReadStoreUnavailable } from '../port.ts';
import { isDuplicateKey } from './failures.ts';
import type { Index, Layout } from './layout.ts';
import { marksIn } from './marks.ts';

/** What the database holds of a declared collection. A declared name begins with a letter, so `_` keeps this apart. */
export interface Declared {
  readonly _id: string;
  readonly version: number;
  readonly shape: string;
  /**
   * Grows when the collection begins anew. Documents of each are a collection of their own, so that
   * beginning anew is one small write, and nobody who is late writes into what another has begun.
   */
  readonly generation: number;
  /** Its documents were given up for another shape and its consumer was not reset since. */
  readonly emptied: boolean;
  /** What is being built beside it, to take its place. */
  readonly beside?: Kind;
}

/** How documents are kept, and where. */
export interface Kind {
  readonly version: number;
  readonly shape: string;
  readonly generation: number;
}

/** What is declared, as long as no other process changed it. */
export const unmoved = ({ _id, generation, beside }: Declared): Filter<Declared> => ({
  _id,
  generation,
  'beside.generation': beside?.generation ?? null,
});

/** None that documents were ever written for, though their building was given up. */
export const nextGeneration = (now: Declared | null): number =>
  Math.max(now?.generation ?? 0, now?.beside?.generation ?? 0) + 1;

export const declaredIn = (db: Db): Documents<Declared> => db.collection<Declared>('_collections');

/** Parts of a declared name begin with a letter, so none looks like this. */
export const placeOf = (name: string, generation: number): string => `${name}.${generation}`;

const ALREADY_THERE = new Set([48]);
const NOT_THERE = new Set([26]);

const unless = (codes: ReadonlySet<number>) => (error: unknown) => {
  if (!(error instanceof MongoServerError && codes.has(Number(error.code)))) throw error;
};

const ensureCollection = async (db: Db, name: string): Promise<void> => {
  await db.createCollection(name).catch(unless(ALREADY_THERE));
};

/** Creates the store's own collections, since not every server creates one inside a transaction. */
export const prepareOwn = async (db: Db): Promise<void> => {
  for (const name of ['_collections', '_consumers', '_checkpoints']) await ensureCollection(db, name);
  await marksIn(db).createIndex({ consumer: 1 }, { name: 'by consumer' });
};

const isSame = (found: Readonly<Record<string, unknown>>, { key }: Index): boolean =>
  JSON.stringify(Object.entries(found['key'] as object)) === JSON.stringify(Object.entries(key)) &&
  ['unique', 'sparse', 'hidden', 'partialFilterExpression', 'collation', 'expireAfterSeconds'].every(
    (option) => !found[option],
  );

/**
 * What an operator made of the same fields will do. An index that is declared no more stays until the
 * collection begins anew: a process of the version that needs it may still run.
 * @throws Error naming an index that is there and is another than its name says
 */
const ensureIndexes = async (db: Db, place: string, indexes: readonly Index[]): Promise<void> => {
  const documents = db.collection(place);
  const found = await documents.listIndexes().toArray();
  const missing: Index[] = [];
  for (const index of indexes) {
    if (found.some((there) => isSame(there, index))) continue;
    if (!found.some(({ name }) => name === index.name)) missing.push(index);
    else
      throw new Error(
        `${place}: the index "${index.name}" is another than declared; drop it and start again`,
      );
  }
  if (missing.length > 0) await documents.createIndexes(missing.map(({ name, key }) => ({ name, key })));
};

/** Creates what a generation's documents lie in, unless it is there. */
export const preparePlace = async (db: Db, { collection, indexes }: Layout, generation: number) => {
  const place = placeOf(collection.name, generation);
  await ensureCollection(db, place);
  await ensureIndexes(db, place, indexes);
};

/** Drops what was given up before this generation, also what a process that ended in between left. */
export const dropEarlier = async (db: Db, name: string, generation: number): Promise<void> => {
  const pattern = new RegExp(`^${name.replaceAll('.', '\\.')}\\.\\d+$`);
  const places = await db.listCollections({ name: pattern }, { nameOnly: true }).toArray();
  for (const place of places) {
    if (Number(place.name.slice(name.length + 1)) < generation)
      await db.collection(place.name).drop().catch(unless(NOT_THERE));
  }
};

/** Changes what is declared, unless another process was first. */
const begin = async (
  db: Db,
  { collection: { name }, shape, version }: Layout,
  before: Declared | null,
): Promise<void> => {
  const generation = nextGeneration(before);
  if (before === null) {
    const declared = { _id: name, version, shape, generation, emptied: false };
    await declaredIn(db).insertOne(declared).catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    }); // prettier-ignore
    return;
  }
  await declaredIn(db).updateOne(unmoved(before), {
    $set: { version, shape, generation, emptied: true },
  });
};

export const refuseOlder = (
  db: Db,
  { collection: { name }, version }: Layout,
  now: Declared | null,
): void => {
  if (now === null || now.version <= version) return;
  throw new ReadStoreUnavailable(
    `${name} is kept in version ${now.version}, this process knows ${version}: run the newer one, or drop the database ${db.databaseName} to have it built again.`,
  );
};

/**
 * Before anything is noted of a process that will be refused.
 * @throws ReadStoreUnavailable when a newer version is in use
 */
export const refuseOlderThanKept = async (db: Db, layouts: readonly Layout[]): Promise<void> => {
  for (const layout of layouts)
    refuseOlder(db, layout, await declaredIn(db).findOne({ _id: layout.collection.name }));
};

/**
 * Brings the database to the declaration; several processes may do so at once. Documents of another
 * shape are given up. A process of an older version is refused, so that it does not undo what its
 * successors build while both run side by side.
 * @throws ReadStoreUnavailable when a newer version is in use
 */
const declareIn = async (db: Db, layout: Layout): Promise<Declared> => {
  const { name } = layout.collection;
  for (;;) {
    const now = await declaredIn(db).findOne({ _id: name });
    if (now?.shape === layout.shape) {
      await preparePlace(db, layout, now.generation);
      await dropEarlier(db, name, now.generation);
      return now;
    }
    refuseOlder(db, layout, now);
    // Documents may come as soon as it is declared, so its indexes are made before.
    await preparePlace(db, layout, nextGeneration(now));
    await begin(db, layout, now);
  }
};

/** Which of what is declared a process works with, and how it comes to be there. */
export interface Standing {
  declareIn(db: Db, layout: Layout): Promise<Pick<Declared, '_id' | 'emptied'>>;
  kindOf(declared: Declared): Kind | undefined;
}

/** What everybody reads. */
export const inPlace: Standing = { declareIn, kindOf: (declared) => declared };

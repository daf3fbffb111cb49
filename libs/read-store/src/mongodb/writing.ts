import type { AnyBulkWriteOperation, ClientSession, Db } from 'mongodb';
import { deriving } from '../derived.ts';
import { StaleCheckpoint } from '../port.ts';
import type { Checkpoint, Collection } from '../port.ts';
import { touchFence } from './followed.ts';
import type { Kept } from './layout.ts';
import { marksIn } from './marks.ts';
import { keptWords } from './words-kept.ts';

export const markId = ({ consumer, partition }: Pick<Checkpoint, 'consumer' | 'partition'>): string =>
  JSON.stringify([consumer, partition]);

/**
 * Of two processes that go on from the same place one commits; the other meets its write, is tried
 * again by the driver, and then reads a checkpoint that has moved.
 * @throws StaleCheckpoint
 */
export const moveMarks = async (
  db: Db,
  session: ClientSession,
  checkpoints: readonly Checkpoint[],
): Promise<void> => {
  const $in = [...new Set(checkpoints.map(markId))];
  if ($in.length === 0) return;
  const marks = marksIn(db);
  const found = await marks.find({ _id: { $in } }, { session, limit: $in.length }).toArray();
  const stored = new Map(found.map(({ _id, offset }) => [_id, offset]));
  for (const checkpoint of checkpoints) {
    const { consumer, partition, offset, from } = checkpoint;
    const _id = markId(checkpoint);
    const before = stored.get(_id);
    const actual = before ?? 0;
    if (from !== undefined && from !== actual) throw new StaleCheckpoint(consumer, partition, from, actual);
    if (offset === actual) continue;
    stored.set(_id, offset);
    if (before === undefined) {
      await touchFence(db, session, consumer);
      await marks.insertOne({ _id, consumer, partition, offset }, { session });
    } else await marks.updateOne({ _id }, { $set: { offset } }, { session });
  }
};

type Operation = AnyBulkWriteOperation<Kept>;

/** Bytes of JSON; MongoDB takes 16 MiB with everything beside it. */
const LARGEST_DOCUMENT = 12 * 1024 * 1024;

/** Bytes and operations sent to the server at once. */
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_OPERATIONS = 1_000;

/** A place in time that ascends with every call, half a microsecond each, exact until the year 2112. */
let lastMoment = 0;
const nextMoment = (): number => (lastMoment = Math.max(lastMoment + 1, Date.now() * 2_000));

export interface Batch {
  readonly collection: Collection;
  readonly chunks: readonly (readonly Operation[])[];
}

/** The last document of each id; undefined deletes. */
export type LastWrites = ReadonlyMap<string, unknown>;

const preparing = (collection: Collection): ((id: string, document: unknown) => [Operation, number]) => {
  const derive = deriving(collection);
  const fields = Object.keys(collection.fields);
  const many = Object.keys(collection.many ?? {});
  const named = <T>(names: readonly string[], values: readonly T[]) =>
    Object.fromEntries(names.map((name, at) => [name, values[at]!]));
  return (id, document) => {
    if (document === undefined) return [{ deleteOne: { filter: { _id: id } } }, id.length];
    const derived = derive(id, document);
    const { json } = derived;
    if (json.length * 3 > LARGEST_DOCUMENT && Buffer.byteLength(json) > LARGEST_DOCUMENT)
      throw new RangeError(`${collection.name}: a document is larger than MongoDB takes`);
    const w = collection.text === undefined ? [] : keptWords(derived.text);
    const $set = { json, f: named(fields, derived.fields), m: named(many, derived.many), w };
    const update = { $set, $setOnInsert: { n: nextMoment() } };
    return [{ updateOne: { filter: { _id: id }, update, upsert: true } }, 2 * json.length + 16 * w.length];
  };
};

/**
 * Serialises and derives before anything is written.
 * @throws TypeError when a document cannot be serialised or a field's value is not of its type
 * @throws RangeError when a document is larger than MongoDB takes
 */
export const batchOf = (collection: Collection, writes: LastWrites): Batch => {
  const prepare = preparing(collection);
  const chunks: Operation[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const [id, document] of writes) {
    const [operation, size] = prepare(id, document);
    if (bytes + size > MOST_BYTES || chunks.at(-1)!.length >= MOST_OPERATIONS) {
      chunks.push([]);
      bytes = 0;
    }
    chunks.at(-1)!.push(operation);
    bytes += size;
  }
  return { collection, chunks };
};

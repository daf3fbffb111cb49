import type { ClientSession, Collection as Documents, Db } from 'mongodb';
import { checkFollowing, comparedWith } from '../following.ts';
import type { Checkpoint } from '../port.ts';
import { declaredIn } from './declaring.ts';
import { marksIn } from './marks.ts';

const MOST_COLLECTIONS = 1_000;

interface Consumer {
  readonly _id: string;
  /** Counts resets and first checkpoints, so that the two cannot pass each other unseen. */
  readonly changes: number;
  /** The collections that the consumer's checkpoints stand for; absent where an earlier version wrote them. */
  readonly follows?: readonly string[];
}

export const consumersIn = (db: Db): Documents<Consumer> => db.collection<Consumer>('_consumers');

export const touchFence = async (db: Db, session: ClientSession, consumer: string): Promise<void> => {
  await consumersIn(db).updateOne({ _id: consumer }, { $inc: { changes: 1 } }, { session, upsert: true });
};

/** From now on the consumer's checkpoints stand for these collections. */
export const follow = async (
  db: Db,
  session: ClientSession,
  consumer: string,
  follows: readonly string[],
): Promise<void> => {
  const update = { $inc: { changes: 1 }, $set: { follows } };
  await consumersIn(db).updateOne({ _id: consumer }, update, { session, upsert: true });
};

const collectionsIn = async (db: Db, session: ClientSession): Promise<readonly string[]> => {
  const found = await declaredIn(db).find({}, { session, limit: MOST_COLLECTIONS }).toArray();
  return found.map(({ _id }) => _id);
};

/**
 * Which of its collections the consumer's checkpoints do not stand for; asked before they are made,
 * since a database of a version that did not note this has what was built so far and nothing else.
 */
export const unbuiltIn = async (
  db: Db,
  session: ClientSession,
  consumer: string,
  names: readonly string[],
): Promise<readonly string[]> => {
  const known = (await consumersIn(db).findOne({ _id: consumer }, { session }))?.follows;
  const hasRun = (await marksIn(db).findOne({ consumer }, { session })) !== null;
  const built = hasRun ? (known ?? (await collectionsIn(db, session))) : names;
  const { follows, unbuilt } = comparedWith(built, names);
  if (JSON.stringify(follows) !== JSON.stringify(known)) await follow(db, session, consumer, follows);
  return unbuilt;
};

/** @throws ReadStoreUnavailable when a consumer's newest process folds other collections */
export const checkFollowed = async (
  db: Db,
  session: ClientSession,
  checkpoints: readonly Checkpoint[],
  declared: ReadonlyMap<string, readonly string[]>,
): Promise<void> => {
  const $in = [...new Set(checkpoints.map(({ consumer }) => consumer))].filter((one) => declared.has(one));
  if ($in.length === 0) return;
  const found = await consumersIn(db).find({ _id: { $in } }, { session, limit: $in.length }).toArray();
  for (const { _id, follows } of found) if (follows) checkFollowing(_id, follows, declared.get(_id)!);
};

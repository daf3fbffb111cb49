import { setTimeout as delay } from 'node:timers/promises';
import type { ClientSession, Db, MongoClient } from 'mongodb';
import { type Checkpoint, type Collection, type ReadStore, ReadStoreUnavailable } from '../port.ts';
import { connect } from './connection.ts';
import {
  type Declared,
  type Standing,
  declaredIn,
  dropEarlier,
  inPlace,
  nextGeneration,
  preparePlace,
  refuseOlder,
  unmoved,
} from './declaring.ts';
import { onServer } from './failures.ts';
import { consumersIn, follow } from './followed.ts';
import { FRESH } from './generations.ts';
import type { Layout } from './layout.ts';
import { marksIn } from './marks.ts';
import { type MongoReadStoreOptions, MongoReadStore, READ_TIMEOUT } from './mongo-read-store.ts';
import { inTransaction } from './transaction.ts';
import { markId } from './writing.ts';

/** Read models that are built anew beside those that everybody reads. */
export interface Rebuilding {
  /** Empty at first; what is applied to it nobody else sees. */
  readonly store: ReadStore;
  /**
   * Puts all that was declared and its consumers' checkpoints in the place of what was there, at once:
   * a reader sees the one or the other, all of them the new once this resolves. A process that goes on from before meets a stale checkpoint.
   * @throws ReadStoreUnavailable another rebuild of the same collections began meanwhile; nothing changed
   */
  finish(): Promise<void>;
}

/** Begins it anew, also where a rebuild was given up. */
const declareBeside = async (db: Db, layout: Layout): Promise<Pick<Declared, '_id' | 'emptied'>> => {
  const { name } = layout.collection;
  for (;;) {
    const now = await declaredIn(db).findOne({ _id: name });
    refuseOlder(db, layout, now);
    if (now === null) {
      await inPlace.declareIn(db, layout);
      continue;
    }
    const { version, shape } = layout;
    const beside = { version, shape, generation: nextGeneration(now) };
    await preparePlace(db, layout, beside.generation);
    const { matchedCount } = await declaredIn(db).updateOne(unmoved(now), { $set: { beside } });
    if (matchedCount > 0) return { _id: name, emptied: false };
  }
};

const beside: Standing = { declareIn: declareBeside, kindOf: (declared) => declared.beside };

/** A consumer while it builds beside itself. */
const besideOf = (consumer: string): string => `beside ${consumer}`;

class RebuildingStore extends MongoReadStore {
  /** Consumer → all collections it fills. */
  readonly #built = new Map<string, readonly Declared[]>();

  constructor(
    private readonly connection: { readonly client: MongoClient; readonly db: Db },
    readTimeout: number,
  ) {
    super(connection.client, connection.db, readTimeout, beside);
  }

  override async declare(
    collections: readonly Collection[],
    consumer: string,
  ): Promise<{ emptied: readonly string[] }> {
    const { db } = this.connection;
    const declared = await super.declare(collections, besideOf(consumer));
    await onServer(async () => {
      await marksIn(db).deleteMany({ consumer: besideOf(consumer) });
      const $in = collections.map(({ name }) => name);
      this.#built.set(consumer, await declaredIn(db).find({ _id: { $in } }).toArray());
    });
    return declared;
  }

  override apply(...[writes, checkpoints]: Parameters<ReadStore['apply']>): Promise<void> {
    const renamed = checkpoints.map((checkpoint): Checkpoint => ({
      ...checkpoint,
      consumer: besideOf(checkpoint.consumer),
    }));
    return super.apply(writes, renamed);
  }

  override checkpoints(consumer: string): Promise<Readonly<Record<string, number>>> {
    return super.checkpoints(besideOf(consumer));
  }

  override async reset(...[consumer, collections]: Parameters<ReadStore['reset']>): Promise<void> {
    await this.declare(collections, consumer);
  }

  async finish(): Promise<void> {
    const { client, db } = this.connection;
    await onServer(async () => {
      await inTransaction(client, this.sessions, async (session) => {
        for (const [consumer, built] of this.#built) {
          for (const each of built) await takePlace(db, session, each);
          await takeOver(
            db,
            session,
            consumer,
            built.map(({ _id }) => _id),
          );
        }
      });
      // Until the last reader has looked, it reads what was there before.
      await delay(2 * FRESH);
      for (const { _id, beside: built } of [...this.#built.values()].flat())
        await dropEarlier(db, _id, built!.generation);
    });
  }
}

const takePlace = async (db: Db, session: ClientSession, declared: Declared): Promise<void> => {
  const { _id, beside: built } = declared;
  const { matchedCount } = await declaredIn(db).updateOne(
    unmoved(declared),
    { $set: { ...built, emptied: false }, $unset: { beside: '' } },
    { session },
  );
  if (matchedCount === 0)
    throw new ReadStoreUnavailable(`${_id} was begun anew while it was rebuilt: rebuild again.`);
};

/** The consumer goes on from where it came beside itself. */
const takeOver = async (
  db: Db,
  session: ClientSession,
  consumer: string,
  follows: readonly string[],
): Promise<void> => {
  const marks = marksIn(db);
  const built = await marks.find({ consumer: besideOf(consumer) }, { session }).toArray();
  await follow(db, session, consumer, follows);
  await marks.deleteMany({ consumer: { $in: [consumer, besideOf(consumer)] } }, { session });
  const taken = built.map(({ partition, offset }) => ({ consumer, partition, offset }));
  if (taken.length > 0)
    await marks.insertMany(
      taken.map((mark) => ({ _id: markId(mark), ...mark })),
      { session },
    );
  await consumersIn(db).deleteOne({ _id: besideOf(consumer) }, { session });
};

/**
 * Opens a store that is filled beside the one that is in use. Given up, what it wrote is dropped by
 * the next rebuild.
 * @throws as `openMongoReadStore`
 */
export const openMongoRebuilding = async ({
  url,
  database,
  readTimeout = READ_TIMEOUT,
}: MongoReadStoreOptions): Promise<Rebuilding> => {
  const store = new RebuildingStore(await connect(url, database), readTimeout);
  return { store, finish: () => store.finish() };
};

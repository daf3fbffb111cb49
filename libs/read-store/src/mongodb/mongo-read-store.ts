import type { ClientSession, Db, Filter, MongoClient } from 'mongodb';
import { checkedLimit, checkedQuery } from '../checked-query.ts';
import { checkedSearch } from '../checked-search.ts';
import { encodeCursor } from '../cursor.ts';
import { ReadStoreUnavailable } from '../port.ts';
import type { Checkpoint, Collection, Page, Query, ReadStore, Spelling, Stored, Write } from '../port.ts';
import { connect } from './connection.ts';
import {
  type Standing,
  dropEarlier,
  inPlace,
  placeOf,
  prepareOwn,
  refuseOlderThanKept,
} from './declaring.ts';
import { onServer } from './failures.ts';
import { walkOf } from './finding.ts';
import { checkFollowed, unbuiltIn } from './followed.ts';
import { Current } from './generations.ts';
import { fieldPath, layoutOf } from './layout.ts';
import type { Kept, Layout } from './layout.ts';
import { marksIn } from './marks.ts';
import { beginAnew } from './resetting.ts';
import { holdingAll } from './words-kept.ts';
import { Sessions } from './sessions.ts';
import { inTransaction } from './transaction.ts';
import { batchOf, moveMarks } from './writing.ts';

export interface MongoReadStoreOptions {
  /** A connection string of a replica set or a sharded cluster. */
  readonly url: string;
  /** Holds the read models of one service of one installation and nothing else. */
  readonly database: string;
  /** How long the server may work on one read, in milliseconds; 10,000 unless told. */
  readonly readTimeout?: number;
}

/** Milliseconds. */
export const READ_TIMEOUT = 10_000;
const SCAN_PAGE = 500;
const MOST_IDS = 1_000;
const MOST_PARTITIONS = 100_000;

interface How {
  readonly limit: number;
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  /** Beside id and JSON. */
  readonly field?: string;
}

const stored = ({ _id, json }: Kept): Stored => ({ id: _id, json });

export class MongoReadStore implements ReadStore {
  readonly #current: Current;
  /** Consumer → all collections it fills, as this process declared them. */
  readonly #filled = new Map<string, readonly string[]>();
  readonly sessions: Sessions;
  #closed = false;

  constructor(
    private readonly client: MongoClient,
    private readonly db: Db,
    private readonly maxTimeMS: number,
    private readonly standing: Standing = inPlace,
  ) {
    this.#current = new Current(db, maxTimeMS, standing);
    this.sessions = new Sessions(db);
  }

  async declare(
    collections: readonly Collection[],
    consumer?: string,
  ): Promise<{ emptied: readonly string[] }> {
    const layouts = collections.map(layoutOf);
    return this.#onServer(async () => {
      await prepareOwn(this.db);
      await this.sessions.prepare();
      const unbuilt = consumer === undefined ? [] : await this.#unbuilt(consumer, layouts);
      const emptied: string[] = [];
      for (const layout of layouts) {
        const declared = await this.standing.declareIn(this.db, layout);
        if (declared.emptied || unbuilt.includes(declared._id)) emptied.push(declared._id);
        this.#current.hold(layout);
      }
      return { emptied };
    });
  }

  async apply(writes: readonly Write[], checkpoints: readonly Checkpoint[]): Promise<void> {
    const last = new Map<Layout, Map<string, unknown>>();
    for (const { collection, id, document } of writes) {
      const layout = this.#current.of(collection);
      const documents = last.get(layout) ?? new Map<string, unknown>();
      last.set(layout, documents);
      documents.set(id.toWellFormed(), document);
    }
    const batches = [...last].map(([{ collection }, documents]) => batchOf(collection, documents));
    const names = batches.map(({ collection }) => collection.name);
    await this.#inTransaction(async (session) => {
      const generations = await this.#current.look(session);
      this.#current.check(checkpoints, names, generations);
      await checkFollowed(this.db, session, checkpoints, this.#filled);
      await moveMarks(this.db, session, checkpoints);
      for (const { collection, chunks } of batches) {
        const documents = this.#documents(collection.name, generations.get(collection.name)!);
        for (const chunk of chunks) await documents.bulkWrite(chunk, { session, ordered: false });
      }
    });
  }

  async get(collection: Collection, id: string): Promise<Stored | undefined> {
    return (await this.getMany(collection, [id]))[0];
  }

  /** In the order of the ids; those not stored are left out. */
  async getMany(collection: Collection, ids: readonly string[]): Promise<readonly Stored[]> {
    this.#current.of(collection);
    const wanted = ids.map((id) => id.toWellFormed());
    const distinct = [...new Set(wanted)];
    const found = new Map<string, Stored>();
    for (let at = 0; at < distinct.length; at += MOST_IDS) {
      const $in = distinct.slice(at, at + MOST_IDS);
      for (const kept of await this.#read(collection, { _id: { $in } }, { limit: MOST_IDS }))
        found.set(kept._id, stored(kept));
    }
    return wanted.flatMap((id) => found.get(id) ?? []);
  }

  async find(collection: Collection, query: Query): Promise<Page> {
    const layout = this.#current.of(collection);
    const checked = checkedQuery(layout.collection, query);
    const { filters, sort } = walkOf(layout.collection, checked);
    const { limit, fingerprint } = checked;
    const { by } = checked.sort;
    const found = new Map<string, Kept>();
    for (const filter of filters) {
      // One more than asked for tells whether there is a next page.
      const left = limit + 1 - found.size;
      if (left === 0) break;
      // What moves while it is read may come twice, and stays where it came first.
      for (const kept of await this.#read(collection, filter, { sort, limit: left, field: fieldPath(by) }))
        if (!found.has(kept._id)) found.set(kept._id, kept);
    }
    const page = [...found.values()].slice(0, limit);
    if (found.size <= limit) return { items: page.map(stored) };
    const end = page.at(-1)!;
    return { items: page.map(stored), next: encodeCursor(fingerprint, end.f[by] ?? null, end._id) };
  }

  async search(
    collection: Collection,
    words: string,
    limit: number,
    spelling?: Spelling,
  ): Promise<readonly Stored[]> {
    const layout = this.#current.of(collection);
    checkedLimit(limit);
    const clauses = checkedSearch(layout.collection, words, spelling);
    if (clauses.length === 0) return [];
    return (await this.#read(collection, holdingAll(clauses), { sort: { n: -1 }, limit })).map(stored);
  }

  async checkpoints(consumer: string): Promise<Readonly<Record<string, number>>> {
    return this.#onServer(async () => {
      await this.#current.asks(consumer);
      const marks = await marksIn(this.db)
        .find({ consumer }, { limit: MOST_PARTITIONS, maxTimeMS: this.maxTimeMS })
        .toArray();
      return Object.fromEntries(marks.map(({ partition, offset }) => [partition, offset]));
    });
  }

  async reset(consumer: string, collections: readonly Collection[]): Promise<void> {
    const layouts = collections.map((collection) => this.#current.of(collection));
    await this.#onServer(() =>
      beginAnew(this.db, consumer, layouts, {
        generations: () => this.#current.look(),
        inTransaction: (work) => this.#inTransaction(work),
      }),
    );
    this.#current.forgets(consumer);
    await this.#onServer(async () => {
      for (const [name, generation] of await this.#current.look())
        if (layouts.some(({ collection }) => collection.name === name))
          await dropEarlier(this.db, name, generation);
    });
  }

  async *scan(collection: Collection): AsyncIterable<Stored> {
    const generation = await this.#onServer(() => this.#current.generationOf(collection));
    let after: string | undefined;
    for (;;) {
      const filter: Filter<Kept> = after === undefined ? {} : { _id: { $gt: after } };
      const page = await this.#page(collection, generation, filter, { sort: { _id: 1 }, limit: SCAN_PAGE });
      yield* page.map(stored);
      if (page.length < SCAN_PAGE) break;
      after = page.at(-1)!._id;
    }
    const now = await this.#onServer(() => this.#current.look());
    if (now.get(collection.name) !== generation)
      throw new ReadStoreUnavailable(`${collection.name} was begun anew while it was read.`);
  }

  async close(): Promise<void> {
    this.#closed = true;
    // Without it a successor ends sessions that are not there, which is no harm.
    await this.sessions.forget().catch(() => {});
    await this.client.close();
  }

  async #unbuilt(consumer: string, layouts: readonly Layout[]): Promise<readonly string[]> {
    await refuseOlderThanKept(this.db, layouts);
    const names = layouts.map(({ collection }) => collection.name);
    const unbuilt = await this.#inTransaction((session) => unbuiltIn(this.db, session, consumer, names));
    this.#filled.set(consumer, names);
    return unbuilt;
  }

  #documents(name: string, generation: number) {
    return this.db.collection<Kept>(placeOf(name, generation));
  }

  async #read(collection: Collection, filter: Filter<Kept>, how: How): Promise<readonly Kept[]> {
    const generation = await this.#onServer(() => this.#current.generationOf(collection));
    return this.#page(collection, generation, filter, how);
  }

  #page(collection: Collection, generation: number, filter: Filter<Kept>, { limit, sort, field }: How) {
    return this.#onServer(() =>
      this.#documents(collection.name, generation)
        .find(filter, {
          limit,
          projection: { json: 1, ...(field === undefined ? {} : { [field]: 1 }) },
          maxTimeMS: this.maxTimeMS,
          // All at once: no cursor stays open between two questions.
          batchSize: limit + 1,
          ...(sort && { sort }),
        })
        .toArray(),
    );
  }

  #inTransaction<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
    return this.#onServer(() => inTransaction(this.client, this.sessions, work));
  }

  #onServer<T>(work: () => Promise<T>): Promise<T> {
    // The driver would connect again.
    if (this.#closed) throw new ReadStoreUnavailable('The read store is closed.');
    return onServer(work);
  }
}

/**
 * A read store in one MongoDB database: version 5 or newer, a replica set (one member will do) or a
 * sharded cluster.
 *
 * - A batch is one transaction, acknowledged by a majority's journals. It must be done within the
 *   server's `transactionLifetimeLimitSeconds` (60): batches of 10,000 documents of some kilobytes
 *   are, sent in portions of 1,000; what is beyond is rolled back whole and reported as unavailable.
 * - Documents of a collection lie in `<name>.<generation>`; `_collections` says which is current. A
 *   changed shape or a reset begins the next generation and drops the last.
 * - On a sharded cluster collections start on the database's primary shard, so spreading services'
 *   databases over shards spreads the load. One that outgrows its shard is sharded by a hashed `_id`
 *   (`sh.shardCollection('<database>.<name>.<generation>', { _id: 'hashed' })`, again after a reset):
 *   reads by id and batches go to the owning shards, `find`, `search` and `scan` ask all of them.
 * @throws Error when the server has no transactions
 * @throws ReadStoreUnavailable when it does not answer within 5 s
 */
export const openMongoReadStore = async (options: MongoReadStoreOptions): Promise<ReadStore> => {
  const { client, db } = await connect(options.url, options.database);
  return new MongoReadStore(client, db, options.readTimeout ?? READ_TIMEOUT);
};

import { type Weather, asked, calm } from '@tributary/event-store/simulated';
import { checkedLimit, checkedQuery } from '../checked-query.ts';
import { checkedSearch } from '../checked-search.ts';
import { checkDeclaration, shapeOf } from '../declared.ts';
import { type Derived, deriving } from '../derived.ts';
import {
  type Checkpoint,
  type Collection,
  type Page,
  type Query,
  type ReadStore,
  ReadStoreUnavailable,
  type Spelling,
  type Stored,
  type Write,
} from '../port.ts';
import { nextById, pageOf, storedOf } from './finding.ts';
import { newestHolding } from './searching.ts';
import type { Batches, Documents, Known, SimulatedReadServer } from './simulated-read-server.ts';

export interface SimulatedReadStoreOptions {
  readonly server: SimulatedReadServer;
  readonly weather?: Weather;
}

interface Held extends Known {
  readonly collection: Collection;
  readonly derive: (id: string, document: unknown) => Derived;
}

const scanPage = 500;

/** @throws Error when the declaration could not become tables */
const heldOf = (collection: Collection): Held => {
  checkDeclaration(collection);
  return { name: collection.name, shape: shapeOf(collection), collection, derive: deriving(collection) };
};

const away = (): ReadStoreUnavailable => new ReadStoreUnavailable('The read store does not answer.');

/** One process's connection to a simulated store, which any number of processes share. */
export class SimulatedReadStore implements ReadStore {
  private readonly server: SimulatedReadServer;
  private readonly weather: Weather;
  private readonly collections = new Map<string, Held>();
  private readonly filled = new Map<string, readonly string[]>();
  private closed = false;

  constructor({ server, weather = calm }: SimulatedReadStoreOptions) {
    this.server = server;
    this.weather = weather;
  }

  async declare(
    collections: readonly Collection[],
    consumer?: string,
  ): Promise<{ emptied: readonly string[] }> {
    const declared = collections.map(heldOf);
    const emptied = await this.request('write', () => this.server.declare(declared, consumer));
    const names = declared.map(({ name }) => name);
    if (consumer !== undefined) this.filled.set(consumer, names);
    for (const held of declared) this.collections.set(held.name, held);
    return { emptied };
  }

  async apply(writes: readonly Write[], checkpoints: readonly Checkpoint[]): Promise<void> {
    const batches = this.derived(writes);
    const { collections, filled } = this;
    await this.request('write', () => this.server.apply(batches, checkpoints, { collections, filled }));
  }

  async get(collection: Collection, id: string): Promise<Stored | undefined> {
    return (await this.getMany(collection, [id]))[0];
  }

  /** In the order of the ids; those not stored are left out. */
  getMany(collection: Collection, ids: readonly string[]): Promise<readonly Stored[]> {
    return this.read(collection, (documents) =>
      ids
        .map((id) => documents.get(id.toWellFormed()))
        .filter((found) => found !== undefined)
        .map(storedOf),
    );
  }

  async find(collection: Collection, query: Query): Promise<Page> {
    const { collection: declared } = this.of(collection);
    const checked = checkedQuery(declared, query);
    return this.read(collection, (documents) => pageOf(declared, documents, checked));
  }

  async search(
    collection: Collection,
    words: string,
    limit: number,
    spelling?: Spelling,
  ): Promise<readonly Stored[]> {
    const { collection: declared } = this.of(collection);
    checkedLimit(limit);
    const clauses = checkedSearch(declared, words, spelling);
    if (clauses.length === 0) return [];
    return this.read(collection, (documents) => newestHolding(documents, clauses, limit));
  }

  checkpoints(consumer: string): Promise<Readonly<Record<string, number>>> {
    return this.request('read', () => Object.fromEntries(this.server.checkpoints(consumer)));
  }

  async reset(consumer: string, collections: readonly Collection[]): Promise<void> {
    const held = collections.map((collection) => this.of(collection));
    await this.request('write', () => this.server.reset(consumer, held));
  }

  async *scan(collection: Collection): AsyncIterable<Stored> {
    const pageAfter = (after?: string) =>
      this.read(collection, (documents) => nextById(documents, after, scanPage));
    for (let page = await pageAfter(); page.length > 0; page = await pageAfter(page.at(-1)!.id)) yield* page;
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }

  private of({ name }: Collection): Held {
    const held = this.collections.get(name);
    if (held === undefined) throw new Error(`collection ${name} was not declared`);
    return held;
  }

  /** Serialised before they leave: what cannot be written fails before anything is. */
  private derived(writes: readonly Write[]): Batches {
    const last = new Map<Held, Map<string, unknown>>();
    for (const { collection, id, document } of writes) {
      const held = this.of(collection);
      const batch = last.get(held) ?? new Map<string, unknown>();
      last.set(held, batch);
      batch.set(id.toWellFormed(), document);
    }
    const batches = new Map<string, ReadonlyMap<string, Derived | undefined>>();
    for (const [{ name, derive }, batch] of last) {
      const derived = new Map<string, Derived | undefined>();
      for (const [id, document] of batch)
        derived.set(id, document === undefined ? undefined : derive(id, document));
      batches.set(name, derived);
    }
    return batches;
  }

  private async read<T>(collection: Collection, work: (documents: Documents) => T): Promise<T> {
    const held = this.of(collection);
    return this.request('read', () => work(this.server.documents(held)));
  }

  /** @throws ReadStoreUnavailable the request or its answer was lost, so that it may have been done */
  private async request<T>(kind: 'write' | 'read', work: () => T): Promise<T> {
    if (this.closed) throw new ReadStoreUnavailable('The read store is closed.');
    return asked(this.weather, kind, work, away);
  }
}

import { LRUCache } from 'lru-cache';
import type { Collection, ReadStore } from './port.ts';

/** Documents by id; undefined where there is none. */
export type Documents = ReadonlyMap<string, object | undefined>;

/** Documents of several collections, of which those that were used last stay in memory. */
export class KeptDocuments {
  private readonly caches: ReadonlyMap<Collection, LRUCache<string, object>>;

  /** @param max documents of each collection that are kept in memory */
  constructor(
    private readonly store: Pick<ReadStore, 'getMany'>,
    readonly collections: readonly Collection[],
    max: number,
  ) {
    this.caches = new Map(
      collections.map((collection) => [collection, new LRUCache<string, object>({ max })]),
    );
  }

  /** Documents as they are stored; those in memory are not read. */
  async load(collection: Collection, ids: readonly string[]): Promise<Documents> {
    const cache = this.caches.get(collection)!;
    const documents = new Map<string, object | undefined>(ids.map((id) => [id, cache.get(id)]));
    const missing = ids.filter((id) => documents.get(id) === undefined);
    if (missing.length > 0) {
      const stored = await this.store.getMany(collection, missing);
      for (const { id, json } of stored) documents.set(id, JSON.parse(json) as object);
    }
    return documents;
  }

  /** Only once it is stored: a batch that failed must be folded again from what is stored. */
  remember(collection: Collection, documents: Documents): void {
    const cache = this.caches.get(collection)!;
    for (const [id, document] of documents) {
      if (document) cache.set(id, document);
      else cache.delete(id);
    }
  }

  /** Reads everything anew. */
  forget(): void {
    for (const cache of this.caches.values()) cache.clear();
  }
}

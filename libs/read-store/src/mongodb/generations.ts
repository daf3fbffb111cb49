import type { ClientSession, Db } from 'mongodb';
import { ReadStoreUnavailable, StaleCheckpoint } from '../port.ts';
import type { Checkpoint, Collection } from '../port.ts';
import { type Standing, declaredIn } from './declaring.ts';
import type { Layout } from './layout.ts';

/** Collection → generation of its documents. */
export type Generations = ReadonlyMap<string, number>;

const MOST_COLLECTIONS = 1_000;
/** Another process may begin a collection anew; readers look for that once in so many milliseconds. */
export const FRESH = 1_000;

/** The collections that this process declared, and which generation of each is current. */
export class Current {
  readonly #layouts = new Map<string, Layout>();
  /** What was current when a consumer asked where to go on: what it read since is of these, or later. */
  readonly #asked = new Map<string, Generations>();
  #generations: Generations = new Map();
  #seenAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly db: Db,
    private readonly maxTimeMS: number,
    private readonly standing: Pick<Standing, 'kindOf'>,
  ) {}

  hold(layout: Layout): void {
    this.#layouts.set(layout.collection.name, layout);
    this.#seenAt = Number.NEGATIVE_INFINITY;
  }

  of(collection: Collection): Layout {
    const layout = this.#layouts.get(collection.name);
    if (layout === undefined) throw new Error(`collection ${collection.name} was not declared`);
    return layout;
  }

  /** The generation to read, as of a second ago at most. */
  async generationOf(collection: Collection): Promise<number> {
    const { name } = this.of(collection).collection;
    if (performance.now() - this.#seenAt > FRESH) await this.look();
    return this.#generations.get(name)!;
  }

  /**
   * Reads what is current, in a transaction where a session is given.
   * @throws ReadStoreUnavailable when a collection is kept in another shape than this process knows:
   * it would miss what the other version is built from
   */
  async look(session?: ClientSession): Promise<Generations> {
    const seenAt = performance.now();
    const found = await declaredIn(this.db)
      .find({}, { limit: MOST_COLLECTIONS, ...(session ? { session } : { maxTimeMS: this.maxTimeMS }) })
      .toArray();
    const declared = new Map(found.map((each) => [each._id, this.standing.kindOf(each)]));
    const generations = new Map<string, number>();
    for (const [name, { shape }] of this.#layouts) {
      const now = declared.get(name);
      if (now?.shape !== shape)
        throw new ReadStoreUnavailable(`${name} is being built by another version of this service.`);
      generations.set(name, now.generation);
    }
    this.#generations = generations;
    this.#seenAt = seenAt;
    return generations;
  }

  async asks(consumer: string): Promise<void> {
    this.#asked.set(consumer, await this.look());
  }

  forgets(consumer: string): void {
    this.#asked.delete(consumer);
  }

  /** @throws StaleCheckpoint when what the consumer wrote may follow from documents that are given up */
  check(checkpoints: readonly Checkpoint[], names: readonly string[], now: Generations): void {
    for (const { consumer, partition, from } of checkpoints) {
      const asked = this.#asked.get(consumer);
      if (from === undefined || asked === undefined) continue;
      if (names.some((name) => asked.has(name) && asked.get(name) !== now.get(name)))
        throw new StaleCheckpoint(consumer, partition, from, 0);
    }
  }
}

import type { Derived } from '../derived.ts';
import { checkFollowing, comparedWith } from '../following.ts';
import { type Checkpoint, ReadStoreUnavailable, StaleCheckpoint } from '../port.ts';

/** A collection as a process knows it. */
export interface Known {
  readonly name: string;
  readonly shape: string;
}

/** What a process declared since it connected. */
export interface Declared {
  readonly collections: ReadonlyMap<string, Known>;
  /** Consumer → all collections it fills. */
  readonly filled: ReadonlyMap<string, readonly string[]>;
}

/** Document by id, in the order of their first writes, which a Map keeps. */
export type Documents = ReadonlyMap<string, Derived>;

/** Collection → the last write of each id; undefined deletes. */
export type Batches = ReadonlyMap<string, ReadonlyMap<string, Derived | undefined>>;

interface Kept {
  readonly shape: string;
  /** It was emptied for its shape, and its consumer was not reset since. */
  readonly emptied: boolean;
  readonly documents: Map<string, Derived>;
}

/** What the store would hold on its disk: it outlives the processes that write to it. */
export class SimulatedReadServer {
  private readonly collections = new Map<string, Kept>();
  /** Consumer → partition → offset. */
  private readonly offsets = new Map<string, ReadonlyMap<string, number>>();
  /** Consumer → the collections that its checkpoints stand for. */
  private readonly follows = new Map<string, readonly string[]>();

  /** @returns the names of those that are empty and have to be built */
  declare(declared: readonly Known[], consumer?: string): readonly string[] {
    const names = declared.map(({ name }) => name);
    const unbuilt = consumer === undefined ? [] : this.unbuilt(consumer, names);
    for (const { name, shape } of declared) {
      const kept = this.collections.get(name);
      if (kept?.shape !== shape)
        this.collections.set(name, { shape, emptied: kept !== undefined, documents: new Map() });
    }
    return names.filter((name) => this.collections.get(name)!.emptied || unbuilt.includes(name));
  }

  /**
   * Writes all of it, or nothing.
   * @throws StaleCheckpoint
   * @throws ReadStoreUnavailable another process declared other collections, or others for the consumer
   */
  apply(batches: Batches, checkpoints: readonly Checkpoint[], { collections, filled }: Declared): void {
    for (const known of collections.values()) this.documents(known);
    const consumers = new Set(checkpoints.map(({ consumer }) => consumer));
    for (const consumer of consumers) {
      const fills = filled.get(consumer);
      if (fills) checkFollowing(consumer, this.follows.get(consumer) ?? fills, fills);
    }
    for (const [consumer, offsets] of this.moved(checkpoints)) this.offsets.set(consumer, offsets);
    for (const [name, batch] of batches) {
      const { documents } = this.collections.get(name)!;
      for (const [id, document] of batch) {
        if (document) documents.set(id, document);
        else documents.delete(id);
      }
    }
  }

  /** @throws ReadStoreUnavailable another process declared it in another shape */
  documents({ name, shape }: Known): Documents {
    const kept = this.collections.get(name);
    if (kept?.shape === shape) return kept.documents;
    throw new ReadStoreUnavailable(`${name} is being built by another version of this service.`);
  }

  /** Partition → offset. */
  checkpoints(consumer: string): ReadonlyMap<string, number> {
    return this.offsets.get(consumer) ?? new Map<string, number>();
  }

  /** @throws ReadStoreUnavailable another process declared one in another shape; nothing was emptied */
  reset(consumer: string, known: readonly Known[]): void {
    for (const each of known) this.documents(each);
    for (const { name, shape } of known)
      this.collections.set(name, { shape, emptied: false, documents: new Map() });
    this.offsets.delete(consumer);
    this.follows.set(
      consumer,
      known.map(({ name }) => name),
    );
  }

  /** Which of its collections the consumer's checkpoints do not stand for; asked before they are made. */
  private unbuilt(consumer: string, names: readonly string[]): readonly string[] {
    const hasRun = this.checkpoints(consumer).size > 0;
    const built = hasRun ? (this.follows.get(consumer) ?? [...this.collections.keys()]) : names;
    const { follows, unbuilt } = comparedWith(built, names);
    this.follows.set(consumer, follows);
    return unbuilt;
  }

  /**
   * Where the consumers come to, while nothing has moved yet.
   * @throws StaleCheckpoint
   */
  private moved(checkpoints: readonly Checkpoint[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
    const moved = new Map<string, Map<string, number>>();
    for (const { consumer, partition, offset, from } of checkpoints) {
      const offsets = moved.get(consumer) ?? new Map(this.checkpoints(consumer));
      const actual = offsets.get(partition) ?? 0;
      if (from !== undefined && from !== actual) throw new StaleCheckpoint(consumer, partition, from, actual);
      if (offset !== actual) offsets.set(partition, offset);
      moved.set(consumer, offsets);
    }
    return moved;
  }
}

import { LRUCache } from 'lru-cache';
import type { BatchSubscription, BusMessage, Checkpoints, EventBus } from '@tributary/event-bus';
import type { RecordedEvent } from '@tributary/event-store';
import type { Collection, ReadStore, Write } from './port.ts';

/**
 * One question people ask, answered by one document for each id: a pure fold of events. What
 * `evolve` returns must hold no undefined fields, so that a document reads back as it was.
 */
export interface Projection<D extends object> {
  readonly collection: Collection<D>;
  /** The document an event belongs to; undefined for none. */
  idOf(event: RecordedEvent): string | undefined;
  /** The document after the event; undefined removes it. The one before must not be changed. */
  evolve(document: D | undefined, event: RecordedEvent): D | undefined;
  /**
   * Further documents that follow from this one alone, written with it. One that no longer follows,
   * because this one changed or was removed, is removed too.
   */
  also?(document: D, id: string): readonly Write[];
}

export interface ProjectorOptions {
  readonly group: string;
  readonly topics: readonly string[];
  readonly types?: ReadonlySet<string>;
  readonly projections: readonly Projection<object>[];
  /** Collections written by `also`. */
  readonly derived?: readonly Collection[];
  readonly maxBatch?: number;
  readonly linger?: number;
  /** Documents kept in memory between batches, over all projections. */
  readonly cacheSize?: number;
  /**
   * Told after each batch became visible which documents of the first projection changed, as they
   * are now. What it throws is a warning of the process: the batch is applied and stays so.
   */
  readonly onApplied?: (documents: ReadonlyMap<string, object | undefined>) => void;
}

/**
 * Folds the events of a consumer group into documents: a batch touches each document once and is
 * written in one transaction together with the checkpoint, so every event is applied exactly once.
 */
export class Projector {
  private readonly caches: readonly LRUCache<string, object>[];
  /** What follows from a document that is still in memory. */
  private readonly followers = new WeakMap<object, readonly Follower[]>();

  constructor(
    private readonly store: ReadStore,
    private readonly options: ProjectorOptions,
  ) {
    const max = Math.ceil((options.cacheSize ?? 20_000) / options.projections.length);
    this.caches = options.projections.map(() => new LRUCache({ max }));
  }

  get collections(): readonly Collection[] {
    return [...this.options.projections.map(({ collection }) => collection), ...(this.options.derived ?? [])];
  }

  async start(bus: Pick<EventBus, 'subscribe'>): Promise<void> {
    const { emptied } = await this.store.declare(this.collections);
    if (emptied.length > 0) await this.store.reset(this.options.group, this.collections);
    await bus.subscribe(this.subscription());
  }

  subscription(): BatchSubscription {
    const { group, topics, types, maxBatch, linger } = this.options;
    return {
      kind: 'batch',
      group,
      topics,
      ...(types && { types }),
      ...(maxBatch !== undefined && { maxBatch }),
      ...(linger !== undefined && { linger }),
      checkpoints: (): Promise<Checkpoints> => {
        // Somebody may have emptied the store since: what counts is what it holds.
        for (const cache of this.caches) cache.clear();
        return this.store.checkpoints(group);
      },
      handle: (messages, through) => this.apply(messages, through),
    };
  }

  async apply(
    messages: readonly BusMessage[],
    through: { partition: string; offset: number },
  ): Promise<void> {
    const applied = await Promise.all(this.options.projections.map((_, index) => this.fold(index, messages)));
    const checkpoint = { consumer: this.options.group, ...through };
    await this.store.apply(
      applied.flatMap(({ writes }) => writes),
      [checkpoint],
    );
    // Only now: a batch that failed must be folded again from what is stored.
    applied.forEach(({ documents }, index) => {
      for (const [id, document] of documents) {
        if (document) this.caches[index]!.set(id, document);
        else this.caches[index]!.delete(id);
      }
    });
    if (messages.length > 0) this.tell(applied[0]!.documents);
  }

  private tell(documents: ReadonlyMap<string, object | undefined>): void {
    try {
      this.options.onApplied?.(documents);
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  }

  private async fold(index: number, messages: readonly BusMessage[]) {
    const { collection, idOf, evolve, also } = this.options.projections[index]!;
    const touched = messages.flatMap(({ event }) => {
      const id = idOf(event);
      return id === undefined ? [] : [{ id, event }];
    });
    const before = await this.load(index, [...new Set(touched.map(({ id }) => id))]);
    const documents = new Map(before);
    for (const { id, event } of touched) documents.set(id, evolve(documents.get(id), event));
    const writes: Write[] = [];
    for (const [id, document] of documents)
      writes.push(document ? { collection, id, document } : { collection, id });
    if (also) writes.push(...this.following(also, before, documents));
    return { documents, writes };
  }

  /** Removals first: what follows from one document no more may follow from another now. */
  private following(
    also: (document: object, id: string) => readonly Write[],
    before: ReadonlyMap<string, object | undefined>,
    after: ReadonlyMap<string, object | undefined>,
  ): readonly Write[] {
    const [removals, writes]: [Write[], Write[]] = [[], []];
    for (const [id, document] of after) {
      const old = before.get(id);
      const now = document ? also(document, id) : [];
      const gone = old ? (this.followers.get(old) ?? also(old, id)) : [];
      for (const follower of gone) if (!now.some(isSame(follower))) removals.push(identityOf(follower));
      if (document) this.followers.set(document, now.map(identityOf));
      writes.push(...now);
    }
    return [...removals, ...writes];
  }

  private async load(index: number, ids: readonly string[]): Promise<Map<string, object | undefined>> {
    const cache = this.caches[index]!;
    const documents = new Map<string, object | undefined>(ids.map((id) => [id, cache.get(id)]));
    const missing = ids.filter((id) => documents.get(id) === undefined);
    if (missing.length > 0) {
      const stored = await this.store.getMany(this.options.projections[index]!.collection, missing);
      for (const { id, json } of stored) documents.set(id, JSON.parse(json) as object);
    }
    return documents;
  }
}

type Follower = Pick<Write, 'collection' | 'id'>;

const identityOf = ({ collection, id }: Follower): Follower => ({ collection, id });
const isSame =
  (one: Follower) =>
  (other: Follower): boolean =>
    one.collection === other.collection && one.id === other.id;

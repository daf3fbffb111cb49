import type { BatchSubscription, BusMessage, Checkpoints, EventBus, Place } from '@tributary/event-bus';
import type { RecordedEvent } from '@tributary/event-store';
import { type Addition, type Counts, addedUp } from './counts.ts';
import { type Documents, KeptDocuments } from './kept-documents.ts';
import { StaleCheckpoint } from './port.ts';
import type { Checkpoint, Collection, ReadStore, Write } from './port.ts';

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
  /**
   * The document is kept for each partition of the bus apart, its id followed by `~<partition>`: for
   * counts over many streams, which several processes write side by side and readers add up.
   */
  readonly partitioned?: true;
  /** Counts over all documents, of what events make of each. */
  readonly counts?: Counts<D>;
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
  /**
   * Told which documents of the first projection change, as they will be, before the batch is stored:
   * for a topic that keeps the newest state. If it throws, nothing is stored and the batch comes
   * again; so what it publishes may be published twice, and must not be harmed by that. Where another
   * process was first, it is told once more what is stored.
   * @param through the place up to which the documents are folded; they may be newer than it says, never older
   */
  readonly publish?: (documents: ReadonlyMap<string, object | undefined>, through: Place) => Promise<void>;
}

/**
 * Folds the events of a consumer group into documents: a batch touches each document once and is
 * written in one transaction together with the checkpoint, so every event is applied exactly once.
 * Each batch names the place it goes on from: a process that lost its partition writes nothing more.
 */
export class Projector {
  /** Partition → offset as this process applied or loaded it last; undefined until loaded. */
  private places: Map<string, number> | undefined;
  /** Documents to be published as they are stored, and the partition that they were published from too early. */
  private readonly overdue = new Map<string, string>();
  private lastTurn: Promise<unknown> = Promise.resolve();
  private readonly kept: KeptDocuments;
  /** What follows from a document that is still in memory. */
  private readonly followers = new WeakMap<object, readonly Follower[]>();

  constructor(
    private readonly store: ReadStore,
    private readonly options: ProjectorOptions,
  ) {
    const { projections } = options;
    const counted = projections.flatMap(({ counts }) => counts?.collection ?? []);
    const folded = [...projections.map(({ collection }) => collection), ...counted];
    this.kept = new KeptDocuments(
      store,
      folded,
      Math.ceil((options.cacheSize ?? 20_000) / projections.length),
    );
  }

  get collections(): readonly Collection[] {
    return [...this.kept.collections, ...(this.options.derived ?? [])];
  }

  /**
   * Begins the group anew where one of its collections is of another version or was added since the
   * group ran: it has one checkpoint, so what is added is filled from the log together with the rest.
   */
  async start(bus: Pick<EventBus, 'subscribe'>): Promise<void> {
    const { emptied } = await this.store.declare(this.collections, this.options.group);
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
      // Asked where partitions are handed out: another process may have written since.
      checkpoints: () => this.inTurn(() => this.reload()),
      handle: (messages, through, isRedriven) => this.apply(messages, through, isRedriven),
    };
  }

  /**
   * Applies what comes after the stored place of the partition; the bus may deliver the rest again.
   * @param messages of one partition, in order
   * @param isRedriven one that was parked: it is applied once, however often it is redriven, and the place stays
   * @throws StaleCheckpoint another process went on with the partition; nothing was written, and the
   *   next batch starts from what is stored
   */
  apply(messages: readonly BusMessage[], through: Place, isRedriven = false): Promise<void> {
    // One after another, also of several partitions: a document may be touched from two of them.
    return this.inTurn(async () => {
      if (this.places === undefined) await this.reload();
      const step = isRedriven ? this.redriving(messages[0]!, through) : this.stepTo(messages, through);
      if (step) await this.take(step, through);
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.lastTurn.then(work);
    this.lastTurn = turn.catch(() => {});
    return turn;
  }

  private async reload(): Promise<Checkpoints> {
    this.forget();
    const checkpoints = await this.store.checkpoints(this.options.group);
    await this.publishOverdue(checkpoints);
    this.places = new Map(Object.entries(checkpoints));
    return checkpoints;
  }

  private forget(): void {
    this.places = undefined;
    this.kept.forget();
  }

  /** What a batch is after what is stored; nothing where that is all of it. */
  private stepTo(messages: readonly BusMessage[], { partition, offset: to }: Place): Step | undefined {
    const from = this.placeIn(partition);
    if (to <= from) return undefined;
    return {
      fresh: messages.filter(({ offset }) => offset > from),
      moves: { partition, from, to },
      stays: [],
    };
  }

  /** That it was applied is stored with it, as a place of its own: the answer may have been lost. */
  private redriving(message: BusMessage, { partition }: Place): Step | undefined {
    const own = `redriven:${partition}:${message.offset}`;
    if (this.placeIn(own) > 0) return undefined;
    return { fresh: [message], moves: { partition: own, from: 0, to: 1 }, stays: [this.placeOf(partition)] };
  }

  private async take({ fresh, moves, stays }: Step, through: Place): Promise<void> {
    const { partition, from, to } = moves;
    const turn = this.turnOf(through.partition);
    const { projections } = this.options;
    const applied = (await Promise.all(projections.map((one) => this.fold(one, fresh)))).flat();
    const documents = applied[0]!.documents;
    await this.publish(documents, through, [
      this.checkpoint(partition, from),
      ...stays,
      ...(turn ? [turn] : []),
    ]);
    try {
      await this.write(
        applied.flatMap(({ writes }) => writes),
        [
          { ...this.checkpoint(partition, to), from },
          ...stays,
          ...(turn ? [{ ...turn, offset: turn.offset + 1 }] : []),
        ],
      );
    } catch (error) {
      if (error instanceof StaleCheckpoint && this.options.publish)
        for (const id of documents.keys()) this.overdue.set(id, through.partition);
      throw error;
    }
    this.places!.set(partition, to);
    if (turn) this.places!.set(turn.partition, turn.offset + 1);
    for (const { collection, documents } of applied) this.kept.remember(collection, documents);
    if (fresh.length > 0) this.tell(documents);
  }

  private placeOf(partition: string): Checkpoint {
    return this.checkpoint(partition, this.placeIn(partition));
  }

  private placeIn(partition: string): number {
    return this.places!.get(partition) ?? 0;
  }

  private checkpoint(partition: string, offset: number): Checkpoint {
    return { consumer: this.options.group, partition, offset, from: offset };
  }

  /**
   * A bus that divides topics names a partition `<topic>:<number>`, perhaps with more behind another
   * colon, and hands out those of one number together, since they may be about the same documents. So
   * every batch of one of them takes the next turn of that number: whoever went on with any is met here.
   */
  private turnOf(partition: string): Checkpoint | undefined {
    const [, number] = /^[^:]+:(\d+)(?::|$)/.exec(partition) ?? [];
    if (number === undefined) return undefined;
    return this.placeOf(`turn:${number}`);
  }

  private async write(writes: readonly Write[], checkpoints: readonly Checkpoint[]): Promise<void> {
    try {
      await this.store.apply(writes, checkpoints);
    } catch (error) {
      if (error instanceof StaleCheckpoint) this.forget();
      throw error;
    }
  }

  /** Not by a process that lost its partitions while it slept: others would learn what is no longer so. */
  private async publish(
    documents: ReadonlyMap<string, object | undefined>,
    through: Place,
    places: readonly Checkpoint[],
  ) {
    if (this.options.publish === undefined || documents.size === 0) return;
    await this.write([], places);
    await this.options.publish(documents, through);
  }

  /**
   * What was published may be older than what the process that was first has published before.
   * @param checkpoints asked for before: the documents may be newer than their place says, never older
   */
  private async publishOverdue(checkpoints: Checkpoints): Promise<void> {
    for (const [partition, ids] of Map.groupBy([...this.overdue.keys()], (id) => this.overdue.get(id)!)) {
      const documents = await this.kept.load(this.options.projections[0]!.collection, ids);
      await this.options.publish!(documents, { partition, offset: checkpoints[partition] ?? 0 });
      for (const id of ids) this.overdue.delete(id);
    }
  }

  private tell(documents: ReadonlyMap<string, object | undefined>): void {
    try {
      this.options.onApplied?.(documents);
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  }

  /** The documents of a projection first, then its counts. */
  private async fold(
    { collection, idOf, evolve, also, partitioned, counts }: Projection<object>,
    messages: readonly BusMessage[],
  ): Promise<Folded[]> {
    const touched = messages.flatMap(({ event, partition }) => {
      const id = idOf(event);
      if (id === undefined) return [];
      return [{ id: partitioned ? `${id}~${partition}` : id, event, partition }];
    });
    const before = await this.kept.load(collection, [...new Set(touched.map(({ id }) => id))]);
    const documents = new Map(before);
    const additions: Addition<object>[] = [];
    for (const { id, event, partition } of touched) {
      const old = documents.get(id);
      const now = evolve(old, event);
      documents.set(id, now);
      for (const { id: of, add } of counts?.of(old, now, event) ?? [])
        additions.push({ id: `${of}~${partition}`, add });
    }
    const writes = writesOf(collection, documents);
    if (also) writes.push(...this.following(also, before, documents));
    const folded = { collection, documents, writes };
    return counts ? [folded, await this.count(counts.collection, additions)] : [folded];
  }

  private async count(collection: Collection, additions: readonly Addition<object>[]): Promise<Folded> {
    const before = await this.kept.load(collection, [...new Set(additions.map(({ id }) => id))]);
    const documents = addedUp(before, additions);
    return { collection, documents, writes: writesOf(collection, documents) };
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
}

/** What a batch makes of one collection, and what it writes. */
interface Folded {
  readonly collection: Collection;
  readonly documents: Documents;
  readonly writes: readonly Write[];
}

const writesOf = (collection: Collection, documents: Documents): Write[] =>
  [...documents].map(([id, document]) => (document ? { collection, id, document } : { collection, id }));

/** What is applied together, and the place that moves with it. */
interface Step {
  readonly fresh: readonly BusMessage[];
  readonly moves: { readonly partition: string; readonly from: number; readonly to: number };
  /** Must still be what is stored. */
  readonly stays: readonly Checkpoint[];
}

type Follower = Pick<Write, 'collection' | 'id'>;

const identityOf = ({ collection, id }: Follower): Follower => ({ collection, id });
const isSame =
  (one: Follower) =>
  (other: Follower): boolean =>
    one.collection === other.collection && one.id === other.id;

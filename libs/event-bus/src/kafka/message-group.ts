import type { KafkaMessage } from 'kafkajs';
import { Lanes } from '../delivery/lanes.ts';
import { MessageDelivery } from '../delivery/message-delivery.ts';
import { unlessAborted, untilItWorks, withRetries } from '../delivery/retrying.ts';
import { Window, defaultConcurrency, windowFor } from '../delivery/window.ts';
import type { MessageSubscription, Place } from '../port.ts';
import { type Arrival, readerFor } from './arrival.ts';
import { DonePlaces, donePlacesFrom } from './done-places.ts';
import type { GroupParts, KafkaGroup } from './group.ts';
import { Member, type TopicPartition, nameOf } from './member.ts';
import { isWithin, startOf } from './offsets.ts';
import { kafkaPartitionOf, takeUpAgain } from './redriving.ts';
import { Share } from './share.ts';
import { physicalTopic } from './topics.ts';

const commitInterval = 200;

/** A replay's place while it is looked for: the first message at or above it, before `until` on Kafka. */
interface Search {
  readonly place: Place;
  readonly until: number;
  readonly found: PromiseWithResolvers<void>;
}

/** What is in work of one partition, from when it was given to this process until it is taken away. */
interface Run extends TopicPartition {
  readonly share: Share;
  readonly window: Window;
  readonly seen: Map<string, number>;
  readonly done: DonePlaces;
  readonly delivery: MessageDelivery;
  /**
   * By this run: undefined at first, whatever the brokers know. A commit of the run before that was not answered is
   * tried again by the driver in the name of the generation that there is then, and may put the place back.
   */
  committed: number | undefined;
  search: Search | undefined;
}

interface Beginning {
  /** On Kafka. */
  readonly start: number;
  readonly done?: ReadonlyMap<string, number>;
  readonly search?: Search;
}

const isAtOrAbove = (place: Place, other: Place): boolean =>
  place.partition === other.partition && place.offset >= other.offset;

/** One consumer group whose messages are handled key by key, in this process and beside others. */
export class KafkaMessageGroup implements KafkaGroup {
  private readonly member: Member;
  private readonly lanes: Lanes;
  private readonly read: ReturnType<typeof readerFor>;
  private readonly runs = new Map<string, Run>();
  private readonly stopping = new AbortController();
  private readonly assigned = Promise.withResolvers<void>();
  /** Counts how often the group was divided. */
  private epoch = 0;
  private committing: NodeJS.Timeout | undefined;
  private flushing: Promise<void> = Promise.resolve();

  constructor(
    private readonly subscription: MessageSubscription,
    readonly parts: GroupParts,
  ) {
    const { group, types, concurrency = defaultConcurrency } = subscription;
    this.lanes = new Lanes(concurrency);
    this.read = readerFor({ ...parts, group, ...(types && { types }) });
    this.member = new Member({
      ...parts,
      onAssigned: (partitions) => void this.begin(partitions).catch(unlessAborted),
      onFetched: (fetched) => this.runs.get(nameOf(fetched))?.share.fetched(fetched),
    });
  }

  get next(): ReadonlyMap<string, number> {
    return new Map([...this.runs].map(([name, { window }]) => [name, window.watermark + 1]));
  }

  async start(): Promise<void> {
    await this.member.start();
    await this.assigned.promise;
    this.committing = setInterval(() => void this.flush().catch(() => {}), commitInterval);
    this.committing.unref();
  }

  async replay(from: Place | { time: string }): Promise<void> {
    const searches = 'time' in from ? await this.fromTime(from.time) : [await this.fromPlace(from)];
    await Promise.all(searches);
    await this.flush();
  }

  /** What waits for its key or its next try comes again; what is in work ends. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.assigned.resolve();
    clearInterval(this.committing);
    for (const run of this.runs.values()) this.end(run);
    await this.lanes.stop();
    await this.flush().catch(() => {});
    await this.member.stop();
  }

  private async begin(partitions: readonly TopicPartition[]): Promise<void> {
    const epoch = (this.epoch += 1);
    for (const run of this.runs.values()) this.end(run);
    this.runs.clear();
    const { offsets, groupId, topics, parking } = this.parts;
    await withRetries(
      async () => {
        if (epoch !== this.epoch) return;
        const [bounds, committed] = await Promise.all([
          offsets.bounds(topics),
          offsets.committed(groupId, topics),
          parking.refresh(),
        ]);
        if (epoch !== this.epoch || this.stopping.signal.aborted) return;
        for (const each of partitions) {
          const [bound, known] = [bounds.get(nameOf(each)), committed.get(nameOf(each))];
          if (!bound) continue;
          const start = startOf(known, bound);
          const done = known && isWithin(known, bound) ? donePlacesFrom(known.metadata) : undefined;
          this.run(each, { start, ...(done && { done }) });
        }
        this.assigned.resolve();
      },
      untilItWorks,
      this.stopping.signal,
    );
  }

  /** What it has done before is given again, unless it is said what that was. */
  private run({ topic, partition }: TopicPartition, { start, done, search }: Beginning): Run {
    const { concurrency = defaultConcurrency } = this.subscription;
    const stopped = new AbortController();
    const window = new Window(windowFor(concurrency), start - 1);
    const seen = new Map(done);
    const share = new Share(this.member, { topic, partition }, start, {
      stopped,
      isFull: () => window.full,
      take: (message) => this.take(run, message),
      skip: (offset) => window.skip(offset),
    });
    const delivery = new MessageDelivery(this.subscription, this.parts.parking, stopped.signal);
    const run: Run = {
      topic,
      partition,
      share,
      window,
      seen,
      done: new DonePlaces(done),
      delivery,
      committed: undefined,
      search,
    };
    this.runs.set(nameOf(run), run);
    share.begin();
    return run;
  }

  private end(run: Run): void {
    run.share.end();
    run.search?.found.reject(new Error('The partition was given to another process: replay again.'));
  }

  private take(run: Run, message: KafkaMessage): void {
    const arrival = this.read(run, message, run.seen);
    const { offset, bytes, place, unreadable, retry } = arrival;
    const isSearched = run.search !== undefined && !this.isFound(run, run.search, arrival);
    const key = isSearched ? undefined : (arrival.message?.key ?? unreadable?.asStored.key ?? retry?.key);
    if (place) run.done.add(offset, place, key !== undefined);
    if (key === undefined) return run.window.skip(offset);
    const done = run.window.take(offset);
    run.share.holds(bytes);
    this.lanes.add(key, async () => {
      if (run.share.isOver) return;
      await this.handle(run, arrival);
      done();
      run.share.letsGo(bytes);
    });
  }

  private async handle({ delivery, share }: Run, { message, unreadable, retry }: Arrival): Promise<void> {
    if (message) return delivery.deliver(message);
    if (unreadable) return delivery.giveUp(unreadable);
    if (!retry) return;
    const { parking, route } = this.parts;
    const work = () => takeUpAgain(retry, parking, route, (parked) => this.subscription.handle(parked));
    await withRetries(work, { attempts: 3, firstDelay: 100 }, share.signal);
  }

  private isFound(run: Run, search: Search, { place, offset }: Arrival): boolean {
    const isThere = offset >= search.until || (place !== undefined && isAtOrAbove(place, search.place));
    if (isThere || offset === search.until - 1) this.found(run, search);
    return isThere;
  }

  private found(run: Run, search: Search): void {
    run.search = undefined;
    search.found.resolve();
  }

  /** Messages ascend: read from the first one on until the position is there. Goes back, never ahead. */
  private async fromPlace(from: Place): Promise<Promise<void>> {
    const { topic, partition } = kafkaPartitionOf(from.partition);
    const name = nameOf({ topic: physicalTopic(this.parts.namespace, topic), partition });
    const bounds = await this.parts.offsets.bounds(this.parts.topics);
    const run = this.runs.get(name);
    if (!run) throw new RangeError(`Partition ${from.partition} is not worked on in this process.`);
    const until = run.window.watermark + 1;
    const { low } = bounds.get(name)!;
    if (low >= until) return Promise.resolve();
    const search: Search = { place: from, until, found: Promise.withResolvers() };
    this.end(run);
    this.run(run, { start: low, search });
    return search.found.promise;
  }

  private async fromTime(time: string): Promise<Promise<void>[]> {
    const { offsets, topics, namespace } = this.parts;
    const own = new Set(this.subscription.topics.map((topic) => physicalTopic(namespace, topic)));
    const starts = await offsets.at(
      time,
      [...own].filter((topic) => topics.includes(topic)),
    );
    for (const run of [...this.runs.values()]) {
      const start = starts.get(nameOf(run));
      if (start === undefined || start > run.window.watermark) continue;
      this.end(run);
      this.run(run, { start });
    }
    return [];
  }

  private flush(): Promise<void> {
    const flushed = this.flushing.catch(() => {}).then(() => this.commit());
    this.flushing = flushed;
    return flushed;
  }

  /** A place that is still looked for is none yet. */
  private async commit(): Promise<void> {
    const moved = [...this.runs.values()]
      .filter(({ window, committed, search }) => !search && window.watermark + 1 !== committed)
      .map((run) => ({
        run,
        offset: run.window.watermark + 1,
        metadata: run.done.metadataThrough(run.window.watermark),
      }));
    if (moved.length === 0) return;
    await this.member.commit(
      moved.map(({ run: { topic, partition }, offset, metadata }) => ({
        topic,
        partition,
        offset,
        metadata,
      })),
    );
    for (const { run, offset } of moved) run.committed = offset;
  }
}

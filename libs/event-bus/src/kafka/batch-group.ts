import type { KafkaMessage } from 'kafkajs';
import { BatchDelivery, checkpointEvery, defaultMaxBatch } from '../delivery/batch-delivery.ts';
import { patientlyFor } from '../delivery/deadline.ts';
import { isStaleCheckpoint, unlessAborted, untilItWorks, withRetries } from '../delivery/retrying.ts';
import type { UnreadableEvent } from '../delivery/routing.ts';
import type { BatchSubscription, BusMessage, Checkpoints, Place } from '../port.ts';
import { type Arrival, readerFor } from './arrival.ts';
import type { GroupParts, KafkaGroup } from './group.ts';
import { Member, type TopicPartition, nameOf } from './member.ts';
import { type Bounds, type Committed, startOf } from './offsets.ts';
import { takeUpAgain } from './redriving.ts';
import { Share } from './share.ts';
import { logicalTopic } from './topics.ts';

/** Of one partition. */
interface Queue extends TopicPartition {
  readonly share: Share;
  readonly seen: Map<string, number>;
  arrivals: Arrival[];
  /** When the first of these came, by the clock of `performance`. */
  since: number;
  /** The next offset to do. */
  next: number;
  /** The same as the brokers know it. */
  committed: number | undefined;
}

/** What was given to this process when the group was divided. */
interface Epoch {
  readonly stopped: AbortController;
  readonly partitions: readonly TopicPartition[];
  readonly queues: Map<string, Queue>;
  readonly delivery: BatchDelivery;
}

interface Gathered {
  readonly messages: BusMessage[];
  readonly unreadable: UnreadableEvent[];
  place: Place | undefined;
  last: number;
  bytes: number;
}

/** Arrivals of one partition that wait, beside a bound on their bytes. */
const mostWaiting = 20_000;
const commitInterval = 200;

/** One consumer group whose handler takes batches and keeps the checkpoint together with its effect. */
export class KafkaBatchGroup implements KafkaGroup {
  private readonly member: Member;
  private readonly read: ReturnType<typeof readerFor>;
  private readonly stopping = new AbortController();
  private readonly assigned = Promise.withResolvers<void>();
  private epoch: Epoch;
  private running: Promise<void> = Promise.resolve();
  private woken = Promise.withResolvers<void>();
  private committing: NodeJS.Timeout | undefined;
  private lastCommit: Promise<void> = Promise.resolve();

  constructor(
    private readonly subscription: BatchSubscription,
    readonly parts: GroupParts,
  ) {
    const { group, types } = subscription;
    this.read = readerFor({ ...parts, group, ...(types && { types }) });
    this.epoch = this.opened([]);
    this.member = new Member({
      ...parts,
      onAssigned: (partitions) => this.divided(partitions),
      onFetched: (fetched) => {
        this.epoch.queues.get(nameOf(fetched))?.share.fetched(fetched);
        this.woken.resolve();
      },
    });
  }

  get next(): ReadonlyMap<string, number> {
    return new Map([...this.epoch.queues].map(([name, { next }]) => [name, next]));
  }

  async start(): Promise<void> {
    await this.member.start();
    await this.assigned.promise;
    this.committing = setInterval(() => void this.commit(), commitInterval);
    this.committing.unref();
  }

  /** Waits for the batch in work; one that waits for its next try comes again. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.assigned.resolve();
    clearInterval(this.committing);
    this.end(this.epoch);
    await this.running;
    await this.commit();
    await this.member.stop();
  }

  private opened(partitions: readonly TopicPartition[]): Epoch {
    const stopped = new AbortController();
    const delivery = new BatchDelivery(this.subscription, this.parts.parking, stopped.signal);
    return { stopped, partitions, queues: new Map(), delivery };
  }

  private end({ stopped, queues }: Epoch): void {
    stopped.abort();
    for (const { share } of queues.values()) share.end();
    this.woken.resolve();
  }

  /** What was in work ends before anything new begins: they may be about the same document. */
  private divided(partitions: readonly TopicPartition[]): void {
    if (this.stopping.signal.aborted) return;
    this.end(this.epoch);
    const epoch = (this.epoch = this.opened(partitions));
    this.running = this.running.then(() => this.work(epoch)).catch(unlessAborted);
  }

  private async work(epoch: Epoch): Promise<void> {
    const { signal } = epoch.stopped;
    if (signal.aborted) return;
    try {
      await withRetries(() => this.begin(epoch), untilItWorks, signal);
      this.assigned.resolve();
      while (!signal.aborted) {
        const queue = await this.ripe(epoch);
        if (queue) await this.handle(epoch, queue);
      }
    } catch (error) {
      if (!isStaleCheckpoint(error)) throw error;
      if (this.epoch === epoch) this.divided(epoch.partitions);
    }
  }

  private async begin({ partitions, queues, delivery, stopped }: Epoch): Promise<void> {
    const { offsets, parking, groupId, topics } = this.parts;
    const [checkpoints, bounds, committed] = await Promise.all([
      this.subscription.checkpoints(),
      offsets.bounds(topics),
      offsets.committed(groupId, topics),
      parking.refresh(),
    ]);
    if (stopped.signal.aborted) return;
    for (const [partition, offset] of Object.entries(checkpoints)) delivery.stored.set(partition, offset);
    for (const each of partitions) {
      const bound = bounds.get(nameOf(each));
      if (bound)
        this.open(queues, each, this.startIn(each, checkpoints, bound, committed), checkpoints, stopped);
    }
  }

  /** Where the handler's store and the brokers agree; otherwise at the beginning: what is stored is passed over. */
  private startIn(
    place: TopicPartition,
    checkpoints: Checkpoints,
    bounds: Bounds,
    offsets: ReadonlyMap<string, Committed>,
  ): number {
    const committed = offsets.get(nameOf(place));
    const start = startOf(committed, bounds);
    const isRequests = !this.subscription.topics.includes(this.logical(place.topic));
    return isRequests || (committed && storeHas(checkpoints, this.busName(place), committed.metadata))
      ? start
      : bounds.low;
  }

  private open(
    queues: Map<string, Queue>,
    { topic, partition }: TopicPartition,
    next: number,
    checkpoints: Checkpoints,
    stopped: AbortController,
  ): void {
    const share = new Share(this.member, { topic, partition }, next, {
      stopped,
      isFull: () => queue.arrivals.length >= mostWaiting,
      take: (message) => this.take(queue, message),
      skip: (offset) => this.arrived(queue, { offset, bytes: 0 }),
    });
    const name = this.busName({ topic, partition });
    const known = Object.entries(checkpoints).filter(([each]) => isOf(each, name));
    const rest = { seen: new Map(known), arrivals: [], since: 0, next, committed: undefined };
    const queue: Queue = { topic, partition, share, ...rest };
    queues.set(nameOf(queue), queue);
    share.begin();
  }

  private take(queue: Queue, message: KafkaMessage): void {
    const arrival = this.read(queue, message, queue.seen);
    queue.share.holds(arrival.bytes);
    this.arrived(queue, arrival);
  }

  private arrived(queue: Queue, arrival: Arrival): void {
    if (queue.arrivals.length === 0) queue.since = performance.now();
    queue.arrivals.push(arrival);
  }

  /** The partition that waited longest, once it waited long enough for more; each waits beside the others. */
  private async ripe({ queues, stopped }: Epoch): Promise<Queue | undefined> {
    const { maxBatch = defaultMaxBatch, linger = 0 } = this.subscription;
    const waiting = [...queues.values()]
      .filter(({ arrivals }) => arrivals.length > 0)
      .sort((one, other) => one.since - other.since);
    const [longest] = waiting;
    const left = longest ? longest.since + linger - performance.now() : Infinity;
    const isFull = ({ arrivals }: Queue) => arrivals.length >= maxBatch || arrivals[0]!.retry !== undefined;
    const next = left <= 0 ? longest : waiting.find(isFull);
    if (next) return next;
    this.woken = Promise.withResolvers();
    if (stopped.signal.aborted) return undefined;
    if (longest) await patientlyFor(this.woken.promise, left);
    else await this.woken.promise;
    return undefined;
  }

  private async handle(epoch: Epoch, queue: Queue): Promise<void> {
    const [first] = queue.arrivals;
    if (first?.retry) {
      queue.arrivals.shift();
      await this.takeUp(epoch, first);
      passed(queue, first.offset, first.bytes);
      return;
    }
    const { messages, unreadable, place, last, bytes } = this.gather(epoch, queue);
    const through = place ?? { partition: this.busName(queue), offset: 0 };
    const batch = { messages, unreadable, through, isDue: isDue(place, epoch.delivery.stored) };
    await epoch.delivery.alone(() => epoch.delivery.deliver(batch));
    passed(queue, last, bytes);
    if (place) this.subscription.onProgress?.(place);
  }

  private async takeUp({ delivery, stopped }: Epoch, { retry }: Arrival): Promise<void> {
    const { parking, route } = this.parts;
    const work = () => takeUpAgain(retry!, parking, route, (message) => delivery.redrive(message));
    await delivery.alone(() => withRetries(work, { attempts: 3, firstDelay: 100 }, stopped.signal));
  }

  private gather({ delivery }: Epoch, queue: Queue): Gathered {
    const { maxBatch = defaultMaxBatch } = this.subscription;
    const last = queue.next - 1;
    const gathered: Gathered = { messages: [], unreadable: [], place: undefined, last, bytes: 0 };
    collect(queue, gathered, maxBatch, delivery.stored);
    return gathered;
  }

  /** One at a time: an earlier one that is late would put the place back. */
  private commit(): Promise<void> {
    return (this.lastCommit = this.lastCommit.then(() => this.commitMoved()));
  }

  /** Of all partitions at once; one that fails comes with the next. */
  private async commitMoved(): Promise<void> {
    const { queues, delivery } = this.epoch;
    const moved = [...queues.values()]
      .filter(({ next, committed }) => next !== committed)
      .map((queue) => ({ queue, offset: queue.next, metadata: this.metadataOf(queue, delivery) }));
    if (moved.length === 0) return;
    const commits = moved.map(({ queue: { topic, partition }, offset, metadata }) => ({
      topic,
      partition,
      offset,
      ...(metadata.length < 4_000 && { metadata }),
    }));
    try {
      await this.member.commit(commits);
      for (const { queue, offset } of moved) queue.committed = offset;
    } catch {
      // Somebody else has the partitions by now, or no broker answers.
    }
  }

  /** What is stored of a partition, so that it is noticed when a store was set back. */
  private metadataOf(queue: Queue, { stored }: BatchDelivery): string {
    const name = this.busName(queue);
    return JSON.stringify(Object.fromEntries([...stored].filter(([each]) => isOf(each, name))));
  }

  private logical(topic: string): string {
    return logicalTopic(this.parts.namespace, topic) ?? topic;
  }

  private busName({ topic, partition }: TopicPartition): string {
    return `${this.logical(topic)}:${partition}`;
  }
}

/** Through this offset it is done. */
const passed = (queue: Queue, last: number, bytes: number): void => {
  queue.next = last + 1;
  queue.share.letsGo(bytes);
};

const isOf = (partition: string, name: string): boolean =>
  partition === name || partition.startsWith(`${name}:`);

/**
 * A store that was set back to an earlier state, or is empty, must not go on where another had come to.
 * @param metadata of the committed offset: what the store had then, as JSON; nothing where a person set it
 */
const storeHas = (checkpoints: Checkpoints, name: string, metadata: string): boolean => {
  const stored = Object.keys(checkpoints).some((partition) => isOf(partition, name));
  if (!stored) return false;
  try {
    const then = JSON.parse(metadata || '{}') as Checkpoints;
    return Object.entries(then).every(([partition, offset]) => (checkpoints[partition] ?? -1) >= offset);
  } catch {
    return false;
  }
};

/** So much was passed over that the checkpoint moves although there is nothing to handle. */
const isDue = (place: Place | undefined, stored: ReadonlyMap<string, number>): boolean =>
  place !== undefined && place.offset - (stored.get(place.partition) ?? 0) >= checkpointEvery;

/** Takes what belongs into one batch: of one bus partition, up to a request for a parked message. */
const collect = (
  queue: Queue,
  gathered: Gathered,
  maxBatch: number,
  stored: ReadonlyMap<string, number>,
): void => {
  let taken = 0;
  for (const { place, message, unreadable, retry, offset, bytes } of queue.arrivals) {
    if (retry || gathered.messages.length >= maxBatch) break;
    if (place && gathered.place && place.partition !== gathered.place.partition) break;
    if (gathered.messages.length === 0 && isDue(gathered.place, stored)) break;
    if (message) gathered.messages.push(message);
    if (unreadable) gathered.unreadable.push(unreadable);
    gathered.place = place ?? gathered.place;
    gathered.last = offset;
    gathered.bytes += bytes;
    taken += 1;
  }
  queue.arrivals = queue.arrivals.slice(taken);
};

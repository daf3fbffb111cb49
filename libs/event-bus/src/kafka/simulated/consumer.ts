import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import kafkajs from 'kafkajs';
import type {
  Consumer,
  ConsumerConfig,
  ConsumerRunConfig,
  ConsumerSubscribeTopics,
  EachBatchPayload,
  TopicPartitionOffsetAndMetadata,
  TopicPartitions,
} from 'kafkajs';
import { type TopicPartition, nameOf } from '../member.ts';
import { simulatedBatch } from './batch.ts';
import { type Connection, asked, held, retrying } from './connection.ts';
import { Membership, mustRejoin } from './membership.ts';
import { away, isRefusal } from './refusal.ts';

const { KafkaJSNonRetriableError } = kafkajs;

/** One consumer of a group; with its first start it joins, and fetches until it is disconnected or gives up. */
export const simulatedConsumer = (connection: Connection, config: ConsumerConfig): Consumer => {
  const consumer = new SimulatedConsumer(connection, config);
  return {
    connect: () => consumer.connect(),
    disconnect: () => consumer.disconnect(),
    subscribe: (subscription: ConsumerSubscribeTopics) => consumer.subscribe(subscription),
    run: (running: ConsumerRunConfig) => consumer.run(running),
    commitOffsets: (offsets: TopicPartitionOffsetAndMetadata[]) => consumer.commitOffsets(offsets),
    seek: (place: TopicPartition & { offset: string }) => consumer.seek(place),
    pause: (topics: TopicPartitions[]) => consumer.pause(topics),
    resume: (topics: TopicPartitions[]) => consumer.resume(topics),
    on: (event: string, listener: (event: object) => void) => consumer.on(event, listener),
  } as unknown as Consumer;
};

/** Most bytes of one partition in one fetch, as the driver asks for them. */
const mostBytes = 1_048_576;

class SimulatedConsumer {
  private readonly bell = new EventEmitter();
  private readonly fromBeginning = new Map<string, boolean>();
  private readonly paused = new Set<string>();
  private readonly seeks = new Map<string, number>();
  /** Of what was assigned: the offset to fetch next. */
  private readonly positions = new Map<string, number>();
  private assigned: TopicPartition[] = [];
  private member: Membership | undefined;
  private isRunning = false;
  /** Disconnected while it joined for the first time. */
  private isCut = false;
  private disconnected: Promise<void> | undefined;
  private consuming: Promise<void> = Promise.resolve();
  private eachBatch: NonNullable<ConsumerRunConfig['eachBatch']> = () => Promise.resolve();

  constructor(
    private readonly connection: Connection,
    private readonly config: ConsumerConfig,
  ) {}

  connect(): Promise<void> {
    return retrying(this.config.retry, () => asked(this.connection, 'read', () => {}));
  }

  async subscribe({ topics, fromBeginning = false }: ConsumerSubscribeTopics): Promise<void> {
    const names = topics as string[];
    const { cluster } = this.connection;
    const areThere = () => names.forEach((topic) => cluster.partitionsOf(topic));
    await retrying(this.config.retry, () => asked(this.connection, 'read', areThere));
    for (const topic of names) this.fromBeginning.set(topic, fromBeginning);
  }

  /** Resolves once it is in the group, or gave up on that. */
  async run({ eachBatch }: ConsumerRunConfig): Promise<void> {
    if (eachBatch) this.eachBatch = eachBatch;
    const topics = [...this.fromBeginning.keys()];
    this.member = new Membership(this.connection, this.config, topics, () => this.isCut);
    try {
      await this.join();
    } catch (error) {
      await this.crash(error);
      return;
    }
    this.isRunning = true;
    this.consuming = this.consume();
    this.consuming.catch((error: unknown) => this.crash(error));
  }

  /** Leaves the group. While it joins for the first time it falls silent instead, as the driver does. */
  disconnect(): Promise<void> {
    return (this.disconnected ??= this.leave());
  }

  /** Between two generations nothing is committed, and nobody told, as by the driver. */
  async commitOffsets(offsets: readonly TopicPartitionOffsetAndMetadata[]): Promise<void> {
    const member = this.started();
    if (!this.isRunning) return;
    const commits = offsets.map(({ offset, metadata, ...place }) => ({
      ...place,
      offset: Number(offset),
      ...(typeof metadata === 'string' && { metadata }),
    }));
    await retrying(this.config.retry, () => member.commit(commits));
  }

  seek({ offset, ...place }: TopicPartition & { readonly offset: string }): void {
    this.started();
    this.seeks.set(nameOf(place), Number(offset));
  }

  pause(topics: readonly TopicPartitions[]): void {
    this.started();
    for (const place of placesIn(topics)) this.paused.add(nameOf(place));
  }

  resume(topics: readonly TopicPartitions[]): void {
    this.started();
    for (const place of placesIn(topics)) this.paused.delete(nameOf(place));
  }

  on(event: string, listener: (event: object) => void): () => void {
    this.bell.on(event, listener);
    return () => void this.bell.off(event, listener);
  }

  private started(): Membership {
    if (!this.member) throw new KafkaJSNonRetriableError('The simulated consumer does not run.');
    return this.member;
  }

  private async leave(): Promise<void> {
    const { member } = this;
    this.isCut = !this.isRunning;
    if (this.isCut) return;
    this.isRunning = false;
    await this.consuming.catch(() => {});
    await member?.leave().catch(() => {});
    this.member = undefined;
  }

  private async join(): Promise<void> {
    const member = this.started();
    const share = await member.join();
    if (this.isCut) throw away();
    const topics = Object.entries(share).map(([topic, partitions]) => ({ topic, partitions }));
    this.assigned = placesIn(topics);
    this.positions.clear();
    const payload = { groupId: this.config.groupId, memberId: member.id, memberAssignment: share };
    this.bell.emit('consumer.group_join', { type: 'consumer.group_join', payload });
  }

  /** Failures are counted from one joining to the next, however much went well in between: so does the driver. */
  private async consume(): Promise<void> {
    while (this.isRunning) await retrying(this.config.retry, () => this.untilDividedAnew());
  }

  private async untilDividedAnew(): Promise<void> {
    try {
      while (this.isRunning) {
        const batches = await this.fetch();
        await Promise.all(batches.map((batch) => this.handle(batch)));
        await this.started().heartbeat();
      }
    } catch (error) {
      if (!mustRejoin(error) || !this.isRunning) throw error;
      await this.join();
    }
  }

  private async crash(error: unknown): Promise<void> {
    await this.disconnect();
    this.member = undefined;
    const payload = { error, groupId: this.config.groupId, restart: false };
    this.bell.emit('consumer.crash', { type: 'consumer.crash', payload });
  }

  private async fetch(): Promise<EachBatchPayload['batch'][]> {
    const { maxWaitTimeInMs = 5_000 } = this.config;
    this.takeSeeks();
    const active = this.assigned.filter((place) => !this.paused.has(nameOf(place)));
    await this.findPositions(active);
    if (active.length === 0) {
      await delay(maxWaitTimeInMs);
      return [];
    }
    const { cluster } = this.connection;
    const found = await asked(this.connection, 'read', () =>
      held(cluster, () => this.fetched(active), maxWaitTimeInMs),
    );
    return (found ?? []).filter((batch) => !this.isUnwanted(nameOf(batch)));
  }

  /** Somebody changed their mind while it was fetched. */
  private isUnwanted(name: string): boolean {
    return this.seeks.has(name) || this.paused.has(name);
  }

  private takeSeeks(): void {
    for (const name of this.assigned.map(nameOf)) {
      const offset = this.seeks.get(name);
      if (offset === undefined) continue;
      this.positions.set(name, offset);
      this.seeks.delete(name);
    }
  }

  /** Where nobody said where to begin, it is what was committed, else an end of the partition. */
  private async findPositions(active: readonly TopicPartition[]): Promise<void> {
    const unknown = active.filter((place) => !this.positions.has(nameOf(place)));
    if (unknown.length === 0) return;
    const { cluster } = this.connection;
    const found = await asked(this.connection, 'read', () => {
      const committed = cluster.coordinator.find(this.config.groupId)?.committed;
      return unknown.map((place) => committed?.get(nameOf(place))?.offset ?? this.firstOf(place));
    });
    unknown.forEach((place, index) => this.positions.set(nameOf(place), Number(found[index])));
  }

  private firstOf({ topic, partition }: TopicPartition): number {
    return this.fromBeginning.get(topic) ? 0 : this.connection.cluster.partition(topic, partition).high;
  }

  /** What there is to fetch; undefined where there is nothing yet. */
  private fetched(active: readonly TopicPartition[]): EachBatchPayload['batch'][] | undefined {
    const batches = active.flatMap((place) => {
      const partition = this.connection.cluster.partition(place.topic, place.partition);
      const from = this.positions.get(nameOf(place))!;
      try {
        const messages = partition.from(from, mostBytes);
        return messages.length === 0 ? [] : [simulatedBatch(place, from, messages, partition.high)];
      } catch (error) {
        if (!isRefusal(error, 'OFFSET_OUT_OF_RANGE')) throw error;
        this.positions.set(nameOf(place), this.firstOf(place));
        return [];
      }
    });
    return batches.length === 0 ? undefined : batches;
  }

  private async handle(batch: EachBatchPayload['batch']): Promise<void> {
    await this.eachBatch({ batch } as EachBatchPayload);
    this.positions.set(nameOf(batch), Number(batch.lastOffset()) + 1);
  }
}

const placesIn = (topics: readonly TopicPartitions[]): TopicPartition[] =>
  topics.flatMap(({ topic, partitions }) => partitions.map((partition) => ({ topic, partition })));

import { setTimeout as delay } from 'node:timers/promises';
import type { Consumer, KafkaMessage } from 'kafkajs';
import { byNumber } from './assigner.ts';
import { type KafkaClient, brokerError } from './client.ts';

export interface TopicPartition {
  /** Physical: with the namespace. */
  readonly topic: string;
  readonly partition: number;
}

export interface Fetched extends TopicPartition {
  /** The offset that was asked for. */
  readonly from: number;
  readonly messages: readonly KafkaMessage[];
  readonly last: number;
}

export interface Commit extends TopicPartition {
  /** The next offset to do. */
  readonly offset: number;
  readonly metadata?: string;
}

export interface MemberOptions {
  readonly kafka: KafkaClient;
  readonly groupId: string;
  readonly topics: readonly string[];
  /** Milliseconds after which a process that gives no sign of life loses its partitions. */
  readonly sessionTimeout?: number;
  /** The group was divided anew: this is ours now, whatever it was before; paused until `resume`. */
  readonly onAssigned: (partitions: readonly TopicPartition[]) => void;
  /** Takes over what was fetched, at once: the member gives signs of life only in between. */
  readonly onFetched: (fetched: Fetched) => void;
}

export const nameOf = ({ topic, partition }: TopicPartition): string => `${topic}:${partition}`;

const heartbeatInterval = 1_000;
const pauseAfterCrash = 1_000;
/**
 * Least time between two fetches that found something, in milliseconds: the driver writes down every
 * partition for each of them, which costs more than the few messages that came meanwhile.
 */
const breath = 15;
const longestStop = 15_000;

/** One process in a consumer group. It only fetches: where to begin and what is done is said by others. */
export class Member {
  private consumer: Consumer;
  private joining: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();
  private breathed = -Infinity;

  constructor(private readonly options: MemberOptions) {
    this.consumer = this.created();
  }

  /** @throws StoreUnavailable no broker answers */
  async start(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      await this.consumer.disconnect().catch(() => {});
      throw brokerError(error);
    }
  }

  seek(place: TopicPartition, offset: number): void {
    this.tell((consumer) => consumer.seek({ ...place, offset: String(offset) }));
  }

  pause({ topic, partition }: TopicPartition): void {
    this.tell((consumer) => consumer.pause([{ topic, partitions: [partition] }]));
  }

  resume({ topic, partition }: TopicPartition): void {
    this.tell((consumer) => consumer.resume([{ topic, partitions: [partition] }]));
  }

  /** Rejects where the partitions are somebody else's by now, or no broker answers. */
  async commit(commits: readonly Commit[]): Promise<void> {
    await this.consumer.commitOffsets(
      commits.map(({ topic, partition, offset, metadata }) => ({
        topic,
        partition,
        offset: String(offset),
        ...(metadata !== undefined && { metadata }),
      })),
    );
  }

  /**
   * Leaves the group; resolves within 15 seconds. A broker that does not answer may take longer: it is
   * then left as soon as it does.
   */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.race([this.leave(), delay(longestStop, undefined, { ref: false })]);
  }

  /** The driver does not leave while it joins: it would be a member that nobody knows. */
  private async leave(): Promise<void> {
    await this.joining.catch(() => {});
    await this.consumer.disconnect().catch(() => {});
  }

  /** Between a crash of the driver's consumer and its next start there is nothing to tell. */
  private tell(what: (consumer: Consumer) => void): void {
    try {
      what(this.consumer);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'KafkaJSNonRetriableError') throw error;
    }
  }

  private created(): Consumer {
    const { kafka, groupId, sessionTimeout = 10_000, onAssigned } = this.options;
    const consumer = kafka.consumer({
      groupId,
      sessionTimeout,
      // What is fetched is handed on at once: nothing keeps a process that lives from a new division.
      rebalanceTimeout: sessionTimeout,
      heartbeatInterval,
      maxWaitTimeInMs: 250,
      allowAutoTopicCreation: false,
      partitionAssigners: [byNumber],
      retry: {
        initialRetryTime: 100,
        maxRetryTime: 2_000,
        retries: 8,
        // By `reopen` alone: it knows when to stop.
        restartOnFailure: () => Promise.resolve(false),
      },
    });
    consumer.on('consumer.group_join', ({ payload: { memberAssignment } }) => {
      // It joined in order to leave. Who asked the brokers now where to begin might do so after all is
      // closed: the driver connects again, and the process does not end.
      if (this.stopping.signal.aborted) return;
      const partitions = Object.entries(memberAssignment as Record<string, number[]>).flatMap(
        ([topic, numbers]) => numbers.map((partition) => ({ topic, partition })),
      );
      for (const each of partitions) this.pause(each);
      onAssigned(partitions);
    });
    consumer.on('consumer.crash', () => void this.reopen());
    return consumer;
  }

  private run(): Promise<void> {
    return (this.joining = this.join());
  }

  /** Resolves once it is in the group, or the driver gave up on that. */
  private async join(): Promise<void> {
    const { topics, onFetched } = this.options;
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await this.consumer.run({
      autoCommit: false,
      partitionsConsumedConcurrently: 64,
      eachBatch: ({ batch }) => {
        onFetched({
          topic: batch.topic,
          partition: batch.partition,
          from: Number((batch as unknown as { fetchedOffset: string }).fetchedOffset),
          messages: batch.messages,
          last: Number(batch.lastOffset()),
        });
        return this.breathe();
      },
    });
  }

  /** One that has nothing to do fetches at once what comes; one that is busy takes what comes meanwhile together. */
  private async breathe(): Promise<void> {
    const wait = this.breathed + breath - performance.now();
    if (wait > 0) await delay(wait, undefined, { signal: this.stopping.signal }).catch(() => {});
    this.breathed = performance.now();
  }

  /** The driver gave up: a new consumer tries on. */
  private async reopen(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await delay(pauseAfterCrash, undefined, { signal });
        this.consumer = this.created();
        await this.run();
        return;
      } catch {
        await this.consumer.disconnect().catch(() => {});
      }
    }
  }
}

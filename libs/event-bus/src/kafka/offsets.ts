import { setTimeout as delay } from 'node:timers/promises';
import { StoreUnavailable } from '@tributary/event-store';
import type { Admin } from 'kafkajs';
import { patientlyFor } from '../delivery/deadline.ts';
import { type KafkaClient, brokerError, isPassing } from './client.ts';
import { nameOf } from './member.ts';

export interface Bounds {
  readonly low: number;
  /** The offset that the next message will have. */
  readonly high: number;
}

export interface Committed {
  readonly offset: number;
  readonly metadata: string;
}

/** How long a partition may have no leader, in milliseconds, before who asks is told. */
const longestElection = 30_000;
const electionPause = 100;
/** How long what was asked may hold up the end, in milliseconds. */
const longestFarewell = 5_000;

interface Connection {
  readonly admin: Admin;
  readonly connected: Promise<void>;
  questions: number;
}

/** What the brokers say of offsets. Keys are `<physical topic>:<partition>`. */
export class Offsets {
  private connection: Connection | undefined;
  private closed = false;
  private readonly asking = new Set<Promise<unknown>>();

  constructor(private readonly kafka: KafkaClient) {}

  /** @throws StoreUnavailable no broker answers */
  bounds(topics: readonly string[]): Promise<Map<string, Bounds>> {
    return this.asked(async (admin) => {
      const found = await Promise.all(
        topics.map(async (topic) =>
          (await admin.fetchTopicOffsets(topic)).map(
            ({ partition, low, high }) =>
              [nameOf({ topic, partition }), { low: Number(low), high: Number(high) }] as const,
          ),
        ),
      );
      return new Map(found.flat());
    });
  }

  committed(groupId: string, topics: readonly string[]): Promise<Map<string, Committed>> {
    return this.asked(async (admin) => {
      const found = await admin.fetchOffsets({ groupId, topics: [...topics] });
      const committed = found.flatMap(({ topic, partitions }) =>
        partitions.map(
          ({ partition, offset, metadata }) =>
            [nameOf({ topic, partition }), { offset: Number(offset), metadata: metadata ?? '' }] as const,
        ),
      );
      return new Map(committed.filter(([, { offset }]) => offset >= 0));
    });
  }

  /** Of the first message at or after a moment (UTC ISO 8601); the end where there is none. */
  at(time: string, topics: readonly string[]): Promise<Map<string, number>> {
    return this.asked(async (admin) => {
      const found = await Promise.all(
        topics.map(async (topic) =>
          (await admin.fetchTopicOffsetsByTimestamp(topic, Date.parse(time))).map(
            ({ partition, offset }) => [nameOf({ topic, partition }), Number(offset)] as const,
          ),
        ),
      );
      return new Map(found.flat());
    });
  }

  async forget(groupId: string): Promise<void> {
    await this.asked((admin) => admin.deleteGroups([groupId]));
  }

  /**
   * What is asked from then on is refused. What was asked before ends first: the driver would connect anew
   * for it, to a broker that nobody disconnects from.
   */
  async close(): Promise<void> {
    this.closed = true;
    await patientlyFor(Promise.allSettled(this.asking), longestFarewell);
    const { connection } = this;
    await connection?.connected.catch(() => {});
    await connection?.admin.disconnect().catch(() => {});
  }

  private asked<T>(question: (admin: Admin) => Promise<T>): Promise<T> {
    const answer = this.untilAnswered(question);
    this.asking.add(answer);
    const answered = () => void this.asking.delete(answer);
    answer.then(answered, answered);
    return answer;
  }

  private async untilAnswered<T>(question: (admin: Admin) => Promise<T>): Promise<T> {
    for (const end = performance.now() + longestElection; ; await delay(electionPause)) {
      if (this.closed) throw new StoreUnavailable('The event bus is closed.');
      const connection = (this.connection ??= this.opened());
      connection.questions += 1;
      try {
        await connection.connected;
        return await question(connection.admin);
      } catch (error) {
        if (this.connection === connection) this.connection = undefined;
        if (!isPassing(error) || performance.now() > end) throw brokerError(error);
      } finally {
        connection.questions -= 1;
        this.tidy(connection);
      }
    }
  }

  private opened(): Connection {
    const admin = this.kafka.admin({ retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 } });
    return { admin, connected: admin.connect(), questions: 0 };
  }

  /** The driver holds on to leaders that were: after a failure the next question goes over a new connection. */
  private tidy(connection: Connection): void {
    if (this.connection === connection || connection.questions > 0) return;
    connection.admin.disconnect().catch(() => {});
  }
}

/**
 * The offset to begin with: what was committed, unless the topic has no such offset: messages that
 * are gone are passed over, and a topic that was made anew is read from its beginning.
 */
export const startOf = (committed: Committed | undefined, bounds: Bounds): number =>
  committed && isWithin(committed, bounds) ? Math.max(bounds.low, committed.offset) : bounds.low;

/** Otherwise the topic is another one than the one it was committed for. */
export const isWithin = ({ offset }: Committed, { high }: Bounds): boolean => offset <= high;

import type { Admin } from 'kafkajs';
import { type KafkaClient, brokerError } from './client.ts';
import { type TopicPartition, nameOf } from './member.ts';

export interface Bounds {
  readonly low: number;
  /** The offset that the next message will have. */
  readonly high: number;
}

export interface Committed {
  readonly offset: number;
  readonly metadata: string;
}

/** What the brokers say of offsets. Keys are `<physical topic>:<partition>`. */
export class Offsets {
  private readonly admin: Admin;
  private connected: Promise<void> | undefined;

  constructor(kafka: KafkaClient) {
    this.admin = kafka.admin({ retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 } });
  }

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

  async close(): Promise<void> {
    await this.connected?.catch(() => {});
    await this.admin.disconnect().catch(() => {});
  }

  private async asked<T>(question: (admin: Admin) => Promise<T>): Promise<T> {
    try {
      await (this.connected ??= this.admin.connect());
      return await question(this.admin);
    } catch (error) {
      this.connected = undefined;
      throw brokerError(error);
    }
  }
}

/**
 * The offset to begin with: what was committed, unless the topic has no such offset: messages that
 * are gone are passed over, and a topic that was made anew is read from its beginning.
 */
export const startOf = (committed: Committed | undefined, { low, high }: Bounds): number =>
  committed === undefined || committed.offset > high ? low : Math.max(low, committed.offset);

export const topicsOf = (partitions: readonly TopicPartition[]): string[] => [
  ...new Set(partitions.map(({ topic }) => topic)),
];

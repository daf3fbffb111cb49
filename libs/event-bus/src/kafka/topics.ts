import { setTimeout as delay } from 'node:timers/promises';
import { type Retention, type TopicKind, topicSettings } from '@tributary/contracts';
import type { Admin, ITopicConfig, ITopicMetadata } from 'kafkajs';
import kafkajs from 'kafkajs';
import { type KafkaClient, asking } from './client.ts';

export type { TopicKind };

export interface TopicPlan {
  /** Logical: without the namespace. */
  readonly name: string;
  readonly kind: TopicKind;
}

export interface TopicOptions extends Retention {
  /** Put before every name, so that installations can share brokers; may be empty. */
  readonly namespace: string;
  readonly topics: readonly TopicPlan[];
  /** The same for every topic: what belongs together lies in partitions of one number. */
  readonly partitions: number;
  readonly replication: number;
}

/** What is configured and what the brokers have or allow do not go together. */
export class TopicMismatch extends Error {
  override readonly name = 'TopicMismatch';
  readonly code = 'topic-mismatch';
}

/** The name of a topic on the brokers. */
export const physicalTopic = (namespace: string, logical: string): string => namespace + logical;

/** Anything but `physicalTopic`'s answer for this namespace is undefined. */
export const logicalTopic = (namespace: string, physical: string): string | undefined =>
  physical.startsWith(namespace) ? physical.slice(namespace.length) : undefined;

const partitioner = kafkajs.Partitioners.DefaultPartitioner();
const partitionsOf = new Map<number, kafkajs.PartitionMetadata[]>();

/**
 * The partition of a key: murmur2 over its UTF-8 bytes, as Java's clients do it, so that an
 * integrator's message with this key lies in the partition of the same number.
 * @param count partitions of the topic
 */
export const partitionOf = (partitionKey: string, count: number): number => {
  let partitionMetadata = partitionsOf.get(count);
  if (!partitionMetadata) {
    const partition = { isr: [], leader: -1, partitionErrorCode: 0, partitionId: 0, replicas: [] };
    partitionsOf.set(
      count,
      (partitionMetadata = new Array<kafkajs.PartitionMetadata>(count).fill(partition)),
    );
  }
  return partitioner({ topic: '', partitionMetadata, message: { key: partitionKey, value: null } });
};

/**
 * Creates the topics that are missing and verifies the others; safe when several processes do it at once.
 * @throws TopicMismatch a topic has another number of partitions than asked for, or the brokers refuse
 * to create one, e.g. because they are fewer than its copies
 * @throws StoreUnavailable no broker answers
 */
export const ensureTopics = (kafka: KafkaClient, options: TopicOptions): Promise<void> =>
  asking(kafka, async (admin) => {
    const there = new Set(await admin.listTopics());
    const missing = configsOf(options).filter(({ topic }) => !there.has(topic));
    if (missing.length > 0) await createMissing(admin, missing);
    await verify(admin, options);
  });

/** Another process may have created some of them meanwhile: the driver lets that pass. */
const createMissing = async (admin: Admin, topics: ITopicConfig[]): Promise<void> => {
  try {
    // Whether they are led is asked below: the driver fails where a broker does not know them yet.
    await admin.createTopics({ topics, waitForLeaders: false, timeout: 10_000 });
  } catch (error) {
    throw namedRefusal(error);
  }
};

/** The driver's sum of errors says nothing by itself. */
const namedRefusal = (error: unknown): unknown => {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return error;
  const refused = (error.errors as { type?: string; topic?: string; message: string }[]).filter(
    ({ type }) => type !== 'TOPIC_ALREADY_EXISTS',
  );
  if (refused.length === 0) return error;
  const reasons = refused.map(({ topic, message }) => `${topic}: ${message}`).join('; ');
  return Object.assign(new TopicMismatch(`Topics cannot be created: ${reasons}`), { cause: error });
};

const verify = async (admin: Admin, { namespace, topics, partitions }: TopicOptions): Promise<void> => {
  const names = topics.map(({ name }) => physicalTopic(namespace, name));
  const found = await ledTopics(admin, names);
  // An entrance may be a topic that somebody else made: what is taken in is published again.
  const ours = new Set(names.filter((_, index) => topics[index]!.kind !== 'inbound'));
  const differing = found.filter(({ name, partitions: has }) => ours.has(name) && has.length !== partitions);
  if (differing.length === 0) return;
  const which = differing.map(({ name, partitions: has }) => `${name} has ${has.length}`).join(', ');
  throw new TopicMismatch(
    `Partitions decide the order of events and cannot change under them: ${partitions} are configured, ` +
      `${which}. Configure that number; or, to change it, let the groups finish, delete the topics ` +
      'and let the relays publish from the beginning.',
  );
};

const longestElection = 15_000;

/** A topic that was just created may be unknown to a broker, or without a leader, for a moment. */
const ledTopics = async (admin: Admin, names: string[]): Promise<ITopicMetadata[]> => {
  for (const end = Date.now() + longestElection; ; await delay(100)) {
    const found = await admin.fetchTopicMetadata({ topics: names }).catch((error: unknown) => {
      if (Date.now() > end) throw error;
      return { topics: [] };
    });
    const led = found.topics.filter(({ partitions }) => partitions.every(({ leader }) => leader >= 0));
    if (led.length === names.length || Date.now() > end) return found.topics;
  }
};

const configsOf = ({ namespace, topics, partitions, replication, ...kept }: TopicOptions): ITopicConfig[] =>
  topics.map(({ name, kind }) => ({
    topic: physicalTopic(namespace, name),
    numPartitions: partitions,
    replicationFactor: replication,
    configEntries: Object.entries({
      ...topicSettings(kind, kept),
      // With three copies two must have a message before it counts as kept, and one broker may be away.
      'min.insync.replicas': replication >= 3 ? 2 : 1,
      // The time of an event is its recorded time, whatever the broker's clock says.
      'message.timestamp.type': 'CreateTime',
      'message.timestamp.after.max.ms': '9223372036854775807',
    }).map(([setting, value]) => ({ name: setting, value: String(value) })),
  }));

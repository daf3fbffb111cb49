import { randomBytes } from 'node:crypto';
import { topicOf } from '@tributary/contracts';
import { type KafkaClient, ensureTopics, openKafka } from '@tributary/event-bus/kafka';

/** Of every topic. */
export const partitions = 6;
/** What the sample events are. */
export const publishedType = 'tributary.order.tracked.v1';
/** Where they travel, without the namespace. */
export const topic = topicOf(publishedType)!;

export interface Namespace {
  readonly kafka: KafkaClient;
  /** Put before the names of topics and groups. */
  readonly namespace: string;
}

/** Topics and groups of the namespace. */
const remove = async ({ kafka, namespace }: Namespace): Promise<void> => {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const topics = (await admin.listTopics()).filter((name) => name.startsWith(namespace));
    if (topics.length > 0) await admin.deleteTopics({ topics });
    const { groups } = await admin.listGroups();
    const ours = groups.map(({ groupId }) => groupId).filter((id) => id.startsWith(namespace));
    if (ours.length > 0) await admin.deleteGroups(ours);
  } finally {
    await admin.disconnect();
  }
};

/**
 * Settings of a platform on topics of its own, which it makes itself.
 * @param work what is left of it is deleted afterwards
 */
export const onTopicsOfItsOwn = async <T>(
  brokers: string,
  work: (settings: Readonly<Record<string, string>>) => Promise<T>,
): Promise<T> => {
  const name = `tributary-bench-${randomBytes(6).toString('hex')}`;
  try {
    return await work({ TRIBUTARY_BUS: `kafka://${brokers}`, TRIBUTARY_KAFKA_NAMESPACE: name });
  } finally {
    const kafka = openKafka({ brokers: brokers.split(','), clientId: name });
    await remove({ kafka, namespace: `${name}.` });
  }
};

/** @param work is given a namespace of its own with the topic; what is in it is deleted after the work */
export const inNamespace = async <T>(brokers: string, work: (place: Namespace) => Promise<T>): Promise<T> => {
  const namespace = `tributary-bench-${randomBytes(6).toString('hex')}.`;
  const kafka = openKafka({ brokers: brokers.split(','), clientId: namespace });
  const place = { kafka, namespace };
  try {
    const topics = [{ name: topic, kind: 'facts' } as const];
    await ensureTopics(kafka, { namespace, topics, partitions, replication: 1 });
    return await work(place);
  } finally {
    await remove(place);
  }
};

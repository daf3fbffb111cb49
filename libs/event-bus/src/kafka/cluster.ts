import { type KafkaClient, asking } from './client.ts';
import { type TopicPlan, physicalTopic } from './topics.ts';

export interface Cluster {
  /** Names the brokers as a whole. */
  readonly id: string;
  readonly brokers: number;
}

/** @throws StoreUnavailable no broker answers */
export const describeCluster = (kafka: KafkaClient): Promise<Cluster> =>
  asking(kafka, async (admin) => {
    const { clusterId, brokers } = await admin.describeCluster();
    return { id: clusterId, brokers: brokers.length };
  });

/**
 * Logical names of topics that are not there.
 * @throws StoreUnavailable no broker answers
 */
export const missingTopics = (
  kafka: KafkaClient,
  namespace: string,
  topics: readonly TopicPlan[],
): Promise<string[]> =>
  asking(kafka, async (admin) => {
    const there = new Set(await admin.listTopics());
    return topics.map(({ name }) => name).filter((name) => !there.has(physicalTopic(namespace, name)));
  });

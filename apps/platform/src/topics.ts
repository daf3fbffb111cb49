import { acceptedTopics, factTopics, inboundTopics, stateTopics } from '@tributary/contracts';
import { type KafkaClient, type TopicPlan, ensureTopics } from '@tributary/event-bus/kafka';
import type { EnginesConfig } from './config.ts';
import { topicNamespace } from './engines.ts';

const { order, inventory, sourcing, gateway, bus } = factTopics;

const topics: readonly TopicPlan[] = [
  ...[order, inventory, sourcing, gateway, ...acceptedTopics].map((name) => ({
    name,
    kind: 'facts' as const,
  })),
  { name: bus, kind: 'dead-letters' },
  ...inboundTopics.map((name) => ({ name, kind: 'inbound' as const })),
  ...Object.values(stateTopics).map((name) => ({ name, kind: 'state' as const })),
];

/**
 * Creates the topics that are missing, checks the others.
 * @throws TopicMismatch they are there with another number of partitions
 */
export const prepareTopics = (kafka: KafkaClient, config: EnginesConfig): Promise<void> =>
  ensureTopics(kafka, {
    namespace: topicNamespace(config),
    topics,
    partitions: config.TRIBUTARY_TOPIC_PARTITIONS,
    replication: config.TRIBUTARY_TOPIC_REPLICATION,
  });

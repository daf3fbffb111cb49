export { type Cluster, describeCluster, missingTopics } from './cluster.ts';
export { type KafkaClient, type KafkaLogEntry, type KafkaOptions, openKafka } from './client.ts';
export { type Entrances, type EntrancesOptions, openEntrances } from './entrances.ts';
export type { InboundRecord } from './inbound-record.ts';
export type { TakeInbound } from './inbound-taking.ts';
export { type KafkaBusOptions, openKafkaBus } from './kafka-bus.ts';
export { busPartitionOf, placesOf } from './places.ts';
export { type Outgoing, type ProducerOptions, type SafeProducer, openProducer } from './produce.ts';
export { type Relay, type RelayOptions, type RelayStatus, startRelay } from './relay.ts';
export { type StateTopicOptions, openStateTopic } from './state-topic.ts';
export {
  TopicMismatch,
  type TopicKind,
  type TopicOptions,
  type TopicPlan,
  ensureTopics,
  partitionOf,
} from './topics.ts';

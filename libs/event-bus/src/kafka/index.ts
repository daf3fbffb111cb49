export { type KafkaClient, type KafkaLogEntry, type KafkaOptions, openKafka } from './client.ts';
export { partitionKeyOf } from './codec.ts';
export { type GroupOffsets, openGroupOffsets } from './group-offsets.ts';
export { type InboundConsumer, type InboundOptions, type InboundStatus, consumeInbound } from './inbound.ts';
export { type KafkaBusOptions, openKafkaBus } from './kafka-bus.ts';
export { partitionNameOf } from './places.ts';
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

import { factTopics, topicOf } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { partitionKeyOf } from './codec.ts';
import { partitionOf } from './topics.ts';

/**
 * The bus's name of a partition: positions of one log in one Kafka partition. Every service parks on
 * the topic of dead letters, each group from one log.
 * @param topic logical
 * @param stream without its service
 */
export const busPartition = (topic: string, partition: number, stream: string): string =>
  topic === factTopics.bus ? `${topic}:${partition}:${stream}` : `${topic}:${partition}`;

/**
 * Where the relay puts an event, by the bus's name of the partition.
 * @param event its stream is named `<service>/<stream>`
 * @param partitions of each topic
 * @returns undefined where its type travels on no topic
 */
export const partitionNameOf = (event: RecordedEvent, partitions: number): string | undefined => {
  const topic = topicOf(event.type);
  if (topic === undefined) return undefined;
  const stream = event.stream.slice(event.stream.indexOf('/') + 1);
  const number = partitionOf(partitionKeyOf(stream, event.metadata.key), partitions);
  return busPartition(topic, number, stream);
};

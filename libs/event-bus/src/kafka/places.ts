import { factTopics, partitionKeyOf, topicOf } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { KafkaClient } from './client.ts';
import { donePlacesFrom } from './done-places.ts';
import { Offsets } from './offsets.ts';
import { kafkaPartitionOf } from './redriving.ts';
import { logicalTopic, partitionOf, physicalTopic } from './topics.ts';

/**
 * The bus's name of a partition: positions of one log, in one epoch of it, in one Kafka partition. They
 * ascend there, so a position that is not above the highest seen is a repeat, whatever became of the
 * log in between. Every service parks on the topic of dead letters, each group from one log.
 * @param topic logical
 * @param epoch of the log
 * @param stream without its service
 */
export const busPartition = (topic: string, partition: number, epoch: string, stream: string): string =>
  topic === factTopics.bus ? `${topic}:${partition}:${epoch}:${stream}` : `${topic}:${partition}:${epoch}`;

/**
 * Where a relay puts an event of a log, as groups know the place; undefined for what travels on no topic.
 * @param event its stream is named `<service>/<stream>`
 * @param partitions of every topic
 */
export const busPartitionOf = (
  { type, stream: name, metadata }: RecordedEvent,
  epoch: string,
  partitions: number,
): string | undefined => {
  const topic = topicOf(type);
  if (topic === undefined) return undefined;
  const stream = name.slice(name.indexOf('/') + 1);
  return busPartition(topic, partitionOf(partitionKeyOf(stream, metadata.key), partitions), epoch, stream);
};

/**
 * How far a message group has come on some topics, by what it has committed.
 * @returns a partition of the bus → the position up to which everything there is done, 0 where nothing is;
 *   undefined where the group does not follow the topic
 * @throws StoreUnavailable no broker answers
 */
export const placesOf = async (
  kafka: KafkaClient,
  { namespace, group, topics }: { namespace: string; group: string; topics: readonly string[] },
): Promise<(partition: string) => number | undefined> => {
  const offsets = new Offsets(kafka);
  try {
    const physical = topics.map((topic) => physicalTopic(namespace, topic));
    const committed = await offsets.committed(namespace + group, physical);
    const followed = new Set<string>();
    const done = new Map<string, number>();
    for (const [name, { metadata }] of committed) {
      followed.add(logicalTopic(namespace, name.slice(0, name.lastIndexOf(':')))!);
      for (const [partition, position] of donePlacesFrom(metadata)) done.set(partition, position);
    }
    return (partition) =>
      followed.has(kafkaPartitionOf(partition).topic) ? (done.get(partition) ?? 0) : undefined;
  } finally {
    await offsets.close();
  }
};

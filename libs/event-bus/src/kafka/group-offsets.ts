import type { Admin } from 'kafkajs';
import { type KafkaClient, brokerError } from './client.ts';
import { physicalTopic } from './topics.ts';

/** How far consumer groups have come, seen from outside: for moving and for checking an installation. */
export interface GroupOffsets {
  /** Messages on these topics that a group has not done. */
  lag(group: string, topics: readonly string[]): Promise<number>;
  /** Tells a group that it has done everything that lies on these topics now; it must not run. */
  skipToEnd(group: string, topics: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** @throws StoreUnavailable no broker answers */
export const openGroupOffsets = async (kafka: KafkaClient, namespace: string): Promise<GroupOffsets> => {
  const admin = kafka.admin();
  await admin.connect().catch((error: unknown) => {
    throw brokerError(error);
  });
  const physical = (topics: readonly string[]) => topics.map((topic) => physicalTopic(namespace, topic));
  const groupId = (group: string) => namespace + group;
  return {
    lag: async (group, topics) => {
      const names = physical(topics);
      const done = await committed(admin, groupId(group), names);
      const behind = await Promise.all(
        names.map(async (topic) =>
          (await admin.fetchTopicOffsets(topic)).map(({ partition, high, low }) => {
            const from = done.get(`${topic}:${partition}`);
            return Math.max(0, Number(high) - (from ?? Number(low)));
          }),
        ),
      );
      return behind.flat().reduce((sum, count) => sum + count, 0);
    },
    skipToEnd: async (group, topics) => {
      for (const topic of physical(topics)) {
        const ends = await admin.fetchTopicOffsets(topic);
        const partitions = ends.map(({ partition, high }) => ({ partition, offset: high }));
        await admin.setOffsets({ groupId: groupId(group), topic, partitions });
      }
    },
    close: () => admin.disconnect(),
  };
};

/** The next offset to do of each partition; nothing where a group has done nothing. */
const committed = async (admin: Admin, groupId: string, topics: string[]): Promise<Map<string, number>> => {
  const found = await admin.fetchOffsets({ groupId, topics });
  const offsets = found.flatMap(({ topic, partitions }) =>
    partitions.map(({ partition, offset }) => [`${topic}:${partition}`, Number(offset)] as const),
  );
  return new Map(offsets.filter(([, offset]) => offset >= 0));
};

import kafkajs from 'kafkajs';
import type { Admin, AdminConfig, ITopicConfig } from 'kafkajs';
import type { SimulatedCluster } from './cluster.ts';
import { type Connection, asked, retrying } from './connection.ts';
import { metadataOf } from './metadata.ts';
import { isRefusal } from './refusal.ts';

const { KafkaJSDeleteGroupsError } = kafkajs;

/** The questions that our adapter asks. */
export const simulatedAdmin = (connection: Connection, { retry }: AdminConfig = {}): Admin => {
  const { cluster } = connection;
  const asking =
    (kind: 'write' | 'read') =>
    <T>(atBrokers: () => T): Promise<T> =>
      retrying(retry, () => asked(connection, kind, atBrokers));
  const [reading, writing] = [asking('read'), asking('write')];
  const admin: Partial<Admin> = {
    connect: () => reading(() => {}),
    disconnect: () => Promise.resolve(),
    describeCluster: () => reading(() => described(cluster)),
    listTopics: () => reading(() => cluster.topicNames),
    createTopics: ({ topics }) => writing(() => created(cluster, topics)),
    deleteTopics: ({ topics }) => writing(() => topics.forEach((topic) => cluster.deleteTopic(topic))),
    fetchTopicMetadata: ({ topics } = { topics: cluster.topicNames }) =>
      reading(() => ({ topics: topics.map((topic) => metadataOf(cluster, topic)) })),
    fetchTopicOffsets: (topic) => reading(() => boundsOf(cluster, topic)),
    fetchTopicOffsetsByTimestamp: (topic, timestamp = -1) =>
      reading(() => offsetsAt(cluster, topic, timestamp)),
    fetchOffsets: ({ groupId, topics = [] }) => reading(() => committedOf(cluster, groupId, topics)),
    listGroups: () =>
      reading(() => ({
        groups: cluster.coordinator.groupIds.map((groupId) => ({ groupId, protocolType: 'consumer' })),
      })),
    deleteGroups: (groupIds) => writing(() => deletedGroups(cluster, groupIds)),
  };
  return admin as Admin;
};

const brokers = [{ nodeId: 0, host: 'simulated', port: 9092 }];

const described = ({ id }: SimulatedCluster) => ({ brokers, controller: 0, clusterId: id });

/** False where all are there already. */
const created = (cluster: SimulatedCluster, topics: readonly ITopicConfig[]): boolean =>
  topics
    .map(({ topic, numPartitions = 1 }) => cluster.createTopic(topic, numPartitions))
    .some((isNew) => isNew);

const boundsOf = (cluster: SimulatedCluster, topic: string) =>
  cluster.partitionsOf(topic).map(({ high }, partition) => ({
    partition,
    offset: String(high),
    high: String(high),
    low: '0',
  }));

const offsetsAt = (cluster: SimulatedCluster, topic: string, timestamp: number) =>
  cluster.partitionsOf(topic).map((each, partition) => ({
    partition,
    offset: String(timestamp < 0 ? each.high : each.offsetAt(timestamp)),
  }));

const committedOf = (cluster: SimulatedCluster, groupId: string, topics: readonly string[]) => {
  const committed = cluster.coordinator.find(groupId)?.committed;
  return topics.map((topic) => ({
    topic,
    partitions: cluster.partitionsOf(topic).map((_, partition) => {
      const { offset = '-1', metadata = null } = committed?.get(`${topic}:${partition}`) ?? {};
      return { partition, offset, metadata };
    }),
  }));
};

/** Each that can be; the driver tells of the others afterwards. */
const deletedGroups = ({ coordinator }: SimulatedCluster, groupIds: readonly string[]) => {
  const kept: { groupId: string; errorCode: number; error: kafkajs.KafkaJSError }[] = [];
  for (const groupId of groupIds) {
    try {
      coordinator.delete(groupId);
    } catch (error) {
      if (!isRefusal(error, 'NON_EMPTY_GROUP', 'GROUP_ID_NOT_FOUND')) throw error;
      kept.push({ groupId, errorCode: -1, error: error as kafkajs.KafkaJSError });
    }
  }
  if (kept.length > 0) throw new KafkaJSDeleteGroupsError('Groups could not be deleted.', kept);
  return groupIds.map((groupId) => ({ groupId, errorCode: 0 }));
};

import type { ITopicMetadata } from 'kafkajs';
import type { SimulatedCluster } from './cluster.ts';

/** A topic as brokers describe it: each partition is led by the one broker that there is. */
export const metadataOf = (cluster: SimulatedCluster, name: string): ITopicMetadata => ({
  name,
  partitions: cluster.partitionsOf(name).map((_, partitionId) => ({
    partitionId,
    partitionErrorCode: 0,
    leader: 0,
    replicas: [0],
    isr: [0],
  })),
});

import { factTopics } from '@tributary/contracts';

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

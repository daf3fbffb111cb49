import kafkajs from 'kafkajs';
import type { PartitionAssigner } from 'kafkajs';

const { MemberAssignment, MemberMetadata } = kafkajs.AssignerProtocol;

/** Who works on which partition numbers of which topics. */
export type Assignment = Map<string, Record<string, number[]>>;

/**
 * Partitions of one number of all topics go to the same member, so that everything about one thing is
 * handled in one place. A topic that only some members know, while versions change, is divided among these.
 * @param members id → the topics it subscribed to
 * @param partitionsOf numbers of a topic's partitions
 */
export const divideByNumber = (
  members: ReadonlyMap<string, readonly string[]>,
  partitionsOf: (topic: string) => readonly number[],
): Assignment => {
  const ids = [...members.keys()].sort();
  const assignment: Assignment = new Map(ids.map((id) => [id, {}]));
  const topics = new Set([...members.values()].flat());
  for (const topic of topics) {
    const able = ids.filter((id) => members.get(id)!.includes(topic));
    for (const partition of partitionsOf(topic)) {
      const share = assignment.get(able[partition % able.length]!)!;
      (share[topic] ??= []).push(partition);
    }
  }
  return assignment;
};

const version = 0;

export const byNumber: PartitionAssigner = ({ cluster }) => ({
  name: 'TributaryByNumber',
  version,
  assign: ({ members }) => {
    const topicsOf = new Map(
      members.map(({ memberId, memberMetadata }) => [
        memberId,
        MemberMetadata.decode(memberMetadata)?.topics ?? [],
      ]),
    );
    const partitionsOf = (topic: string) =>
      cluster.findTopicPartitionMetadata(topic).map(({ partitionId }) => partitionId);
    const divided = [...divideByNumber(topicsOf, partitionsOf)];
    return Promise.resolve(
      divided.map(([memberId, assignment]) => ({
        memberId,
        memberAssignment: MemberAssignment.encode({ version, assignment, userData: Buffer.alloc(0) }),
      })),
    );
  },
  protocol: ({ topics }) => ({
    name: 'TributaryByNumber',
    metadata: MemberMetadata.encode({ version, topics, userData: Buffer.alloc(0) }),
  }),
});

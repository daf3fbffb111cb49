import kafkajs from 'kafkajs';
import type { Assigner, ConsumerConfig } from 'kafkajs';
import type { Commit } from '../member.ts';
import { nameOf } from '../member.ts';
import { type Connection, asked, held, retrying } from './connection.ts';
import type { Joined, SimulatedGroup } from './coordinator.ts';
import { metadataOf } from './metadata.ts';
import { away, isRefusal } from './refusal.ts';

const { MemberAssignment } = kafkajs.AssignerProtocol;

/** Who is in a group may change by time alone: it is looked at so often, in milliseconds. */
const glance = 100;

/** Topic → numbers of partitions. */
export type Share = Record<string, number[]>;

/** The group is divided anew, or has forgotten this member: it has to join again. */
export const mustRejoin = (error: unknown): boolean =>
  isRefusal(
    error,
    'REBALANCE_IN_PROGRESS',
    'ILLEGAL_GENERATION',
    'UNKNOWN_MEMBER_ID',
    'UNKNOWN_TOPIC_OR_PARTITION',
  );

/** One consumer as its group knows it. */
export class Membership {
  private readonly assigner: Assigner;
  private memberId = '';
  private generation = -1;
  private beatenAt = -Infinity;

  /** @param isCut whether it was disconnected before it was in the group: then no answer comes any more */
  constructor(
    private readonly connection: Connection,
    private readonly config: ConsumerConfig,
    private readonly topics: readonly string[],
    private readonly isCut: () => boolean,
  ) {
    const { cluster } = connection;
    const findTopicPartitionMetadata = (topic: string) => metadataOf(cluster, topic).partitions;
    const [assigner] = config.partitionAssigners!;
    this.assigner = assigner!({
      cluster: { findTopicPartitionMetadata } as never,
      groupId: config.groupId,
      logger: undefined as never,
    });
  }

  get id(): string {
    return this.memberId;
  }

  /** Resolves with what is this member's in the new generation. */
  async join(): Promise<Share> {
    return retrying(this.config.retry, () => this.joinOnce(), mustRejoin);
  }

  /** Refused where the group is divided anew. */
  async heartbeat(): Promise<void> {
    const { heartbeatInterval = 3_000 } = this.config;
    const now = this.connection.cluster.now();
    if (now - this.beatenAt < heartbeatInterval) return;
    await this.asking('read', (group) => group.heartbeat(this.memberId, this.generation));
    this.beatenAt = now;
  }

  /** Refused where the partitions are somebody else's by now. */
  commit(commits: readonly Commit[]): Promise<void> {
    const offsets = commits.map(
      (each) => [nameOf(each), { offset: String(each.offset), metadata: each.metadata ?? null }] as const,
    );
    const { memberId, generation } = this;
    return this.asking('write', (group) => group.commit(memberId, generation, offsets));
  }

  leave(): Promise<void> {
    return this.asking('write', (group) => group.leave(this.memberId));
  }

  private async joinOnce(): Promise<Share> {
    try {
      const { generation, leaderId, members } = await this.joined();
      this.generation = generation;
      const divided = leaderId === this.memberId ? await this.divided(members) : undefined;
      const share = await this.assignment(divided);
      this.beatenAt = this.connection.cluster.now();
      return share.length === 0 ? {} : MemberAssignment.decode(share)!.assignment;
    } catch (error) {
      if (isRefusal(error, 'UNKNOWN_MEMBER_ID')) this.memberId = '';
      throw error;
    }
  }

  private async joined(): Promise<Joined> {
    const { sessionTimeout = 30_000, rebalanceTimeout = 60_000 } = this.config;
    const { clientId } = this.connection;
    const { metadata } = this.assigner.protocol({ topics: [...this.topics] });
    const { memberId } = this;
    const asking = { memberId, clientId, sessionTimeout, rebalanceTimeout, metadata };
    const [id, joined] = await asked(this.connection, 'write', async () => {
      const given = this.group.join(asking);
      return [given, await this.held((group) => group.joined(given))] as const;
    });
    this.memberId = id;
    return joined;
  }

  private async divided(members: Joined['members']): Promise<Map<string, Buffer>> {
    const divided = await this.assigner.assign({ members, topics: [...this.topics] });
    return new Map(divided.map(({ memberId, memberAssignment }) => [memberId, memberAssignment]));
  }

  private assignment(divided: ReadonlyMap<string, Buffer> | undefined): Promise<Buffer> {
    const { memberId, generation } = this;
    return asked(this.connection, 'write', () => {
      if (divided) this.group.divide(memberId, generation, divided);
      return this.held((group) => group.assignment(memberId, generation));
    });
  }

  private get group(): SimulatedGroup {
    return this.connection.cluster.coordinator.group(this.config.groupId);
  }

  private async held<T>(answer: (group: SimulatedGroup) => T | undefined): Promise<T> {
    const asLongAsItTakes = Infinity;
    const found = await held(this.connection.cluster, () => this.unlessCut(answer), asLongAsItTakes, glance);
    return found!;
  }

  private unlessCut<T>(answer: (group: SimulatedGroup) => T): T {
    if (this.isCut()) throw away();
    return answer(this.group);
  }

  private asking<T>(kind: 'write' | 'read', atBrokers: (group: SimulatedGroup) => T): Promise<T> {
    return asked(this.connection, kind, () => atBrokers(this.group));
  }
}

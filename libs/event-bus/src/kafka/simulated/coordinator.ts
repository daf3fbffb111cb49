import { refusal } from './refusal.ts';

export interface Joining {
  /** Empty for one that is new. */
  readonly memberId: string;
  readonly clientId: string;
  readonly sessionTimeout: number;
  readonly rebalanceTimeout: number;
  /** What it subscribed to, as the assigner encodes it. */
  readonly metadata: Buffer;
}

export interface Joined {
  readonly generation: number;
  readonly leaderId: string;
  /** Whom the leader divides the partitions among. */
  readonly members: { memberId: string; memberMetadata: Buffer }[];
}

export interface CommittedOffset {
  /** The next offset to do. */
  readonly offset: string;
  readonly metadata: string | null;
}

interface GroupMember extends Joining {
  /** When it last gave a sign of life. */
  seen: number;
  /** Whether it asks to be of the generation that is being made. */
  isJoining: boolean;
  /** What it joined, until it asks for another one. */
  joined: Joined | undefined;
  assignment: Buffer;
  /** Whether it asked for its share of the generation that there is. */
  hasAsked: boolean;
}

/** Knows the consumer groups. */
export class Coordinator {
  private readonly groups = new Map<string, SimulatedGroup>();
  private readonly memberIds = new Map<string, number>();

  constructor(
    private readonly now: () => number,
    private readonly ring: () => void,
  ) {}

  get groupIds(): string[] {
    return [...this.groups.keys()];
  }

  /** As it is now: without those whose session is over. */
  find(groupId: string): SimulatedGroup | undefined {
    const group = this.groups.get(groupId);
    group?.passTime();
    return group;
  }

  /** Made where it is not there. */
  group(groupId: string): SimulatedGroup {
    if (!this.groups.has(groupId))
      this.groups.set(groupId, new SimulatedGroup(this.now, this.ring, (client) => this.newMemberId(client)));
    return this.find(groupId)!;
  }

  /** Refused while it has members. */
  delete(groupId: string): void {
    const group = this.find(groupId);
    if (!group) throw refusal('GROUP_ID_NOT_FOUND', groupId);
    if (group.size > 0) throw refusal('NON_EMPTY_GROUP', groupId);
    this.groups.delete(groupId);
  }

  private newMemberId(clientId: string): string {
    const count = (this.memberIds.get(clientId) ?? 0) + 1;
    this.memberIds.set(clientId, count);
    return `${clientId}-${count}`;
  }
}

/**
 * One consumer group: its members join, the leader divides the partitions among those who did, and each is
 * told its share. From then on they are a generation, until one comes, leaves or falls silent.
 */
export class SimulatedGroup {
  /** `<topic>:<partition>` → what was committed. */
  readonly committed = new Map<string, CommittedOffset>();
  private readonly members = new Map<string, GroupMember>();
  private state: 'empty' | 'joining' | 'dividing' | 'stable' = 'empty';
  private generation = 0;
  private leaderId = '';
  private joiningSince = 0;
  private dividingSince = 0;

  constructor(
    private readonly now: () => number,
    private readonly ring: () => void,
    private readonly newMemberId: (clientId: string) => string,
  ) {}

  get size(): number {
    return this.members.size;
  }

  /** Who is silent for longer than its session loses its partitions, who does not join in time too. */
  passTime(): void {
    const now = this.now();
    for (const [id, { seen, sessionTimeout }] of this.members)
      if (now - seen > sessionTimeout) this.remove(id);
    if (this.state === 'dividing' && now - this.dividingSince > this.longestRebalance) this.giveUpDividing();
    this.joinIfReady();
  }

  private get longestRebalance(): number {
    return Math.max(...[...this.members.values()].map(({ rebalanceTimeout }) => rebalanceTimeout));
  }

  /** Who joined and never asked for its share is out, be it the one who was to divide. */
  private giveUpDividing(): void {
    for (const [id, { hasAsked }] of this.members) if (!hasAsked) this.members.delete(id);
    if (this.members.size === 0) this.empty();
    else this.beginJoining();
  }

  /**
   * Asks to be in the next generation; `joined` tells when there is one. One whom nothing new is known of is
   * in the one that there is.
   * @returns its id
   */
  join(asked: Joining): string {
    const known = asked.memberId === '' ? undefined : this.living(asked.memberId);
    const memberId = asked.memberId || this.newMemberId(asked.clientId);
    const isAsBefore = known?.metadata.equals(asked.metadata) && memberId !== this.leaderId;
    const isIn = isAsBefore && (this.state === 'stable' || this.state === 'dividing');
    const joined = isIn ? this.asJoinedBy(memberId) : undefined;
    const assignment = known?.assignment ?? Buffer.alloc(0);
    const life = { seen: this.now(), isJoining: true, hasAsked: false };
    const member = { ...asked, ...life, memberId, joined, assignment };
    this.members.set(memberId, member);
    if (isIn) return memberId;
    if (this.state !== 'joining') this.beginJoining(memberId);
    this.joinIfReady();
    return memberId;
  }

  /** Undefined while others are waited for; asking is a sign of life. */
  joined(memberId: string): Joined | undefined {
    return this.living(memberId).joined;
  }

  /** The leader's word on who works on what. */
  divide(memberId: string, generation: number, assignments: ReadonlyMap<string, Buffer>): void {
    this.current(memberId, generation);
    if (this.state !== 'dividing') return;
    for (const [id, member] of this.members) member.assignment = assignments.get(id) ?? Buffer.alloc(0);
    this.state = 'stable';
    this.ring();
  }

  /** Undefined while the leader divides; asking is a sign of life. */
  assignment(memberId: string, generation: number): Buffer | undefined {
    const member = this.current(memberId, generation);
    if (this.state === 'joining') throw refusal('REBALANCE_IN_PROGRESS', memberId);
    member.hasAsked = true;
    return this.state === 'stable' ? member.assignment : undefined;
  }

  /** A sign of life; refused where the group is being divided anew. */
  heartbeat(memberId: string, generation: number): void {
    this.current(memberId, generation);
    if (this.state === 'joining') throw refusal('REBALANCE_IN_PROGRESS', memberId);
  }

  /** Taken while members join for the next generation: until then the partitions are theirs. */
  commit(
    memberId: string,
    generation: number,
    offsets: Iterable<readonly [partition: string, CommittedOffset]>,
  ): void {
    this.current(memberId, generation);
    if (this.state === 'dividing') throw refusal('REBALANCE_IN_PROGRESS', memberId);
    for (const [partition, offset] of offsets) this.committed.set(partition, offset);
  }

  leave(memberId: string): void {
    this.living(memberId);
    this.remove(memberId);
    this.joinIfReady();
  }

  private living(memberId: string): GroupMember {
    const member = this.members.get(memberId);
    if (!member) throw refusal('UNKNOWN_MEMBER_ID', memberId);
    member.seen = this.now();
    return member;
  }

  private current(memberId: string, generation: number): GroupMember {
    const member = this.living(memberId);
    if (generation !== this.generation) throw refusal('ILLEGAL_GENERATION', memberId);
    return member;
  }

  private remove(memberId: string): void {
    this.members.delete(memberId);
    if (this.members.size === 0) this.empty();
    else if (this.state !== 'joining') this.beginJoining();
  }

  private empty(): void {
    this.state = 'empty';
    this.generation += 1;
  }

  /** @param first who asks for it, if it is one of them */
  private beginJoining(first?: string): void {
    this.state = 'joining';
    this.joiningSince = this.now();
    for (const [id, member] of this.members) member.isJoining = id === first;
    this.ring();
  }

  private joinIfReady(): void {
    if (this.state !== 'joining') return;
    const late = [...this.members].filter(([, { isJoining }]) => !isJoining);
    if (late.length > 0 && this.now() - this.joiningSince < this.longestRebalance) return;
    for (const [id] of late) this.members.delete(id);
    if (this.members.size === 0) this.empty();
    else this.beginGeneration();
  }

  private beginGeneration(): void {
    this.state = 'dividing';
    this.dividingSince = this.now();
    this.generation += 1;
    if (!this.members.has(this.leaderId)) [this.leaderId = ''] = this.members.keys();
    for (const [id, member] of this.members) {
      member.joined = this.asJoinedBy(id);
      member.hasAsked = false;
      member.seen = this.now();
    }
    this.ring();
  }

  private asJoinedBy(memberId: string): Joined {
    const { generation, leaderId } = this;
    const members = [...this.members.values()].map((each) => ({
      memberId: each.memberId,
      memberMetadata: each.metadata,
    }));
    return { generation, leaderId, members: memberId === leaderId ? members : [] };
  }
}

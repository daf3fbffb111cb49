import type { Parking } from '../delivery/parking.ts';
import type { Router } from '../delivery/routing.ts';
import type { GroupStatus, Place } from '../port.ts';
import type { KafkaClient } from './client.ts';
import type { Committed, Offsets } from './offsets.ts';

/** What a group needs of the bus that it belongs to. */
export interface GroupParts {
  readonly kafka: KafkaClient;
  readonly offsets: Offsets;
  readonly parking: Parking;
  readonly route: Router;
  readonly namespace: string;
  /** Of the logs that are heeded; all of them when left out. */
  readonly epochs?: ReadonlySet<string>;
  /** On the brokers. */
  readonly groupId: string;
  /** Physical names of what it subscribed to, the topic of re-drives included. */
  readonly topics: readonly string[];
  readonly sessionTimeout?: number;
}

/** What is asked of a group to tell how far it is. */
export interface Progressing {
  readonly parts: Pick<GroupParts, 'offsets' | 'groupId' | 'topics'> & {
    readonly parking: Pick<Parking, 'count' | 'refresh'>;
  };
  /** Next offset to do of each partition of this process. */
  readonly next: ReadonlyMap<string, number>;
}

/** One consumer group as far as it runs in this process. */
export interface KafkaGroup extends Progressing {
  readonly parts: GroupParts;
  /** Resolves with the first partitions, or none where others have them all. */
  start(): Promise<void>;
  replay?(from: Place | { time: string }): Promise<void>;
  stop(): Promise<void>;
}

/** Next offset of each partition of a group, of this process's own as it knows better. */
export const progressOf = (
  committed: ReadonlyMap<string, Committed>,
  own: ReadonlyMap<string, number>,
): Map<string, number> => {
  const known = new Map([...committed].map(([name, { offset }]) => [name, offset]));
  for (const [name, next] of own) known.set(name, next);
  return known;
};

/** How far a group of all replicas is, from what the brokers said last. */
export class GroupProgress {
  private committed: ReadonlyMap<string, Committed> = new Map();
  private bounds: ReadonlyMap<string, { low: number; high: number }> = new Map();
  private caughtUpAt: ReadonlyMap<string, number> | undefined;
  private following = false;

  constructor(
    private readonly name: string,
    private readonly group: Progressing,
  ) {}

  async refresh(): Promise<void> {
    const { offsets, parking, groupId, topics } = this.group.parts;
    const [bounds, committed] = await Promise.all([
      offsets.bounds(topics),
      offsets.committed(groupId, topics),
      parking.refresh(),
    ]);
    this.bounds = bounds;
    this.committed = committed;
    this.caughtUpAt ??= new Map([...bounds].map(([partition, { high }]) => [partition, high]));
  }

  status(): GroupStatus {
    const progress = progressOf(this.committed, this.group.next);
    let [lag, position] = [0, 0];
    for (const [partition, { low, high }] of this.bounds) {
      const next = progress.get(partition) ?? low;
      lag += Math.max(0, high - next);
      position += next;
    }
    this.following ||= this.isThrough(progress);
    const { count: parked } = this.group.parts.parking;
    return { group: this.name, lag, position, parked, following: this.following };
  }

  private isThrough(progress: ReadonlyMap<string, number>): boolean {
    if (!this.caughtUpAt) return false;
    return [...this.caughtUpAt].every(
      ([partition, end]) => (progress.get(partition) ?? this.bounds.get(partition)?.low ?? 0) >= end,
    );
  }
}

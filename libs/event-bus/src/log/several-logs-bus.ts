import type { Broadcast, EventBus, GroupStatus, Place, Reading, Subscription } from '../port.ts';
import { LogBus } from './log-bus.ts';
import type { LogPartition } from './partition.ts';

/** The log of one service: its partition of the bus, named for the service. */
export interface ServiceLog extends LogPartition {
  /** What its events travel on. */
  readonly topics: ReadonlySet<string>;
}

/**
 * A bus over several logs in one process, one a service, each a partition with offsets of its own. A group
 * follows those that carry its topics, each from its own place: what belongs to one key of one log stays in
 * order, and between logs there is no order, as on any bus of several partitions (ADR 9).
 */
export const openSeveralLogsBus = (logs: readonly ServiceLog[]): EventBus => new SeveralLogsBus(logs);

class SeveralLogsBus implements EventBus {
  private readonly parts: readonly { readonly log: ServiceLog; readonly bus: LogBus }[];
  /** Group → the parts it follows. */
  private readonly groups = new Map<string, readonly LogBus[]>();

  constructor(logs: readonly ServiceLog[]) {
    this.parts = logs.map((log) => ({ log, bus: new LogBus(log) }));
  }

  async subscribe(subscription: Subscription): Promise<void> {
    const followed = this.carrying(subscription.topics);
    if (this.groups.has(subscription.group))
      throw new Error(`Group ${subscription.group} is subscribed already.`);
    this.groups.set(subscription.group, followed);
    try {
      for (const bus of followed) await bus.subscribe(subscription);
    } catch (error) {
      this.groups.delete(subscription.group);
      throw error;
    }
  }

  async broadcast(broadcast: Broadcast): Promise<Reading> {
    const readings = await Promise.all(
      this.carrying(broadcast.topics).map((bus) => bus.broadcast(broadcast)),
    );
    return {
      caughtUp: async () => void (await Promise.all(readings.map((reading) => reading.caughtUp()))),
    };
  }

  status(): readonly GroupStatus[] {
    const all = Map.groupBy(
      this.parts.flatMap(({ bus }) => bus.status()),
      ({ group }) => group,
    );
    return [...all].map(([group, parts]) => ({
      group,
      lag: sumOf(parts, ({ lag }) => lag),
      position: sumOf(parts, ({ position }) => position),
      parked: sumOf(parts, ({ parked }) => parked),
      following: parts.every(({ following }) => following),
    }));
  }

  async refresh(): Promise<void> {
    await Promise.all(this.parts.map(({ bus }) => bus.refresh()));
  }

  async replay(group: string, from: Place | { time: string }): Promise<void> {
    if ('partition' in from) return this.partOf(from).replay(group, from);
    for (const bus of this.named(group)) await bus.replay(group, from);
  }

  async redrive(group: string, place: Place): Promise<void> {
    this.named(group);
    await this.partOf(place).redrive(group, place);
  }

  async close(): Promise<void> {
    await Promise.all(this.parts.map(({ bus }) => bus.close()));
  }

  /** @throws RangeError a topic that travels on no log: nothing would ever come */
  private carrying(topics: readonly string[]): readonly LogBus[] {
    for (const topic of topics)
      if (!this.parts.some(({ log }) => log.topics.has(topic)))
        throw new RangeError(`No log carries the topic ${topic}.`);
    return this.parts
      .filter(({ log }) => topics.some((topic) => log.topics.has(topic)))
      .map(({ bus }) => bus);
  }

  private named(group: string): readonly LogBus[] {
    const followed = this.groups.get(group);
    if (!followed) throw new RangeError(`There is no consumer group ${group}.`);
    return followed;
  }

  private partOf({ partition }: Place): LogBus {
    const part = this.parts.find(({ log }) => log.partition === partition);
    if (!part) throw new RangeError(`There is no partition ${partition}.`);
    return part.bus;
  }
}

const sumOf = (parts: readonly GroupStatus[], of: (part: GroupStatus) => number): number =>
  parts.reduce((sum, part) => sum + of(part), 0);

import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { partitionKeyOf } from '@tributary/contracts';
import type { EventLog, RecordedEvent } from '@tributary/event-store';
import { isNobodysFault, isStaleCheckpoint } from '../delivery/retrying.ts';
import { type Router, routerFor } from '../delivery/routing.ts';
import type { Broadcast, BusMessage, EventBus, GroupStatus, Reading, Subscription } from '../port.ts';
import { Lane } from './lane.ts';
import type { Chance } from '@tributary/simulation';

export interface ShuffledBusOptions {
  readonly log: Pick<EventLog, 'all'>;
  readonly chance: Chance;
  /** Of every topic. */
  readonly partitions?: number;
  /** How often messages of a lane are handed out again, 0 to 1. */
  readonly repeats?: number;
  /** How often what is in work is given to another process of the group, which begins it anew beside the first, 0 to 1. */
  readonly rebalances?: number;
}

export interface ShuffledBus extends EventBus {
  /** Hands out what is there, at most so many times. */
  advance(steps: number): Promise<void>;
  /** Hands out everything, and what follows from it, until nothing is left. */
  settle(): Promise<void>;
  /** The partition on which the groups get an event; undefined for one that travels on no topic. */
  partitionOf(recorded: RecordedEvent): string | undefined;
}

interface Group {
  /** Of each process. */
  readonly members: Subscription[];
  readonly route: Router;
  readonly lanes: Map<string, Lane>;
  /** Number of partitions → the member that has them, on every topic. */
  readonly owners: Map<string, number>;
  /** Highest position taken in from the log. */
  position: number;
}

interface Ready {
  readonly group: Group;
  readonly lane: Lane;
}

/** Lanes that are handed out at the same moment. */
const mostAtOnce = 4;
/** Turns of the event loop after which others go on beside a handler: it may wait for what they bring. */
const patience = 25;
const longestBatch = 8;
/** Of one message: a handler that still fails then is wrong. */
const mostTries = 5;
/** Of a message whose handler waits for a store, or for what others bring: in turns of the event loop. */
const longestAbsence = 10_000;
const pageSize = 1_000;

/**
 * A bus that keeps what the port promises and nothing beyond it: the order within a key of a topic,
 * at least once. Two processes of a group may have a message in work at the same time. What one log would tell in one order, it tells in an order that chance chose among
 * all those allowed, some of it again. Who subscribes a group twice has two processes. It goes on only when told to, so a seed is played again.
 */
export const openShuffledBus = (options: ShuffledBusOptions): ShuffledBus => new Shuffling(options);

class Shuffling implements ShuffledBus {
  private readonly groups = new Map<string, Group>();
  private readonly busy = new Map<Lane, Promise<void>>();
  /** What a process goes on with although its partitions were given to another. */
  private readonly stray = new Set<Promise<void>>();
  private failure: { readonly error: unknown } | undefined;

  constructor(private readonly options: ShuffledBusOptions) {}

  async subscribe(subscription: Subscription): Promise<void> {
    if (subscription.kind === 'batch') await subscription.checkpoints();
    const group = this.groups.get(subscription.group);
    if (group) group.members.push(subscription);
    else
      this.groups.set(subscription.group, {
        members: [subscription],
        route: routerFor(subscription),
        lanes: new Map(),
        owners: new Map(),
        position: 0,
      });
  }

  broadcast(_: Broadcast): Promise<Reading> {
    return Promise.reject(new Error('The shuffled bus does not broadcast.'));
  }

  status(): readonly GroupStatus[] {
    return [...this.groups].map(([group, { position, lanes }]) => {
      const lag = [...lanes.values()].reduce((sum, lane) => sum + lane.length, 0);
      return { group, lag, position, parked: 0, following: lag === 0 };
    });
  }

  replay(): Promise<void> {
    return Promise.reject(new Error('The shuffled bus does not replay.'));
  }

  refresh(): Promise<void> {
    return Promise.resolve();
  }

  redrive(): Promise<void> {
    return Promise.reject(new RangeError('The shuffled bus parks nothing.'));
  }

  close(): Promise<void> {
    this.groups.clear();
    return Promise.resolve();
  }

  async advance(steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) if (!(await this.step())) return;
  }

  async settle(): Promise<void> {
    do {
      while (await this.step());
      await Promise.all(this.stray);
    } while (await this.step());
  }

  partitionOf(recorded: RecordedEvent): string | undefined {
    for (const { route } of this.groups.values()) {
      const message = route(recorded, '');
      if (message) return this.partitionFor(message);
    }
    return undefined;
  }

  /** @returns false when there was nothing to hand out */
  private async step(): Promise<boolean> {
    const { chance } = this.options;
    await this.takeIn();
    const ready: Ready[] = [...this.groups.values()].flatMap((group) =>
      [...group.lanes.values()]
        .filter((lane) => lane.length > 0 && !this.busy.has(lane))
        .map((lane) => ({ group, lane })),
    );
    if (ready.length === 0 && this.busy.size === 0) return false;
    for (const each of chance.shuffled(ready).slice(0, 1 + chance.below(mostAtOnce))) this.start(each);
    await this.rebalance();
    if (ready.length === 0) await Promise.race(this.busy.values());
    for (let turns = 0; this.busy.size > 0 && turns < patience; turns += 1) await turn();
    if (this.failure) throw this.failure.error;
    return true;
  }

  private start({ group, lane }: Ready): void {
    if (this.isTaken(group, lane)) return;
    const working: Promise<void> = this.handOut(group, lane, () => this.busy.get(lane) === working)
      .catch((error: unknown) => {
        // Whoever lost its partitions may fail as it likes: what it had is begun anew.
        if (this.busy.get(lane) === working) this.failure = { error };
      })
      .finally(() => {
        this.stray.delete(working);
        if (this.busy.get(lane) === working) this.busy.delete(lane);
      });
    this.busy.set(lane, working);
  }

  /** A process hands out one batch of a group at a time: where it must begin anew, it does so for all its partitions. */
  private isTaken({ members, owners, lanes }: Group, { number }: Lane): boolean {
    if (members[0]!.kind === 'message') return false;
    const owner = owners.get(number) ?? 0;
    return [...lanes.values()].some(
      (lane) => this.busy.has(lane) && (owners.get(lane.number) ?? 0) === owner,
    );
  }

  /** Another process gets a number of a group's partitions, while the one before does not know yet. */
  private async rebalance(): Promise<void> {
    const { chance, rebalances = 0.1 } = this.options;
    const shared = [...this.groups.values()].filter(({ members }) => members.length > 1);
    if (shared.length === 0 || !chance.happens(rebalances)) return;
    const group = shared[chance.below(shared.length)]!;
    const lanes = [...group.lanes.values()];
    const { number } = lanes[chance.below(lanes.length)] ?? {};
    if (number === undefined) return;
    const next = ((group.owners.get(number) ?? 0) + 1) % group.members.length;
    group.owners.set(number, next);
    for (const lane of lanes.filter((each) => each.number === number)) {
      const working = this.busy.get(lane);
      if (working) this.stray.add(working);
      this.busy.delete(lane);
    }
    await begin(group, next);
  }

  private async takeIn(): Promise<void> {
    for (const group of this.groups.values()) {
      for (;;) {
        const events = await this.options.log.all.readAll(group.position, pageSize);
        if (events.length === 0) break;
        for (const event of events) this.sortIn(group, event);
        group.position = events.at(-1)!.position;
      }
    }
  }

  private sortIn({ route, lanes, members: [member] }: Group, event: RecordedEvent): void {
    const routed = route(event, '');
    if (!routed) return;
    const message: BusMessage = { ...routed, partition: this.partitionFor(routed) };
    const name = member!.kind === 'batch' ? message.partition : `${message.topic} ${message.key}`;
    let lane = lanes.get(name);
    if (!lane) lanes.set(name, (lane = new Lane(numberOf(message.partition))));
    lane.add(message);
  }

  /** Everything of one key, whatever its topic, lies on partitions of one number. */
  private partitionFor({ topic, event: { stream, metadata } }: BusMessage): string {
    const { partitions = 4 } = this.options;
    const digest = createHash('sha256').update(partitionKeyOf(stream, metadata.key)).digest();
    return `${topic}:${digest.readUInt32BE() % partitions}`;
  }

  /** @param isOurs whether the lane has not been given to another process meanwhile */
  private async handOut(group: Group, lane: Lane, isOurs: () => boolean): Promise<void> {
    const { chance, repeats = 0.05 } = this.options;
    const owner = group.owners.get(lane.number) ?? 0;
    const { kind } = group.members[owner]!;
    const most = kind === 'batch' ? 1 + chance.below(longestBatch) : 1;
    const handled = await this.untilItWorks(group, owner, { lane, most, isOurs });
    if (!isOurs()) return;
    lane.finish(handled);
    if (!chance.happens(repeats)) return;
    // A batch handler keeps its place itself: as after a crash it is asked for it anew.
    if (kind === 'batch') await begin(group, owner);
    else lane.repeat(chance);
  }

  /** @returns how many messages were handled */
  private async untilItWorks(
    group: Group,
    owner: number,
    { lane, most, isOurs }: { lane: Lane; most: number; isOurs: () => boolean },
  ): Promise<number> {
    for (let tries = 1; ; tries += 1) {
      const messages = lane.first(most);
      try {
        if (messages.length > 0) await handle(group.members[owner]!, messages);
        return messages.length;
      } catch (error) {
        const isWaiting = isNobodysFault(error);
        if (!isOurs() || tries >= (isWaiting ? longestAbsence : mostTries)) throw error;
        if (isStaleCheckpoint(error)) await begin(group, owner);
        if (isWaiting) await turn();
      }
    }
  }
}

/** Goes on where a batch handler says that it is: what is below that was handled, by whomever. */
const begin = async ({ members, owners, lanes }: Group, owner: number): Promise<void> => {
  const member = members[owner]!;
  if (member.kind !== 'batch') return;
  const places = await member.checkpoints();
  for (const lane of lanes.values()) if ((owners.get(lane.number) ?? 0) === owner) lane.passOver(places);
};

const numberOf = (partition: string): string => partition.slice(partition.lastIndexOf(':') + 1);

const handle = (subscription: Subscription, messages: readonly BusMessage[]): Promise<void> => {
  if (subscription.kind === 'message') return subscription.handle(messages[0]!);
  const { partition, offset } = messages.at(-1)!;
  return subscription.handle(messages, { partition, offset });
};

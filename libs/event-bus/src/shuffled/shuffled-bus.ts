import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { EventLog, RecordedEvent } from '@tributary/event-store';
import { isNobodysFault } from '../delivery/retrying.ts';
import { type Router, routerFor } from '../delivery/routing.ts';
import type { Broadcast, BusMessage, EventBus, GroupStatus, Subscription } from '../port.ts';
import { Lane } from './lane.ts';
import type { Chance } from './seeded-chance.ts';

export interface ShuffledBusOptions {
  readonly log: Pick<EventLog, 'all'>;
  readonly chance: Chance;
  /** Of every topic. */
  readonly partitions?: number;
  /** How often messages of a lane are handed out again, 0 to 1. */
  readonly repeats?: number;
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
  readonly subscription: Subscription;
  readonly route: Router;
  readonly lanes: Map<string, Lane>;
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
 * at least once. What one log would tell in one order, it tells in an order that chance chose among
 * all those allowed, some of it again. It goes on only when told to, so a seed is played again.
 */
export const openShuffledBus = (options: ShuffledBusOptions): ShuffledBus => new Shuffling(options);

class Shuffling implements ShuffledBus {
  private readonly groups = new Map<string, Group>();
  private readonly busy = new Map<Lane, Promise<void>>();
  private failure: { readonly error: unknown } | undefined;

  constructor(private readonly options: ShuffledBusOptions) {}

  async subscribe(subscription: Subscription): Promise<void> {
    if (this.groups.has(subscription.group))
      throw new Error(`Group ${subscription.group} is subscribed already.`);
    if (subscription.kind === 'batch') await subscription.checkpoints();
    this.groups.set(subscription.group, {
      subscription,
      route: routerFor(subscription),
      lanes: new Map(),
      position: 0,
    });
  }

  broadcast(_: Broadcast): Promise<void> {
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
    while (await this.step());
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
    if (ready.length === 0) await Promise.race(this.busy.values());
    for (let turns = 0; this.busy.size > 0 && turns < patience; turns += 1) await turn();
    if (this.failure) throw this.failure.error;
    return true;
  }

  private start(ready: Ready): void {
    const working = this.handOut(ready)
      .catch((error: unknown) => void (this.failure = { error }))
      .finally(() => this.busy.delete(ready.lane));
    this.busy.set(ready.lane, working);
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

  private sortIn({ route, lanes, subscription }: Group, event: RecordedEvent): void {
    const routed = route(event, '');
    if (!routed) return;
    const message: BusMessage = { ...routed, partition: this.partitionFor(routed) };
    const name = subscription.kind === 'batch' ? message.partition : `${message.topic} ${message.key}`;
    let lane = lanes.get(name);
    if (!lane) lanes.set(name, (lane = new Lane(name)));
    lane.add(message);
  }

  /** Everything of one key, whatever its topic, lies on partitions of one number. */
  private partitionFor({ topic, key }: BusMessage): string {
    const { partitions = 4 } = this.options;
    return `${topic}:${createHash('sha256').update(key).digest().readUInt32BE() % partitions}`;
  }

  private async handOut({ group: { subscription }, lane }: Ready): Promise<void> {
    const { chance, repeats = 0.05 } = this.options;
    const count = subscription.kind === 'batch' ? Math.min(lane.length, 1 + chance.below(longestBatch)) : 1;
    const messages = lane.first(count);
    await this.untilItWorks(() => handle(subscription, messages));
    lane.finish(count);
    if (!chance.happens(repeats)) return;
    // A batch handler keeps its place itself: as after a crash it is asked for it anew.
    if (subscription.kind === 'batch') await subscription.checkpoints();
    else lane.repeat(chance);
  }

  private async untilItWorks(work: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work();
      } catch (error) {
        const isWaiting = isNobodysFault(error);
        if (tries >= (isWaiting ? longestAbsence : mostTries)) throw error;
        if (isWaiting) await turn();
      }
    }
  }
}

const handle = (subscription: Subscription, messages: readonly BusMessage[]): Promise<void> => {
  if (subscription.kind === 'message') return subscription.handle(messages[0]!);
  const { partition, offset } = messages.at(-1)!;
  return subscription.handle(messages, { partition, offset });
};

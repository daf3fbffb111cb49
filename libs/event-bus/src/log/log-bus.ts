import { eventsBetween } from '@tributary/event-store';
import type {
  Broadcast,
  EventBus,
  GroupStatus,
  MessageSubscription,
  Place,
  Reading,
  Subscription,
} from '../port.ts';
import { waitingForNewer } from '../delivery/newer-events.ts';
import { BatchGroup } from './batch-group.ts';
import { Broadcasting } from './broadcasting.ts';
import { logPartition } from '../delivery/places.ts';
import { MessageGroup } from './message-group.ts';
import type { GroupLog, LogPartition } from './partition.ts';

/** How long a checkpoint may wait for a commit to ride on, in milliseconds. */
const flushInterval = 250;

/** The embedded bus: every group tails the one log of the process. */
export const openLogBus = (source: GroupLog): EventBus => new LogBus({ ...source, partition: logPartition });

/** One log as one partition: the whole bus of an embedded platform, or a part of one that follows several. */
export class LogBus implements EventBus {
  private readonly names = new Set<string>();
  private readonly groups = new Map<
    string,
    { subscription: Subscription; group: MessageGroup | BatchGroup }
  >();
  private readonly broadcasts = new Set<Broadcasting>();
  private readonly flushing: NodeJS.Timeout;
  private readonly flushed = new Map<string, number>();
  private lastFlush: Promise<void> = Promise.resolve();
  private replaying: Promise<void> = Promise.resolve();
  private closing: Promise<void> | undefined;
  private head = 0;

  constructor(private readonly source: LogPartition) {
    this.flushing = setInterval(() => {
      void this.refresh();
      // What could not be stored now is stored with the next commit: a checkpoint may be late.
      this.flush().catch(() => {});
    }, flushInterval);
    this.flushing.unref();
  }

  async subscribe(asked: Subscription): Promise<void> {
    this.mustBeOpen();
    const subscription = waitingForNewer(asked);
    if (this.names.has(subscription.group))
      throw new Error(`Group ${subscription.group} is subscribed already.`);
    this.names.add(subscription.group);
    try {
      this.head = await this.source.log.all.head();
      const group =
        subscription.kind === 'message'
          ? await MessageGroup.start(subscription, this.source)
          : await BatchGroup.start(subscription, this.source);
      this.groups.set(subscription.group, { subscription, group });
      if (this.closing) await group.stop();
    } catch (error) {
      this.names.delete(subscription.group);
      throw error;
    }
  }

  async broadcast(broadcast: Broadcast): Promise<Reading> {
    this.mustBeOpen();
    const broadcasting = await Broadcasting.start(broadcast, this.source);
    this.broadcasts.add(broadcasting);
    if (this.closing) await broadcasting.stop();
    return broadcasting.ready();
  }

  status(): readonly GroupStatus[] {
    void this.refresh();
    const groups = [...this.groups.values()];
    const head = Math.max(this.head, ...groups.map(({ group }) => group.position));
    return groups.map(({ subscription: { group: name }, group }) => ({
      group: name,
      lag: eventsBetween(this.source.log, group.position, head),
      position: group.position,
      parked: group.parked,
      following: group.following,
    }));
  }

  async refresh(): Promise<void> {
    const head = await this.source.log.all.head().catch(() => this.head);
    this.head = Math.max(this.head, head);
  }

  async replay(name: string, from: Place | { time: string }): Promise<void> {
    const { subscription } = this.named(name);
    if (subscription.kind !== 'message')
      throw new Error(`Group ${name} keeps its own checkpoint: reset that and subscribe again.`);
    const after = 'offset' in from ? from.offset - 1 : await this.source.log.all.positionAt(from.time);
    const replayed = this.replaying.then(() => this.restart(name, subscription, after));
    this.replaying = replayed.catch(() => {});
    await replayed;
  }

  async redrive(name: string, place: Place): Promise<void> {
    await this.named(name).group.redrive(place);
  }

  close(): Promise<void> {
    return (this.closing ??= this.stop());
  }

  private async stop(): Promise<void> {
    clearInterval(this.flushing);
    await this.replaying;
    const ended = [...this.groups.values()].map(({ group }) => group.stop());
    await Promise.all([...ended, ...[...this.broadcasts].map((each) => each.stop())]);
    await this.lastFlush.catch(() => {});
    await this.source.checkpoints.flush();
  }

  /** Goes back, never ahead: what was not handled yet is not passed over. */
  private async restart(name: string, subscription: MessageSubscription, after: number): Promise<void> {
    this.mustBeOpen();
    const { group } = this.named(name);
    await group.stop();
    const from = Math.max(0, Math.min(after, group.position));
    this.groups.set(name, { subscription, group: await MessageGroup.start(subscription, this.source, from) });
    this.flushed.delete(name);
    await this.flush();
  }

  private named(name: string) {
    const found = this.groups.get(name);
    if (!found) throw new RangeError(`There is no consumer group ${name}.`);
    return found;
  }

  private mustBeOpen(): void {
    if (this.closing) throw new Error('The event bus is closed.');
  }

  /** One at a time: an earlier one that is late would put a place back. */
  private flush(): Promise<void> {
    return (this.lastFlush = this.lastFlush.catch(() => {}).then(() => this.flushMoved()));
  }

  private async flushMoved(): Promise<void> {
    const moved: [string, number][] = [];
    for (const { subscription, group } of this.groups.values()) {
      const { group: name, kind } = subscription;
      if (kind === 'message' && this.flushed.get(name) !== group.position) moved.push([name, group.position]);
    }
    for (const [name, position] of moved) this.source.checkpoints.save(name, position);
    if (moved.length === 0) return;
    await this.source.checkpoints.flush();
    for (const [name, position] of moved) this.flushed.set(name, position);
  }
}

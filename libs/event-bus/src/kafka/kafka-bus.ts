import { randomUUID } from 'node:crypto';
import type { EventLog, EventStore } from '@tributary/event-store';
import { Parking } from '../delivery/parking.ts';
import { routerFor } from '../delivery/routing.ts';
import { waitingForNewer } from '../delivery/newer-events.ts';
import type { Broadcast, EventBus, GroupStatus, Place, Reading, Subscription } from '../port.ts';
import { KafkaBatchGroup } from './batch-group.ts';
import { KafkaBroadcasting } from './broadcasting.ts';
import type { KafkaClient } from './client.ts';
import { GroupProgress, type GroupParts, type KafkaGroup } from './group.ts';
import { KafkaMessageGroup } from './message-group.ts';
import { Offsets } from './offsets.ts';
import type { SafeProducer } from './produce.ts';
import { encodeRetry, kafkaPartitionOf, parkedMessage, retryTopicOf } from './redriving.ts';
import { ensureTopics, physicalTopic } from './topics.ts';

export interface KafkaBusOptions {
  readonly kafka: KafkaClient;
  readonly producer: SafeProducer;
  /** Put before the names of topics and groups. */
  readonly namespace: string;
  /** Of every topic. */
  readonly partitions: number;
  /** Copies of the topics of re-drives, which the bus makes itself. */
  readonly replication: number;
  /** The service's own: what its groups park is recorded there. */
  readonly log: Pick<EventLog, 'forService'>;
  /**
   * Of the logs that there are: what others published, of which one of these was put in the place, is passed
   * over. All are heeded when left out.
   */
  readonly epochs?: ReadonlySet<string>;
  readonly clientId: string;
  /** Milliseconds after which a process that gives no sign of life loses its partitions. */
  readonly sessionTimeout?: number;
}

/** How old the numbers of a status may be, in milliseconds. */
const refreshInterval = 250;
/** How long a re-drive may take, in milliseconds, before who asked is told to look again later. */
const longestRedrive = 60_000;

/**
 * The bus on Kafka: what relays publish, to consumer groups whose members are the replicas of a service.
 * An offset of the port is the position of the event in the log that recorded it; a partition of the port
 * is `<topic>:<number>`, on the topic of dead letters with the group whose letters they are behind it.
 */
export const openKafkaBus = (options: KafkaBusOptions): EventBus => new KafkaBus(options);

interface Running {
  readonly group: KafkaGroup;
  readonly progress: GroupProgress;
}

class KafkaBus implements EventBus {
  private readonly offsets: Offsets;
  private readonly store: EventStore;
  private readonly names = new Set<string>();
  private readonly groups = new Map<string, Running>();
  private readonly broadcasts = new Set<KafkaBroadcasting>();
  private readonly stopping = new AbortController();
  private closing: Promise<void> | undefined;
  private refreshedAt = -Infinity;
  private refreshing: Promise<void> | undefined;

  constructor(private readonly options: KafkaBusOptions) {
    this.offsets = new Offsets(options.kafka);
    this.store = options.log.forService('bus');
  }

  async subscribe(asked: Subscription): Promise<void> {
    this.mustBeOpen();
    const subscription = waitingForNewer(asked);
    const { group: name } = subscription;
    if (this.names.has(name)) throw new Error(`Group ${name} is subscribed already.`);
    this.names.add(name);
    try {
      const parts = await this.partsOf(subscription);
      const group =
        subscription.kind === 'message'
          ? new KafkaMessageGroup(subscription, parts)
          : new KafkaBatchGroup(subscription, parts);
      const progress = new GroupProgress(name, group);
      await progress.refresh();
      this.mustBeOpen();
      this.groups.set(name, { group, progress });
      await group.start();
    } catch (error) {
      this.groups.delete(name);
      this.names.delete(name);
      throw error;
    }
  }

  async broadcast(broadcast: Broadcast): Promise<Reading> {
    this.mustBeOpen();
    const broadcasting = new KafkaBroadcasting(broadcast, { ...this.options, offsets: this.offsets });
    this.broadcasts.add(broadcasting);
    return broadcasting.start();
  }

  status(): readonly GroupStatus[] {
    if (performance.now() - this.refreshedAt >= refreshInterval) void this.refreshOnce();
    return [...this.groups.values()].map(({ progress }) => progress.status());
  }

  async refresh(): Promise<void> {
    // One that is under way may have asked some time ago.
    await this.refreshing;
    await this.refreshOnce();
  }

  async replay(name: string, from: Place | { time: string }): Promise<void> {
    const { group } = this.named(name);
    if (!group.replay)
      throw new Error(`Group ${name} keeps its own checkpoint: reset that and subscribe again.`);
    await group.replay(from);
  }

  async redrive(name: string, place: Place): Promise<void> {
    const { parking, route } = this.named(name).group.parts;
    await parking.refresh();
    const { key } = await parkedMessage(parking, place, route);
    const { partition } = kafkaPartitionOf(place.partition);
    const { namespace, producer } = this.options;
    const after = await this.store.head();
    const attempt = randomUUID();
    const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(longestRedrive)]);
    const value = encodeRetry({ attempt, place, key });
    const topic = physicalTopic(namespace, retryTopicOf(name));
    await producer.publish([{ topic, partition, message: { key, value } }], signal);
    await parking.outcomeOf(attempt, place, after, signal);
  }

  close(): Promise<void> {
    return (this.closing ??= this.stop());
  }

  private async stop(): Promise<void> {
    this.stopping.abort(new Error('The event bus is closed.'));
    await Promise.all([
      ...[...this.groups.values()].map(({ group }) => group.stop()),
      ...[...this.broadcasts].map((each) => each.stop()),
    ]);
    await this.refreshing;
    await this.offsets.close();
  }

  private async partsOf(subscription: Subscription): Promise<GroupParts> {
    const { kafka, namespace, partitions, replication, epochs, sessionTimeout } = this.options;
    const { group, topics } = subscription;
    const retries = retryTopicOf(group);
    await ensureTopics(kafka, {
      namespace,
      topics: [{ name: retries, kind: 'retry' }],
      partitions,
      replication,
    });
    return {
      kafka,
      offsets: this.offsets,
      parking: await Parking.open(this.store, group, { keepsMessages: true }),
      route: routerFor(subscription),
      namespace,
      groupId: namespace + group,
      topics: [...topics, retries].map((topic) => physicalTopic(namespace, topic)),
      ...(epochs && { epochs }),
      ...(sessionTimeout !== undefined && { sessionTimeout }),
    };
  }

  private refreshOnce(): Promise<void> {
    if (this.closing) return Promise.resolve();
    return (this.refreshing ??= this.askAll());
  }

  /** A status that cannot be refreshed stays as it was: readiness says what cannot be reached. */
  private async askAll(): Promise<void> {
    await Promise.allSettled([...this.groups.values()].map(({ progress }) => progress.refresh()));
    this.refreshedAt = performance.now();
    this.refreshing = undefined;
  }

  private named(name: string): Running {
    const found = this.groups.get(name);
    if (!found) throw new RangeError(`There is no consumer group ${name}.`);
    return found;
  }

  private mustBeOpen(): void {
    if (this.closing) throw new Error('The event bus is closed.');
  }
}

import { unlessAborted, untilItWorks, withRetries } from '../delivery/retrying.ts';
import type { GroupStatus } from '../port.ts';
import { type KafkaClient, brokerError } from './client.ts';
import { EntrancePartition } from './entrances-partition.ts';
import { GroupProgress, type Progressing } from './group.ts';
import type { TakeInbound } from './inbound-taking.ts';
import { Member, type TopicPartition, nameOf } from './member.ts';
import { Offsets, startOf } from './offsets.ts';
import { logicalTopic, physicalTopic } from './topics.ts';

export interface EntrancesOptions {
  readonly kafka: KafkaClient;
  /** Put before the names of the topics and of the group. */
  readonly namespace: string;
  /**
   * Logical names of the topics that integrators publish to; they must be there. What a message is, its
   * type says and not its topic: it is taken on whichever of them it comes. Only its order hangs on where
   * it lies: messages are in order with those of the same partition, so what belongs together is
   * published on one topic under one key.
   */
  readonly topics: readonly string[];
  /** Consumer group, without the namespace: its members divide the partitions among them. */
  readonly group: string;
  /**
   * Takes messages of one partition in, durably and in their order: at most 200 or 4 MB of them, or one
   * that is larger. Their offset is committed once it resolves. After a crash, or when partitions change
   * hands, messages come again, so what was taken in before must be recognised. While it rejects with the
   * code `store-unavailable` the partition waits; after any other error the messages are tried a few
   * times together, then one by one, and the one at fault is handed over as unreadable.
   */
  readonly take: TakeInbound;
  /** Milliseconds after which a process that gives no sign of life loses its partitions; 10,000 when left out. */
  readonly sessionTimeout?: number;
}

/** The entrances as far as they are read in this process. */
export interface Entrances {
  /**
   * Of the whole group: the messages not yet taken in, by all its members, as of the last `refresh`. Nothing
   * is ever parked: what cannot be taken in is handed over as unreadable.
   */
  status(): GroupStatus;
  /**
   * Asks the brokers how far the group is.
   * @throws StoreUnavailable no broker answers
   */
  refresh(): Promise<void>;
  /** Begins nothing new, waits for what is being taken in, commits that, leaves the group. */
  close(): Promise<void>;
}

/**
 * Reads what integrators publish straight to topics, from the beginning of each the first time. A message
 * is passed over only when it was taken in; none, whatever it holds, keeps those behind it waiting.
 * @throws StoreUnavailable no broker answers, or a topic is not there
 */
export const openEntrances = async (options: EntrancesOptions): Promise<Entrances> => {
  const entrances = new KafkaEntrances(options);
  await entrances.start();
  return entrances;
};

/** What was given to this process when the group was divided. */
interface Division {
  readonly stopped: AbortController;
  readonly partitions: Map<string, EntrancePartition>;
}

const emptyDivision = (): Division => ({ stopped: new AbortController(), partitions: new Map() });

const idle = async ({ partitions }: Division): Promise<void> => {
  await Promise.all([...partitions.values()].map((partition) => partition.idle()));
};

const nothingParked = { count: 0, refresh: () => Promise.resolve() };

class KafkaEntrances implements Entrances, Progressing {
  readonly parts: Progressing['parts'];
  private readonly member: Member;
  private readonly progress: GroupProgress;
  private readonly closing = new AbortController();
  private readonly assigned = Promise.withResolvers<void>();
  private division = emptyDivision();
  private dividing: Promise<void> = Promise.resolve();
  private closed: Promise<void> | undefined;

  constructor(private readonly options: EntrancesOptions) {
    const { kafka, namespace, group } = options;
    const groupId = physicalTopic(namespace, group);
    const topics = options.topics.map((topic) => physicalTopic(namespace, topic));
    this.parts = { offsets: new Offsets(kafka), groupId, topics, parking: nothingParked };
    this.progress = new GroupProgress(group, this);
    this.member = new Member({
      ...options,
      groupId,
      topics,
      onAssigned: (partitions) => this.divide(partitions),
      onFetched: (fetched) => this.division.partitions.get(nameOf(fetched))?.fetched(fetched),
    });
  }

  get next(): ReadonlyMap<string, number> {
    return new Map([...this.division.partitions].map(([name, { next }]) => [name, next]));
  }

  async start(): Promise<void> {
    try {
      await this.progress.refresh();
      await this.member.start();
    } catch (error) {
      await this.parts.offsets.close();
      throw brokerError(error);
    }
    await this.assigned.promise;
  }

  status(): GroupStatus {
    return this.progress.status();
  }

  refresh(): Promise<void> {
    return this.progress.refresh();
  }

  close(): Promise<void> {
    return (this.closed ??= this.stop());
  }

  private async stop(): Promise<void> {
    this.closing.abort();
    this.assigned.resolve();
    await this.dividing;
    await idle(this.division);
    await this.member.stop();
    await this.parts.offsets.close();
  }

  /** What was in work ends before anything new begins: it may be the same partition. */
  private divide(given: readonly TopicPartition[]): void {
    if (this.closing.signal.aborted) return;
    const before = this.division;
    before.stopped.abort();
    const division = (this.division = emptyDivision());
    this.dividing = this.dividing
      .then(() => idle(before))
      .then(() => this.begin(division, given))
      .catch(unlessAborted);
  }

  private async begin(division: Division, given: readonly TopicPartition[]): Promise<void> {
    const signal = AbortSignal.any([division.stopped.signal, this.closing.signal]);
    if (signal.aborted) return;
    const open = () => this.open(division, given, signal);
    await withRetries(open, untilItWorks, signal);
    this.assigned.resolve();
  }

  private async open(
    { stopped, partitions }: Division,
    given: readonly TopicPartition[],
    signal: AbortSignal,
  ): Promise<void> {
    const { offsets, groupId, topics } = this.parts;
    const [bounds, committed] = await Promise.all([
      offsets.bounds(topics),
      offsets.committed(groupId, topics),
    ]);
    if (signal.aborted) return;
    const { namespace, take } = this.options;
    for (const each of given) {
      const name = nameOf(each);
      const bound = bounds.get(name);
      if (!bound) continue;
      const topic = logicalTopic(namespace, each.topic) ?? each.topic;
      const start = startOf(committed.get(name), bound);
      const use = { member: this.member, topic, take, stopped, closing: this.closing.signal };
      const partition = new EntrancePartition(each, start, use);
      partitions.set(name, partition);
      partition.begin();
    }
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import { topicOf } from '@tributary/contracts';
import type { Coordination, EventLog, RecordedEvent } from '@tributary/event-store';
import { patientlyFor } from '../delivery/deadline.ts';
import { encodeEvent, mustBeEpoch } from './codec.ts';
import type { Outgoing, SafeProducer } from './produce.ts';
import { partitionOf, physicalTopic } from './topics.ts';

export interface RelayOptions {
  readonly log: Pick<EventLog, 'all'>;
  /**
   * Names the log, 1 to 64 letters, digits, `_` or `-`; another one once the log was restored from a
   * backup and may give positions a second time, since consumers pass over what they have seen.
   */
  readonly epoch: string;
  readonly coordination: Coordination;
  readonly producer: SafeProducer;
  /** Put before every topic's name. */
  readonly namespace: string;
  /** Of every topic. */
  readonly partitions: number;
  /** Names the relay among the replicas of the service: one at a time publishes. */
  readonly name: string;
  /** Told the position up to which everything is on Kafka. */
  readonly onPublished?: (position: number) => void;
}

export interface RelayStatus {
  /** Up to here everything is on Kafka, as far as this process knows. */
  readonly position: number;
  /** Last position of the log, as of a moment ago. */
  readonly head: number;
  readonly lag: number;
  /** Whether this replica is the one that publishes. */
  readonly leading: boolean;
  /** Why it does not come further, if it does not. */
  readonly problem?: string;
}

export interface Relay {
  status(): RelayStatus;
  /** Publishes what it has begun, if the brokers take it soon, and lets another replica take over. */
  close(): Promise<void>;
}

/** Events published together, and bytes of data after which a chunk ends early: events may be large. */
const chunkCount = 500;
const chunkBytes = 4 * 1024 * 1024;
/** Chunks on their way at once: one is encoded while another is written. */
const inFlight = 3;
const longestFarewell = 5_000;
const firstPause = 100;
const longestPause = 5_000;

/**
 * Publishes what a log records to Kafka, in its order, at least once.
 *
 * Its position is stored when everything up to it is acknowledged, so a crash resends at most what
 * was in flight. Overlap with a predecessor that stood still and woke up is harmless: each run starts
 * behind a stored position, below which everything is in the partitions, and appends to a partition
 * every event of it above that, ascending and leaving none out. Whichever run first writes an event
 * has thus seen all lower ones of that partition written before. In a partition the first appearances
 * of the events of one log ascend without a gap, and a consumer that passes over every position not
 * above the highest it has seen there passes over repeats only.
 * @throws RangeError the epoch cannot be part of a partition's name
 */
export const startRelay = (options: RelayOptions): Relay => {
  mustBeEpoch(options.epoch);
  return new LogRelay(options);
};

class LogRelay implements Relay {
  private readonly reading = new AbortController();
  private readonly stopped = new AbortController();
  private readonly running: Promise<void>;
  private work: Promise<void> = Promise.resolve();
  private position = 0;
  private head = 0;
  private leading = false;
  private failure: string | undefined;

  constructor(private readonly options: RelayOptions) {
    this.running = this.takeTurns();
    this.refresh();
  }

  status(): RelayStatus {
    this.refresh();
    const { position, leading } = this;
    const head = Math.max(this.head, position);
    const problem = this.failure ?? (leading ? this.options.producer.problem : undefined);
    return { position, head, lag: head - position, leading, ...(problem !== undefined && { problem }) };
  }

  async close(): Promise<void> {
    this.reading.abort();
    await patientlyFor(this.work, longestFarewell);
    this.stopped.abort();
    await this.running;
  }

  private takeTurns(): Promise<void> {
    const { coordination, name } = this.options;
    const { signal } = this.stopped;
    return this.untilAborted(signal, () =>
      coordination.alone(name, signal, (held) => (this.work = this.lead(held))),
    );
  }

  private async lead(held: AbortSignal): Promise<void> {
    this.leading = true;
    const reading = AbortSignal.any([held, this.reading.signal]);
    await this.untilAborted(reading, () => this.publishAll(reading, held));
    this.leading = false;
  }

  /** What fails, be it the log, the lease or the stored position, is begun again, ever more patiently. */
  private async untilAborted(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    for (let pause = firstPause; !signal.aborted; await delay(pause, undefined, { signal }).catch(() => {})) {
      try {
        await work();
      } catch (error) {
        if (signal.aborted) return;
        pause = this.failure === undefined ? firstPause : Math.min(pause * 2, longestPause);
        this.failure = reasonOf(error);
      }
    }
  }

  private async publishAll(reading: AbortSignal, held: AbortSignal): Promise<void> {
    const { log, coordination, producer, name } = this.options;
    this.position = (await coordination.position(name)) ?? 0;
    const failed = new AbortController();
    const progress = new Progress((position) => this.published(position), failed);
    const sending = AbortSignal.any([held, failed.signal]);
    const following = AbortSignal.any([reading, failed.signal]);
    try {
      for await (const events of log.all.follow(this.position, following)) {
        for (const { messages, position } of this.chunksOf(events)) {
          await progress.below(inFlight);
          if (following.aborted) break;
          progress.add(position, producer.publish(messages, sending));
        }
      }
      await progress.done();
    } finally {
      // What is on its way ends with this run, so that the next does not overlap with it.
      failed.abort();
      await progress.done().catch(() => {});
    }
  }

  private async published(position: number): Promise<void> {
    await this.options.coordination.advancePosition(this.options.name, position);
    this.position = position;
    this.failure = undefined;
    this.options.onPublished?.(position);
  }

  /** Events of a type that nobody publishes are passed over. */
  private *chunksOf(events: readonly RecordedEvent[]): Generator<Chunk> {
    let messages: Outgoing[] = [];
    let bytes = 0;
    for (const [index, event] of events.entries()) {
      const outgoing = topicOf(event.type) === undefined ? undefined : this.outgoing(event);
      if (outgoing) {
        messages.push(outgoing);
        bytes += outgoing.message.value?.length ?? 0;
      }
      const isLast = index === events.length - 1;
      if (messages.length < chunkCount && bytes < chunkBytes && !isLast) continue;
      yield { messages, position: event.position };
      messages = [];
      bytes = 0;
    }
  }

  private outgoing(event: RecordedEvent): Outgoing {
    const { namespace, partitions, epoch } = this.options;
    const { topic, key, partitionKey, headers, value, timestamp } = encodeEvent(event, epoch);
    return {
      topic: physicalTopic(namespace, topic),
      partition: partitionOf(partitionKey, partitions),
      message: { key, value, headers, timestamp },
    };
  }

  /** Where another replica publishes, its stored position says how far it is. */
  private refresh(): void {
    const { log, coordination, name } = this.options;
    log.all.head().then(
      (head) => (this.head = head),
      () => {},
    );
    if (this.leading) return;
    coordination.position(name).then(
      (position) => (this.position = Math.max(this.position, position ?? 0)),
      () => {},
    );
  }
}

interface Chunk {
  readonly messages: readonly Outgoing[];
  /** Of its last event. */
  readonly position: number;
}

/** Chunks on their way, in order: the position moves only when all before it is done. */
class Progress {
  private last: Promise<void> = Promise.resolve();
  private count = 0;
  private failure: { readonly error: unknown } | undefined;
  private woken = Promise.withResolvers<void>();

  constructor(
    private readonly save: (position: number) => Promise<void>,
    private readonly failed: AbortController,
  ) {}

  add(position: number, published: Promise<void>): void {
    this.count += 1;
    this.last = Promise.all([this.last, published])
      .then(() => (this.failure ? undefined : this.save(position)))
      .catch((error: unknown) => {
        this.failure ??= { error };
        this.failed.abort();
      })
      .finally(() => {
        this.count -= 1;
        this.woken.resolve();
      });
  }

  /** Resolves when fewer than so many are on their way, or nothing more shall be sent. */
  async below(bound: number): Promise<void> {
    while (this.count >= bound && !this.failure) {
      this.woken = Promise.withResolvers();
      await this.woken.promise;
    }
  }

  /** Resolves when none is on its way; rejects with what failed first. */
  async done(): Promise<void> {
    await this.last;
    if (this.failure) throw this.failure.error;
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

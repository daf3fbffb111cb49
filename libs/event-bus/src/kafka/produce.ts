import { setTimeout as delay } from 'node:timers/promises';
import { StoreUnavailable } from '@tributary/event-store';
import type { Message, Producer, RecordMetadata } from 'kafkajs';
import { patientlyFor } from '../delivery/deadline.ts';
import { type KafkaClient, brokerError } from './client.ts';

/** A message on its way to a partition. */
export interface Outgoing {
  /** Physical: with the namespace. */
  readonly topic: string;
  readonly partition: number;
  readonly message: Message;
}

export interface SafeProducer {
  /**
   * Resolves once every message is on all replicas in sync. Messages of one partition are written in
   * the order given, after those of earlier calls; what fails is tried until the signal aborts, and
   * then may be written or not. A message can be written twice, never after one that follows it
   * without being repeated before: see relay.ts for what consumers make of that.
   * @throws StoreUnavailable the producer is closed
   */
  publish(messages: readonly Outgoing[], signal?: AbortSignal): Promise<void>;
  /** Why the brokers do not take what is sent now, if they do not. */
  readonly problem: string | undefined;
  close(): Promise<void>;
}

export interface ProducerOptions {
  readonly kafka: KafkaClient;
  /** Partitions written side by side. */
  readonly concurrency?: number;
}

/** Of one request, unless a single message is larger. */
const batchBytes = 900_000;
const batchCount = 1_000;
const firstPause = 100;
const longestPause = 5_000;
const longestFarewell = 5_000;

/**
 * A producer that answers only for what is surely kept. The driver remembers answers of a broker
 * across its retries, and in a `send()` that spans partitions it passes over those that moved to a
 * broker that answered already: acknowledged and lost. So a call carries one partition, and its
 * answer must name that partition without an error. Idempotent, with all replicas in sync asked.
 */
export const openProducer = (options: ProducerOptions): SafeProducer => new OnePartitionProducer(options);

class OnePartitionProducer implements SafeProducer {
  problem: string | undefined;
  private readonly kafka: KafkaClient;
  private readonly slots: Slots;
  private readonly closing = new AbortController();
  private readonly lanes = new Map<string, Promise<void>>();
  private readonly sessions = new Set<Session>();
  private session: Session | undefined;

  constructor({ kafka, concurrency = 16 }: ProducerOptions) {
    this.kafka = kafka;
    this.slots = new Slots(concurrency);
  }

  async publish(messages: readonly Outgoing[], signal?: AbortSignal): Promise<void> {
    const until = signal ? AbortSignal.any([signal, this.closing.signal]) : this.closing.signal;
    const written = [...byPartition(messages)].map(([lane, group]) => this.inLane(lane, group, until));
    const outcomes = await Promise.allSettled(written);
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') continue;
      throw this.closing.signal.aborted ? new StoreUnavailable('The producer is closed.') : outcome.reason;
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    await Promise.allSettled(this.lanes.values());
    const ended = Promise.all([...this.sessions].map((session) => session.end()));
    await patientlyFor(ended, longestFarewell);
  }

  /** A lane is one partition of one topic: one request at a time, in the order of the calls. */
  private inLane(lane: string, group: readonly Outgoing[], until: AbortSignal): Promise<void> {
    const before = this.lanes.get(lane) ?? Promise.resolve();
    const written = before.catch(() => {}).then(() => this.write(group, until));
    this.lanes.set(lane, written);
    const forget = () => {
      if (this.lanes.get(lane) === written) this.lanes.delete(lane);
    };
    written.then(forget, forget);
    return written;
  }

  private async write(group: readonly Outgoing[], until: AbortSignal): Promise<void> {
    const { topic, partition } = group[0]!;
    for (const batch of batchesOf(group)) {
      for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
        until.throwIfAborted();
        const failure = await this.attempt(topic, partition, batch, until);
        if (failure === undefined) break;
        if (!until.aborted) this.problem = failure;
        await delay(pause, undefined, { signal: until });
      }
      this.problem = undefined;
    }
  }

  /** @returns what went wrong, if it did */
  private async attempt(topic: string, partition: number, messages: Message[], until: AbortSignal) {
    await this.slots.take();
    try {
      const session = (this.session ??= this.opened());
      const sent = untilAborted(session.send(topic, partition, messages), until);
      const failure = await sent.catch((error) => `${topic}, partition ${partition}: ${reasonOf(error)}`);
      if (failure !== undefined) this.retire(session);
      return failure;
    } finally {
      this.slots.give();
    }
  }

  private opened(): Session {
    const session = new Session(this.kafka);
    this.sessions.add(session);
    return session;
  }

  /**
   * The broker recognises a repeated batch by its number alone. After a send that failed for good, or
   * that nobody waits for any more, the next batch would carry a number that may be taken, and would
   * be acknowledged without being written. So what comes next comes from a new producer.
   */
  private retire(session: Session): void {
    if (this.session === session) this.session = undefined;
    void session.end().then(() => this.sessions.delete(session));
  }
}

/** One producer id of the brokers. */
class Session {
  private readonly producer: Producer;
  private readonly connected: Promise<void>;
  private readonly sending = new Set<Promise<unknown>>();
  private ended: Promise<void> | undefined;

  constructor(kafka: KafkaClient) {
    this.producer = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: () => mustBeNamed,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 },
    });
    this.connected = this.producer.connect();
    this.connected.catch(() => {});
  }

  async send(topic: string, partition: number, messages: Message[]): Promise<string | undefined> {
    await this.connected;
    const sent = this.producer.send({ topic, acks: -1, messages });
    this.sending.add(sent);
    try {
      return faultOf(await sent, topic, partition);
    } finally {
      this.sending.delete(sent);
    }
  }

  /** Those in work may finish: a send in progress would connect anew and go on where nobody looks. */
  end(): Promise<void> {
    return (this.ended ??= this.leave());
  }

  private async leave(): Promise<void> {
    await this.connected.catch(() => {});
    await Promise.allSettled(this.sending);
    await this.producer.disconnect().catch(() => {});
  }
}

const mustBeNamed = ({ message }: { message: Message }): number => {
  if (message.partition === undefined) throw new RangeError('A message without a partition.');
  return message.partition;
};

/** An answer that does not name the partition is none, whatever resolved. */
const faultOf = (answers: RecordMetadata[], topic: string, partition: number): string | undefined => {
  const ours = answers.filter((answer) => answer.topicName === topic && answer.partition === partition);
  if (ours.length === 1 && ours[0]!.errorCode === 0) return undefined;
  const codes = ours.map(({ errorCode }) => errorCode).join(', ') || 'none';
  return `No acknowledgement for ${topic}, partition ${partition} (error codes: ${codes}).`;
};

const reasonOf = (error: unknown): string => {
  const known = brokerError(error);
  return known instanceof Error ? known.message : String(known);
};

const byPartition = (messages: readonly Outgoing[]): Map<string, Outgoing[]> => {
  const groups = new Map<string, Outgoing[]>();
  for (const message of messages) {
    const lane = `${message.topic}:${message.partition}`;
    const group = groups.get(lane);
    if (group) group.push(message);
    else groups.set(lane, [message]);
  }
  return groups;
};

function* batchesOf(group: readonly Outgoing[]): Generator<Message[]> {
  let batch: Message[] = [];
  let bytes = 0;
  for (const { message, partition } of group) {
    const size = sizeOf(message);
    if (batch.length > 0 && (bytes + size > batchBytes || batch.length === batchCount)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push({ ...message, partition });
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** Headers are short: what a record and its headers take beside its value is estimated. */
const sizeOf = ({ value }: Message): number => (value?.length ?? 0) + 1_000;

const untilAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', abort));
};

/** At most so many at once. */
class Slots {
  private readonly waiting: (() => void)[] = [];
  constructor(private free: number) {}

  async take(): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  give(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}

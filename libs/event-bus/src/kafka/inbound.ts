import { setTimeout as delay } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, KafkaMessage } from 'kafkajs';
import { type KafkaClient, brokerError } from './client.ts';
import { type InboundRecord, givenUp, readInbound } from './inbound-record.ts';
import { logicalTopic, physicalTopic } from './topics.ts';

export interface InboundOptions {
  readonly kafka: KafkaClient;
  /** Put before every topic's and the group's name. */
  readonly namespace: string;
  /** Logical names of the topics that integrators publish to. */
  readonly topics: readonly string[];
  readonly groupId: string;
  /**
   * Takes messages in, durably: their offsets are committed once it resolves. Messages come again
   * after a crash, so what was taken in before must be recognised. Rejecting with the code
   * `store-unavailable` makes it wait; any other error is tried a few times, then message by message,
   * and the one at fault is handed over as unreadable.
   */
  readonly take: (messages: readonly InboundRecord[]) => Promise<void>;
  /** Told when the status changes. */
  readonly onStatus?: (status: InboundStatus) => void;
  /** Milliseconds after which a process that gives no sign of life loses its partitions. */
  readonly sessionTimeout?: number;
}

export interface InboundStatus {
  /** Messages taken in since the start, unreadable ones included. */
  readonly taken: number;
  readonly unreadable: number;
  /** Messages not yet taken in, in the partitions of this process, as far as it has seen. */
  readonly lag: number;
  /** Why it waits or cannot read, if it does not go on. */
  readonly problem?: string;
}

export interface InboundConsumer {
  status(): InboundStatus;
  /** Stops reading, waits for what is being taken in, commits, leaves the group. */
  close(): Promise<void>;
}

type Received = { readonly message: KafkaMessage; readonly record: InboundRecord };

/** Messages, and bytes of them, handed over together. */
const portionCount = 200;
const portionBytes = 4 * 1024 * 1024;
const attempts = 4;
const firstPause = 100;
const longestPause = 5_000;
const heartbeatInterval = 2_000;

/**
 * Reads what integrators publish straight to topics. A message is passed over only when it was taken
 * in; none of them, whatever it holds, keeps those behind it waiting.
 * @throws StoreUnavailable no broker answers
 */
export const consumeInbound = async (options: InboundOptions): Promise<InboundConsumer> => {
  const inbound = new Inbound(options);
  await inbound.start();
  return inbound;
};

class Inbound implements InboundConsumer {
  private readonly consumer: Consumer;
  private readonly closing = new AbortController();
  private readonly lags = new Map<string, number>();
  private taken = 0;
  private unreadable = 0;
  private problem: string | undefined;

  constructor(private readonly options: InboundOptions) {
    const { kafka, namespace, groupId, sessionTimeout = 10_000 } = options;
    this.consumer = kafka.consumer({
      groupId: namespace + groupId,
      sessionTimeout,
      heartbeatInterval,
      maxWaitTimeInMs: 250,
      allowAutoTopicCreation: false,
      retry: { restartOnFailure: () => Promise.resolve(true) },
    });
  }

  async start(): Promise<void> {
    const { namespace, topics } = this.options;
    this.consumer.on('consumer.group_join', () => this.lags.clear());
    this.consumer.on('consumer.crash', ({ payload }) => this.tell(payload.error.message));
    try {
      await this.consumer.connect();
      const names = topics.map((topic) => physicalTopic(namespace, topic));
      await this.consumer.subscribe({ topics: names, fromBeginning: true });
      await this.consumer.run({
        // Commits what was resolved: here, what was taken in.
        autoCommit: true,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 4,
        eachBatch: (payload) => this.takeBatch(payload),
      });
    } catch (error) {
      await this.consumer.disconnect().catch(() => {});
      throw brokerError(error);
    }
  }

  status(): InboundStatus {
    const { taken, unreadable, problem } = this;
    const lag = [...this.lags.values()].reduce((sum, each) => sum + each, 0);
    return { taken, unreadable, lag, ...(problem !== undefined && { problem }) };
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.consumer.disconnect();
  }

  private async takeBatch({ batch, resolveOffset, heartbeat }: EachBatchPayload): Promise<void> {
    const { topic, partition, highWatermark } = batch;
    const logical = logicalTopic(this.options.namespace, topic) ?? topic;
    for (const messages of portionsOf(batch.messages)) {
      const received = messages.map((message) => {
        const place = `${topic}/${partition}@${message.offset}`;
        return { message, record: readInbound(message, { topic: logical, place }) };
      });
      const alive = new SignsOfLife(heartbeat);
      try {
        await this.takeIn(received, alive);
      } catch (error) {
        if (this.closing.signal.aborted) return;
        throw error;
      } finally {
        alive.stop();
      }
      const { offset } = messages.at(-1)!;
      resolveOffset(offset);
      this.count(received, `${topic}:${partition}`, Number(highWatermark) - 1 - Number(offset));
      await heartbeat();
      if (this.closing.signal.aborted) return;
    }
  }

  /** Together while that works; otherwise one by one, in order, so that only the one at fault is given up. */
  private async takeIn(received: readonly Received[], alive: SignsOfLife): Promise<void> {
    const failure = await this.tried(received, attempts, alive);
    if (!failure) return;
    const [only] = received;
    if (received.length > 1) {
      for (const each of received) await this.takeIn([each], alive);
    } else if (only) {
      const record = givenUp(only.record, only.message, `It could not be taken in: ${failure.reason}.`);
      await this.tried([{ ...only, record }], Number.POSITIVE_INFINITY, alive);
    }
  }

  /** @throws the group is being divided anew, or this consumer is closed */
  private async tried(
    received: readonly Received[],
    most: number,
    alive: SignsOfLife,
  ): Promise<{ reason: string } | undefined> {
    const records = received.map(({ record }) => record);
    for (let pause = firstPause, attempt = 1; ; pause = Math.min(pause * 2, longestPause)) {
      try {
        await this.options.take(records);
        return undefined;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (!isUnavailable(error) && attempt++ >= most) return { reason };
        this.tell(reason);
      }
      await delay(pause, undefined, { signal: this.closing.signal });
      alive.check();
    }
  }

  private count(received: readonly Received[], partition: string, lag: number): void {
    this.taken += received.length;
    this.unreadable += received.filter(({ record }) => record.kind === 'unreadable').length;
    this.lags.set(partition, lag);
    this.tell(undefined);
  }

  private tell(problem: string | undefined): void {
    this.problem = problem;
    this.options.onStatus?.(this.status());
  }
}

const isUnavailable = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'store-unavailable';

/** Keeps the membership of the group while a message takes long. */
class SignsOfLife {
  private readonly beating: NodeJS.Timeout;
  private failure: { readonly error: unknown } | undefined;

  constructor(heartbeat: () => Promise<void>) {
    this.beating = setInterval(() => {
      heartbeat().catch((error: unknown) => (this.failure ??= { error }));
    }, heartbeatInterval);
  }

  /** @throws the group is being divided anew: what is in work comes again, here or elsewhere */
  check(): void {
    if (this.failure) throw this.failure.error;
  }

  stop(): void {
    clearInterval(this.beating);
  }
}

function* portionsOf(messages: readonly KafkaMessage[]): Generator<readonly KafkaMessage[]> {
  let portion: KafkaMessage[] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = message.value?.length ?? 0;
    if (portion.length === portionCount || (portion.length > 0 && bytes + size > portionBytes)) {
      yield portion;
      portion = [];
      bytes = 0;
    }
    portion.push(message);
    bytes += size;
  }
  if (portion.length > 0) yield portion;
}

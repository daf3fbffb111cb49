import kafkajs from 'kafkajs';
import type { Message, Producer, ProducerConfig, ProducerRecord, RecordMetadata } from 'kafkajs';
import { type Connection, asked, retrying } from './connection.ts';
import { metadataOf } from './metadata.ts';
import type { NewRecord } from './partition.ts';

/** One session of a producer: what is sent again within it is not written twice. */
export const simulatedProducer = (connection: Connection, config: ProducerConfig = {}): Producer => {
  const session = new ProducerSession(connection, config);
  return {
    connect: () => session.connect(),
    send: (record: ProducerRecord) => session.send(record),
    disconnect: () => Promise.resolve(),
  } as Producer;
};

class ProducerSession {
  private readonly partitionOf;
  private readonly sequences = new Map<string, number>();
  private producer: number | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly config: ProducerConfig,
  ) {
    const { createPartitioner = kafkajs.Partitioners.DefaultPartitioner } = config;
    this.partitionOf = createPartitioner();
  }

  async connect(): Promise<void> {
    const { cluster } = this.connection;
    const { idempotent = false } = this.config;
    this.producer = await this.asking(() => (idempotent ? cluster.newProducer() : undefined));
  }

  async send({ topic, messages }: ProducerRecord): Promise<RecordMetadata[]> {
    const groups = this.byPartition(topic, messages);
    const answers = await this.asking(() =>
      groups.map(([partition, records]) => this.append(topic, partition, records)),
    );
    for (const [partition, records] of groups) this.acknowledged(topic, partition, records.length);
    return answers;
  }

  /** By what the driver was told of the topic before. */
  private byPartition(topic: string, messages: Message[]): [number, NewRecord[]][] {
    const { partitions: partitionMetadata } = metadataOf(this.connection.cluster, topic);
    const groups = Map.groupBy(messages, (message) =>
      this.partitionOf({ topic, partitionMetadata, message }),
    );
    return [...groups].map(([partition, group]) => [partition, group.map(recordOf)]);
  }

  private append(topic: string, partition: number, records: readonly NewRecord[]): RecordMetadata {
    const { producer } = this;
    const sequence = this.sequences.get(`${topic}:${partition}`) ?? 0;
    const numbered = producer === undefined ? undefined : { producer, sequence };
    const offset = this.connection.cluster.partition(topic, partition).append(records, numbered);
    return { topicName: topic, partition, errorCode: 0, baseOffset: String(offset) };
  }

  /** Only now: what was sent without an answer is sent again under the same number. */
  private acknowledged(topic: string, partition: number, count: number): void {
    const name = `${topic}:${partition}`;
    this.sequences.set(name, (this.sequences.get(name) ?? 0) + count);
  }

  private asking<T>(atBrokers: () => T): Promise<T> {
    return retrying(this.config.retry, () => asked(this.connection, 'write', atBrokers));
  }
}

const recordOf = ({ key, value, headers = {}, timestamp }: Message): NewRecord => ({
  key: bytesOf(key),
  value: bytesOf(value),
  headers: Object.fromEntries(
    Object.entries(headers).flatMap(([name, each]) =>
      each === undefined
        ? []
        : [[name, Array.isArray(each) ? each.map((one) => Buffer.from(one)) : Buffer.from(each)]],
    ),
  ),
  ...(timestamp !== undefined && { timestamp }),
});

const bytesOf = (text: Buffer | string | null | undefined): Buffer | null =>
  text === null || text === undefined ? null : Buffer.from(text);

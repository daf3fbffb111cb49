import { randomBytes } from 'node:crypto';
import type { Coordination, EventLog, EventStore } from '@tributary/event-store';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import {
  type KafkaBusOptions,
  type KafkaClient,
  type RelayStatus,
  type SafeProducer,
  openKafka,
  openKafkaBus,
  openProducer,
  startRelay,
} from '../kafka/index.ts';
import { ensureTopics, physicalTopic } from '../kafka/topics.ts';
import type { EventBus } from '../port.ts';
import { type Opened, type Publication, deadLetters, recordIn, topics, until } from './subject.ts';

/** Of every topic. */
export const partitions = 3;
/** Milliseconds: the shortest that brokers accept without being told. */
export const sessionTimeout = 6_000;

export interface RelayParts {
  /** Names the log; `first` when left out. */
  readonly epoch?: string;
  readonly coordination?: Coordination;
  /** What stands between the relay and the brokers. */
  readonly before?: (producer: SafeProducer) => SafeProducer;
}

export interface RunningRelay {
  status(): RelayStatus;
  /** Resolves when all that the log holds now is on Kafka. */
  through(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenedOnKafka extends Opened {
  readonly kafka: KafkaClient;
  readonly namespace: string;
  readonly relay: RunningRelay;
  /** The name of a topic on the brokers. */
  physical(topic: string): string;
  /** How many messages lie on a topic. */
  written(topic?: string): Promise<number>;
  /** Records without waiting for the relay. */
  append(events: readonly Publication[]): Promise<void>;
  /** One more relay of the same log, from its beginning unless its coordination says otherwise. */
  secondRelay(parts?: RelayParts): RunningRelay;
  /** Sends everything that the log has recorded once more, as a relay does that has lost its place. */
  sendAgain(epoch?: string): Promise<void>;
  /** The bus of a second process of the same service. */
  replica(more?: Pick<KafkaBusOptions, 'epochs'>): EventBus;
}

/**
 * One process, given its turn at once.
 * @param positions shared with those whose turn may overlap with its own
 * @param lapsed aborts when it notices that its turn is over; never, when left out
 */
export const atOnce = (
  positions = new Map<string, number>(),
  lapsed: AbortSignal = new AbortController().signal,
): Coordination => ({
  alone: async (_, signal, work) => {
    const held = AbortSignal.any([signal, lapsed]);
    while (!held.aborted) await work(held);
  },
  position: (name) => Promise.resolve(positions.get(name)),
  savePosition: (name, position) => Promise.resolve(void positions.set(name, position)),
  advancePosition: (name, position) =>
    Promise.resolve(void positions.set(name, Math.max(position, positions.get(name) ?? 0))),
});

const relaying = (log: EventLog, kafka: KafkaClient, namespace: string, parts: RelayParts): RunningRelay => {
  const { epoch = 'first', coordination = atOnce(), before = (producer) => producer } = parts;
  const producer = openProducer({ kafka });
  const common = { log, namespace, partitions, name: 'relay', epoch, coordination };
  const relay = startRelay({ ...common, producer: before(producer) });
  return {
    status: () => relay.status(),
    through: async () => {
      const head = await log.all.head();
      await until(() => relay.status().position >= head, 'all was relayed');
    },
    close: async () => {
      await relay.close();
      await producer.close();
    },
  };
};

type Consumer = ReturnType<KafkaClient['consumer']>;

/** Kafka and a log as one process sees them: after `crash` it neither commits nor records any more. */
const processOn = (kafka: KafkaClient, log: EventLog, committed: Map<string, Map<string, number>>) => {
  const connected: { disconnect(): Promise<void> }[] = [];
  let crashed = false;
  const dead = () => Promise.reject(Object.assign(new Error('crashed'), { code: 'store-unavailable' }));
  const noting =
    (groupId: string, { commitOffsets }: Consumer): Consumer['commitOffsets'] =>
    async (offsets) => {
      if (crashed) return dead();
      await commitOffsets(offsets);
      const places = committed.get(groupId) ?? new Map<string, number>();
      for (const { topic, partition, offset } of offsets) places.set(`${topic}:${partition}`, Number(offset));
      committed.set(groupId, places);
    };
  const consumer: KafkaClient['consumer'] = (config) => {
    const made = kafka.consumer(config);
    connected.push(made);
    return { ...made, commitOffsets: noting(config!.groupId, made) };
  };
  const admin: KafkaClient['admin'] = (config) => {
    const made = kafka.admin(config);
    connected.push(made);
    return made;
  };
  const forService = (service: string): EventStore => {
    const own = log.forService(service);
    return { ...own, append: (appends) => (crashed ? dead() : own.append(appends)) };
  };
  return {
    kafka: Object.create(kafka, { consumer: { value: consumer }, admin: { value: admin } }) as KafkaClient,
    log: { forService },
    crash: async () => {
      crashed = true;
      // Its members leave, as a session that lapses does for them seconds later.
      await Promise.all(connected.map((each) => each.disconnect()));
    },
  };
};

const removed = async (kafka: KafkaClient, namespace: string): Promise<void> => {
  const admin = kafka.admin();
  await admin.connect();
  const there = (await admin.listTopics()).filter((topic) => topic.startsWith(namespace));
  await admin.deleteTopics({ topics: there });
  const { groups } = await admin.listGroups();
  const ours = groups.map(({ groupId }) => groupId).filter((id) => id.startsWith(namespace));
  await admin.deleteGroups(ours).catch(() => {});
  await admin.disconnect();
};

export interface OnKafkaParts extends RelayParts {
  /** Copies of each topic. */
  readonly replication?: number;
}

/**
 * A bus on topics of its own that nobody else uses, with a log in memory and its relay.
 * @param brokers `host:port`, separated by commas
 */
export const openOnKafka = (brokers: string, parts?: OnKafkaParts): Promise<OpenedOnKafka> =>
  openOnBrokers((clientId) => openKafka({ brokers: brokers.split(','), clientId }), parts);

/** The same, however a process reaches the brokers. */
export const openOnBrokers = async (
  kafkaOf: (clientId: string) => KafkaClient,
  { replication = 1, ...relayParts }: OnKafkaParts = {},
): Promise<OpenedOnKafka> => {
  const namespace = `spec-${randomBytes(5).toString('hex')}.`;
  const kafka = kafkaOf(namespace);
  const names = [...Object.values(topics), deadLetters];
  await ensureTopics(kafka, {
    namespace,
    partitions,
    replication,
    topics: names.map((name) => ({ name, kind: 'facts' })),
  });
  const log = openSqliteEventLog(':memory:');
  const relay = relaying(log, kafka, namespace, relayParts);
  const producer = openProducer({ kafka });
  const committed = new Map<string, Map<string, number>>();
  const start = (more: Pick<KafkaBusOptions, 'epochs'> = {}) => {
    const process = processOn(kafka, log, committed);
    const common = { producer, namespace, partitions, replication, clientId: namespace, sessionTimeout };
    const bus = openKafkaBus({ ...common, ...more, kafka: process.kafka, log: process.log });
    const crash = async () => {
      // It may hang on a handler that never ends, like the process that it stands for.
      bus.close().catch(() => {});
      await process.crash();
    };
    return { bus, crash };
  };
  const replicas: ReturnType<typeof start>[] = [];
  let running = start();
  const isCommitted = ({ group, position }: { group: string; position: number }) => {
    const places = [...(committed.get(namespace + group)?.values() ?? [])];
    return places.reduce((sum, each) => sum + each, 0) === position;
  };
  const secondRelay = (parts: RelayParts = {}) => relaying(log, kafka, namespace, parts);
  return {
    kafka,
    namespace,
    relay,
    get bus() {
      return running.bus;
    },
    physical: (topic) => physicalTopic(namespace, topic),
    written: async (topic = topics.order) => {
      const admin = kafka.admin();
      await admin.connect();
      const ends = await admin.fetchTopicOffsets(physicalTopic(namespace, topic));
      await admin.disconnect();
      return ends.reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0);
    },
    append: (events) => recordIn(log, events),
    publish: async (events) => {
      await recordIn(log, events);
      await relay.through();
    },
    settled: () => until(() => running.bus.status().every(isCommitted), 'the places were committed'),
    restart: async () => {
      await running.crash();
      running = start();
    },
    secondRelay,
    sendAgain: async (epoch = 'first') => {
      const second = secondRelay({ epoch });
      await second.through();
      await second.close();
    },
    replica: (more) => {
      replicas.push(start(more));
      return replicas.at(-1)!.bus;
    },
    close: async () => {
      await Promise.all(replicas.map(({ crash }) => crash()));
      await running.crash();
      await relay.close();
      await producer.close();
      await log.close();
      await removed(kafka, namespace);
    },
  };
};

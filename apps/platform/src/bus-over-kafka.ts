import { readFileSync } from 'node:fs';
import type { LoggerService } from '@nestjs/common';
import type { StateTopic } from '@tributary/event-bus';
import { factTopics, inboundTopics, inboxTopic, services, stateTopics } from '@tributary/contracts';
import {
  type Entrances,
  type KafkaClient,
  type StateTopicOptions,
  type TopicPlan,
  busPartitionOf,
  describeCluster,
  ensureTopics,
  missingTopics,
  openEntrances,
  openKafka,
  openKafkaBus,
  openProducer,
  openStateTopic,
  placesOf,
} from '@tributary/event-bus/kafka';
import type { Config } from './config.ts';
import type { Shape } from './shape.ts';
import type { LogPart, Logs } from './logs.ts';
import type { Places } from './places.ts';
import type { PlatformBus } from './platform-bus.ts';
import { Relays } from './relays.ts';
import { type Beside, ServiceBuses } from './service-buses.ts';

const clientId = 'tributary';

const { bus: deadLetters, ...facts } = factTopics;
const topicsOfStates: readonly TopicPlan[] = Object.values(stateTopics).map((name) => ({
  name,
  kind: 'state',
}));
const ownTopics: readonly TopicPlan[] = [
  ...[inboxTopic, ...Object.values(facts)].map((name) => ({ name, kind: 'facts' as const })),
  { name: deadLetters, kind: 'dead-letters' },
];

/** The consumer group of the entrances. */
const entrancesGroup = 'gateway-entrances';

/** What of the configuration says how topics lie on the brokers. */
export type KafkaSettings = Pick<
  Config,
  | 'TRIBUTARY_KAFKA_PARTITIONS'
  | 'TRIBUTARY_KAFKA_NAMESPACE'
  | 'TRIBUTARY_KAFKA_REPLICATION'
  | 'TRIBUTARY_KAFKA_ENTRANCES'
>;

const entrancesOf = ({ TRIBUTARY_KAFKA_ENTRANCES: more }: KafkaSettings): readonly string[] => [
  ...new Set([...inboundTopics, ...more.split(',').filter((name) => name !== '')]),
];

/** Copies of a topic where nobody says how many and there are brokers enough. */
const usualReplication = 3;

/** Connects with its first use. */
export const kafkaOf = (config: Config, logger?: LoggerService): KafkaClient => {
  const { TRIBUTARY_KAFKA_TLS: tls, TRIBUTARY_KAFKA_USER: username } = config;
  return openKafka({
    brokers: config.TRIBUTARY_BUS.slice('kafka://'.length).split(','),
    clientId,
    ...(tls !== 'off' && { ssl: tls === 'on' || { ca: readFileSync(tls) } }),
    ...(username !== undefined && {
      sasl: { mechanism: 'scram-sha-512', username, password: config.TRIBUTARY_KAFKA_PASSWORD! },
    }),
    log: ({ level, message, ...details }) => {
      const text = `${message} ${JSON.stringify(details)}`;
      // What a broker answers is handled or tried again by who asked.
      const isAnswer = message.startsWith('Connection: Response ');
      if (level === 'error' && !isAnswer) logger?.warn(text, 'kafka');
      else logger?.debug?.(text, 'kafka');
    },
  });
};

const namespaceOf = ({ TRIBUTARY_KAFKA_NAMESPACE: name }: KafkaSettings): string =>
  name === '' ? '' : `${name}.`;

/** How far the relay of a log has come is kept under this name. */
const relayName = (cluster: string, namespace: string, epoch: string): string =>
  `relay/${cluster}/${namespace}/${epoch}`;

/** Each log is divided by key, on each topic alike. */
export const kafkaPlaces = (kafka: KafkaClient, config: KafkaSettings): Places => {
  const { TRIBUTARY_KAFKA_PARTITIONS: partitions } = config;
  return {
    division: `kafka of ${partitions} partitions`,
    of: ({ log: { epoch } }) => ({ partitionOf: (event) => busPartitionOf(event, epoch, partitions) }),
    // A partition of the bus is named `<topic>:<number>:<epoch>`, and more for dead letters.
    holds: ({ log: { epoch } }, partition) => partition.split(':')[2] === epoch,
    published: async ({ log, coordination }) => {
      const { id } = await describeCluster(kafka);
      return coordination.position(relayName(id, namespaceOf(config), log.epoch));
    },
    done: (group, part) =>
      placesOf(kafka, { namespace: namespaceOf(config), group, topics: [...part.topics] }),
  };
};

/**
 * Every log is published to Kafka, and the groups read there.
 * @throws TopicMismatch a topic has another number of partitions than is configured
 * @throws StoreUnavailable no broker answers
 */
export const busOverKafka = async (
  kafka: KafkaClient,
  config: KafkaSettings,
  { here, isShared }: Pick<Shape, 'here' | 'isShared'>,
  { parts }: Pick<Logs, 'parts'>,
): Promise<PlatformBus> => {
  const { TRIBUTARY_KAFKA_PARTITIONS: partitions } = config;
  const namespace = namespaceOf(config);
  const cluster = await describeCluster(kafka);
  const replication = replicationIn(cluster, config);
  const relayOf = ({ log }: LogPart): string => relayName(cluster.id, namespace, log.epoch);
  await publishAnew(parts, await missingTopics(kafka, namespace, ownTopics), relayOf);
  const entrances = entrancesOf(config);
  const topics = [
    ...ownTopics,
    ...(isShared ? topicsOfStates : []),
    ...entrances.map((name) => ({ name, kind: 'inbound' as const })),
  ];
  await ensureTopics(kafka, { namespace, topics, partitions, replication });
  const producer = openProducer({ kafka });
  const common = { kafka, producer, namespace, partitions, replication };
  // Of a log that is not here the epoch is not known either.
  const epochs = here.size === services.length && new Set(parts.map(({ log }) => log.epoch));
  const relays = await Relays.start(parts, (part) => ({
    producer,
    namespace,
    partitions,
    name: relayOf(part),
  }));
  const buses = parts.map(({ name, log }, index) => ({
    // Whoever records nothing parks in the first log.
    ...(index > 0 && { service: name }),
    bus: openKafkaBus({ ...common, ...(epochs && { epochs }), log, clientId }),
  }));
  const opened: Entrances[] = [];
  const taking: Beside = {
    status: () => opened.map((each) => each.status()),
    refresh: async () => {
      // As of before, where no broker answers.
      await Promise.allSettled(opened.map((each) => each.refresh()));
    },
  };
  return {
    bus: new ServiceBuses(buses, [relays, taking]),
    places: kafkaPlaces(kafka, config),
    ...(isShared && {
      states: {
        levels: levelsOver(common),
        orders: openStateTopic({ ...common, topic: stateTopics.orders, source: 'tributary/repository' }),
      },
    }),
    openEntrances: async (take) => {
      const each = await openEntrances({
        kafka,
        namespace,
        topics: entrances,
        group: entrancesGroup,
        take,
      });
      opened.push(each);
      return each;
    },
    close: async () => {
      await relays.close();
      await producer.close();
    },
  };
};

const levelsOver = (common: Omit<StateTopicOptions, 'topic' | 'source'>): StateTopic =>
  openStateTopic({ ...common, topic: stateTopics.stock, source: 'tributary/inventory' });

/**
 * Where levels are published that are folded anew, for processes that hold all of them.
 * @throws StoreUnavailable no broker answers
 */
export const openLevels = async (
  config: Config,
): Promise<{ readonly levels: StateTopic; close(): Promise<void> }> => {
  const kafka = kafkaOf(config);
  const { TRIBUTARY_KAFKA_PARTITIONS: partitions } = config;
  const common = { namespace: namespaceOf(config), partitions };
  const replication = replicationIn(await describeCluster(kafka), config);
  await ensureTopics(kafka, { ...common, topics: topicsOfStates, replication });
  const producer = openProducer({ kafka });
  return { levels: levelsOver({ ...common, producer }), close: () => producer.close() };
};

const replicationIn = (
  { brokers }: Awaited<ReturnType<typeof describeCluster>>,
  { TRIBUTARY_KAFKA_REPLICATION: asked }: KafkaSettings,
): number => asked ?? Math.min(usualReplication, brokers);

/** What was published to a topic that is gone is published again, to the one that is made in its place. */
const publishAnew = async (
  parts: readonly LogPart[],
  missing: readonly string[],
  relayOf: (part: LogPart) => string,
): Promise<void> => {
  for (const part of parts) {
    if (!missing.some((topic) => part.topics.has(topic))) continue;
    await part.coordination.savePosition(relayOf(part), 0);
    await part.checkpoints.flush();
  }
};

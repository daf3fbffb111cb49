import type { LoggerService } from '@nestjs/common';
import { type Service, inboundTopics, services as allServices } from '@tributary/contracts';
import type { EventBus, GroupStatus } from '@tributary/event-bus';
import {
  type Relay,
  consumeInbound,
  openKafkaBus,
  openProducer,
  openStateTopic,
  startRelay,
} from '@tributary/event-bus/kafka';
import type { ConsumerGroups } from '@tributary/gateway';
import { identitySigner } from '@tributary/http';
import type { ReadStore } from '@tributary/read-store';
import { type Telemetry, measuredBus, measuredLog } from '@tributary/telemetry';
import type { DistributedConfig } from './config.ts';
import {
  type SharedEventLog,
  openBrokers,
  openEventLog,
  openReadStore,
  relayName,
  topicNamespace,
} from './engines.ts';
import type { Ground } from './ground.ts';
import { groupsEverywhere, ownerOf } from './remote-groups.ts';
import { composeServices, readers } from './services.ts';
import { prepareTopics } from './topics.ts';

/** What one service of this process stands on. */
interface Footing {
  readonly log: SharedEventLog;
  readonly bus: EventBus;
  readonly readStore?: ReadStore;
}

/**
 * Some services of the platform on Kafka, MongoDB, and PostgreSQL or KurrentDB; others and further
 * replicas run in other processes.
 * @param onFatal told when what an event store holds cannot be trusted any more
 */
export const openDistributed = async (
  config: DistributedConfig,
  logger: LoggerService,
  onFatal: (error: unknown) => void,
  telemetry?: Telemetry,
): Promise<Ground> => {
  const namespace = topicNamespace(config);
  const partitions = config.TRIBUTARY_TOPIC_PARTITIONS;
  const replication = config.TRIBUTARY_TOPIC_REPLICATION;
  const clientId = `${config.TRIBUTARY_NAMESPACE}-${config.SERVICE.join('-')}`;
  const kafka = openBrokers(config, clientId, ({ level, message, ...details }) => {
    if (level === 'error') logger.error({ message, ...details }, 'kafka');
    else if (level === 'warn') logger.warn({ message, ...details }, 'kafka');
    else logger.debug?.({ message, ...details }, 'kafka');
  });
  await prepareTopics(kafka, config);
  const producer = openProducer({ kafka });
  const footings = new Map<Service, Footing>();
  for (const service of config.SERVICE) {
    const opened = await openEventLog(config, service, onFatal);
    const log = telemetry ? measuredLog(opened, telemetry) : opened;
    const plain = openKafkaBus({ kafka, producer, namespace, partitions, replication, log, clientId });
    const bus = telemetry ? measuredBus(plain, telemetry) : plain;
    const readStore = readers.includes(service) ? await openReadStore(config, service) : undefined;
    footings.set(service, { log, bus, ...(readStore && { readStore }) });
  }
  const relays = new Map<Service, Relay>();
  const groups = groupsHere(footings, relays);
  const sign = identitySigner(config.TRIBUTARY_IDENTITY_SECRET);
  const composed = composeServices(
    {
      events: (service) => footings.get(service)!.log.forService(service),
      readStore: (service) => footings.get(service)!.readStore!,
      groups: groupsEverywhere(groups, urlsElsewhere(config), sign),
      state: (topic) => openStateTopic({ producer, namespace, partitions, topic }),
    },
    config.SERVICE,
  );
  const { gateway } = composed;
  let inbound: { close(): Promise<void> } | undefined;
  return {
    ...composed,
    groups,
    busOf: (service) => footings.get(service)!.bus,
    missing: () => missingIn(footings, producer),
    start: async () => {
      for (const [service, { log }] of footings) {
        const { coordination } = log;
        const relay = startRelay({ log, coordination, producer, namespace, partitions, name: relayName });
        relays.set(service, relay);
        telemetry?.relayLag(service, () => relay.status().lag);
      }
      inbound =
        gateway &&
        (await consumeInbound({
          kafka,
          namespace,
          topics: inboundTopics,
          groupId: `${namespace}gateway-inbound`,
          take: gateway.takeInbound,
        }));
    },
    drain: async () => {
      await inbound?.close();
      await Promise.all([...footings.values()].map(({ bus }) => bus.close()));
    },
    close: async () => {
      await Promise.all([...relays.values()].map((relay) => relay.close()));
      await producer.close();
      for (const { log, readStore } of footings.values()) {
        await readStore?.close();
        await log.close();
      }
    },
  };
};

/** Where the services are that this process does not run. */
export const urlsElsewhere = ({
  SERVICE,
  TRIBUTARY_SERVICE_URLS: urls = {},
}: DistributedConfig): Partial<Record<Service, string>> =>
  Object.fromEntries(
    allServices.filter((name) => !SERVICE.includes(name) && urls[name]).map((name) => [name, urls[name]]),
  );

/** A relay counts as a group: what it has not published yet, nobody else can be behind on. */
const asGroup = (service: Service, relay: Relay): GroupStatus => {
  const { position, lag } = relay.status();
  return { group: `${service}-relay`, lag, position, parked: 0, following: true };
};

const groupsHere = (
  footings: ReadonlyMap<Service, Footing>,
  relays: ReadonlyMap<Service, Relay>,
): ConsumerGroups => ({
  status: () =>
    Promise.resolve({
      items: [
        ...[...relays].map(([service, relay]) => asGroup(service, relay)),
        ...[...footings.values()].flatMap(({ bus }) => bus.status()),
      ],
    }),
  redrive: (group, place) => {
    const footing = footings.get(ownerOf(group) as Service);
    return footing
      ? footing.bus.redrive(group, place)
      : Promise.reject(new RangeError(`Group ${group} does not run here.`));
  },
});

const missingIn = async (
  footings: ReadonlyMap<Service, Footing>,
  producer: { readonly problem: string | undefined },
): Promise<string[]> => {
  const problems = await Promise.all(
    [...footings].flatMap(([service, { log, readStore }]) => [
      log.all.head().then(
        () => undefined,
        (error: unknown) => `event store of ${service}: ${String(error)}`,
      ),
      readStore?.checkpoints('readiness').then(
        () => undefined,
        (error: unknown) => `read store of ${service}: ${String(error)}`,
      ),
    ]),
  );
  return [...problems, producer.problem && `Kafka: ${producer.problem}`].filter(
    (problem): problem is string => problem !== undefined && problem !== '',
  );
};

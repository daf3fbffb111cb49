import type { Service } from '@tributary/contracts';
import { type KafkaClient, openKafka } from '@tributary/event-bus/kafka';
import type { Coordination, EventLog } from '@tributary/event-store';
import { openKurrentEventLog } from '@tributary/event-store/kurrentdb';
import { openPostgresEventLog } from '@tributary/event-store/postgres';
import type { ReadStore } from '@tributary/read-store';
import { openMongoReadStore } from '@tributary/read-store/mongodb';
import type { EnginesConfig } from './config.ts';

export type SharedEventLog = EventLog & { readonly coordination: Coordination };

/** What a service's own part of the engines is called. */
export const nameOf = (namespace: string, service: Service): string =>
  `${namespace.replaceAll('-', '_')}_${service}`;

/** Names the relay of a service in its own store. */
export const relayName = 'relay';

/** Before the names of topics and groups; the installation that is alone on its brokers needs none. */
export const topicNamespace = ({ TRIBUTARY_NAMESPACE: namespace }: EnginesConfig): string =>
  namespace === 'tributary' ? '' : `${namespace}.`;

/**
 * A service's streams and nobody else's: a PostgreSQL schema or a prefix in KurrentDB.
 * @param onFatal told when what is stored cannot be trusted any more and the process must end
 */
export const openEventLog = (
  { TRIBUTARY_EVENT_STORE_URL: url, TRIBUTARY_NAMESPACE: namespace }: EnginesConfig,
  service: Service,
  onFatal: (error: unknown) => void,
): Promise<SharedEventLog> =>
  url.startsWith('postgres')
    ? openPostgresEventLog({ url, schema: nameOf(namespace, service), onFatal })
    : openKurrentEventLog({ url, prefix: nameOf(namespace, service), onFatal });

/** A service's read models and nobody else's: a MongoDB database. */
export const openReadStore = (
  { TRIBUTARY_READ_STORE_URL: url, TRIBUTARY_NAMESPACE: namespace }: EnginesConfig,
  service: Service,
): Promise<ReadStore> => openMongoReadStore({ url, database: nameOf(namespace, service) });

export const openBrokers = (
  config: EnginesConfig,
  clientId: string,
  log: Parameters<typeof openKafka>[0]['log'],
): KafkaClient => {
  const { TRIBUTARY_KAFKA_SASL_USERNAME: username, TRIBUTARY_KAFKA_SASL_PASSWORD: password } = config;
  return openKafka({
    brokers: config.TRIBUTARY_KAFKA_BROKERS,
    clientId,
    ssl: config.TRIBUTARY_KAFKA_SSL,
    ...(username !== undefined &&
      password !== undefined && { sasl: { mechanism: 'scram-sha-512', username, password } }),
    ...(log && { log }),
  });
};

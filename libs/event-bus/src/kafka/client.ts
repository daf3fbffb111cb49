import type { ConnectionOptions } from 'node:tls';
import { StoreUnavailable } from '@tributary/event-store';
import type { Admin, LogEntry, SASLOptions } from 'kafkajs';
import kafkajs from 'kafkajs';

/** What the driver has to say, without what was sent. */
export interface KafkaLogEntry {
  readonly level: 'error' | 'warn' | 'info';
  readonly message: string;
  readonly [detail: string]: unknown;
}

export interface KafkaOptions {
  /** `host:port`, as many as are known: one that answers is enough. */
  readonly brokers: readonly string[];
  /** Names this process in the brokers' own logs and quotas. */
  readonly clientId: string;
  readonly ssl?: ConnectionOptions | boolean;
  readonly sasl?: SASLOptions;
  readonly log?: (entry: KafkaLogEntry) => void;
  /** Milliseconds for one request; a connection gets at most three seconds of them. */
  readonly requestTimeout?: number;
}

export type KafkaClient = kafkajs.Kafka;

const { Kafka, logLevel } = kafkajs;

/**
 * The driver, with time-outs and retries that suit a service: a broker that is away is noticed in
 * seconds, and who calls decides how long to go on. Connects with the first use.
 *
 * A producer taken from it directly must set `createPartitioner` or name the partition: the two
 * partitioners of the driver disagree. `openProducer` names the partition.
 */
export const openKafka = (options: KafkaOptions): KafkaClient => {
  const { brokers, clientId, ssl, sasl, log = () => {}, requestTimeout = 15_000 } = options;
  return new Kafka({
    brokers: [...brokers],
    clientId,
    ...(ssl !== undefined && { ssl }),
    ...(sasl && { sasl }),
    connectionTimeout: Math.min(requestTimeout, 3_000),
    requestTimeout,
    enforceRequestTimeout: true,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8 },
    logLevel: logLevel.INFO,
    logCreator: () => (entry) => {
      if (!entry.log.message.startsWith(boundedRetries)) log(withoutPayload(entry));
    },
  });
};

/** The driver warns at each start that a send is not tried for ever: who sends here tries again. */
const boundedRetries = 'Limiting retries for the idempotent producer';

const told = new Set(
  'error broker clientId groupId memberId topic partition partitions retryCount retryTime leaderId groupProtocol duration'.split(
    ' ',
  ),
);
const levels = { [logLevel.ERROR]: 'error', [logLevel.WARN]: 'warn' } as const;

const withoutPayload = ({ namespace, level, log: { message, ...details } }: LogEntry): KafkaLogEntry => ({
  level: (levels as Partial<Record<number, 'error' | 'warn'>>)[level] ?? 'info',
  message: namespace ? `${namespace}: ${message}` : message,
  ...Object.fromEntries(Object.entries(details).filter(([name]) => told.has(name))),
});

const unreachable = new Set([
  'KafkaJSNumberOfRetriesExceeded',
  'KafkaJSConnectionError',
  'KafkaJSConnectionClosedError',
  'KafkaJSRequestTimeoutError',
  'KafkaJSBrokerNotFound',
  'KafkaJSNoBrokerAvailableError',
  'KafkaJSGroupCoordinatorNotFound',
  'KafkaJSMetadataNotLoaded',
  'KafkaJSTimeout',
  'KafkaJSLockTimeout',
]);

/**
 * A broker answered that it cannot serve this now: a partition moves, or is too new to be known, over
 * whose missing answer the driver trips; or questions asked side by side got in one another's way in it.
 */
export const isPassing = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof Error && hasPassingName(error) && 'retriable' in error && error.retriable === true);

const hasPassingName = ({ name }: Error): boolean =>
  name === 'KafkaJSProtocolError' || name === 'KafkaJSTopicMetadataNotLoaded';

/**
 * The driver's error as callers know it: no broker answering, or none able to serve now, is
 * StoreUnavailable; anything else stays what it is.
 */
export const brokerError = (error: unknown): unknown => {
  if (!(error instanceof Error) || !(unreachable.has(error.name) || isPassing(error))) return error;
  return Object.assign(new StoreUnavailable(`Kafka cannot be reached: ${error.message}`), { cause: error });
};

/**
 * One question over a connection of its own.
 * @throws StoreUnavailable no broker answers
 */
export const asking = async <T>(kafka: KafkaClient, question: (admin: Admin) => Promise<T>): Promise<T> => {
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await question(admin);
  } catch (error) {
    throw brokerError(error);
  } finally {
    await admin.disconnect();
  }
};

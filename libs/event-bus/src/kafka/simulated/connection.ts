import { setTimeout as delay } from 'node:timers/promises';
import { type Weather, asked as askedOf } from '@tributary/event-store/simulated';
import kafkajs from 'kafkajs';
import type { RetryOptions } from 'kafkajs';
import type { SimulatedCluster } from './cluster.ts';
import { away } from './refusal.ts';

const { KafkaJSError, KafkaJSNumberOfRetriesExceeded } = kafkajs;

/** How one process reaches the brokers. */
export interface Connection {
  readonly cluster: SimulatedCluster;
  readonly weather: Weather;
  readonly clientId: string;
}

/** One request, as the weather lets it through; what the brokers refuse travels back like any answer. */
export const asked = <T>(
  { weather }: Connection,
  kind: 'write' | 'read',
  atBrokers: () => T | Promise<T>,
): Promise<T> => askedOf(weather, kind, atBrokers, away);

/** Milliseconds after which a question that the brokers hold is looked at again, as time alone may answer it. */
const glance = 100;

/**
 * A question that the brokers hold until they can answer it.
 * @param longest milliseconds after which the answer is undefined
 */
export const held = async <T>(
  cluster: SimulatedCluster,
  answer: () => T | undefined,
  longest: number,
): Promise<T | undefined> => {
  for (const end = cluster.now() + longest; ;) {
    const found = answer();
    const left = end - cluster.now();
    if (found !== undefined || left <= 0) return found;
    await changeWithin(cluster, Math.min(left, glance));
  }
};

const changeWithin = (cluster: SimulatedCluster, milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      off();
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    const off = cluster.onChange(done);
  });

/** As `openKafka` has the driver do it. */
const patience = { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8 };

const isRetriable = (error: unknown): boolean => !(error instanceof KafkaJSError) || error.retriable;

/** Tries as often as the driver does, ever more patiently, though without its chance. */
export const retrying = async <T>(
  retry: RetryOptions | undefined,
  work: () => Promise<T>,
  mayRetry: (error: unknown) => boolean = isRetriable,
): Promise<T> => {
  const { initialRetryTime, maxRetryTime, retries } = { ...patience, ...retry };
  let pause = initialRetryTime;
  for (let retryCount = 0; ; retryCount += 1) {
    try {
      return await work();
    } catch (error) {
      if (!mayRetry(error)) throw error;
      if (retryCount === retries)
        throw new KafkaJSNumberOfRetriesExceeded(error as Error, { retryCount, retryTime: pause });
    }
    await delay(pause);
    pause = Math.min(pause * 2, maxRetryTime);
  }
};

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

/**
 * A question that the brokers hold until they can answer it.
 * @param longest milliseconds after which the answer is undefined
 * @param glance milliseconds after which it is looked at again, where time alone may answer it
 */
export const held = async <T>(
  cluster: SimulatedCluster,
  answer: () => T | undefined,
  longest: number,
  glance = longest,
): Promise<T | undefined> => {
  const end = cluster.now() + longest;
  let wake = () => {};
  const woken = () => wake();
  const timer = setInterval(woken, Math.min(glance, longest));
  const off = cluster.onChange(woken);
  try {
    for (;;) {
      const found = answer();
      if (found !== undefined || cluster.now() >= end) return found;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    clearInterval(timer);
    off();
  }
};

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

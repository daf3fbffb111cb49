import { setTimeout as delay } from 'node:timers/promises';
import type { Retry } from '../port.ts';

export const defaultRetry: Retry = { attempts: 5, firstDelay: 50 };

/** For what must happen before the group may go on: its own records, its checkpoint. */
export const untilItWorks: Retry = { attempts: Number.POSITIVE_INFINITY, firstDelay: 50 };

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** The store behind a handler is away, somebody else was first, or there is no room: nothing is parked for it. */
const nobodysFault = new Set<unknown>([
  'store-unavailable',
  'wrong-expected-version',
  'stale-checkpoint',
  'overloaded',
]);

export const isNobodysFault = (error: unknown): boolean => nobodysFault.has(codeOf(error));

export const isUnavailable = (error: unknown): boolean => codeOf(error) === 'store-unavailable';

/** What the handler remembers of its checkpoint is out of date: it is asked again. */
export const isStaleCheckpoint = (error: unknown): boolean => codeOf(error) === 'stale-checkpoint';

const longestDelay = 5_000;

/** @returns milliseconds to wait before the next try */
export const pauseAfter = (failures: number, firstDelay = untilItWorks.firstDelay): number =>
  Math.min(firstDelay * 2 ** Math.min(failures - 1, 30), Math.max(firstDelay, longestDelay));

/**
 * Runs work until it succeeds or its attempts are used up. While what it needs is unavailable, or
 * somebody else was first, it waits without counting.
 * @returns the last error with the attempts made, or undefined on success
 * @throws an AbortError when the signal aborts while it waits
 */
export const withRetries = async (
  work: () => Promise<void>,
  { attempts, firstDelay }: Retry,
  signal: AbortSignal,
): Promise<{ error: unknown; attempts: number } | undefined> => {
  for (let attempt = 1, failures = 1; ; failures += 1) {
    try {
      await work();
      return undefined;
    } catch (error) {
      if (!isNobodysFault(error)) {
        if (attempt >= attempts) return { error, attempts: attempt };
        attempt += 1;
      }
      await delay(pauseAfter(failures, firstDelay), undefined, { signal });
    }
  }
};

export const unlessAborted = (error: unknown): void => {
  if ((error as Partial<Error> | undefined)?.name !== 'AbortError') throw error;
};

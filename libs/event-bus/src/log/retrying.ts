import { setTimeout as delay } from 'node:timers/promises';
import type { Retry } from '../port.ts';

export const defaultRetry: Retry = { attempts: 5, firstDelay: 50 };

/** For what must happen before the group may go on: its own records, its checkpoint. */
export const untilItWorks: Retry = { attempts: Number.POSITIVE_INFINITY, firstDelay: 50 };

/** The store or disk behind a handler is away: no message's fault, so nothing is parked for it. */
const isDownstreamFailure = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'store-unavailable';

const longestDelay = 5_000;

/**
 * Runs work until it succeeds or its attempts are used up. While what it needs is unavailable it
 * waits without counting.
 * @returns the last error with the attempts made, or undefined on success
 * @throws an AbortError when the signal aborts while it waits
 */
export const withRetries = async (
  work: () => Promise<void>,
  { attempts, firstDelay }: Retry,
  signal: AbortSignal,
): Promise<{ error: unknown; attempts: number } | undefined> => {
  for (let attempt = 1, pause = firstDelay; ; pause = Math.min(pause * 2, longestDelay)) {
    try {
      await work();
      return undefined;
    } catch (error) {
      if (!isDownstreamFailure(error)) {
        if (attempt >= attempts) return { error, attempts: attempt };
        attempt += 1;
      }
      await delay(pause, undefined, { signal });
    }
  }
};

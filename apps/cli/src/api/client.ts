import { setTimeout as delay } from 'node:timers/promises';
import type { Connection } from './connection.ts';
import { Refused, Unreachable, problemIn } from './problem.ts';

/** Milliseconds an answer may take. */
const patience = 30_000;

/** The API of the platform, as JSON. */
export interface Client {
  /** @throws Refused with the problem document; Unreachable when nobody answers */
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  remove(path: string): Promise<void>;
}

const causeOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { code, message } = cause as NodeJS.ErrnoException;
  return code ?? message;
};

/** @param signal ends every call */
export const clientOf = ({ url, key }: Connection, signal?: AbortSignal): Client => {
  const call = async (method: string, path: string, body?: unknown): Promise<string> => {
    const timeout = AbortSignal.timeout(patience);
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      const text = await response.text();
      if (!response.ok) throw new Refused(problemIn(response.status, text));
      return text;
    } catch (error) {
      if (error instanceof Refused || signal?.aborted) throw error;
      throw new Unreachable(`Tributary does not answer at ${url} (${causeOf(error)}).`);
    }
  };
  const json = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const text = await call(method, path, body);
    try {
      return JSON.parse(text) as T;
    } catch {
      throw new Unreachable(`What answers at ${url} is not Tributary: ${path} gave no JSON.`);
    }
  };
  return {
    get: (path) => json('GET', path),
    post: (path, body) => json('POST', path, body),
    remove: async (path) => void (await call('DELETE', path)),
  };
};

export interface Consumer {
  readonly group: string;
  readonly lag: number;
  readonly position: number;
  readonly parked: number;
  readonly following: boolean;
}

export const consumersOf = async (client: Client): Promise<readonly Consumer[]> =>
  (await client.get<{ items: readonly Consumer[] }>('/v1/consumers')).items;

const lookEvery = 100;

/**
 * Waits until every consumer has handled all there is.
 * @param onLag told the largest lag, in messages
 */
export const untilSettled = async (
  client: Client,
  onLag: (lag: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<void> => {
  for (;;) {
    const lag = Math.max(0, ...(await consumersOf(client)).map((one) => one.lag));
    onLag(lag);
    if (lag === 0) return;
    await delay(lookEvery, undefined, { signal });
  }
};

/**
 * Waits until the platform says that all projections follow.
 * @param find asked each time: a platform that was started again may have another address
 * @param patienceMs gives up after this many milliseconds
 * @returns whether it is ready
 */
export const untilReady = async (
  find: () => string,
  patienceMs: number,
  signal?: AbortSignal,
): Promise<boolean> => {
  const end = Date.now() + patienceMs;
  for (;;) {
    if (await isReady(find)) return true;
    if (Date.now() >= end) return false;
    await delay(lookEvery, undefined, { signal });
  }
};

const isReady = async (find: () => string): Promise<boolean> => {
  try {
    const response = await fetch(`${find()}/readyz`, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
};

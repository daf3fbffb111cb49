import { setTimeout as delay } from 'node:timers/promises';
import { type Schemas, createTributary, told } from '@tributary/client';
import { type Connection, findConnection } from './connection.ts';
import { Refused, Unreachable, problemIn } from './problem.ts';

/** Milliseconds an answer may take. */
const patience = 30_000;

/** The API of the platform: a call gives what was asked for, or throws Refused or Unreachable. */
export type Client = ReturnType<typeof createTributary>;

const causeOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { code, message } = cause as NodeJS.ErrnoException;
  return code ?? message;
};

/** @param signal ends every call */
export const clientOf = ({ url, key }: Connection, signal?: AbortSignal): Client => {
  const client = createTributary({
    url,
    key,
    fetch: async (request) => {
      const timeout = AbortSignal.timeout(patience);
      const response = await fetch(request, {
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      // Whole, so that a connection that breaks within it is an error of the call.
      const text = await response.text();
      return new Response(text === '' ? null : text, response);
    },
  });
  client.use({
    async onResponse({ response, schemaPath }) {
      const text = await response.clone().text();
      if (!response.ok) throw new Refused(problemIn(response.status, text));
      if (response.status !== 204 && !isJson(text))
        throw new Unreachable(`What answers at ${url} is not Tributary: ${schemaPath} gave no JSON.`);
    },
    onError({ error }) {
      if (!signal?.aborted)
        return new Unreachable(`Tributary does not answer at ${url} (${causeOf(error)}).`);
    },
  });
  return client;
};

/** The API for whoever runs a command: of the platform that their environment names, or of their data folder. */
export const ownClient = (): Client => clientOf(findConnection(process.env));

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

export const consumersOf = async (client: Client): Promise<readonly Schemas['ConsumerGroup'][]> =>
  (await told(client.GET('/v1/consumers'))).items;

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

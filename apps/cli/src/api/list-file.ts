import { Readable } from 'node:stream';
import type { Connection } from './connection.ts';
import { Refused, Unreachable, problemIn } from './problem.ts';

/** Milliseconds until the first part of a file is there. */
const patience = 30_000;

/**
 * A list as a file, read as it is taken.
 * @param path with its query
 * @param type its media type: `text/csv` or `application/x-ndjson`
 * @throws Refused, Unreachable
 */
export const listFile = async ({ url, key }: Connection, path: string, type: string): Promise<Readable> => {
  const slow = new AbortController();
  const timer = setTimeout(() => slow.abort(), patience);
  try {
    const response = await fetch(`${url}${path}`, {
      headers: { authorization: `Bearer ${key}`, accept: type },
      signal: slow.signal,
    });
    if (!response.ok) throw new Refused(problemIn(response.status, await response.text()));
    if (!response.body || !response.headers.get('content-type')?.startsWith(type))
      throw new Unreachable(`What answers at ${url} is not Tributary: ${path} gave no ${type}.`);
    return Readable.fromWeb(response.body);
  } catch (error) {
    if (error instanceof Refused || error instanceof Unreachable) throw error;
    throw new Unreachable(`Tributary does not answer at ${url}.`);
  } finally {
    clearTimeout(timer);
  }
};

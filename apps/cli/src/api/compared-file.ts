import { readFile } from 'node:fs/promises';
import { sourceFile } from '../import/source-file.ts';
import type { Connection } from './connection.ts';
import { Refused, Unreachable, problemIn } from './problem.ts';

/** Milliseconds a comparison may take. */
const patience = 300_000;

/** The media type of a file of rows, by its name. */
const typeOf = (path: string): string =>
  /\.(ndjson|jsonl)$/i.test(path) ? 'application/x-ndjson' : 'text/csv';

/**
 * What comes of a file of rows that is sent to be compared, as text.
 * @param to the address with its query
 * @param accept the media type that it is wanted as
 * @throws Failure when it is no readable file; Refused, Unreachable
 */
export const comparedFile = async (
  { url, key }: Connection,
  to: string,
  path: string,
  accept: string,
): Promise<string> => {
  await sourceFile(path);
  const body = await readFile(path);
  try {
    const response = await fetch(`${url}${to}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': typeOf(path), accept },
      body,
      signal: AbortSignal.timeout(patience),
    });
    const text = await response.text();
    if (!response.ok) throw new Refused(problemIn(response.status, text));
    if (response.headers.get('content-type')?.startsWith(accept)) return text;
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Unreachable(`Tributary does not answer at ${url}.`);
  }
  throw new Unreachable(`What answers at ${url} is not Tributary: ${to} gave no ${accept}.`);
};

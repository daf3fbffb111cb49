import { createTributary } from '@tributary/client';
import { session } from '../sign-in/session.ts';
import { problemFrom, unreachableProblem } from './problem.ts';

/**
 * The platform's API under a key: a call gives what was asked for, or throws ApiProblem where the platform refuses or
 * cannot be reached; an abort is passed on as it is.
 */
export const apiUnder = (key: () => string) => {
  const client = createTributary({ url: '', key });
  client.use({
    async onResponse({ response }) {
      if (!response.ok) throw await problemFrom(response);
    },
    onError: ({ error, request }) => (request.signal.aborted ? (error as Error) : unreachableProblem()),
  });
  return client;
};

/** Under the key of whoever is signed in. */
export const api = apiUnder(session.key);

/** Part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** `cursor` for a part of a list; nothing for the first. */
export const from = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

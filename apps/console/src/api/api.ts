import { createTributary } from '@tributary/client';
import { problemFrom, unreachableProblem } from './problem.ts';

/**
 * The platform's API, for whoever the session of the browser says: a call gives what was asked for, or throws ApiProblem where the platform refuses or
 * cannot be reached; an abort is passed on as it is.
 */
export const api = createTributary({ url: '' });
api.use({
  async onResponse({ response }) {
    if (!response.ok) throw await problemFrom(response);
  },
  onError: ({ error, request }) => (request.signal.aborted ? (error as Error) : unreachableProblem()),
});

/** Part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** `cursor` for a part of a list; nothing for the first. */
export const from = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

import { createTributary } from '@tributary/client';
import { platform } from '../reach/platform.ts';
import { problemFrom, unreachableProblem } from './problem.ts';

/**
 * The platform's API, for whoever the session of the browser says: a call gives what was asked for, or throws
 * ApiProblem where the platform refuses or cannot be reached; an abort is passed on as it is.
 */
export const api = createTributary({ url: '' });
api.use({
  async onResponse({ response }) {
    if (!response.ok) throw await problemFrom(response);
  },
  onError: ({ error, request }) => {
    if (request.signal.aborted) return error as Error;
    platform.missed();
    return unreachableProblem();
  },
});

/** Part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** `cursor` for a part of a list; nothing for the first. */
export const from = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

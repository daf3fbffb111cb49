import { session } from '../sign-in/session.ts';
import { problemFrom, unreachableProblem } from './problem.ts';

type Parameter = string | number | undefined;

/** What a request carries; a parameter that is a list is repeated, one that is undefined left out. */
export interface RequestOptions {
  readonly method?: 'GET' | 'POST';
  readonly query?: Readonly<Record<string, Parameter | readonly string[]>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Used instead of the signed-in key, to try a key before signing in with it. */
  readonly key?: string;
}

const withQuery = (path: string, query: RequestOptions['query'] = {}): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search.size > 0 ? `${path}?${search}` : path;
};

/**
 * Asks the platform.
 * @throws ApiProblem when it refuses or cannot be reached; an abort is passed on as it is
 */
export const request = async <T>(path: string, options: RequestOptions = {}): Promise<T> => {
  const { method = 'GET', query, body, signal } = options;
  const headers = new Headers({
    accept: 'application/json',
    authorization: `Bearer ${options.key ?? session.key()}`,
  });
  const init: RequestInit = { method, headers };
  if (signal !== undefined) init.signal = signal;
  if (body !== undefined) {
    headers.set('content-type', 'application/json');
    init.body = JSON.stringify(body);
  }
  const response = await fetch(withQuery(path, query), init).catch((error: unknown) => {
    throw signal?.aborted === true ? error : unreachableProblem();
  });
  if (!response.ok) throw await problemFrom(response);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
};

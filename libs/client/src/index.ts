import createClient, { type Client } from 'openapi-fetch';
import type { components, operations, paths } from './api.gen.ts';

export { type SegmentCondition, conditionText, reasonText } from './condition-text.ts';
export {
  type ActorWords,
  type Person,
  type Whose,
  actorText,
  keyOfActor,
  mostPeople,
  roleNames,
} from './actor-words.ts';
export { countedRows } from './counted-rows.ts';
export type { components, operations, paths };
/** What the API takes and answers, by the names of the OpenAPI document. */
export type Schemas = components['schemas'];

/** What `data` and `error` are; files, which some lists are as well, are taken by `parseAs`. */
type Json = 'application/json' | 'application/problem+json';

export interface TributaryOptions {
  /** Of the platform, e.g. `https://orders.example.com`. */
  readonly url: string;
  /** An API key, or what gives it, asked for each call; left out in pages of the platform, where a session says who asks. */
  readonly key?: string | (() => string);
  /** Instead of the global one. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** What a call was answered, of a client that throws where it is refused. */
export const told = async <T>(answer: Promise<{ readonly data?: T }>): Promise<T> => (await answer).data as T;

/** Every entry of a list, asked for part by part. */
export const everyEntry = async <Entry>(
  part: (cursor: { readonly cursor?: string }) => Promise<{
    readonly items: readonly Entry[];
    readonly next?: string;
  }>,
): Promise<Entry[]> => {
  const entries: Entry[] = [];
  for (let cursor: { readonly cursor?: string } = {}; ;) {
    const { items, next } = await part(cursor);
    entries.push(...items);
    if (next === undefined) return entries;
    cursor = { cursor: next };
  }
};

/**
 * A client of Tributary's API, with the types of every request and answer:
 * `const { data, error } = await tributary.GET('/v1/orders/{orderId}', { params: { path: { orderId } } })`.
 * An answer that refuses is `error`, a problem document; a platform that does not answer makes it throw.
 */
export const createTributary = ({ url, key, fetch }: TributaryOptions): Client<paths, Json> => {
  const client = createClient<paths, Json>({
    baseUrl: url,
    credentials: 'same-origin',
    ...(fetch && { fetch }),
  });
  if (key === undefined) return client;
  client.use({
    onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${typeof key === 'string' ? key : key()}`);
    },
  });
  return client;
};

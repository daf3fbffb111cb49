import type { Role } from '@tributary/contracts';
import { until } from '@tributary/testing/cluster';
import type { Answer, Json } from './answer.ts';

export interface Ask {
  readonly method?: string;
  /** Shown as a bearer token; the admin's where it is left out, none for null. */
  readonly key?: string | null;
  readonly json?: unknown;
  /** A body sent as it is, instead of `json`. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A platform that this program started, with a data folder of its own. */
export interface OwnPlatform {
  readonly lives: () => boolean;
  /** Kills it as a power cut does, and resolves once it is ready again over the same data. */
  readonly crash: () => Promise<void>;
  /** What `tributary verify` says of its data; it stands still for that and is ready again afterwards. */
  readonly verify: () => Promise<{ readonly code: number; readonly output: string }>;
}

/** The platform that is attacked. */
export interface Target {
  /** A start of it may move it. */
  readonly url: () => string;
  readonly ask: (path: string, ask?: Ask) => Promise<Answer>;
  /** A key of a role, issued once. */
  readonly keyOf: (role: Role) => Promise<string>;
  /** Resolves once all that is recorded was handled by every consumer. */
  readonly settled: () => Promise<void>;
  /** Revokes the keys that were issued for this. */
  readonly takeKeysBack: () => Promise<void>;
  /** Less of everything, for `npm test`. */
  readonly short: boolean;
  /** Undefined where the platform ran already and others may use it. */
  readonly own: OwnPlatform | undefined;
}

/** For the answer to one request, in milliseconds. */
const longestAnswer = 60_000;
/** For a backlog that attempts leave, in milliseconds. */
const longestBacklog = 180_000;

const asker =
  (url: () => string, adminKey: string): Target['ask'] =>
  async (path, { method, key = adminKey, json, raw, headers = {}, signal } = {}) => {
    const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
    const since = performance.now();
    const response = await fetch(url() + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      signal: AbortSignal.any([AbortSignal.timeout(longestAnswer), ...(signal ? [signal] : [])]),
    });
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '') && text !== '';
    const took = performance.now() - since;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? (JSON.parse(text) as Json) : undefined,
      took,
    };
  };

/** Every consumer at the end of the log, twice in a row, with nothing recorded in between. */
const calm = (ask: Target['ask']) => {
  let before: string | undefined;
  return async (): Promise<boolean> => {
    const { body } = await ask('/v1/consumers');
    const items = body.items as readonly { lag: number; position: number }[];
    const now = items.every(({ lag }) => lag === 0)
      ? JSON.stringify(items.map(({ position }) => position))
      : undefined;
    const same = now !== undefined && now === before;
    before = now;
    return same;
  };
};

/**
 * @param adminKey opens everything
 * @param own where the platform was started for this
 */
export const targetAt = (
  url: () => string,
  adminKey: string,
  { short = false, own }: { readonly short?: boolean; readonly own?: OwnPlatform } = {},
): Target => {
  const ask = asker(url, adminKey);
  const issued = new Map<Role, Promise<{ keyId: string; key: string }>>();
  const issue = async (role: Role) => {
    const answer = await ask('/v1/keys', { json: { name: `hostile ${role}`, role } });
    if (answer.status !== 201)
      throw new Error(
        `No key could be issued: ${answer.status} ${answer.text}. It takes the key of an admin.`,
      );
    return answer.body as { keyId: string; key: string };
  };
  return {
    url,
    ask,
    short,
    own,
    keyOf: async (role) => {
      if (!issued.has(role)) issued.set(role, issue(role));
      return (await issued.get(role)!).key;
    },
    settled: async () => void (await until('all consumers have caught up', calm(ask), longestBacklog)),
    takeKeysBack: async () => {
      for (const each of issued.values()) await ask(`/v1/keys/${(await each).keyId}`, { method: 'DELETE' });
      issued.clear();
    },
  };
};

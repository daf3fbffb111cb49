import { type Role, roles } from '@tributary/contracts';
import { whoMayCall } from '@tributary/testing/access';
import { mustBe } from '../answer.ts';
import type { Attempt, Kind } from '../kind.ts';
import { head, sendRaw, shownRaw } from '../raw-socket.ts';
import type { Target } from '../target.ts';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly name: string;
}

/** Of what is nowhere: nobody is harmed where a door stands open. */
const addressOf = (template: string): string => template.replaceAll(/\{\w+\}/g, 'hostile-none');

const routesOf = async ({ ask }: Target): Promise<readonly Route[]> => {
  const { body } = await ask('/openapi.json', { key: null });
  return Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method.toUpperCase(),
      path: addressOf(path),
      name: `${method.toUpperCase()} ${path}`,
    })),
  );
};

/** A megabyte is told of and none of it sent: whoever reads the body first does not answer. */
const unsentBody = { 'content-type': 'application/json', 'content-length': 1_000_000 };

const refused = (
  { url }: Target,
  { method, path, name }: Route,
  who: string,
  key: string | undefined,
  status: number,
): Attempt => ({
  request: `${name} ${who}`,
  must: `${status}, before its body is read`,
  play: async () => {
    const bytes = head(method, path, {
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(method !== 'GET' && unsentBody),
    });
    const heard = await sendRaw(url(), bytes);
    return { held: heard.statuses[0] === status, answer: shownRaw(heard) };
  },
});

const letIn = ({ ask }: Target, { path, name }: Route, role: Role, key: string): Attempt => ({
  request: `${name} as ${role}`,
  must: 'neither 401 nor 403, and no fault of ours',
  play: async () => mustBe(await ask(path, { key }), [200, 400, 404]),
});

/** They do not end, or are long. */
const unasked = new Set(['GET /v1/orders/live', 'GET /v1/backup']);

const undecided = ({ name }: Route): Attempt => ({
  request: name,
  must: 'a route of which it is decided who may call it',
  play: () => Promise.resolve({ held: false, answer: 'nobody says who may call it' }),
});

const attemptsAt = async (target: Target, route: Route): Promise<readonly Attempt[]> => {
  const allowed = whoMayCall[route.name];
  if (!allowed) return [undecided(route)];
  if (allowed === 'everyone') return [];
  const strangers = [
    refused(target, route, 'without a key', undefined, 401),
    refused(target, route, 'with a key that nobody issued', 'trb_hostile', 401),
    refused(target, route, 'with the name that every object has', '__proto__', 401),
  ];
  const signedIn = await Promise.all(
    roles.map(async (role) => {
      const key = await target.keyOf(role);
      if (!allowed.includes(role)) return refused(target, route, `as ${role}`, key, 403);
      return route.method === 'GET' && !unasked.has(route.name) ? letIn(target, route, role, key) : undefined;
    }),
  );
  return [...strangers, ...signedIn.filter((attempt) => attempt !== undefined)];
};

/** Every route is called with the key of each role, and without one. */
export const rolesKind: Kind = {
  name: 'roles',
  harmless: true,
  attempts: async (target) => {
    const routes = await routesOf(target);
    const attempts: Attempt[] = [];
    for (const route of routes) attempts.push(...(await attemptsAt(target, route)));
    return attempts;
  },
};

import { type CanActivate, type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Identity, Role } from '@tributary/contracts';
export type { Identity } from '@tributary/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type EndedSession,
  type OpenSession,
  problemOfSession,
  refusalOfSession,
  sealedSessionIn,
} from './browser-session.ts';
import { Problem } from './problem.ts';
import { problemOf, sendProblem } from './problem-filter.ts';
import { RefusedSignIns } from './refused-sign-ins.ts';

export interface KeyVerifier {
  /** The identity of a presented key, or undefined for one that is unknown or revoked. */
  verify(key: string): Identity | undefined | Promise<Identity | undefined>;
  /** Whether a key that was good is so no longer; left out where whoever sends the identity watches over that. */
  isRevoked?(keyId: string): boolean | Promise<boolean>;
  /** The session that a browser shows, as of now; left out where browsers do not come. */
  session?(sealed: string): Promise<OpenSession | EndedSession>;
}

type Identified = FastifyRequest & { identity?: Identity; sessionUntil?: number };

/** Who is calling, once the door has let them in. */
export const identityOf = (request: FastifyRequest): Identity | undefined => (request as Identified).identity;

/** When the session ends that a request came under, in milliseconds since 1970; undefined under an API key. */
export const sessionUntil = (request: FastifyRequest): number | undefined =>
  (request as Identified).sessionUntil;

/**
 * The gateway itself, to the services behind it. Keys that are issued have UUIDs as ids, so nobody
 * else is it; of the roles, of which it needs none, it takes the one that may do least.
 */
export const gatewayItself: Identity = { keyId: 'gateway', name: 'gateway', role: 'analyst' };

type Allowed = readonly Role[] | 'any' | 'everyone' | 'gateway';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route; nothing where it says nothing of it. */
    allowed?: Allowed;
  }
}

/** Nest hands it to Fastify, which knows it before a body is read. */
const allowing = (allowed: Allowed) => RouteConfig({ allowed });

/** The roles that may call an endpoint. `admin` always may, and `supervisor` where `csr` may; an endpoint without this is closed to all others. */
export const Allow = (...roles: readonly Role[]) => allowing(roles);
/** An endpoint for everyone who is signed in. */
export const AllowAnyRole = () => allowing('any');

/** An endpoint that needs no key: health, nothing that tells about the business. */
export const AllowEveryone = () => allowing('everyone');

/** An endpoint for the gateway itself: no key opens it, of whatever role. */
export const AllowGateway = () => allowing('gateway');

/** @throws Problem 401 nobody was let in */
export const callerOf = (request: FastifyRequest): Identity => {
  const identity = identityOf(request);
  if (!identity)
    throw new Problem(401, 'not-signed-in', 'Send your API key as `Authorization: Bearer <key>`.');
  return identity;
};

export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Identity =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Closes what was forgotten: an endpoint that does not say who may call it is for `admin` alone. The door decides on all others. */
export class AccessGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.routeOptions.config.allowed !== undefined) return true;
    const refusal = refusalOf([], callerOf(request));
    if (refusal) throw refusal;
    return true;
  }
}

/** A supervisor of customer service does what they do, and more. */
const rolesOf = (role: Role): readonly Role[] => (role === 'supervisor' ? ['supervisor', 'csr'] : [role]);

const refusalOf = (
  allowed: Allowed,
  { keyId, role }: Pick<Identity, 'keyId' | 'role'>,
): Problem | undefined => {
  switch (allowed) {
    case 'any':
    case 'everyone':
      return undefined;
    case 'gateway':
      return keyId === gatewayItself.keyId
        ? undefined
        : new Problem(403, 'not-allowed', 'Only the gateway may do this.');
    default:
      if (role === 'admin' || rolesOf(role).some((one) => allowed.includes(one))) return undefined;
      return new Problem(
        403,
        'not-allowed',
        `The role ${role} may not do this; it takes ${['admin', ...allowed].join(' or ')}.`,
      );
  }
};

/**
 * For what only some of those may do who may call an endpoint.
 * @throws Problem 403 `not-allowed`
 */
export const assertMay = (caller: Pick<Identity, 'keyId' | 'role'>, allowed: readonly Role[]): void => {
  const refusal = refusalOf(allowed, caller);
  if (refusal) throw refusal;
};

/** Long enough for what the gateway signs. */
const bearer = /^Bearer ([!-~]{1,2000})$/i;

/** Bytes of a body that is read of somebody who has not said who they are. */
const longestOfStrangers = 4_096;

/** Whether there is so little of a stranger's body, as is told before any of it is read. */
const isShort = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] === undefined &&
  headers['content-encoding'] === undefined &&
  Number(headers['content-length'] ?? 0) <= longestOfStrangers;

/**
 * Checks the key, or the session of a browser that shows none, and whether its role may call the route, before a body
 * is read: whoever may not cannot make the platform parse ten megabytes. Routes that do not say who may call them take
 * every key here.
 * @param closedToo routes outside /v1 that take a key as well, each with who knows the keys it takes
 */
export const authenticateBeforeBody = (
  fastify: FastifyInstance,
  keys: KeyVerifier,
  closedToo: ReadonlyMap<string, KeyVerifier> = new Map(),
): void => {
  const refused = new RefusedSignIns(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    if (
      request.routeOptions.config.allowed === 'everyone' &&
      !closedToo.has(request.routeOptions.url ?? '')
    ) {
      if (!isShort(request)) return sendProblem(reply, tooLong());
      // A key may have been shown in the body.
      reply.raw.once('finish', () => reply.statusCode === 401 && refused.withKey());
      return done();
    }
    if (!isClosed(request, closedToo)) return done();
    const admit = (found: Found): void => {
      if (found instanceof Problem) {
        if (request.headers.authorization === undefined) refused.withoutKey(request);
        else refused.withKey();
        reply.header('www-authenticate', 'Bearer');
        return sendProblem(reply, found);
      }
      Object.assign(request, { identity: found.identity, sessionUntil: found.until });
      const refusal =
        (found.until === undefined ? undefined : refusalOfSession(request)) ??
        refusalOf(request.routeOptions.config.allowed ?? 'everyone', found.identity);
      if (refusal) sendProblem(reply, refusal);
      else done();
    };
    const found = whoShows(request, keys, closedToo.get(request.routeOptions.url ?? '') ?? keys);
    if (found instanceof Promise) found.then(admit, (error: unknown) => sendProblem(reply, problemOf(error)));
    else admit(found);
  });
};

/** By its route, not only by its address, which may be written in escapes; and no stranger's body is read at all. */
const isClosed = (request: FastifyRequest, closedToo: ReadonlyMap<string, KeyVerifier>): boolean => {
  const isBodiless = request.method === 'GET' || request.method === 'HEAD';
  const { config, url = '' } = request.routeOptions;
  return (
    !isBodiless ||
    config.allowed !== undefined ||
    request.url.startsWith('/v1/') ||
    url.startsWith('/v1/') ||
    closedToo.has(url)
  );
};

/** Who asks, with the end of their session where they came under one, or why nobody knows. */
type Found = { readonly identity: Identity; readonly until?: number } | Problem;

/** @param known who knows the keys of the route */
const whoShows = (request: FastifyRequest, keys: KeyVerifier, known: KeyVerifier): Found | Promise<Found> => {
  const sealed = keys.session && sealedSessionIn(request);
  if (sealed !== undefined)
    return keys.session!(sealed).then((found) =>
      typeof found === 'string' ? problemOfSession(found) : found,
    );
  const key = bearer.exec(request.headers.authorization ?? '')?.[1];
  if (key === undefined) return notSignedIn('Send your API key as `Authorization: Bearer <key>`.');
  const foundBy = (identity: Identity | undefined): Found =>
    identity ? { identity } : notSignedIn('This API key is unknown or revoked.');
  const identity = known.verify(key);
  return identity instanceof Promise ? identity.then(foundBy) : foundBy(identity);
};

const notSignedIn = (detail: string): Problem => new Problem(401, 'not-signed-in', detail);

const tooLong = (): Problem =>
  new Problem(
    413,
    'too-large',
    `A body without a key is at most ${longestOfStrangers} bytes, of a length that is told.`,
  );

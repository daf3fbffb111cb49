import { type CanActivate, type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Identity, Role } from '@tributary/contracts';
export type { Identity } from '@tributary/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';
import { problemOf, sendProblem } from './problem-filter.ts';
import { RefusedSignIns } from './refused-sign-ins.ts';

export interface KeyVerifier {
  /** The identity of a presented key, or undefined for one that is unknown or revoked. */
  verify(key: string): Identity | undefined | Promise<Identity | undefined>;
  /** Whether a key that was good is so no longer; left out where whoever sends the identity watches over that. */
  isRevoked?(keyId: string): boolean | Promise<boolean>;
}

type Identified = FastifyRequest & { identity?: Identity };

/** Who is calling, once the door has let them in. */
export const identityOf = (request: FastifyRequest): Identity | undefined => (request as Identified).identity;

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

/**
 * Checks the key, and whether its role may call the route, before a body is read: whoever may not cannot make the
 * platform parse ten megabytes. Routes that do not say who may call them take every key here.
 * @param closedToo routes outside /v1 that take a key as well, each with who knows the keys it takes
 */
export const authenticateBeforeBody = (
  fastify: FastifyInstance,
  keys: KeyVerifier,
  closedToo: ReadonlyMap<string, KeyVerifier> = new Map(),
): void => {
  const refused = new RefusedSignIns(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    // By its route, not only by its address, which may be written in escapes; and no stranger's body is read at all.
    const bodiless = request.method === 'GET' || request.method === 'HEAD';
    const route = request.routeOptions.url ?? '';
    const { allowed = 'everyone' } = request.routeOptions.config;
    const closed =
      allowed !== 'everyone' ||
      request.url.startsWith('/v1/') ||
      route.startsWith('/v1/') ||
      closedToo.has(route);
    if (bodiless && !closed) return done();
    const key = bearer.exec(request.headers.authorization ?? '')?.[1];
    const admit = (identity: Identity | undefined) => {
      if (!identity) {
        if (key === undefined) refused.withoutKey(request);
        else refused.withKey();
        return refuse(reply, key);
      }
      (request as Identified).identity = identity;
      const refusal = refusalOf(allowed, identity);
      if (refusal) sendProblem(reply, refusal);
      else done();
    };
    const identity = key === undefined ? undefined : (closedToo.get(route) ?? keys).verify(key);
    if (identity instanceof Promise)
      identity.then(admit, (error: unknown) => sendProblem(reply, problemOf(error)));
    else admit(identity);
  });
};

const refuse = (reply: FastifyReply, key: string | undefined): void => {
  const detail =
    key === undefined
      ? 'Send your API key as `Authorization: Bearer <key>`.'
      : 'This API key is unknown or revoked.';
  reply.header('www-authenticate', 'Bearer');
  sendProblem(reply, new Problem(401, 'not-signed-in', detail));
};

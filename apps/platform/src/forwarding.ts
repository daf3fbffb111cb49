import replyFrom from '@fastify/reply-from';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { Service } from '@tributary/contracts';
import type { ServiceParts } from '@tributary/event-bus/nest';
import { type IdentitySigner, Problem, identityOf, sendProblem } from '@tributary/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export interface Forwarding {
  /** Services that run elsewhere, with their modules: the gateway knows their routes from the same code. */
  readonly services: readonly ServiceParts[];
  readonly urls: Readonly<Partial<Record<Service, string>>>;
  readonly sign: IdentitySigner;
}

/** Longest that an owner may take to begin its answer, in milliseconds: more than any command waits. */
const patience = 60_000;
const connections = 256;

const pathsOf = (value: unknown): string[] => (Array.isArray(value) ? value : [value]) as string[];
const joined = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;

/** `METHOD /route/:pattern` of every endpoint that a service declares, as Nest hands them to the server. */
const routesOf = ({ module: { controllers = [] } }: ServiceParts): string[] =>
  (controllers as Type[]).flatMap((controller) => {
    const base = pathsOf(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
    const methods = Object.getOwnPropertyNames(controller.prototype)
      .map((name) => (controller.prototype as Record<string, unknown>)[name])
      .filter((handler): handler is () => unknown => typeof handler === 'function');
    return methods.flatMap((handler) => {
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const paths = pathsOf(Reflect.getMetadata(PATH_METADATA, handler));
      return base.flatMap((prefix) =>
        paths.map((path) => `${RequestMethod[method]} ${joined(prefix, path)}`),
      );
    });
  });

/** Which service answers a route; undefined where this process does. */
export const ownersOf = (services: readonly ServiceParts[]): ReadonlyMap<string, Service> =>
  new Map(services.flatMap((service) => routesOf(service).map((route) => [route, service.name] as const)));

/**
 * Hands requests on to the service that owns their route, as a stream, before a body is read: the
 * owner bounds and parses it. The caller's key stays here; the owner gets the gateway's signed word.
 */
export const forwardToOwners = async (
  fastify: FastifyInstance,
  { services, urls, sign }: Forwarding,
): Promise<void> => {
  const owners = ownersOf(services);
  await fastify.register(replyFrom, {
    disableRequestLogging: true,
    undici: {
      connections,
      pipelining: 1,
      headersTimeout: patience,
      bodyTimeout: 0,
      keepAliveTimeout: 30_000,
    },
  });
  fastify.addHook('onRequest', async (request, reply) => {
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const owner = owners.get(`${method} ${request.routeOptions.url ?? ''}`);
    if (owner === undefined) return;
    await handOn(
      request,
      reply,
      new URL(urls[owner]!).origin,
      await sign(identityOf(request)!, owner),
      owner,
    );
    return reply;
  });
};

const handOn = (
  request: FastifyRequest,
  reply: FastifyReply,
  origin: string,
  token: string,
  owner: Service,
): Promise<void> =>
  new Promise((resolve) => {
    reply.raw.once('close', resolve);
    // What is handed on has not been read: the body is the stream itself.
    if (request.method !== 'GET' && request.method !== 'HEAD') request.body = request.raw;
    reply.from(origin + request.raw.url!.split('?', 1)[0]!, {
      retryDelay: () => null,
      rewriteRequestHeaders: (_, headers) => ({ ...headers, authorization: `Bearer ${token}` }),
      onError: (failed) => {
        sendProblem(
          failed as FastifyReply,
          new Problem(503, 'service-unavailable', `The ${owner} service does not answer now; try again.`, {
            retryable: true,
          }),
        );
      },
    });
  });

import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import replyFrom from '@fastify/reply-from';
import { Logger } from '@nestjs/common';
import type { Service } from '@tributary/contracts';
import { type IdentitySigner, Problem, identityOf, sendProblem } from '@tributary/http';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { Replicas } from './replicas.ts';
import { type Declared, ownersOf } from './route-owners.ts';
import type { ServiceUrls } from './shape.ts';

export interface Forwarding {
  /** Services that run elsewhere. Their modules are those of the door too, which so knows their routes. */
  readonly services: readonly Declared[];
  /** Where each of them is, such as `http://orders:3000`: scheme, host and port. */
  readonly urls: ServiceUrls;
  readonly sign: IdentitySigner;
  /** Longest that an owner may take to begin its answer, in milliseconds: by default more than any command waits. */
  readonly patience?: number;
}

/** Longest that a connection to an owner may take, in milliseconds. */
const patienceToConnect = 5_000;
/** Before each further try, in milliseconds: a replica that has just ended is then no longer asked. */
const pauses = [50, 250];
/** Nothing was answered, and another replica, or a new connection, may. */
const worthAnotherTry = ['UND_ERR_SOCKET', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE'];

/** For one connection alone (RFC 9110, 7.6.1), and `expect`, which the server in front has answered. */
const hopByHop = [
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

const logger = new Logger('forwarding');

/**
 * Hands requests on to the service that owns their route, as a stream, before a body is read: the
 * owner bounds and parses it. The caller's key or session stays here; the owner gets the gateway's signed word.
 * An owner that is away is a 503 `service-unavailable`; one that dies in its answer ends the connection.
 * @param fastify the server of an open door that does not listen yet
 * @throws RangeError where it is not said where a service is; the door opens only if it knows all their routes
 */
export const forwardToOwners = async (
  fastify: FastifyInstance,
  { services, urls, sign, patience = 60_000 }: Forwarding,
): Promise<void> => {
  const owners = ownersOf(services);
  const replicas = new Map(services.map(({ name }) => [name, replicasOf(name, urls[name])]));
  await fastify.register(replyFrom, {
    disableRequestLogging: true,
    undici: {
      // As many as there are requests: one that waited for live streams to end would wait for ever.
      connections: null,
      // The library by itself takes any certificate.
      connect: { timeout: patienceToConnect, rejectUnauthorized: true },
      headersTimeout: patience,
      bodyTimeout: 0,
    },
    destroyAgent: true,
  });
  fastify.addHook('onReady', () => assertKnown(fastify, owners.keys()));
  // Streams that never end by themselves end before the door waits for what is under way.
  const live = new Set<Readable>();
  fastify.addHook('preClose', (done) => {
    for (const stream of live) stream.destroy();
    done();
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const owner = owners.get(`${method} ${request.routeOptions.url ?? ''}`);
    if (owner === undefined) return done();
    // The door has let nobody through to /v1 that it does not know.
    sign(identityOf(request)!, owner)
      .then((token) => handOn({ request, reply, owner, replicas: replicas.get(owner)!, token, live }))
      .catch(done);
  });
};

const replicasOf = (service: Service, urls: readonly string[] | undefined): Replicas => {
  if (urls === undefined) throw new RangeError(`Where ${service} runs is not said.`);
  return new Replicas(urls);
};

/** A route that the door does not have would be not found there, and never asked of its owner. */
const assertKnown = async (fastify: FastifyInstance, routes: Iterable<string>): Promise<void> => {
  for (const route of routes) {
    const [method, url] = route.split(' ') as [HTTPMethods, string];
    if (!fastify.hasRoute({ method, url })) throw new RangeError(`The door does not know ${route}.`);
  }
};

interface HandingOn {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly owner: Service;
  readonly replicas: Replicas;
  readonly token: string;
  /** Where answers stand that are told as things happen. */
  readonly live: Set<Readable>;
}

const handOn = (handing: HandingOn, attempt = 0): void => {
  const { request, reply, owner, replicas, token, live } = handing;
  if (hasBody(request)) request.body = detached(request.raw);
  // A backslash would become a slash on the way, and the address another one.
  const path = request.raw.url!.split('?', 1)[0]!.replaceAll('\\', '%5C');
  const origin = replicas.next();
  try {
    reply.from(origin + path, {
      // Tried again here, where another replica can be asked.
      retryDelay: () => null,
      rewriteRequestHeaders: (_, { cookie: _session, ...headers }) => ({
        ...endToEnd(headers),
        authorization: `Bearer ${token}`,
        'x-request-id': request.id,
      }),
      rewriteHeaders: endToEnd,
      onResponse: (_, answering, { stream }) => answer(answering as FastifyReply, stream, live),
      onError: (_, { error }) => {
        const isAnother = isWorthAnotherTry(error);
        if (isAnother) replicas.missed(origin);
        const pause = isAnother && isBodiless(request) ? pauses[attempt] : undefined;
        if (pause !== undefined) {
          setTimeout(() => handOn(handing, attempt + 1), pause);
          return;
        }
        logger.warn(`${request.method} ${request.routeOptions.url} ${owner} ${codeOf(error)} ${request.id}`);
        sendProblem(reply, unavailable(owner));
      },
    });
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== 400) throw error;
    sendProblem(reply, new Problem(400, 'bad-request', 'An address must not hold a step upwards (..).'));
  }
};

const answer = (reply: FastifyReply, stream: Readable, live: Set<Readable>): void => {
  if (reply.raw.destroyed) {
    stream.destroy();
    return;
  }
  if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) {
    live.add(stream);
    stream.once('close', () => live.delete(stream));
  }
  // The rest of a body that the owner refused is read and dropped; the connection need not end for it.
  reply.removeHeader('connection');
  // But for one that came too slowly for its owner.
  if (reply.statusCode === 408) reply.header('connection', 'close');
  void reply.send(stream);
};

/** @param service the one that is away */
export const unavailable = (service: Service): Problem =>
  new Problem(503, 'service-unavailable', `The ${service} service does not answer now; try again.`, {
    retryable: true,
    service,
  });

const isBodiless = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';

const hasBody = (request: FastifyRequest): boolean => {
  const { 'transfer-encoding': encoding, 'content-length': length } = request.headers;
  return !isBodiless(request) && (encoding !== undefined || Number(length ?? 0) > 0);
};

/**
 * A body as it comes, apart from its connection: an owner that ends early, or is not there, must not end
 * the caller's connection before the answer. What is not taken then is read and dropped.
 */
const detached = (incoming: IncomingMessage): Readable => {
  const body = incoming.pipe(new PassThrough());
  // Whoever reads it is told; when nobody does any more there is nobody to tell.
  body.on('error', () => {});
  body.once('close', () => incoming.resume());
  incoming.once('close', () => {
    if (!incoming.complete) body.destroy(new Error('The caller went away.'));
  });
  return body;
};

const endToEnd = <Headers extends object>(headers: Headers): Headers => {
  const { connection } = headers as IncomingHttpHeaders;
  const named = (connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const dropped = new Set([...hopByHop, ...named]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name))) as Headers;
};

const isWorthAnotherTry = (error: Error): boolean => {
  const { code } = ((error.cause as object | undefined) ?? error) as { code?: unknown };
  return typeof code === 'string' && worthAnotherTry.includes(code);
};

const codeOf = (error: Error): string => {
  const { code } = ((error.cause as object | undefined) ?? error) as { code?: unknown };
  return String(code ?? error.message);
};

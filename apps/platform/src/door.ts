import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { DynamicModule, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { asyncApi } from '@tributary/contracts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  AccessGuard,
  type KeyVerifier,
  ProblemFilter,
  authenticateBeforeBody,
  completeOpenApi,
  endWhenRevoked,
  maxBodyBytes,
  nameRequests,
  problemOf,
  readFileBodies,
  readJsonBodies,
  refuseUnread,
  sendProblem,
  sendSecurityHeaders,
  sessionCookie,
  tellOtherMethods,
} from '@tributary/http';
import type { Telemetry } from '@tributary/telemetry';
import type { OperatorLog } from './operator-log.ts';
import { limitRates } from './rate-limit.ts';
import { scrapers } from './scrapers.ts';

/** What measures the door, and what opens its metrics beside the keys. */
export interface Measuring {
  readonly telemetry: Telemetry;
  readonly token?: string | undefined;
}

export const version = '0.1.0';

const consoleFolder = fileURLToPath(new URL('../../console/dist', import.meta.url));

/** What is no room of the console: the API, what describes it, and files. An order's room has a dot in its address. */
const noRoom = /^\/(?:v1\/|docs|openapi|asyncapi|livez|readyz|metrics|assets\/|[^/?]*\.\w+(?:\?|$))/;

/** Addresses of the console are its own affair: a browser that opens one of them, or comes back to it, gets its page. */
const pageOr = ({ method, url = '/', headers }: IncomingMessage): string =>
  method === 'GET' && headers.accept?.includes('text/html') && !noRoom.test(url) ? '/index.html' : url;

export interface Door {
  readonly module: DynamicModule;
  readonly keys: KeyVerifier;
  /** Whether people come here: to them the API is described, and the console shown. */
  readonly isPublic: boolean;
  readonly logger: LoggerService;
  readonly operatorLog?: OperatorLog;
  readonly measuring?: Measuring;
  /** Requests that each key may make where people come here; no bound when left out, or 0. */
  readonly requestsASecond?: number;
}

/** The HTTP server with everything that stands before the services: bounds, keys, problems, the console. */
export const openDoor = async ({
  module,
  keys,
  isPublic,
  logger,
  operatorLog,
  measuring,
  requestsASecond = 0,
}: Door): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    bodyLimit: maxBodyBytes,
    // Headers have ten seconds. A body has a bound of its own: this one is for what nobody reads, and for files of a day.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000 },
    requestTimeout: 86_400_000,
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    // At a stop, requests that are under way get their answers first.
    forceCloseConnections: 'idle',
    // What fails before a route is found, such as an address that cannot be decoded.
    frameworkErrors: (error: unknown, _request: unknown, reply: FastifyReply) =>
      sendProblem(reply, problemOf(error)),
    clientErrorHandler: refuseUnread,
    routerOptions: { maxParamLength: 300 },
    ...(isPublic && { rewriteUrl: pageOr }),
  });
  const fastify = adapter.getInstance();
  endWhatIsUnused(fastify);
  measuring?.telemetry.measureRequests(fastify);
  operatorLog?.requests(fastify);
  nameRequests(fastify);
  sendSecurityHeaders(fastify);
  authenticateBeforeBody(fastify, keys, new Map([['/metrics', scrapers(keys, measuring?.token)]]));
  endWhenRevoked(fastify, keys);
  // Known keys are counted by themselves, and before anything else is done for them.
  if (isPublic) await limitRates(fastify, requestsASecond);
  tellOtherMethods(fastify);
  answerHeadOfStreams(fastify);
  readJsonBodies(fastify);
  readFileBodies(fastify, ['/v1/connectors/', '/v1/reconciliations/']);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    logger,
  });
  app.useGlobalGuards(new AccessGuard());
  app.useGlobalFilters(new ProblemFilter());
  if (!isPublic) return app;
  if (existsSync(consoleFolder))
    await app.register(fastifyStatic, { root: consoleFolder, prefix: '/', wildcard: false });
  describe(app);
  return app;
};

/**
 * Ends connections at a stop as soon as nothing is asked on them. Node by itself holds on to those on which
 * nothing was asked yet, since browsers connect before they ask, and to those that are answered a moment later.
 */
const endWhatIsUnused = (fastify: FastifyInstance): void => {
  const unused = new Set<Socket>();
  let isStopping = false;
  fastify.server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  fastify.server.on('request', ({ socket }, response) => {
    unused.delete(socket);
    response.once('finish', () => {
      if (isStopping) socket.end();
    });
  });
  fastify.addHook('preClose', (done) => {
    isStopping = true;
    for (const socket of unused) socket.destroy();
    done();
  });
};

/** HEAD is answered by the handler of GET, which for a live stream never ends. */
const answerHeadOfStreams = (fastify: FastifyInstance): void => {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.method !== 'HEAD' || !request.routeOptions.url?.endsWith('/live')) return done();
    void reply.type('text/event-stream').send();
  });
};

const describe = (app: NestFastifyApplication): void => {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Tributary')
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .setDescription(
      'Event-sourced omnichannel order platform. Requests of a key are bounded a second: `ratelimit-limit`, `ratelimit-remaining` and `ratelimit-reset` (seconds) tell how many, 429 `rate-limited` with `retry-after` that there are none left; 429 `overloaded` that more came in than is done yet; 429 `too-many-streams` that a key has 20 live streams open at a process. A body is at most 10 MB, unpacked (413 `too-large`); a process holds 64 MB of them at once, and answers 503 `busy` past that. Headers have to arrive within 10 seconds, a JSON body within 30, and a file may not stand still for 60: else 408 `timeout`, and the connection ends. Every 429 and 503 says in `retry-after` when to come back. A method that an address does not have is answered with 405 `method-not-allowed`, and `Allow` names those that it has. Errors are RFC 9457 problem documents with a stable `code`. Every answer carries `x-request-id`, by which our logs and problems name it: your own where it is 1–128 letters, digits or ._:- and begins with a letter or digit. A `traceparent` (W3C Trace Context, version 00) is kept with all events that are recorded for the request and with what follows from them; a CloudEvent that carries its own keeps that.',
    )
    .addServer('/', 'This platform')
    .addBearerAuth()
    .addCookieAuth(
      sessionCookie,
      {
        type: 'apiKey',
        in: 'cookie',
        description:
          'The session of a browser, begun with `POST /v1/session`: 12 hours, or until its API key is revoked. Where `Authorization` is sent the cookie counts for nothing. What changes something, and streams of events, are taken from pages of this platform alone (`Sec-Fetch-Site: same-origin`, or an `Origin` that is the host): else 403 `cross-origin`.',
      },
      'session',
    )
    .build();
  SwaggerModule.setup(
    'docs',
    app,
    () => completeOpenApi(SwaggerModule.createDocument(app, config, { autoTagControllers: false })),
    {
      jsonDocumentUrl: 'openapi.json',
    },
  );
  const document = asyncApi(version);
  app
    .getHttpAdapter()
    .get('/asyncapi.json', (_request: unknown, reply: { send(body: unknown): void }) => reply.send(document));
};

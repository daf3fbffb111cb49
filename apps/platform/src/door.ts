import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { DynamicModule, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { asyncApi } from '@tributary/contracts';
import { AccessGuard, type KeyVerifier, ProblemFilter, authenticateBeforeBody, readFileBodies, readJsonBodies } from '@tributary/http';

export const version = '0.1.0';

const consoleFolder = fileURLToPath(new URL('../../console/dist', import.meta.url));

/** Addresses of the console are its own affair: everything that is no file and no API is its page. */
const pageOr = (url: string): string => (/^\/(?!v1\/|docs|openapi|asyncapi|healthz|readyz)[^.?]*(\?|$)/.test(url) ? '/index.html' : url);

/** The HTTP server with everything that stands before the services: bounds, keys, problems, the console. */
export const openDoor = async (module: DynamicModule, keys: KeyVerifier, logger: LoggerService): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    bodyLimit: 10 * 1024 * 1024,
    requestTimeout: 600_000,
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
    rewriteUrl: (request: IncomingMessage) => (request.method === 'GET' ? pageOr(request.url ?? '/') : (request.url ?? '/')),
  });
  const fastify = adapter.getInstance();
  authenticateBeforeBody(fastify, keys);
  readJsonBodies(fastify);
  readFileBodies(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { bodyParser: false, logger });
  app.useGlobalGuards(new AccessGuard());
  app.useGlobalFilters(new ProblemFilter());
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], upgradeInsecureRequests: null },
    },
    strictTransportSecurity: false,
  });
  if (existsSync(consoleFolder)) await app.register(fastifyStatic, { root: consoleFolder, prefix: '/', wildcard: false });
  describe(app);
  return app;
};

const describe = (app: NestFastifyApplication): void => {
  const config = new DocumentBuilder()
    .setTitle('Tributary')
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .setDescription('Event-sourced omnichannel order platform. Errors are RFC 9457 problem documents with a stable `code`.')
    .addBearerAuth()
    .build();
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, config), { jsonDocumentUrl: 'openapi.json' });
  const document = asyncApi(version);
  app.getHttpAdapter().get('/asyncapi.json', (_request: unknown, reply: { send(body: unknown): void }) => reply.send(document));
};

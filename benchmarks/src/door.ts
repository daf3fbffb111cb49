import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  AccessGuard,
  type KeyVerifier,
  ProblemFilter,
  authenticateBeforeBody,
  readJsonBodies,
  sendSecurityHeaders,
} from '@tributary/http';

/**
 * Opens one service's HTTP API on a free port as the platform does, without its documents and console,
 * and says on the standard output where it listens.
 */
export const openDoor = async (name: string, module: DynamicModule, keys: KeyVerifier): Promise<void> => {
  const adapter = new FastifyAdapter({ bodyLimit: 10 * 1024 * 1024 });
  const fastify = adapter.getInstance();
  sendSecurityHeaders(fastify);
  authenticateBeforeBody(fastify, keys);
  readJsonBodies(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    logger: false,
  });
  app.useGlobalGuards(new AccessGuard());
  app.useGlobalFilters(new ProblemFilter());
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  process.on('SIGTERM', () => process.exit(0));
  process.stdout.write(`${name}: listens on http://127.0.0.1:${port}\n`);
};

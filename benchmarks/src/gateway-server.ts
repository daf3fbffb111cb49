import 'reflect-metadata';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { openLogBus } from '@tributary/event-bus/log';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { gatewayService, groupsOf } from '@tributary/gateway';
import {
  AccessGuard,
  ProblemFilter,
  authenticateBeforeBody,
  readJsonBodies,
  sendSecurityHeaders,
} from '@tributary/http';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';

/**
 * The door in a process of its own, as it stands when services run apart: everything that makes a
 * command durable, and nothing of what then follows from it.
 */
const folder = process.env['TRIBUTARY_DATA']!;
const log = openSqliteEventLog(path.join(folder, 'events.db'));
const readStore = openSqliteReadStore(path.join(folder, 'read-models.db'));
const bus = openLogBus({ log, checkpoints: log.checkpoints });
const gateway = gatewayService({ events: log.forService('gateway'), readStore, groups: groupsOf(bus) });
await gateway.keys.start(process.env['TRIBUTARY_ADMIN_KEY']);
for (const projector of gateway.projectors) await projector.start(bus);

const adapter = new FastifyAdapter({ bodyLimit: 10 * 1024 * 1024 });
const fastify = adapter.getInstance();
sendSecurityHeaders(fastify);
authenticateBeforeBody(fastify, gateway.keys);
readJsonBodies(fastify);
const app = await NestFactory.create<NestFastifyApplication>(gateway.module, adapter, {
  bodyParser: false,
  logger: false,
});
app.useGlobalGuards(new AccessGuard());
app.useGlobalFilters(new ProblemFilter());
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as { port: number };
process.on('SIGTERM', () => process.exit(0));
process.stdout.write(`The gateway alone: listens on http://127.0.0.1:${port}\n`);

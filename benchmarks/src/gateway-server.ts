import 'reflect-metadata';
import path from 'node:path';
import { openLogBus } from '@tributary/event-bus/log';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { gatewayService, groupsOf } from '@tributary/gateway';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { openDoor } from './door.ts';

/**
 * The door in a process of its own, as it stands when services run apart: everything that makes a
 * command durable, and nothing of what then follows from it.
 */
const folder = process.env['TRIBUTARY_DATA']!;
const log = openSqliteEventLog(path.join(folder, 'events.db'));
const readStore = openSqliteReadStore(path.join(folder, 'read-models.db'));
const bus = openLogBus({ log, checkpoints: log.checkpoints });
const gateway = gatewayService({ events: log.forService('gateway'), groups: groupsOf(bus), readStore });
await gateway.keys.start(process.env['TRIBUTARY_ADMIN_KEY']);
for (const projector of gateway.projectors) await projector.start(bus);
await openDoor('The gateway alone', gateway.module, gateway.keys);

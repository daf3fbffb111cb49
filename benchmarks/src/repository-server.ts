import 'reflect-metadata';
import { openLogBus } from '@tributary/event-bus/log';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { gatewayService, groupsOf } from '@tributary/gateway';
import { openMongoReadStore } from '@tributary/read-store/mongodb';
import { repositoryService } from '@tributary/repository';
import { openDoor } from './door.ts';
import { project } from './sample-log.ts';

/** The repository over MongoDB in a process of its own: filled from a log, then open to be read. */
const [url, database, file] = ['MONGODB_URL', 'TRIBUTARY_BENCH_DATABASE', 'TRIBUTARY_BENCH_LOG'].map(
  (name) => process.env[name]!,
) as [string, string, string];
const readStore = await openMongoReadStore({ url, database });
const log = openSqliteEventLog(file);
await project(log, readStore);
await log.close();

/** Keys are the gateway's; they are recorded nowhere, since the log is a sample for others too. */
const keyLog = openSqliteEventLog(':memory:');
const bus = openLogBus({ log: keyLog, checkpoints: keyLog.checkpoints });
const { keys } = gatewayService({ events: keyLog.forService('gateway'), groups: groupsOf(bus), readStore });
await keys.start(process.env['TRIBUTARY_ADMIN_KEY']);
await openDoor('The repository over MongoDB', repositoryService({ readStore }).module, keys);

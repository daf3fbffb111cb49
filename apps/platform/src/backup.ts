import { existsSync } from 'node:fs';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { readConfig } from './config.ts';
import { dataFolder } from './data-folder.ts';

/** Copies the log of a platform that does not run to the file named; writes its last position. */
const main = async ([target]: readonly string[]): Promise<void> => {
  process.umask(0o077);
  if (!target) throw new Error('Name the file to copy the event log to.');
  const { TRIBUTARY_DATA: path, TRIBUTARY_EVENT_STORE: eventStore } = readConfig(process.env);
  if (eventStore !== 'sqlite:')
    throw new Error('The event log is in a database server: back it up there, as its makers say.');
  const { eventLog } = dataFolder(path, eventStore);
  if (!existsSync(eventLog)) throw new Error(`There is no event log in ${path}.`);
  const log = openSqliteEventLog(eventLog);
  const head = await log.snapshot(target);
  await log.close();
  process.stdout.write(`${head}\n`);
};

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);

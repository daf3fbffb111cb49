import { existsSync } from 'node:fs';
import { readConfig } from './config.ts';
import { dataFolder } from './data-folder.ts';
import { mustReachHeadMark } from './head-mark.ts';
import { openLogs } from './logs.ts';

/** Copies the log of a platform that does not run to the file named; writes its head mark. */
const main = async ([target]: readonly string[]): Promise<void> => {
  process.umask(0o077);
  if (!target) throw new Error('Name the file to copy the event log to.');
  const { TRIBUTARY_DATA: path, TRIBUTARY_EVENT_STORE: eventStore } = readConfig(process.env);
  if (eventStore !== 'sqlite:')
    throw new Error('The event log is in a database server: back it up there, as its makers say.');
  const folder = dataFolder(path, eventStore);
  if (!existsSync(folder.eventLog)) throw new Error(`There is no event log in ${path}.`);
  const logs = await openLogs(eventStore, folder);
  mustReachHeadMark(logs, folder);
  const mark = await logs.snapshot!(target);
  await logs.close();
  process.stdout.write(`${JSON.stringify(mark)}\n`);
};

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);

import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { readConfig } from './config.ts';
import { dataFolder } from './data-folder.ts';
import { refoldingBus } from '@tributary/event-bus/log';
import { composeEmbedded } from './embedded.ts';

const remove = (file: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
};

const makeDurable = (file: string): void => {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
};

/** Folds the whole log into new read models beside the old ones, then puts them in their place. */
const main = async (): Promise<void> => {
  const folder = dataFolder(readConfig(process.env).TRIBUTARY_DATA);
  const log = openSqliteEventLog(folder.eventLog);
  const head = await log.all.head();
  const next = `${folder.readModels}.next`;
  remove(next);
  const readStore = openSqliteReadStore(next);
  const { services } = composeEmbedded(log, () => readStore);
  const bus = refoldingBus(log, () => Promise.resolve(head));
  for (const projector of services.flatMap(({ projectors }) => projectors)) await projector.start(bus);
  for (const { closed } of services) await closed?.();
  await readStore.close();
  makeDurable(next);
  remove(folder.readModels);
  renameSync(next, folder.readModels);
  await log.close();
  process.stdout.write(`Read models rebuilt from ${head} events.\n`);
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);

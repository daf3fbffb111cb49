import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { isOnEngines, readConfig } from './config.ts';
import { dataFolder } from './data-folder.ts';
import { copyOfEngines } from './moving/engines-copy.ts';
import { type Holdings, type Verification, holdingsOf, verify } from './verification.ts';

interface Opened {
  readonly holdings: Holdings;
  close(): Promise<void>;
}

const openFolder = (path: string): Opened => {
  if (!existsSync(path)) throw new Error(`There is no data folder ${path}.`);
  const folder = dataFolder(path);
  if (!existsSync(folder.eventLog)) throw new Error(`There is no event log in ${path}.`);
  const log = openSqliteEventLog(folder.eventLog);
  const readStore = openSqliteReadStore(folder.readModels);
  return {
    holdings: holdingsOf(log, readStore),
    close: async () => {
      await readStore.close();
      await log.close();
    },
  };
};

/** The data folder; or the engines, where the environment names them. */
const open = async (): Promise<Opened> => {
  const config = readConfig(process.env, 'maintenance');
  if (!isOnEngines(config)) return openFolder(config.TRIBUTARY_DATA);
  const copy = await copyOfEngines(config);
  return { holdings: copy, close: () => copy.close() };
};

const report = ({ events, documents, inFlight, checked, violations }: Verification): void => {
  const broken = new Set(violations.map(({ invariant }) => invariant));
  for (const invariant of checked)
    process.stdout.write(`${broken.has(invariant) ? 'BROKEN' : 'holds '}  ${invariant}\n`);
  for (const { invariant, position, where, problem } of violations.slice(0, 50)) {
    process.stdout.write(`${invariant} at ${position}, ${where}: ${problem}\n`);
  }
  process.stdout.write(
    `${events} events, ${documents} documents, ${inFlight} messages still to be handled, ${violations.length} violations\n`,
  );
};

const main = async (): Promise<number> => {
  const { holdings, close } = await open();
  const verification = await verify(holdings).finally(close);
  report(verification);
  return verification.violations.length === 0 ? 0 : 1;
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { accessFileOf, dataFolderOf, runningOn } from '../api/connection.ts';
import { Failure } from '../failure.ts';
import { type Program, runInForeground } from '../programs.ts';
import { dataOption, environmentOf, type PlatformOptions } from './options.ts';

/** Commands that open what is recorded themselves; a data folder only when no platform has it. */
export const addMaintenance = (program: Command): void => {
  const offline = (name: Program & ('verify' | 'rebuild'), description: string) =>
    program
      .command(name)
      .description(description)
      .option(...dataOption)
      .action(async (options: PlatformOptions) => {
        const environment = environmentOf(options);
        if (isInDataFolder(environment)) {
          const folder = dataFolderOf(environment);
          refuseWithoutData(folder);
          refuseWhileRunning(folder, name);
        }
        process.exitCode = await runInForeground(name, [], environment);
      });
  offline('verify', `check hash chains and invariants of what is recorded; ${unless}`);
  offline('rebuild', `build the read models anew from the event log; ${unless}`);
};

const unless =
  'the platform must not run, unless its services share PostgreSQL or KurrentDB, MongoDB and Kafka';

/** On a server, the program itself refuses what cannot be. */
const isInDataFolder = ({
  TRIBUTARY_EVENT_STORE: store = 'sqlite:',
  TRIBUTARY_EVENT_STORE_FILE: file,
}: NodeJS.ProcessEnv): boolean => file === undefined && store === 'sqlite:';

/** A misspelt folder would otherwise be made, and found to be in order. */
const refuseWithoutData = (folder: string): void => {
  if (existsSync(join(folder, 'events.db'))) return;
  throw new Failure(
    `There is no event log in ${folder}. Name the data folder with --data or TRIBUTARY_DATA.`,
  );
};

const refuseWhileRunning = (folder: string, name: string): void => {
  const running = runningOn(folder);
  if (!running) return;
  throw new Failure(
    `A platform runs on ${folder}, at ${running.url} (process ${running.pid}): stop it, then ${name}. ` +
      `Should that process be something else, delete ${accessFileOf(folder)}.`,
  );
};

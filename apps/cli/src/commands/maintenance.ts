import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { accessFileOf, dataFolderOf, runningOn } from '../api/connection.ts';
import { Failure } from '../failure.ts';
import { type Program, runInForeground } from '../programs.ts';
import { dataOption, environmentOf, type PlatformOptions } from './options.ts';

/** Commands that open the data folder themselves, and so only when no platform has it. */
export const addMaintenance = (program: Command): void => {
  const offline = (name: Program & ('verify' | 'rebuild'), description: string) =>
    program
      .command(name)
      .description(description)
      .option(...dataOption)
      .action(async (options: PlatformOptions) => {
        const environment = environmentOf(options);
        if (name === 'rebuild' || !namesEngines(environment)) {
          const folder = dataFolderOf(environment);
          refuseWithoutData(folder);
          refuseWhileRunning(folder, name);
        }
        process.exitCode = await runInForeground(name, [], environment);
      });
  offline(
    'verify',
    'check hash chains and invariants of a data folder, whose platform must not run; or of the engines that the environment names',
  );
  offline('rebuild', 'build the read models anew from the event log; the platform must not run');
  addMigrate(program);
};

const addMigrate = (program: Command): void => {
  const migrate = program
    .command('migrate')
    .description('move between a data folder and the engines of the distributed shape; neither may run');
  const move = (name: string, description: string) =>
    migrate
      .command(name)
      .description(description)
      .option(...dataOption)
      .action(async (options: PlatformOptions) => {
        const environment = environmentOf(options);
        const folder = dataFolderOf(environment);
        if (name === 'to-engines') refuseWithoutData(folder);
        refuseWhileRunning(folder, `migrate ${name}`);
        process.exitCode = await runInForeground('migrate', [name], environment);
      });
  move('to-engines', 'copy the event log to the engines the environment names, and publish it to Kafka');
  move('to-folder', 'copy the event logs of the engines into a data folder');
};

const namesEngines = (environment: NodeJS.ProcessEnv): boolean =>
  Boolean(environment['TRIBUTARY_EVENT_STORE_URL']);

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

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
        const folder = dataFolderOf(environment);
        refuseWithoutData(folder);
        refuseWhileRunning(folder, name);
        process.exitCode = await runInForeground(name, [], environment);
      });
  offline('verify', 'check hash chains and invariants of a data folder; the platform must not run');
  offline('rebuild', 'build the read models anew from the event log; the platform must not run');
};

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

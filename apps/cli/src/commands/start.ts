import type { Command } from 'commander';
import { runInForeground } from '../programs.ts';
import { dataOption, environmentOf, type PlatformOptions, portOption } from './options.ts';

export const addStart = (program: Command): void => {
  program
    .command('start')
    .description('start the platform')
    .option(...portOption)
    .option(...dataOption)
    .action(async (options: PlatformOptions) => {
      process.exitCode = await runInForeground('platform', [], environmentOf(options));
    });
};

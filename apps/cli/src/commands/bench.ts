import type { Command } from 'commander';
import { runInForeground } from '../programs.ts';

export const addBench = (program: Command): void => {
  program
    .command('bench')
    .description('run the benchmarks; arguments are handed on')
    .argument('[arguments...]')
    .allowUnknownOption()
    .helpOption(false)
    .passThroughOptions()
    .action(async (args: string[]) => {
      process.exitCode = await runInForeground('bench', args, process.env);
    });
};

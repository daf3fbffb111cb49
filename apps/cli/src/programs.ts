import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.ts';

/** What this command line starts; built by `npm run build`. */
const files = {
  platform: '../../platform/dist/main.js',
  verify: '../../platform/dist/verify.js',
  rebuild: '../../platform/dist/rebuild.js',
  backup: '../../platform/dist/backup.js',
  bench: '../../../benchmarks/dist/main.js',
} as const;

const flags: Partial<Record<keyof typeof files, readonly string[]>> = {
  platform: ['--disable-proto=delete', '--max-semi-space-size=32'],
  bench: ['--expose-gc'],
};

export type Program = keyof typeof files;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export const isBuilt = (program: Program): boolean =>
  existsSync(fileURLToPath(new URL(files[program], import.meta.url)));

/** @throws Failure when the program has not been built */
export const commandOf = (program: Program, args: readonly string[] = []): string[] => {
  if (!isBuilt(program))
    throw new Failure(`${program} is not built yet: run \`npm run build\` in the repository.`);
  return [...(flags[program] ?? []), fileURLToPath(new URL(files[program], import.meta.url)), ...args];
};

/** @returns the exit code, 128 + the signal where one ended it */
export const endOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });

/** Calls back for each signal that asks this process to end. */
export const onStopSignal = (stop: (signal: NodeJS.Signals) => void): (() => void) => {
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
};

/** Runs a program in the foreground: its input and output, its signals, its exit code. */
export const runInForeground = async (
  program: Program,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> => {
  const child = spawn(process.execPath, commandOf(program, args), { stdio: 'inherit', env: environment });
  const letGo = onStopSignal((signal) => child.kill(signal));
  try {
    return await endOf(child);
  } finally {
    letGo();
  }
};

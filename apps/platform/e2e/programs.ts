import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PlatformUnderTest } from './platform-under-test.ts';

/**
 * Runs a program of the platform over the data of one that has ended.
 * @returns what it wrote; rejects unless it ends well
 */
export const runProgram = async (
  program: 'verify' | 'rebuild',
  { data, settings }: PlatformUnderTest,
): Promise<string> => {
  const file = fileURLToPath(new URL(`../dist/${program}.js`, import.meta.url));
  const env = { PATH: process.env['PATH'], TRIBUTARY_DATA: data, ...settings };
  return (await promisify(execFile)(process.execPath, [file], { env })).stdout;
};

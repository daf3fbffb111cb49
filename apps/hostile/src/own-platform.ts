import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlatformProcess, untilReady } from '@tributary/testing/cluster';
import { type Target, targetAt } from './target.ts';

const built = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
export const platformProgram = built('platform/dist/main.js');
const commandLine = built('cli/dist/main.js');

/** Runs `tributary verify` over a data folder of which no process is the owner. */
const verified = (data: string): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], TRIBUTARY_DATA: data };
    execFile(process.execPath, [commandLine, 'verify'], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    );
  });

export interface Started {
  readonly target: Target;
  /** Ends it and takes its data away. */
  readonly remove: () => Promise<void>;
}

/**
 * Starts the built platform over a new data folder and resolves once it is ready.
 * @throws Error with what it said, where it does not start
 */
export const startPlatform = async (short: boolean): Promise<Started> => {
  const data = mkdtempSync(join(tmpdir(), 'tributary-hostile-'));
  const adminKey = randomBytes(24).toString('base64url');
  const environment = {
    TRIBUTARY_DATA: data,
    TRIBUTARY_PORT: '0',
    TRIBUTARY_ADMIN_KEY: adminKey,
    // The bound on requests a second would keep most of what is tried away from what is behind it.
    TRIBUTARY_RATE_LIMIT: '0',
  };
  let running: PlatformProcess;
  let url: string;
  let removed = false;
  const start = async () => {
    if (removed) throw new Error('The platform was taken away.');
    running = new PlatformProcess(platformProgram, environment);
    url = await running.listening();
    await untilReady(url, () => running.lives);
  };
  const remove = async () => {
    removed = true;
    while (running.lives) await running.end('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  const own = {
    lives: () => running.lives,
    crash: async () => {
      await running.end('SIGKILL');
      await start();
    },
    verify: async () => {
      await running.end('SIGTERM');
      const result = await verified(data);
      await start();
      return result;
    },
  };
  return { target: targetAt(() => url, adminKey, { short, own }), remove };
};

import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../cli/dist/main.js', import.meta.url));

export interface Stage {
  readonly url: string;
  readonly adminKey: string;
  /** Of the cluster: what the demo has played into it is noted there. */
  readonly data: string;
  /** Whether nothing was played into these engines before. */
  readonly isNew: boolean;
}

/**
 * Plays the sample of `tributary demo` through the door.
 * @param args handed to it
 * @returns its exit code; it ends soon once the signal aborts
 */
export const playDemo = (stage: Stage, args: readonly string[], signal: AbortSignal): Promise<number> => {
  const notes = join(stage.data, 'demo');
  if (stage.isNew) rmSync(notes, { recursive: true, force: true });
  const child = spawn(process.execPath, [program, 'demo', '--running', ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      TRIBUTARY_URL: stage.url,
      TRIBUTARY_KEY: stage.adminKey,
      TRIBUTARY_DATA: notes,
    },
  });
  signal.addEventListener('abort', () => void child.kill('SIGTERM'), { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
};

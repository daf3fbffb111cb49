import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { suspicionOf } from './damage.ts';

// Beside this file, compiled or as it is.
const checker = `checker${path.extname(fileURLToPath(import.meta.url))}`;

/**
 * Has all of a file looked at by a process of its own, at the lowest priority, while others work with it: SQLite cannot
 * be called off within a check, and reads a gigabyte in one to five seconds. Where it finds damage that is noted beside
 * the file, for its next start to check it first.
 * @param onDamage told what SQLite says of it
 */
export class CheckInUse {
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;

  constructor(file: string, onDamage: (problem: string) => void) {
    this.#process = fork(new URL(checker, import.meta.url), [file], {
      execArgv: ['--no-warnings'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#process.unref();
    this.#process.channel?.unref();
    this.#process.once('message', (problem) => {
      writeFileSync(suspicionOf(file), `${String(problem)}\n`);
      onDamage(String(problem));
    });
    this.#ended = new Promise((resolve) => {
      this.#process.once('exit', () => resolve());
      this.#process.once('error', () => resolve());
    });
  }

  /** Calls it off; resolves once it does not look at the file any more. */
  async stop(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }
}

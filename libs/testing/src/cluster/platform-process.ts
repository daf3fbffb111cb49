import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { until } from '../until.ts';

export type Environment = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** From the signal to the end, in milliseconds. */
  readonly took: number;
}

/**
 * Starts a built program of the platform and keeps what it writes. It inherits nothing but where programs are found.
 * @param log a file that is written anew, for what would be too much to keep in memory
 */
export const launch = (program: string, environment: Environment, log?: string) => {
  const output = log === undefined ? 'pipe' : openSync(log, 'w', 0o600);
  const child = spawn(process.execPath, ['--disable-proto=delete', program], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', output, output],
  });
  if (output !== 'pipe') closeSync(output);
  const wrote = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (wrote.out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (wrote.err += text));
  const ended = new Promise<Omit<Ended, 'took'>>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  return { child, wrote, ended };
};

/** How long a process may take to listen and to be ready, in milliseconds: many may start at once. */
export const longestStart = 120_000;

/** The platform in one process, or some of its services. */
export class PlatformProcess {
  private readonly launched: ReturnType<typeof launch>;

  constructor(
    program: string,
    environment: Environment,
    private readonly log?: string,
  ) {
    this.launched = launch(program, environment, log);
  }

  /**
   * Resolves with its address once it listens.
   * @throws Error it ended instead, with what it said
   */
  listening(): Promise<string> {
    const address = () => {
      if (!this.lives) throw new Error(`It ended with ${this.child.exitCode}:\n${this.output}`);
      return /listens on (\S+)/.exec(this.output)?.[1];
    };
    return until('the platform listens', address, longestStart);
  }

  get output(): string {
    if (this.log !== undefined) return readFileSync(this.log, 'utf8');
    const { out, err } = this.launched.wrote;
    return out + err;
  }

  get lives(): boolean {
    const { exitCode, signalCode } = this.child;
    return exitCode === null && signalCode === null;
  }

  /** Resolves when it ends, why ever. */
  get ended(): Promise<Omit<Ended, 'took'>> {
    return this.launched.ended;
  }

  get child(): ChildProcess {
    return this.launched.child;
  }

  /** Ends as an operator ends it, or as a power cut does; at once where it has ended already. */
  async end(signal: NodeJS.Signals): Promise<Ended> {
    const since = performance.now();
    this.child.kill(signal);
    // One that was paused hears nothing else.
    this.child.kill('SIGCONT');
    const ended = await this.launched.ended;
    return { ...ended, took: performance.now() - since };
  }
}

/**
 * Resolves once the process at an address says that requests may come.
 * @param lives whether there is a process to wait for
 * @throws Error there is none any more, or it took too long
 */
export const untilReady = async (url: string, lives: () => boolean = () => true): Promise<void> => {
  const isReady = async () => {
    if (!lives()) throw new Error(`What was at ${url} ended before it was ready.`);
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => undefined,
    );
    return answer?.status === 200;
  };
  await until(`${url} is ready`, isReady, longestStart);
};

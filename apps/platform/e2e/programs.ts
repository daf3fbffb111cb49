import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** Whether what these specs run has been built. */
export const isBuilt = existsSync(program);

export const adminKey = 'e2e-admin-key-never-used-elsewhere';
const longestStart = 60_000;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** From the signal to the end, in milliseconds. */
  readonly took: number;
}

type Environment = Readonly<Record<string, string>>;

/** One process of the platform, as a user starts it. */
export class Program {
  url = '';
  private child: ChildProcess | undefined;
  private ending: Promise<Omit<Ended, 'took'>> | undefined;
  private said = { out: '', err: '' };

  /** @param environment all it gets */
  constructor(
    readonly name: string,
    private environment: Environment,
  ) {}

  get lives(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  get output(): string {
    return `${this.said.out}${this.said.err}`;
  }

  get pid(): number {
    return this.child!.pid!;
  }

  /** Starts it and waits until it listens; again at the same address when it is started again. */
  async start(more: Environment = {}): Promise<void> {
    this.launch(more);
    await until(
      `${this.name} listens`,
      () => {
        if (!this.lives)
          throw new Error(`${this.name} ended with ${this.child!.exitCode}:\n${this.said.err}`);
        return (this.url = /listens on (\S+)/.exec(this.said.out)?.[1] ?? '') !== '';
      },
      longestStart,
    );
    this.environment = { ...this.environment, ...more, TRIBUTARY_PORT: new URL(this.url).port };
  }

  /** Waits until it takes requests and follows what is told. */
  async ready(): Promise<void> {
    let last = '';
    await until(
      `${this.name} is ready`,
      async () => {
        const response = await fetch(`${this.url}/readyz`);
        last = await response.text();
        return response.status === 200;
      },
      longestStart,
    ).catch((error: unknown) => {
      throw new Error(`${String(error)} It says ${last}\n${this.output.slice(-4_000)}`);
    });
  }

  /** A start that is expected to fail: how it ended and what it said. */
  async failToStart(): Promise<{ code: number | null; said: string }> {
    this.launch({});
    const giveUp = setTimeout(() => this.child!.kill('SIGKILL'), longestStart);
    const { code } = await this.ending!;
    clearTimeout(giveUp);
    return { code, said: this.said.err };
  }

  /** Ends the process as an operator does, or as a power cut does. */
  async end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<Ended> {
    const since = performance.now();
    this.child?.kill(signal);
    return { ...(await this.ending!), took: performance.now() - since };
  }

  private launch(more: Environment): void {
    const child = spawn(process.execPath, ['--disable-proto=delete', program], {
      env: { PATH: process.env['PATH'], ...this.environment, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = (this.said = { out: '', err: '' });
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
    this.child = child;
    this.ending = new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal })));
  }
}

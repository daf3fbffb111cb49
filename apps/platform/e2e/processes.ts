import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Service, services } from '@tributary/contracts';
import { until } from './until.ts';

export const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));
export const adminKey = 'e2e-admin-key-never-used-elsewhere';
export const longestStart = 60_000;

export type Environment = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** From the signal to the end, in milliseconds. */
  readonly took: number;
}

/** Starts the built platform, or some services of it, and keeps what it writes. */
export const launch = (data: string, environment: Environment = {}) => {
  const child = spawn(process.execPath, ['--disable-proto=delete', program], {
    env: {
      PATH: process.env['PATH'],
      TRIBUTARY_DATA: data,
      TRIBUTARY_PORT: '0',
      TRIBUTARY_ADMIN_KEY: adminKey,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const wrote = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (wrote.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (wrote.err += text));
  const ended = new Promise<Omit<Ended, 'took'>>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  return { child, wrote, ended };
};

/** One process of the platform: all services, or one of several that run apart. */
export class Process {
  private constructor(
    private readonly launched: ReturnType<typeof launch>,
    readonly url: string,
  ) {}

  /** Resolves once it listens. */
  static async start(data: string, environment: Environment): Promise<Process> {
    const launched = launch(data, environment);
    const { child, wrote } = launched;
    const url = await until(
      'the platform listens',
      () => {
        if (child.exitCode !== null)
          throw new Error(`The platform ended with ${child.exitCode}:\n${wrote.err}`);
        return /listens on (\S+)/.exec(wrote.out)?.[1];
      },
      longestStart,
    );
    return new Process(launched, url);
  }

  async ready(): Promise<void> {
    const isReady = async () => (await fetch(`${this.url}/readyz`).catch(() => undefined))?.status === 200;
    await until('the platform is ready', isReady, longestStart);
  }

  get output(): string {
    const { out, err } = this.launched.wrote;
    return out + err;
  }

  get lives(): boolean {
    const { exitCode, signalCode } = this.child;
    return exitCode === null && signalCode === null;
  }

  get child(): ChildProcess {
    return this.launched.child;
  }

  /** Ends as an operator ends it, or as a power cut does. */
  async end(signal: NodeJS.Signals): Promise<Ended> {
    const since = performance.now();
    this.child.kill(signal);
    const ended = await this.launched.ended;
    return { ...ended, took: performance.now() - since };
  }
}

export interface Replica {
  readonly service: Service | 'all';
  readonly process: Process;
}

const secret = 'e2e-identity-secret-of-no-other-place';

/**
 * Starts a platform and waits until all of it is ready: its first replica is where one asks.
 * @param replicas of every service in a process of its own, the gateway's once; all services in one process when undefined
 */
export const startReplicas = async (
  data: string,
  environment: Environment,
  replicas: number | undefined,
): Promise<Replica[]> => {
  if (replicas === undefined) {
    const process = await Process.start(data, environment);
    await process.ready();
    return [{ service: 'all', process }];
  }
  const start = async (service: Service, number: number, more: Environment = {}): Promise<Replica> => {
    const folder = service === 'gateway' && number === 1 ? data : join(data, `${service}-${number}`);
    mkdirSync(folder, { recursive: true });
    const own = { TRIBUTARY_SERVICES: service, TRIBUTARY_IDENTITY_SECRET: secret, ...more };
    const process = await Process.start(folder, { ...environment, ...own });
    return { service, process };
  };
  const numbers = Array.from({ length: replicas }, (_, index) => index + 1);
  const behind = services.filter((service) => service !== 'gateway');
  const started = await Promise.all(
    behind.flatMap((service) => numbers.map((number) => start(service, number))),
  );
  const urls = started.map(({ service, process }) => `${service}=${process.url}`).join();
  const gateway = await start('gateway', 1, { TRIBUTARY_SERVICE_URLS: urls });
  const all = [gateway, ...started];
  await Promise.all(all.map(({ process }) => process.ready()));
  return all;
};

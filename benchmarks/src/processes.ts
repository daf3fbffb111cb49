import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { Connection, requestOf } from './connection.ts';

/** A server in a process of its own, so that its CPU can be told from the clients'. */
export interface Server {
  readonly url: string;
  readonly pid: number;
  /** User and system CPU it has used so far, in microseconds. */
  cpu(): number;
  /** Most memory it has held so far, in MiB; Linux only. */
  peakMemory(): number;
  stop(): Promise<void>;
}

let ticks: number | undefined;

/** Microseconds of CPU of another process, from /proc (proc(5): fields 14 and 15, in clock ticks). */
export const cpuOf = (pid: number): number => {
  ticks ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / ticks) * 1_000_000;
};

/** Most memory that another process has held, in MiB. */
export const peakMemoryOf = (pid: number): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) / 1_024;
};

const stopChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
};

/** Starts a Node program and waits for the line in which it says where it listens. */
export const startServer = async (
  file: string,
  flags: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Server> => {
  const child = spawn(process.execPath, [...flags, file], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const url = /listens on (http:\S+)/.exec(line)?.[1];
    if (!url) continue;
    child.stdout.resume();
    const pid = child.pid!;
    return {
      url,
      pid,
      cpu: () => cpuOf(pid),
      peakMemory: () => peakMemoryOf(pid),
      stop: () => stopChild(child),
    };
  }
  throw new Error(`${path.basename(file)} ended before it listened.`);
};

export const adminKey = 'benchmark-admin-key';

export const platformFile = path.join(import.meta.dirname, '../../apps/platform/dist/main.js');

/** Flags for the platform's Node, e.g. `--cpu-prof`, from the environment. */
const profiling = (process.env['TRIBUTARY_BENCH_NODE_FLAGS'] ?? '').split(' ').filter(Boolean);

/** The platform over a data folder, listening but perhaps not ready yet. */
export const startPlatform = (
  data: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Server> =>
  startServer(platformFile, ['--disable-proto=delete', '--max-semi-space-size=32', ...profiling], {
    TRIBUTARY_DATA: data,
    TRIBUTARY_PORT: '0',
    TRIBUTARY_ADMIN_KEY: adminKey,
    // What it can do is measured, with few keys.
    TRIBUTARY_RATE_LIMIT: '0',
    ...settings,
  });

/** The gateway without the services behind it. */
export const startGateway = (data: string): Promise<Server> =>
  startServer(
    path.join(import.meta.dirname, 'gateway-server.js'),
    ['--max-semi-space-size=32', ...profiling],
    {
      TRIBUTARY_DATA: data,
      TRIBUTARY_ADMIN_KEY: adminKey,
    },
  );

/** The repository with its read models in a MongoDB database, which it fills from a log before it listens. */
export const startRepository = (url: string, database: string, log: string): Promise<Server> =>
  startServer(
    path.join(import.meta.dirname, 'repository-server.js'),
    ['--max-semi-space-size=32', ...profiling],
    {
      MONGODB_URL: url,
      TRIBUTARY_BENCH_DATABASE: database,
      TRIBUTARY_BENCH_LOG: log,
      TRIBUTARY_ADMIN_KEY: adminKey,
    },
  );

export const startEmptyServer = (): Promise<Server> =>
  startServer(path.join(import.meta.dirname, 'empty-server.js'));

/** Resolves once /readyz answers 200. */
export const untilReady = async (url: string): Promise<void> => {
  const connection = new Connection(url);
  const request = requestOf({ method: 'GET', path: '/readyz' });
  while ((await connection.ask(request)).status !== 200) await wait(5);
  connection.close();
};

interface Consumer {
  readonly group: string;
  readonly lag: number;
  readonly position: number;
  readonly parked: number;
}

/** What the platform says of its consumer groups. */
export const consumersOf = async (connection: Connection): Promise<readonly Consumer[]> => {
  const { body } = await connection.ask(requestOf({ method: 'GET', path: '/v1/consumers', key: adminKey }));
  const { items } = JSON.parse(body) as { items?: readonly Consumer[] };
  if (!items) throw new Error(`The consumers were not told: ${body.slice(0, 300)}`);
  return items;
};

/**
 * Resolves once every consumer group has handled everything there is, twice in a row with nothing between.
 * @throws Error a message was parked: what is measured did not work
 */
export const untilSettled = async (url: string): Promise<{ readonly position: number }> => {
  const connection = new Connection(url);
  for (let before = ''; ;) {
    const consumers = await consumersOf(connection);
    const parked = consumers.find((consumer) => consumer.parked > 0);
    if (parked) throw new Error(`${parked.group} parked ${parked.parked} messages.`);
    const positions = consumers.map(({ position }) => position);
    const calm = consumers.every(({ lag }) => lag === 0) ? positions.join() : '';
    if (calm !== '' && calm === before) {
      connection.close();
      return { position: Math.max(...positions) };
    }
    before = calm;
    await wait(20);
  }
};

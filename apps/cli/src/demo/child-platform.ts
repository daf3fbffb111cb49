import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Connection, dataFolderOf, findConnection, readAccess, runningOn } from '../api/connection.ts';
import { untilReady } from '../api/client.ts';
import { Failure } from '../failure.ts';
import { commandOf, endOf } from '../programs.ts';

export interface ChildPlatform {
  readonly access: Connection;
  /** Set when this start made the first admin key: it is shown only now. */
  readonly firstAdminKey: string | undefined;
  /** Its exit code, whenever it ends. */
  readonly ended: Promise<number>;
  /** Asks it to stop, and ends it when it does not. */
  stop(): Promise<number>;
}

/**
 * A platform that somebody else has started, and will stop.
 * @throws Failure when none is found
 */
export const foundPlatform = (environment: NodeJS.ProcessEnv): ChildPlatform => ({
  access: findConnection(environment),
  firstAdminKey: undefined,
  ended: new Promise(() => {}),
  stop: () => Promise.resolve(0),
});

/** Milliseconds: a log with a million events opens in five seconds. */
const patience = 60_000;
/** A clean stop takes less than this. */
const longestStop = 4_700;

/**
 * Starts the platform as a child and waits until all projections follow.
 * @throws Failure when one runs on the data folder already, or it does not start
 */
export const startChildPlatform = async (
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ChildPlatform> => {
  const folder = dataFolderOf(environment);
  const running = runningOn(folder);
  if (running) {
    throw new Failure(
      `A platform runs on ${folder} already, at ${running.url} (process ${running.pid}). Stop it first, or choose another folder with --data.`,
    );
  }
  const child = spawn(process.execPath, commandOf('platform'), {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Between the lines of a progress bar only what is wrong is worth one of its own, unless somebody wants more.
    env: { TRIBUTARY_LOG_LEVEL: 'error', ...environment },
  });
  const ended = endOf(child);
  const stop = async (): Promise<number> => {
    if (child.exitCode === null) child.kill('SIGTERM');
    const lastResort = setTimeout(() => child.kill('SIGKILL'), longestStop);
    return ended.finally(() => clearTimeout(lastResort));
  };
  const said = listenTo(child.stdout);
  const failed = ended.then((code): never => {
    throw new Failure(`The platform ended with exit code ${code} before it was ready.`);
  });
  try {
    await Promise.race([said.address, failed, aborted(signal)]);
    const access = readAccess(folder);
    if (!access) throw new Failure(`The platform left no access.json in ${folder}.`);
    const ready = await Promise.race([untilReady(() => access.url, patience, signal), failed]);
    if (!ready)
      throw new Failure(`The platform at ${access.url} was not ready within ${patience / 1_000} s.`);
    return { access, firstAdminKey: said.firstAdminKey(), ended, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    failed.catch(() => undefined);
  }
};

/** What the platform says about itself is taken up; its log lines go on to standard error. */
const listenTo = (output: NodeJS.ReadableStream) => {
  let firstAdminKey: string | undefined;
  const address = new Promise<void>((resolve) => {
    createInterface(output).on('line', (line) => {
      const key = /^First admin key.*: (\S+)$/.exec(line)?.[1];
      if (key) firstAdminKey = key;
      else if (line.startsWith('Tributary listens on ')) resolve();
      else if (!/^TRIBUTARY_\w+=/.test(line)) process.stderr.write(`${line}\n`);
    });
  });
  return { address, firstAdminKey: () => firstAdminKey };
};

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Somebody asked for an end while a step ran: nothing further is begun. */
export class Interrupted extends Error {
  constructor(signal) {
    super(`Stopped by ${signal}.`);
    this.exitCode = 128 + constants.signals[signal];
  }
}

/** Hands each signal to the child once; a terminal has sent its own Ctrl-C to the child already. */
const handOnSignals = (child) => {
  const sent = new Set();
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const handler = () => {
      if (sent.has(signal)) return;
      sent.add(signal);
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    process.on(signal, handler);
    return [signal, handler];
  });
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
    return [...sent][0];
  };
};

/** @returns its exit code, 128 + the signal where one ended it, and the first signal handed on */
const ended = (child) =>
  new Promise((resolve, reject) => {
    const letGo = handOnSignals(child);
    child.once('error', (error) => {
      letGo();
      reject(error);
    });
    child.once('close', (code, signal) => {
      resolve({ code: code ?? 128 + (constants.signals[signal] ?? 0), asked: letGo() });
    });
  });

/**
 * Runs a program in this process's stead: its input and output, its signals, its exit code.
 * Resolves only once it has ended.
 */
export const runInstead = async (file, args) => (await ended(spawn(file, args, { stdio: 'inherit' }))).code;

/**
 * Runs one step in the repository, without input.
 * @param quiet keeps what it says instead of showing it, for steps that matter only when they fail
 * @throws Interrupted when a signal arrived meanwhile, once the step has ended
 */
export const runStep = async (file, args, { env = process.env, quiet = false } = {}) => {
  const show = quiet ? 'pipe' : 'inherit';
  const child = spawn(file, args, { cwd: root, env, stdio: ['ignore', show, show] });
  const output = [];
  child.stdout?.on('data', (chunk) => output.push(chunk));
  child.stderr?.on('data', (chunk) => output.push(chunk));
  const { code, asked } = await ended(child);
  if (asked) throw new Interrupted(asked);
  return { code, output: Buffer.concat(output).toString() };
};

/**
 * Lets a program of this repository take the place of this process where the system can, so that
 * process id, signals and exit code are its own; elsewhere runs it in this one's stead. It works
 * in the caller's folder, where relative paths among the arguments lead.
 */
export const become = (flags, program, args) => {
  const all = [...flags, join(root, program), ...args];
  if (typeof process.execve !== 'function' || process.platform === 'win32') {
    return runInstead(process.execPath, all);
  }
  // Node would announce on every start that this call is experimental.
  process.emitWarning = () => {};
  return process.execve(process.execPath, [process.execPath, ...all], process.env);
};

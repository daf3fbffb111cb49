import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { performance } from 'node:perf_hooks';
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import { type SimulatedProcess, currentProcess } from './simulated-process.ts';

/**
 * Has the time, the timers and the chance that code finds about it be those of the simulated process in whose name
 * it runs; all other code goes on with the real ones. So what runs is the code as it is shipped, libraries
 * included, and not one written for being simulated. For the whole of a Node process, before its first world.
 */
export const simulateAmbience = (): void => {
  simulateTimers();
  simulateWaiting();
  simulateClocks();
  simulateChance();
  simulateSignals();
  syncBuiltinESMExports();
};

class SimulatedTimer {
  private cancel: () => void = () => {};

  constructor(
    private readonly owner: SimulatedProcess,
    private readonly delay: number,
    private readonly ring: () => void,
    private readonly again: boolean,
  ) {
    this.refresh();
  }

  refresh(): this {
    this.cancel();
    const due = () => {
      if (this.again) this.refresh();
      this.ring();
    };
    this.cancel = this.owner.kernel.after(this.delay, due, this.owner);
    return this;
  }

  clear(): void {
    this.cancel();
  }

  close(): this {
    this.cancel();
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }
}

type Ring = (...args: unknown[]) => void;

/** Node takes what is less as one millisecond. */
const shortest = 1;

const simulateTimers = (): void => {
  const real = { ...timers };
  const starting =
    (again: boolean, real: (ring: Ring, delay?: number, ...args: unknown[]) => unknown) =>
    (ring: Ring, delay?: number, ...args: unknown[]): unknown => {
      const owner = currentProcess();
      if (!owner) return real(ring, delay, ...args);
      return new SimulatedTimer(owner, Math.max(shortest, delay ?? 0), () => ring(...args), again);
    };
  const clearing =
    (real: (timer: never) => void) =>
    (timer: unknown): void => {
      if (timer instanceof SimulatedTimer) timer.clear();
      else real(timer as never);
    };
  const immediate = (ring: Ring, ...args: unknown[]): unknown => {
    const owner = currentProcess();
    return owner
      ? new SimulatedTimer(owner, 0, () => ring(...args), false)
      : real.setImmediate(ring, ...args);
  };
  const simulated = {
    setTimeout: starting(false, real.setTimeout as never),
    setInterval: starting(true, real.setInterval as never),
    setImmediate: immediate,
    clearTimeout: clearing(real.clearTimeout),
    clearInterval: clearing(real.clearInterval),
    clearImmediate: clearing(real.clearImmediate as never),
  };
  Object.assign(timers, simulated);
  Object.assign(globalThis, simulated);
};

const abortion = (signal: AbortSignal): Error =>
  Object.assign(new Error('The operation was aborted', { cause: signal.reason }), {
    name: 'AbortError',
    code: 'ABORT_ERR',
  });

interface Waiting {
  readonly signal?: AbortSignal;
}

const waiting = <T>(owner: SimulatedProcess, delay: number, value: T, { signal }: Waiting): Promise<T> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortion(signal));
    const abort = () => {
      cancel();
      reject(abortion(signal!));
    };
    const cancel = owner.kernel.after(
      delay,
      () => {
        signal?.removeEventListener('abort', abort);
        resolve(value);
      },
      owner,
    );
    signal?.addEventListener('abort', abort, { once: true });
  });

const simulateWaiting = (): void => {
  const real = { ...timersPromises };
  Object.assign(timersPromises, {
    setTimeout: <T>(delay?: number, value?: T, options: Waiting & { readonly ref?: boolean } = {}) => {
      const owner = currentProcess();
      return owner
        ? waiting(owner, Math.max(shortest, delay ?? 0), value, options)
        : real.setTimeout(delay, value, options);
    },
    setImmediate: <T>(value?: T, options: Waiting = {}) => {
      const owner = currentProcess();
      return owner ? waiting(owner, 0, value, options) : real.setImmediate(value, options);
    },
  });
};

const simulateClocks = (): void => {
  const RealDate = Date;
  const now = (): number => currentProcess()?.clock ?? RealDate.now();
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, made) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, made) as object,
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
  const elapsed = performance.now.bind(performance);
  performance.now = () => currentProcess()?.uptime ?? elapsed();
};

/**
 * Node keeps a signal that follows others for as long as somebody listens and none of these aborts: in a process that
 * was killed that is for ever, and with it the whole world.
 */
const simulateSignals = (): void => {
  const [any, timeout] = [AbortSignal.any.bind(AbortSignal), AbortSignal.timeout.bind(AbortSignal)];
  AbortSignal.any = (signals) => {
    if (!currentProcess()) return any(signals);
    const following = new AbortController();
    for (const signal of signals) {
      if (signal.aborted) following.abort(signal.reason);
      signal.addEventListener('abort', () => following.abort(signal.reason), { once: true });
    }
    return following.signal;
  };
  AbortSignal.timeout = (delay) => {
    const owner = currentProcess();
    if (!owner) return timeout(delay);
    const passing = new AbortController();
    const late = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    owner.kernel.after(delay, () => passing.abort(late), owner);
    return passing.signal;
  };
};

const simulateChance = (): void => {
  const { random } = Math;
  Math.random = () => currentProcess()?.chance.fraction() ?? random();
  const { randomUUID } = crypto;
  crypto.randomUUID = (options) => {
    const chance = currentProcess()?.chance;
    if (!chance) return randomUUID(options);
    const digits = (count: number) =>
      chance
        .below(16 ** count)
        .toString(16)
        .padStart(count, '0');
    return `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`;
  };
};

import { AsyncLocalStorage } from 'node:async_hooks';
import type { Chance } from './chance.ts';
import type { Kernel, Owner } from './kernel.ts';

const current = new AsyncLocalStorage<SimulatedProcess>();

/** In whose name code runs; undefined outside of every simulated process. */
export const currentProcess = (): SimulatedProcess | undefined => current.getStore();

/** A process on a machine of its own. What it holds in memory is gone with it; what it has sent still arrives. */
export class SimulatedProcess implements Owner {
  hasEnded = false;
  sleepsUntil = 0;
  private readonly startedAt: number;
  private readonly end = Promise.withResolvers<void>();

  /** @param ahead how far its clock is ahead of the time there is, in milliseconds; negative where it is behind */
  constructor(
    readonly kernel: Kernel,
    readonly name: string,
    private ahead = 0,
  ) {
    this.startedAt = kernel.now;
  }

  get isAsleep(): boolean {
    return this.sleepsUntil > this.kernel.now;
  }

  get chance(): Chance {
    return this.kernel.chance;
  }

  /** What its clock shows, in milliseconds since 1970. */
  get clock(): number {
    return Math.floor(this.kernel.now + this.ahead);
  }

  /** Milliseconds since it started, whatever its clock shows. */
  get uptime(): number {
    return this.kernel.now - this.startedAt;
  }

  /** Resolves when it has ended. */
  get ended(): Promise<void> {
    return this.end.promise;
  }

  /** Runs code in its name: all that follows from it, too. */
  enter<T>(work: () => T): T {
    return current.run(this, work);
  }

  /** Resolves in a while, never once it has ended. */
  waits(delay: number): Promise<void> {
    return new Promise((resolve) => this.kernel.after(delay, resolve, this));
  }

  /** Nothing of it goes on any more, at whatever place it is. */
  kill(): void {
    this.hasEnded = true;
    this.end.resolve();
  }

  /** It stands still, and does not know: its timers are late, its answers lie waiting. */
  sleep(delay: number): void {
    this.sleepsUntil = Math.max(this.sleepsUntil, this.kernel.now + delay);
  }

  /** Its clock is set. */
  setClock(ahead: number): void {
    this.ahead = ahead;
  }
}

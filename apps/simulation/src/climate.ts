import type { Fate, Weather } from '@tributary/event-store/simulated';
import type { Kernel, SimulatedProcess } from '@tributary/simulation';

/** How bad it gets in a world, drawn for each seed anew: most faults are there only in some, and then more or less often. */
export interface Rates {
  /** Of requests that never arrive, 0 to 1. */
  readonly lost: number;
  /** Of requests that are done and not answered. */
  readonly answerLost: number;
  /** Of requests and answers that are on their way for long. */
  readonly stalled: number;
  /** How far clocks may be off, in milliseconds. */
  readonly skew: number;
}

export const fair: Rates = { lost: 0, answerLost: 0, stalled: 0, skew: 0 };

/** Milliseconds on the way, usually, and where something stalls. */
const quick = 4;
const longest = 800;

/** What befalls all requests of a world while it is foul. */
export class Climate {
  private isFoul = false;
  /** What is away, be it a full disk or a server that is down. */
  private readonly away = new Set<string>();

  constructor(
    private readonly kernel: Kernel,
    private readonly rates: Rates,
  ) {}

  /** From now on things go wrong. */
  worsen(): void {
    this.isFoul = true;
  }

  /** From now on everything arrives. */
  clear(): void {
    this.isFoul = false;
    this.away.clear();
  }

  /** A server is down, or a disk full, for so many milliseconds. */
  takeAway(server: string, milliseconds: number): void {
    this.away.add(server);
    this.kernel.after(milliseconds, () => this.away.delete(server));
  }

  /** How far the clock of a new process is off. */
  ahead(): number {
    const { skew } = this.rates;
    return skew === 0 ? 0 : this.kernel.chance.below(2 * skew) - skew;
  }

  /** Between a process and a server. */
  between(process: SimulatedProcess, server: string): Weather {
    return {
      request: async () => {
        await this.kernel.passes(this.onTheWay());
        return this.fateAt(server);
      },
      answered: () => process.waits(this.onTheWay()),
    };
  }

  /** A file of a process: what is written takes its time, and is there or is not where it is killed; reading takes none. */
  ofFile(process: SimulatedProcess, file: string): Weather {
    const written = async (): Promise<Fate> => {
      await process.waits(this.onTheWay());
      return this.fateAt(file);
    };
    return {
      request: (kind) => (kind === 'read' ? atOnce : written()),
      answered: (kind) => (kind === 'read' && !process.hasEnded ? there : process.waits(this.onTheWay())),
    };
  }

  private fateAt(server: string): Fate {
    if (this.away.has(server)) return 'lost';
    if (!this.isFoul) return 'done';
    const { lost, answerLost } = this.rates;
    const drawn = this.kernel.chance.fraction();
    return drawn < lost ? 'lost' : drawn < lost + answerLost ? 'answer-lost' : 'done';
  }

  private onTheWay(): number {
    const { chance } = this.kernel;
    const isStalled = this.isFoul && chance.happens(this.rates.stalled);
    return chance.fraction() * (isStalled ? longest : quick);
  }
}

const atOnce = Promise.resolve<Fate>('done');
const there = Promise.resolve();

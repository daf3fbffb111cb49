import { type Kernel, SimulatedProcess } from '@tributary/simulation';
import type { Climate } from './climate.ts';
import type { Program } from './program.ts';

const pauseBeforeStart = 500;

/** A program that runs in one process after another: it is started again where it was killed or could not start. */
export class Supervised {
  /** The one it runs or starts in. */
  process: SimulatedProcess | undefined;
  /** Absent while it starts, or is down. */
  running: Program | undefined;
  /** It starts as the next version of the platform. */
  isUpgraded = false;
  private starts = 0;
  private starting: Promise<void> | undefined;

  constructor(
    private readonly kernel: Kernel,
    private readonly climate: Climate,
    readonly name: string,
    private readonly launch: (process: SimulatedProcess, isUpgraded: boolean) => Promise<Program>,
  ) {}

  /** Resolves once it runs. */
  start(): Promise<void> {
    return (this.starting ??= this.startUntilItRuns());
  }

  /** Puts the next version in its place. */
  upgrade(down: number): void {
    this.isUpgraded = true;
    this.restart(down);
  }

  /** Kills it, wherever it is; it starts again after so many milliseconds. */
  restart(down: number): void {
    if (this.process?.hasEnded === false) this.kernel.note(`${this.process.name} is killed`);
    this.process?.kill();
    this.running = undefined;
    this.kernel.after(down, () => void this.start());
  }

  private async startUntilItRuns(): Promise<void> {
    while (!(await this.startOnce())) await this.kernel.passes(pauseBeforeStart);
    this.starting = undefined;
  }

  private async startOnce(): Promise<boolean> {
    const name = `${this.name}/${(this.starts += 1)}`;
    const process = new SimulatedProcess(this.kernel, name, this.climate.ahead());
    this.process = process;
    this.kernel.note(`${name} starts`);
    const launching = process
      .enter(() => this.launch(process, this.isUpgraded))
      .catch((error: unknown) => {
        this.kernel.note(`${name} does not start: ${String(error)}`);
        process.kill();
      });
    const program = await Promise.race([launching, process.ended]);
    if (process.hasEnded || !program) return false;
    this.running = program;
    return true;
  }
}

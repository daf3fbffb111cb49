type Work = () => Promise<void>;

/** Work one at a time in a lane, lanes side by side up to a bound; first come, first served. */
export class Lanes {
  /** What waits in each lane that has work begun or ready to begin. */
  private readonly waiting = new Map<string, Work[]>();
  private ready: { readonly lane: string; readonly work: Work }[] = [];
  private running = 0;
  private stopped = false;
  private idle: (() => void) | undefined;

  constructor(private readonly bound: number) {}

  /** Rejected work is over like any other: who cares about its outcome catches it. */
  add(lane: string, work: Work): void {
    if (this.stopped) return;
    const before = this.waiting.get(lane);
    if (before) {
      before.push(work);
      return;
    }
    this.waiting.set(lane, []);
    if (this.running < this.bound) this.begin(lane, work);
    else this.ready.push({ lane, work });
  }

  /** Drops what has not begun and waits for what has. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.running > 0) await new Promise<void>((resolve) => (this.idle = resolve));
  }

  private begin(lane: string, work: Work): void {
    this.running += 1;
    const ended = () => this.ended(lane);
    work().then(ended, ended);
  }

  private ended(lane: string): void {
    this.running -= 1;
    if (this.stopped) {
      if (this.running === 0) this.idle?.();
      return;
    }
    const work = this.waiting.get(lane)!.shift();
    if (work) this.ready.push({ lane, work });
    else this.waiting.delete(lane);
    const next = this.ready.shift();
    if (next) this.begin(next.lane, next.work);
  }
}

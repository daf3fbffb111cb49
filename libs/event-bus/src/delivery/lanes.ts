type Work = () => Promise<void>;

/** Work one at a time in a lane, lanes side by side up to a bound; first come, first served. */
export class Lanes {
  /** What waits in each lane that has work begun or ready to begin. */
  private readonly waiting = new Map<string, Work[]>();
  private readonly ready: { readonly lane: string; readonly work: Work }[] = [];
  private running = 0;
  private held = false;
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
    this.ready.push({ lane, work });
    this.begin();
  }

  /** Begins nothing more until it is let go. */
  hold(): void {
    this.held = true;
  }

  letGo(): void {
    this.held = false;
    this.begin();
  }

  /** Drops what has not begun and waits for what has. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.running > 0) await new Promise<void>((resolve) => (this.idle = resolve));
  }

  private begin(): void {
    while (this.running < this.bound && !this.held && !this.stopped) {
      const next = this.ready.shift();
      if (!next) return;
      this.running += 1;
      const ended = () => this.ended(next.lane);
      next.work().then(ended, ended);
    }
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
    this.begin();
  }
}

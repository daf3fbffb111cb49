/** Most messages of a group in work at once, where it asks for no other number. */
export const defaultConcurrency = 512;

/** How many messages others may be ahead of the slowest key; as many may be repeated after a crash. */
export const windowFor = (concurrency: number): number => Math.max(1_024, concurrency * 8);

/**
 * Messages taken and not yet passed, in the order they were taken. The watermark is the last offset
 * up to which everything is done: what a checkpoint may say.
 */
export class Window {
  private readonly slots: { offset: number; done: boolean }[] = [];
  private first = 0;
  private released = false;
  private room: (() => void) | undefined;

  constructor(
    private readonly size: number,
    public watermark: number,
  ) {}

  get full(): boolean {
    return this.count >= this.size && !this.released;
  }

  /** Messages taken that the watermark has not passed. */
  get count(): number {
    return this.slots.length - this.first;
  }

  /** Passes over an offset that needs no work. */
  skip(offset: number): void {
    const last = this.slots.at(-1);
    if (!last) this.watermark = offset;
    else if (last.done) last.offset = offset;
    else this.slots.push({ offset, done: true });
  }

  /** Takes a place for an offset; call the answer once when its work is done. */
  take(offset: number): () => void {
    const slot = { offset, done: false };
    this.slots.push(slot);
    return () => {
      slot.done = true;
      this.advance();
    };
  }

  async waitForRoom(): Promise<void> {
    while (this.full) await new Promise<void>((resolve) => (this.room = resolve));
  }

  /** Nobody waits for room any more: the group stops. */
  release(): void {
    this.released = true;
    this.room?.();
  }

  private advance(): void {
    while (this.slots[this.first]?.done) {
      this.watermark = this.slots[this.first]!.offset;
      this.first += 1;
    }
    if (this.first > 1_024 || this.first === this.slots.length) {
      this.slots.splice(0, this.first);
      this.first = 0;
    }
    if (!this.full) this.room?.();
  }
}

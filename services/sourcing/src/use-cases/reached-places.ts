import type { Place } from '@tributary/event-bus';

/** How long is waited for a place to be reached, in milliseconds. */
const longestWait = 1_000;

/** How far something has come in each partition of the bus, and who waits for it to come further. */
export class ReachedPlaces {
  private readonly reached = new Map<string, number>();
  private waiting: { partition: string; offset: number; resolve: () => void }[] = [];

  /** The last place reached of a partition; undefined where none was. */
  at(partition: string): number | undefined {
    return this.reached.get(partition);
  }

  entries(): readonly Place[] {
    return [...this.reached].map(([partition, offset]) => ({ partition, offset }));
  }

  /** A place before the one reached changes nothing. */
  reach({ partition, offset }: Place): void {
    this.reached.set(partition, Math.max(offset, this.reached.get(partition) ?? 0));
    if (this.waiting.length === 0) return;
    const still: typeof this.waiting = [];
    for (const one of this.waiting) {
      if (one.partition === partition && one.offset <= offset) one.resolve();
      else still.push(one);
    }
    this.waiting = still;
  }

  /** Resolves once a place is reached, after a second in any case. */
  waitFor({ partition, offset }: Place): Promise<void> {
    if ((this.reached.get(partition) ?? 0) >= offset) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, longestWait);
      const done = () => {
        clearTimeout(timer);
        resolve();
      };
      this.waiting.push({ partition, offset, resolve: done });
    });
  }

  /** Lets all go who wait. */
  release(): void {
    for (const { resolve } of this.waiting.splice(0)) resolve();
  }
}

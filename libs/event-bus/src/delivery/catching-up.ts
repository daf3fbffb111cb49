import { StoreUnavailable } from '@tributary/event-store';
import type { Reading } from '../port.ts';

/** Partition → how far it reaches, in the offsets that its reader counts in. */
export type Ends = ReadonlyMap<string, number>;

interface Waiting {
  readonly ends: Ends;
  readonly promised: PromiseWithResolvers<void>;
}

/** How far a broadcast has come, and who waits until it has come as far as its topics reach. */
export class CatchingUp implements Reading {
  private readonly reached = new Map<string, number>();
  private readonly waiting = new Set<Waiting>();
  private asking: Promise<Ends> | undefined;
  private closed = false;

  /** @param ends how far the topics reach when it is called */
  constructor(private readonly ends: () => Promise<Ends>) {}

  /** Where nothing was reached yet: 0. */
  at(partition: string): number {
    return this.reached.get(partition) ?? 0;
  }

  /** Up to there everything has been handled; a place before the one reached changes nothing. */
  reach(partition: string, place: number): void {
    this.reached.set(partition, Math.max(place, this.at(partition)));
    for (const each of this.waiting) {
      if (!this.isReached(each.ends)) continue;
      this.waiting.delete(each);
      each.promised.resolve();
    }
  }

  async caughtUp(): Promise<void> {
    await this.waitFor(await this.endsNow());
  }

  /** @throws StoreUnavailable it is closed before */
  waitFor(ends: Ends): Promise<void> {
    if (this.closed) return Promise.reject(busClosed());
    if (this.isReached(ends)) return Promise.resolve();
    const promised = Promise.withResolvers<void>();
    this.waiting.add({ ends, promised });
    return promised.promise;
  }

  /** Lets all go who wait. */
  close(): void {
    this.closed = true;
    for (const { promised } of this.waiting) promised.reject(busClosed());
    this.waiting.clear();
  }

  /** A question under way may have been answered already, before what its asker now wants to know of: all who come meanwhile share the next. */
  private async endsNow(): Promise<Ends> {
    await this.asking?.catch(() => {});
    return (this.asking ??= this.ends().finally(() => {
      this.asking = undefined;
    }));
  }

  private isReached(ends: Ends): boolean {
    return [...ends].every(([partition, end]) => this.at(partition) >= end);
  }
}

/** Nobody's fault: a message whose handler waited is handled after the next start. */
const busClosed = () => new StoreUnavailable('The event bus is closed.');

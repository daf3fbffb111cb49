import type { BusMessage, Checkpoints } from '../port.ts';
import type { Chance } from '@tributary/simulation';

/** How many of the last messages of a lane a crash may bring back. */
const longestRepeat = 3;

/** Messages that keep their order among themselves: those of a key on a topic, or of a partition. */
export class Lane {
  private readonly waiting: BusMessage[] = [];
  private readonly done: BusMessage[] = [];

  /** @param number of its partition, which is that of its key on every topic */
  constructor(readonly number: string) {}

  get length(): number {
    return this.waiting.length;
  }

  add(message: BusMessage): void {
    this.waiting.push(message);
  }

  /** The first ones, which stay until they are done. */
  first(count: number): readonly BusMessage[] {
    return this.waiting.slice(0, count);
  }

  /** @param places partition → the last offset that is done */
  passOver(places: Checkpoints): void {
    while (this.waiting.length > 0) {
      const { partition, offset } = this.waiting[0]!;
      if (offset > (places[partition] ?? -1)) return;
      this.finish(1);
    }
  }

  finish(count: number): void {
    this.done.push(...this.waiting.splice(0, count));
    this.done.splice(0, this.done.length - longestRepeat);
  }

  /** What was done last comes once more, in its order, as after a crash before the place was kept. */
  repeat(chance: Chance): void {
    const count = Math.min(this.done.length, 1 + chance.below(longestRepeat));
    this.waiting.unshift(...this.done.splice(this.done.length - count));
  }
}

import { type Waiter, inTurn } from './waiting.ts';

/** Waiters one after the other, by their places, however late they join; one may come twice. */
export class Turns {
  private readonly rest: Iterator<Waiter>;
  private upcoming: Waiter | undefined;
  private joined: readonly Waiter[] = [];

  /** @param waiters in turn */
  constructor(waiters: Iterable<Waiter>) {
    this.rest = waiters[Symbol.iterator]();
    this.upcoming = this.following();
  }

  join(waiters: readonly Waiter[]): void {
    if (waiters.length > 0) this.joined = inTurn([...this.joined, ...waiters]);
  }

  next(): Waiter | undefined {
    const [first, ...others] = this.joined;
    const next = this.upcoming;
    if (first && (!next || first.place <= next.place)) {
      this.joined = others;
      return first;
    }
    this.upcoming = this.following();
    return next;
  }

  private following(): Waiter | undefined {
    const { value, done } = this.rest.next();
    return done ? undefined : value;
  }
}

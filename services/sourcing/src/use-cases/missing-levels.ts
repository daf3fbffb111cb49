import { placeKeyOf } from '@tributary/contracts';
import type { Ledger } from './known-stock.ts';

/** How often somebody is told at most, and from when on levels are missing for long, in milliseconds. */
const minute = 60_000;

/**
 * Levels that a rise waits for, because who publishes them has not got there. For a moment that is
 * nothing; from a minute on it is told, once a minute at most, for it is tried again without an end.
 */
export class MissingLevels {
  /** Key of a ledger → since when its level is missing. */
  private readonly since = new Map<string, number>();
  private lastTold = -Infinity;

  /**
   * @param warn tells whoever runs the process
   * @param now milliseconds of a clock that only goes forward
   */
  constructor(
    private readonly warn: (message: string) => void,
    private readonly now: () => number,
  ) {}

  isMissing({ sku, location }: Ledger): void {
    const [key, now] = [placeKeyOf(sku, location), this.now()];
    const since = this.since.get(key) ?? now;
    this.since.set(key, since);
    if (now - since < minute || now - this.lastTold < minute) return;
    this.lastTold = now;
    const seconds = Math.floor((now - since) / 1_000);
    this.warn(
      `The stock level of ${sku} at ${location} has not been published for ${seconds} s since it rose: orders that wait for it are not served. See whether inventory runs and can publish levels.`,
    );
  }

  isKnown({ sku, location }: Ledger): void {
    this.since.delete(placeKeyOf(sku, location));
  }
}

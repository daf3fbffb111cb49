import type { TradeFigures, TradeReport, TradeRow } from '@tributary/contracts';
import { type Figures, figureNames } from './order-figures.ts';
import { closeOf, wasKnown } from './recorded.ts';
import type { TradingDay } from './trading-days.ts';

export interface AskedTrade {
  /** What there is a row of. */
  readonly by: TradeReport['by'];
  /** Hours after its end at which a business date is closed. */
  readonly closes: number;
  /** The moment, UTC milliseconds, as of which the figures are corrected; at the close they are as reported. */
  readonly known: number | 'close';
}

interface Sums {
  /** The date, the channel or the location. */
  readonly of: string | undefined;
  readonly currency: string;
  readonly reported: number[];
  readonly corrected: number[];
}

/** Adds up trading days, each as it was known when it was closed and as it was known later. */
export class TradeSums {
  private readonly sums = new Map<string, Sums>();

  constructor(private readonly asked: AskedTrade) {}

  add(day: TradingDay): void {
    const closed = closeOf(day.date, this.asked.closes);
    const until = this.asked.known === 'close' ? closed : this.asked.known;
    // At a moment before the close, no more had been reported than was known.
    const reportedUntil = Math.min(closed, until);
    for (const [currency, recorded] of Object.entries(day.recorded)) {
      const { reported, corrected } = this.sumsOf(day, currency);
      for (const [when, figures] of Object.entries(recorded)) {
        if (wasKnown(when, reportedUntil)) increase(reported, figures);
        if (wasKnown(when, until)) increase(corrected, figures);
      }
    }
  }

  /** In order of date, channel or location, then of currency; without those of which nothing was known. */
  rows(): TradeRow[] {
    return [...this.sums]
      .filter(([, { reported, corrected }]) => [...reported, ...corrected].some((figure) => figure !== 0))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { of, currency, reported, corrected }]) => ({
        ...(of !== undefined && { [keys[this.asked.by]]: of }),
        currency,
        reported: named(reported),
        corrected: named(corrected),
        difference: named(corrected.map((figure, index) => figure - reported[index]!)),
      }));
  }

  private sumsOf(day: TradingDay, currency: string): Sums {
    const of = day[keys[this.asked.by]];
    // No name has a line's end in it.
    const key = `${of ?? ''}\n${currency}`;
    const known = this.sums.get(key);
    if (known) return known;
    const zeros = () => figureNames.map(() => 0);
    const sums = { of, currency, reported: zeros(), corrected: zeros() };
    this.sums.set(key, sums);
    return sums;
  }
}

const keys = { day: 'date', channel: 'channel', location: 'location' } as const;

const increase = (sums: number[], figures: Figures): void => {
  for (const [index, figure] of figures.entries()) sums[index]! += figure;
};

const named = (figures: Figures): TradeFigures =>
  Object.fromEntries(figureNames.map((name, index) => [name, figures[index]!])) as unknown as TradeFigures;

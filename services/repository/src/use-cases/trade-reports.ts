import { setImmediate as othersTurn } from 'node:timers/promises';
import type { TradeReport, TradeRow } from '@tributary/contracts';
import type { ReadStore } from '@tributary/read-store';
import { closeOf } from '../projections/trading-days/recorded.ts';
import { TradeSums } from '../projections/trading-days/trade-sums.ts';
import { type TradingDay, tradingDays } from '../projections/trading-days/trading-days.ts';

export interface AskedReport {
  /** The first and the last business date, `2026-11-23`. */
  readonly from: string;
  readonly to: string;
  readonly by: TradeReport['by'];
  /** Hours after its end at which a business date is closed. */
  readonly closes: number;
  /** Up to when `corrected` counts what was recorded: a moment, UTC milliseconds, or the close of each date. */
  readonly known: 'now' | 'close' | number;
  readonly channel?: string | undefined;
  readonly location?: string | undefined;
}

/** The days after a date, before which are all moments and hours of it. */
const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10);

/** Trade by business date, summed over what each partition of the bus has counted when somebody asks. */
export class TradeReports {
  constructor(private readonly store: Pick<ReadStore, 'find'>) {}

  /** @param now UTC milliseconds */
  async of(asked: AskedReport, now: number): Promise<TradeReport> {
    const { from, to, by, closes } = asked;
    const last = closeOf(to, closes);
    const known = asked.known === 'now' ? now : asked.known === 'close' ? last : asked.known;
    return {
      from,
      to,
      by,
      closes,
      known: new Date(Math.min(known, now)).toISOString(),
      closed: last <= now,
      items: await this.rows(asked, now),
    };
  }

  private async rows(asked: AskedReport, now: number): Promise<readonly TradeRow[]> {
    const { by, closes, known } = asked;
    // Of now, what was recorded in the hour that has not ended is known, too.
    const isNow = known === 'now' || (known !== 'close' && known >= now);
    const sums = new TradeSums({ by, closes, known: isNow ? Infinity : known });
    for await (const days of this.days(asked)) for (const day of days) sums.add(day);
    return sums.rows();
  }

  private async *days({ from, to, channel, location }: AskedReport): AsyncGenerator<readonly TradingDay[]> {
    const where = {
      date: { from, to: dayAfter(to) },
      ...(channel !== undefined && { channel }),
      ...(location !== undefined && { location }),
    };
    for (let cursor: string | undefined; ;) {
      const { items, next } = await this.store.find(tradingDays, {
        where,
        sort: { by: 'date', direction: 'asc' },
        limit: 200,
        ...(cursor !== undefined && { cursor }),
      });
      yield items.map(({ json }) => JSON.parse(json) as TradingDay);
      if (next === undefined) return;
      await othersTurn();
      cursor = next;
    }
  }
}

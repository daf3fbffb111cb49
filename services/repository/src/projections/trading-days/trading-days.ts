import type { RecordedEvent } from '@tributary/event-store';
import type { Collection, Counts } from '@tributary/read-store';
import type { OrderPage } from '../order-page/order-page.ts';
import { type Figures, addedFigures } from './order-figures.ts';
import { recordedIn } from './recorded.ts';

/**
 * Trade of one business date, in one channel, at one store or at none, by when it was recorded: what was
 * known of the date at any moment is the sum of what had been recorded by then.
 */
export interface TradingDay {
  /** `2026-11-23`. */
  readonly date: string;
  readonly channel: string;
  /** The store whose till the orders are of; left out where they are of none. */
  readonly location?: string;
  /** By currency, then by the hour or day of recording, see `recordedIn`: what was added. */
  readonly recorded: Readonly<Record<string, Recorded>>;
}

type Recorded = Readonly<Record<string, Figures>>;

export const tradingDays: Collection<TradingDay> = {
  name: 'repository.trading_days',
  version: 1,
  fields: {
    date: { type: 'text', of: ({ date }) => date },
    channel: { type: 'text', of: ({ channel }) => channel },
    location: { type: 'text', of: ({ location }) => location ?? null },
  },
  indexes: [['date'], ['location', 'date']],
};

/**
 * The business date that a fact is about: what it names itself; of history told again, that of its order,
 * whose lines they are; else the day, UTC, on which it happened.
 */
const businessDateOf = ({ type, data, time }: RecordedEvent, page: OrderPage): string => {
  const named = (data as { readonly businessDate?: string }).businessDate;
  if (named !== undefined) return named;
  if (type === 'tributary.order.history-completed.v1') return page.businessDate ?? page.placedAt.slice(0, 10);
  return time.slice(0, 10);
};

export const tradeCounts: Counts<OrderPage, TradingDay> = {
  collection: tradingDays,
  of: (before, after, event) => {
    const page = after ?? before;
    const added = page && addedFigures(before, after);
    if (!page || !added) return [];
    const { channel, location, currency } = page;
    const date = businessDateOf(event, page);
    const when = recordedIn(date, event.recordedTime);
    const day = { date, channel, ...(location && { location }), recorded: {} };
    return [
      {
        id: [date, channel, ...(location ? [location] : [])].join('~'),
        add: (counts: TradingDay = day) => withAdded(counts, currency, when, added),
      },
    ];
  },
};

const withAdded = (day: TradingDay, currency: string, when: string, added: Figures): TradingDay => {
  const recorded = ofKey(day.recorded, currency) ?? {};
  const known = ofKey(recorded, when);
  const figures = known ? known.map((figure, index) => figure + added[index]!) : added;
  return { ...day, recorded: put(day.recorded, currency, put(recorded, when, figures)) };
};

const ofKey = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** By key, so that the document is the same whatever was counted first. */
const put = <T>(record: Readonly<Record<string, T>>, key: string, value: T): Readonly<Record<string, T>> => {
  const now = { ...record, [key]: value };
  return Object.hasOwn(record, key)
    ? now
    : Object.fromEntries(Object.entries(now).sort(([a], [b]) => (a < b ? -1 : 1)));
};

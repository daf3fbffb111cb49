import type { Consumer, MinuteOfOrders } from '../api/running.ts';

/** The channels that had any order, the busiest first. */
export const channelsOf = (minutes: readonly MinuteOfOrders[]): string[] => {
  const totals = new Map<string, number>();
  for (const { channels } of minutes) {
    for (const [channel, orders] of Object.entries(channels)) {
      totals.set(channel, (totals.get(channel) ?? 0) + orders);
    }
  }
  return [...totals].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([channel]) => channel);
};

export const ordersIn = ({ channels }: MinuteOfOrders): number =>
  Object.values(channels).reduce((sum, orders) => sum + orders, 0);

/** Orders of the last minute that is over; the running one would always look like a drop. */
export const lastFullMinute = (minutes: readonly MinuteOfOrders[], now: number): number => {
  const over = minutes.filter(({ minute }) => Date.parse(minute) + 60_000 <= now).at(-1);
  return over === undefined ? 0 : ordersIn(over);
};

/** The consumer furthest behind. */
export const slowest = (consumers: readonly Consumer[]): Consumer | undefined =>
  consumers.toSorted((a, b) => b.lag - a.lag)[0];

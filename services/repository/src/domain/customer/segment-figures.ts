import type { OrderPage, Rfm, RfmScores } from '@tributary/contracts';
import { isOpen } from './overview.ts';

const dayMs = 86_400_000;

/** How often something is theirs, by its name. */
export type Counts = ReadonlyMap<string, number>;

/** What segments ask of a customer. */
export interface SegmentFigures {
  /** That stand: neither cancelled whole nor refused. */
  readonly orders: number;
  readonly openOrders: number;
  /** Whole days since the first and the last order that stands; undefined without one. */
  readonly sinceFirst: number | undefined;
  readonly sinceLast: number | undefined;
  /** By currency: minor units due after returns, and orders. */
  readonly value: ReadonlyMap<string, { readonly value: number; readonly orders: number }>;
  /** Of a hundred units that had left those that came back, to one decimal; undefined where none had left. */
  readonly returned: number | undefined;
  readonly channels: Counts;
  readonly stores: Counts;
  /** In units. */
  readonly skus: Counts;
}

/**
 * @param orders all of one customer, each once, in any order
 * @param now UTC ISO 8601
 */
export const segmentFiguresOf = (orders: readonly OrderPage[], now: string): SegmentFigures => {
  const standing = orders.filter(isStanding);
  const days = standing.map(({ placedAt }) => daysBetween(placedAt, now));
  const lines = standing.flatMap((order) => order.lines);
  return {
    orders: standing.length,
    openOrders: orders.filter(isOpen).length,
    sinceFirst: days.length === 0 ? undefined : Math.max(...days),
    sinceLast: days.length === 0 ? undefined : Math.min(...days),
    value: valueOf(standing),
    returned: returnedOf(orders.flatMap((order) => order.lines)),
    channels: counted(standing.map(({ channel }) => [channel, 1])),
    stores: counted(standing.flatMap((order) => storesOf(order).map((store) => [store, 1]))),
    skus: counted(
      lines.flatMap(({ sku, quantities: { ordered, cancelled } }) =>
        ordered > cancelled ? [[sku, ordered - cancelled]] : [],
      ),
    ),
  };
};

/** Neither cancelled whole nor refused. */
export const isStanding = ({ status }: OrderPage): boolean => status !== 'cancelled' && status !== 'rejected';

/** What is placed by a clock that is ahead was placed now. */
const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / dayMs));

/** What is due of an order, less what was given back or credited for goods that came back, in minor units. */
export const valueOfOrder = ({ money }: OrderPage): number => money.due;

const valueOf = (standing: readonly OrderPage[]): SegmentFigures['value'] => {
  const byCurrency = new Map<string, { value: number; orders: number }>();
  for (const order of standing) {
    const { value, orders } = byCurrency.get(order.currency) ?? { value: 0, orders: 0 };
    byCurrency.set(order.currency, { value: value + valueOfOrder(order), orders: orders + 1 });
  }
  return byCurrency;
};

const returnedOf = (lines: OrderPage['lines']): number | undefined => {
  const left = lines.reduce((sum, { quantities }) => sum + quantities.fulfilled, 0);
  const returned = lines.reduce((sum, { quantities }) => sum + quantities.returned, 0);
  return left === 0 ? undefined : Math.round((returned * 1_000) / left) / 10;
};

/** Where somebody stood at a till, or collects. */
const storesOf = ({ location, lines }: OrderPage): readonly string[] => [
  ...new Set([...(location ? [location] : []), ...lines.flatMap(({ pickupAt }) => pickupAt ?? [])]),
];

const counted = (each: readonly (readonly [string, number])[]): Counts => {
  const counts = new Map<string, number>();
  for (const [name, count] of each) counts.set(name, (counts.get(name) ?? 0) + count);
  return counts;
};

/**
 * Recency, frequency and monetary value from 1 to 5, by the numbers of the retailer: a method of direct mail
 * (Hughes, Strategic Database Marketing, 1994).
 * @returns undefined of whom no order stands
 */
export const rfmOf = ({ orders, sinceLast, value }: SegmentFigures, rfm: Rfm): RfmScores | undefined => {
  if (sinceLast === undefined) return undefined;
  const spent = value.get(rfm.currency)?.value ?? 0;
  return {
    recency: { score: 5 - rfm.recencyDays.filter((bound) => sinceLast > bound).length, days: sinceLast },
    frequency: { score: 1 + rfm.orders.filter((bound) => orders >= bound).length, orders },
    monetary: {
      score: 1 + rfm.value.filter((bound) => spent >= bound).length,
      currency: rfm.currency,
      value: spent,
    },
  };
};

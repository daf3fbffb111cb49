import type { OrderQueue } from '@tributary/contracts';
import { BadQuery, type Query } from '@tributary/read-store';
import { dueIn, listKeyOf } from '../projections/order-list/order-list.ts';

/** What a list of orders is narrowed to; all that is named holds. */
export interface OrderFilters {
  readonly channel?: string | readonly string[] | undefined;
  readonly status?: string | readonly string[] | undefined;
  readonly location?: string | undefined;
  readonly customer?: string | undefined;
  readonly sku?: string | undefined;
  readonly attribute?: string | undefined;
  readonly queue?: OrderQueue | undefined;
  readonly hold?: string | undefined;
  readonly proposals?: string | undefined;
  readonly waiting?: string | undefined;
  /** Placed at this moment or later, and before that one: ISO 8601. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly sort?: 'newest' | 'oldest' | undefined;
}

type Asked = Pick<Query, 'where' | 'sort'>;

/**
 * How orders are looked up that are to be listed.
 * @param now UTC ISO 8601: orders whose promise is over by then are late
 * @throws BadQuery where late orders are narrowed to what they are not kept by
 */
export const ordersAskedFor = (filters: OrderFilters, now: string): Asked =>
  filters.queue === 'late' ? lateOrders(filters, now) : placedOrders(filters);

const placedOrders = ({ from, to, sort, ...equal }: OrderFilters): Asked => ({
  where: given({
    ...keyed(equal),
    placedAt: placedBetween({ from, to }),
  }),
  sort: { by: 'placedAt', direction: sort === 'oldest' ? 'asc' : 'desc' },
});

const keyed = (equal: Readonly<Record<string, string | readonly string[] | undefined>>) =>
  Object.fromEntries(
    Object.entries(equal).map(([field, value]) => [
      field,
      typeof value === 'string' ? listKeyOf(field, value) : value,
    ]),
  );

/** The one that is late for longest comes first, unless the newest are asked for. */
const lateOrders = (
  { channel, status, location, from, to, sort, ...others }: OrderFilters,
  now: string,
): Asked => {
  const { queue: _, ...unkept } = others;
  const [field] = Object.entries(unkept).find(([, value]) => value !== undefined) ?? [];
  if (field)
    throw new BadQuery(
      field,
      'Late orders are narrowed by channel, status, location and when they were placed.',
    );
  return {
    where: given({
      channel,
      status,
      due: location === undefined ? 'anywhere' : dueIn(location),
      dueAt: { to: now },
      placedAt: placedBetween({ from, to }),
    }),
    sort: { by: 'dueAt', direction: sort === 'newest' ? 'desc' : 'asc' },
  };
};

const placedBetween = ({ from, to }: Pick<OrderFilters, 'from' | 'to'>) =>
  (from ?? to) === undefined
    ? undefined
    : given({ from: from && new Date(from).toISOString(), to: to && new Date(to).toISOString() });

const given = (parts: Record<string, unknown>): NonNullable<Query['where']> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as NonNullable<
    Query['where']
  >;

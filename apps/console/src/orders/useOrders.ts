import { useInfiniteQuery } from '@tanstack/react-query';
import { listOrders, searchOrders } from '../api/orders.ts';
import type { OrderFilter } from '../api/orders.ts';

/** The list a person asked for: what was searched, else what the filter lets through. */
export const useOrders = (q: string, filter: OrderFilter) =>
  useInfiniteQuery({
    queryKey: q === '' ? ['orders', 'list', filter] : ['orders', 'search', q],
    queryFn: ({ pageParam, signal }) =>
      q === '' ? listOrders(filter, pageParam, signal) : searchOrders(q, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

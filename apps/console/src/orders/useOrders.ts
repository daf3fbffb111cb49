import { useInfiniteQuery } from '@tanstack/react-query';
import { listOrders, searchOrders } from '../api/orders.ts';
import type { OrderFilter } from '../api/orders.ts';
import { asksByFields } from './query.ts';

/** The list a person asked for: by words that were searched, else by the terms that were typed and the filter. */
export const useOrders = (q: string, filter: OrderFilter) => {
  const isSearch = q !== '' && !asksByFields(q);
  return useInfiniteQuery({
    queryKey: isSearch ? ['orders', 'search', q] : ['orders', 'list', filter, q],
    queryFn: ({ pageParam, signal }) =>
      isSearch ? searchOrders(q, signal) : listOrders(filter, pageParam, signal, q === '' ? undefined : q),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
};

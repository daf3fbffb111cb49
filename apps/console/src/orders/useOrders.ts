import { useInfiniteQuery } from '@tanstack/react-query';
import type { OrderView } from '../api/orderViews.ts';
import { listOrders, searchOrders } from '../api/orders.ts';
import type { OrderFilter } from '../api/orders.ts';
import { asksByFields } from './query.ts';

/**
 * The list a person asked for: by words that were searched, else by the terms that were typed and the filter.
 * @param isKnown whether what is asked for is known already, which that of a view is not at once
 * @param view the one that is open: where its days begin and which orders come first
 */
export const useOrders = (
  q: string,
  filter: OrderFilter,
  isKnown: boolean,
  { viewId, zone, sort }: Partial<OrderView> = {},
) => {
  const isSearch = viewId === undefined && q !== '' && !asksByFields(q);
  const narrowed = { ...filter, ...(sort && { sort }) };
  return useInfiniteQuery({
    queryKey: isSearch ? ['orders', 'search', q] : ['orders', 'list', narrowed, q, zone],
    queryFn: ({ pageParam, signal }) =>
      isSearch
        ? searchOrders(q, signal)
        : listOrders(narrowed, pageParam, signal, q === '' ? undefined : q, zone),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    enabled: isKnown,
  });
};

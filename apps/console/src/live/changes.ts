import type { InfiniteData, Query, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Page } from '../api/api.ts';
import type { OrderSummary } from '../api/orders.ts';
import type { OrderChange } from './stream.ts';

type Pages = InfiniteData<Page<OrderSummary>, string | undefined>;

const patched = (row: OrderSummary, changes: ReadonlyMap<string, OrderChange>): OrderSummary => {
  const change = changes.get(row.orderId);
  return change === undefined || change.rev <= row.rev
    ? row
    : { ...row, status: change.status, rev: change.rev };
};

/** Shows a new status at once in every list that has the order. */
export const patchLists = (client: QueryClient, changes: ReadonlyMap<string, OrderChange>): void => {
  const patchPage = (page: Page<OrderSummary>) => ({
    ...page,
    items: page.items.map((row) => patched(row, changes)),
  });
  for (const { queryKey, state } of client.getQueryCache().findAll({ queryKey: ['orders'] })) {
    client.setQueryData<Pages>(
      queryKey,
      (data) => (data === undefined ? data : { ...data, pages: data.pages.map(patchPage) }),
      // A patched list is no fresher than it was: orders may be missing from it.
      { updatedAt: state.dataUpdatedAt },
    );
  }
};

/** Of the orders that are open, those that changed. */
export const ordersIn = (client: QueryClient, changes: ReadonlyMap<string, OrderChange>): QueryKey[] =>
  activeKeys(client, ({ queryKey: [subject, id] }) => subject === 'order' && changes.has(String(id)));

/** Lists short enough to fetch again whole. */
export const shortLists = (client: QueryClient): QueryKey[] =>
  activeKeys(
    client,
    ({ queryKey: [subject], state }) =>
      subject === 'orders' && ((state.data as Pages | undefined)?.pages.length ?? 0) <= 1,
  );

const activeKeys = (client: QueryClient, isMeant: (query: Query) => boolean): QueryKey[] =>
  client
    .getQueryCache()
    .findAll({ type: 'active' })
    .filter(isMeant)
    .map(({ queryKey }) => queryKey);

/**
 * Fetches again what is stale and returns what has to wait because it is being fetched right now: an
 * answer on its way may have been read before the change.
 */
export const refresh = (client: QueryClient, keys: readonly QueryKey[]): QueryKey[] =>
  keys.filter((queryKey) => {
    if (client.isFetching({ queryKey, exact: true }) > 0) return true;
    void client.invalidateQueries({ queryKey, exact: true });
    return false;
  });

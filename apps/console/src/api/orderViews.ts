import { useQuery } from '@tanstack/react-query';
import { type Schemas, told } from '@tributary/client';
import { api } from './api.ts';

/** A list of orders that somebody saved under a name. */
export type OrderView = Schemas['OrderView'];
/** What of a view is saved. */
export type SavedView = Pick<OrderView, 'name' | 'q' | 'zone' | 'sort' | 'shared'>;

export const viewsQuery = ['order-views'];

/** Those for everybody and one's own; what an admin sees of others besides is theirs. */
export const useOrderViews = () =>
  useQuery({
    queryKey: viewsQuery,
    queryFn: async ({ signal }) =>
      (await told(api.GET('/v1/order-views', { signal }))).items.filter(
        ({ shared, isMine }) => shared || isMine,
      ),
    staleTime: 60_000,
  });

/** @throws ApiProblem with a fault for each field that was wrong */
export const saveOrderView = (viewId: string, body: SavedView): Promise<OrderView> =>
  told(api.PUT('/v1/order-views/{viewId}', { params: { path: { viewId } }, body }));

export const removeOrderView = (viewId: string): Promise<unknown> =>
  told(api.DELETE('/v1/order-views/{viewId}', { params: { path: { viewId } } }));

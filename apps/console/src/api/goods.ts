import { useQuery } from '@tanstack/react-query';
import { told } from '@tributary/client';
import { api } from './api.ts';

const goods = (sku: string) => ({ enabled: sku !== '', retry: false }) as const;

/** What the catalogue calls a SKU; nothing where it does not know it. */
export const useProductName = (sku: string): string | undefined =>
  useQuery({
    ...goods(sku),
    queryKey: ['product', sku],
    queryFn: ({ signal }) => told(api.GET('/v1/products/{sku}', { params: { path: { sku } }, signal })),
    staleTime: 5 * 60_000,
  }).data?.name;

/** Units of a SKU that can be sold now, over all locations; nothing until it is known. */
export const useAvailable = (sku: string): number | undefined =>
  useQuery({
    ...goods(sku),
    queryKey: ['availability', sku],
    queryFn: ({ signal }) => told(api.GET('/v1/availability', { params: { query: { sku } }, signal })),
  }).data?.items[0]?.available;

import { useQuery } from '@tanstack/react-query';
import { type Schemas, told } from '@tributary/client';
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

/** What can be sold of a SKU now, in all and from each location; nothing until it is known. */
export const useAvailability = (sku: string): Schemas['SkuAvailability'] | undefined =>
  useQuery({
    ...goods(sku),
    queryKey: ['availability', sku],
    queryFn: ({ signal }) => told(api.GET('/v1/availability', { params: { query: { sku } }, signal })),
  }).data?.items[0];

/** Units of a SKU that can be sold now, over all locations; nothing until it is known. */
export const useAvailable = (sku: string): number | undefined => useAvailability(sku)?.available;

/** A good of the catalogue, with what it is sold for where that was told. */
export type Product = Schemas['ProductOnFile'];

export const searchProducts = (q: string, signal: AbortSignal) =>
  told(api.GET('/v1/products', { params: { query: { q, limit: 10 } }, signal }));

import { type Schemas, type operations, told } from '@tributary/client';
import { type Page, api, from } from './api.ts';

/** One row of a list of orders; `total` in minor units of `currency`. One that was searched for says where it was found. */
export type OrderSummary = Schemas['FoundOrder'];

/** What a list of orders can be narrowed by; `from` and `to` are instants. */
export interface OrderFilter {
  readonly channel?: string;
  readonly status?: readonly string[];
  readonly location?: string;
  readonly customer?: string;
  readonly sku?: string;
  /** In this queue of orders that need a person. */
  readonly queue?: string;
  readonly sort?: 'newest' | 'oldest';
  /** Held for this reason. */
  readonly hold?: string;
  readonly from?: string;
  readonly to?: string;
}

type Query = NonNullable<operations['listOrders']['parameters']['query']>;

/** What is named; a field that is left empty narrows nothing. */
const narrowing = (filter: OrderFilter) =>
  Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''),
  ) as Query;

/** `spelling` where no order has the words as they were typed. */
export type OrderPart = Page<OrderSummary> & { readonly spelling?: 'close' };

/**
 * @param q terms that hold besides
 * @param zone where days in them begin; those of the viewer's calendar where left out
 */
export const listOrders = (
  filter: OrderFilter,
  cursor: string | undefined,
  signal: AbortSignal,
  q?: string,
  zone?: string,
): Promise<OrderPart> =>
  told(
    api.GET('/v1/orders', {
      params: {
        query: { ...narrowing(filter), ...(q !== undefined && asked(q, zone)), limit: 50, ...from(cursor) },
      },
      signal,
    }),
  );

const asked = (q: string, zone = new Intl.DateTimeFormat().resolvedOptions().timeZone) => ({ q, zone });

export const searchOrders = (q: string, signal: AbortSignal): Promise<OrderPart> =>
  told(api.GET('/v1/search', { params: { query: { q, limit: 50 } }, signal }));

/** All of a list as CSV, as it comes; `q` and `zone` as of `listOrders`. */
export const orderFile = async (
  filter: OrderFilter,
  signal: AbortSignal,
  q?: string,
  zone?: string,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> =>
  (await told(
    api.GET('/v1/orders', {
      params: { query: { ...narrowing(filter), ...(q !== undefined && asked(q, zone)) } },
      headers: { accept: 'text/csv' },
      parseAs: 'stream',
      signal,
    }),
  )) as ReadableStream<Uint8Array<ArrayBuffer>>;

import { request } from './request.ts';

export type OrderKind = 'order' | 'sale';

/** One row of a list of orders; `total` in minor units of `currency`. */
export interface OrderSummary {
  readonly orderId: string;
  readonly channel: string;
  readonly number: string;
  readonly kind: OrderKind;
  readonly status: string;
  readonly placedAt: string;
  readonly updatedAt: string;
  readonly customer?: { readonly id?: string; readonly name?: string; readonly email?: string };
  readonly currency: string;
  readonly total: number;
  readonly lines: number;
  readonly units: number;
  readonly locations: readonly string[];
  readonly imported?: true;
  readonly rev: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** What a list of orders can be narrowed by; `from` and `to` are instants. */
export interface OrderFilter {
  readonly channel?: string;
  readonly status?: readonly string[];
  readonly location?: string;
  readonly customer?: string;
  readonly sku?: string;
  readonly from?: string;
  readonly to?: string;
}

export const listOrders = (filter: OrderFilter, cursor: string | undefined, signal: AbortSignal) =>
  request<Page<OrderSummary>>('/v1/orders', { query: { ...filter, limit: 50, cursor }, signal });

export const searchOrders = (q: string, signal: AbortSignal) =>
  request<Page<OrderSummary>>('/v1/search', { query: { q, limit: 50 }, signal });

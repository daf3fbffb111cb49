import type { Page } from './orders.ts';
import { request } from './request.ts';

/** Goods that came back without a known order; amounts in minor units of `currency`. */
export interface UnmatchedReturn {
  readonly returnId: string;
  readonly at: string;
  readonly location?: string;
  readonly customer?: string | { readonly id?: string; readonly name?: string; readonly email?: string };
  readonly currency: string;
  readonly refund: number;
  readonly lines: readonly {
    readonly sku: string;
    readonly name?: string;
    readonly quantity: number;
    readonly refund?: number;
  }[];
  readonly charges?: readonly { readonly code: string; readonly name?: string; readonly amount: number }[];
}

export const listUnmatchedReturns = (cursor: string | undefined, signal: AbortSignal) =>
  request<Page<UnmatchedReturn>>('/v1/returns', { query: { limit: 50, cursor }, signal });

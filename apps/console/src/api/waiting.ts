import type { Page } from './orders.ts';
import { request } from './request.ts';

/** A message that came before what it needs, and is applied as soon as that is there. */
export interface WaitingMessage {
  readonly messageId: string;
  readonly messageType: string;
  readonly orderId: string;
  readonly waitsFor: string;
  /** When it happened, and since when it waits. */
  readonly at: string;
  readonly since: string;
}

export const listWaiting = (cursor: string | undefined, signal: AbortSignal) =>
  request<Page<WaitingMessage>>('/v1/waiting', { query: { limit: 50, cursor }, signal });

/** A location or SKU that a message named before anybody defined it. */
export interface UnknownName {
  readonly kind: 'location' | 'sku';
  readonly name: string;
  readonly messageType: string;
  readonly source: string;
  readonly since: string;
}

export const listUnknownNames = (signal: AbortSignal) =>
  request<Page<UnknownName>>('/v1/unknown-names', { query: { limit: 100 }, signal });

import type { OrderEvent } from './order-event.ts';
import type { WaitsFor } from './waiting.ts';

/** How an order takes a reported fact: applied, kept until what it needs is there, or kept without effect. */
export type Reading =
  | { readonly kind: 'applied'; readonly events: readonly OrderEvent[] }
  | { readonly kind: 'waits'; readonly waitsFor: WaitsFor }
  | { readonly kind: 'ignored'; readonly code: string; readonly reason: string };

export const applied = (...events: readonly OrderEvent[]): Reading => ({ kind: 'applied', events });
export const waits = (waitsFor: WaitsFor): Reading => ({ kind: 'waits', waitsFor });
export const ignored = (code: string, reason: string): Reading => ({ kind: 'ignored', code, reason });

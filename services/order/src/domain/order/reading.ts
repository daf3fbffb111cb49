import type { OrderEvent } from './order-event.ts';
import type { WaitsFor } from './waiting.ts';

/** How an order takes a reported fact: applied, kept until what it needs is there, or kept without effect. */
export type Reading =
  | { readonly kind: 'applied'; readonly events: readonly OrderEvent[]; readonly except?: WithoutEffect }
  | { readonly kind: 'waits'; readonly waitsFor: WaitsFor }
  | ({ readonly kind: 'ignored' } & WithoutEffect);

/** Why a message, or the part of it that could not be applied, is kept without effect. */
export interface WithoutEffect {
  readonly code: string;
  readonly reason: string;
}

export const applied = (...events: readonly OrderEvent[]): Reading => ({ kind: 'applied', events });
export const waits = (waitsFor: WaitsFor): Reading => ({ kind: 'waits', waitsFor });
export const ignored = (code: string, reason: string): Reading => ({ kind: 'ignored', code, reason });
/** Applied in part: the rest of the message is kept without effect. */
export const appliedExcept = (except: WithoutEffect, ...events: readonly OrderEvent[]): Reading => ({
  kind: 'applied',
  events,
  except,
});

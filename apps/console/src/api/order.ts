import type { OrderKind, Page } from './orders.ts';
import { request } from './request.ts';

export interface LineQuantities {
  readonly ordered: number;
  readonly cancelled: number;
  readonly allocated: number;
  readonly backordered: number;
  readonly fulfilled: number;
  readonly delivered: number;
  readonly returned: number;
  /** Missing where the customer was to collect them: somebody decides. */
  readonly undecided?: number;
  readonly leftThoughCancelled?: number;
  readonly surplus?: number;
  readonly returnedBeyond?: number;
}

export interface OrderLine {
  readonly lineId: string;
  readonly sku: string;
  readonly name?: string;
  readonly quantity: number;
  /** Major units as decimal text. */
  readonly unitPrice: string;
  readonly amount: number;
  readonly method: 'ship' | 'pickup' | 'carry-out';
  readonly pickupAt?: string;
  readonly quantities: LineQuantities;
}

export interface LineQuantity {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
}

export interface Shipment {
  readonly shipmentId: string;
  readonly carrier?: string;
  readonly tracking?: string;
  readonly status: string;
}

export interface Fulfilment {
  readonly fulfilmentId: string;
  /** Left out for goods that are not of our stock. */
  readonly location?: string;
  /** Another system decided it. */
  readonly elsewhere?: true;
  readonly method: string;
  readonly status: string;
  readonly lines: readonly LineQuantity[];
  readonly shipments: readonly Shipment[];
  readonly updatedAt: string;
}

export interface Address {
  readonly name?: string;
  readonly street?: string;
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  readonly country?: string;
}

export interface OrderMoney {
  readonly lines: number;
  readonly charges: number;
  readonly total: number;
  readonly authorised: number;
  readonly captured: number;
  readonly refunded: number;
  readonly owed: number;
}

export interface OrderReturn {
  readonly returnId: string;
  readonly location?: string;
  readonly at: string;
  readonly refund: number;
  /** Positive was charged with the return, negative was given back; part of `refund`. */
  readonly charges?: readonly { readonly code: string; readonly name?: string; readonly amount: number }[];
  readonly lines: readonly (LineQuantity & { readonly disposition?: string })[];
}

/** One order as it is now; every amount in minor units of `currency`. */
export interface Order {
  readonly orderId: string;
  readonly channel: string;
  readonly number: string;
  readonly kind: OrderKind;
  readonly status: string;
  readonly placedAt: string;
  readonly updatedAt: string;
  readonly businessDate?: string;
  readonly location?: string;
  readonly imported?: boolean;
  readonly customer?: {
    readonly id?: string;
    readonly name?: string;
    readonly email?: string;
    readonly phone?: string;
  };
  readonly shipTo?: Address;
  readonly currency: string;
  readonly money: OrderMoney;
  readonly lines: readonly OrderLine[];
  readonly charges: readonly { readonly code: string; readonly name?: string; readonly amount: number }[];
  readonly payments: readonly {
    readonly paymentId: string;
    readonly method?: string;
    readonly amount: number;
    readonly status: string;
  }[];
  readonly fulfilments: readonly Fulfilment[];
  readonly returns: readonly OrderReturn[];
  readonly waiting: readonly {
    readonly messageId: string;
    readonly messageType: string;
    readonly waitsFor: string;
    readonly at: string;
    readonly since: string;
  }[];
  /** Where an order has thousands of them: how many are not listed. */
  readonly more?: {
    readonly payments?: number;
    readonly fulfilments?: number;
    readonly returns?: number;
    readonly waiting?: { readonly messages: number };
  };
  readonly rev: number;
}

export interface TimelineEntry {
  readonly eventId: string;
  readonly type: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly source: string;
  readonly actor?: string;
  /** The key that handed it in, where its message names another actor. */
  readonly submittedBy?: string;
  readonly summary: string;
  readonly data: unknown;
  readonly version: number;
}

export interface Candidate {
  readonly location: string;
  readonly verdict: 'chosen' | 'costlier' | 'excluded';
  readonly reason?: string;
  readonly distanceKm?: number;
  /** Units it could sell when the decision was taken, by line. */
  readonly stock?: Readonly<Record<string, number>>;
}

export interface Decision {
  readonly decisionId: string;
  readonly attempt: number;
  readonly cause: string;
  readonly decidedAt: string;
  readonly ruleSet: { readonly ruleSetId: string; readonly version: number };
  readonly outcome: string;
  readonly fulfilments: readonly {
    readonly fulfilmentId: string;
    readonly location: string;
    readonly method: string;
    readonly lines: readonly LineQuantity[];
  }[];
  readonly unsourced: readonly (LineQuantity & { readonly reason: string })[];
  readonly cost?: {
    readonly currency: string;
    readonly total: number;
    readonly packages?: number;
    readonly units?: number;
    readonly distance?: number;
  };
  readonly candidates: readonly Candidate[];
  /** Locations beside the candidates, by the reason for which they lost. */
  readonly others?: readonly {
    readonly verdict: 'costlier' | 'excluded';
    readonly reason: string;
    readonly locations: number;
  }[];
}

const path = (orderId: string, part = '') => `/v1/orders/${encodeURIComponent(orderId)}${part}`;

export const readOrder = (orderId: string, signal: AbortSignal) => request<Order>(path(orderId), { signal });

export const readTimeline = (orderId: string, cursor: string | undefined, signal: AbortSignal) =>
  request<Page<TimelineEntry>>(path(orderId, '/timeline'), { query: { limit: 100, cursor }, signal });

export const readDecisions = (orderId: string, signal: AbortSignal) =>
  request<{ items: readonly Decision[] }>(path(orderId, '/decisions'), { signal });

export interface PickupDecision {
  readonly choice: 'wait' | 'ship' | 'collect-elsewhere' | 'cancel';
  readonly pickupAt?: string;
  readonly shipTo?: Address;
  readonly reason?: string;
}

export const decidePickup = (orderId: string, decision: PickupDecision) =>
  request<unknown>(`/v1/orders/${encodeURIComponent(orderId)}/pickup-decision`, {
    method: 'POST',
    body: decision,
  });

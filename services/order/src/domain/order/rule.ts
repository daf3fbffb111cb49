import type { InboundData, InboundTypeName } from '@tributary/contracts';
import type { Captured } from './order.ts';
import type { Reading } from './reading.ts';

/** Inbound message types that concern one order. */
export type OrderMessageType = Extract<
  InboundTypeName,
  `tributary.${'order' | 'sale' | 'payment' | 'refund' | 'fulfilment' | 'shipment' | 'pickup' | 'return'}.${string}`
>;

/** Those that place an order; all others wait for them. */
export type PlacingType = 'tributary.order.captured.v1' | 'tributary.sale.recorded.v1';

/** What the message says of itself. */
export interface Told {
  /** When it happened, UTC ISO 8601. */
  readonly occurredAt: string;
}

/** How an order that is known takes a message of one type. */
export type Rule<T extends OrderMessageType> = (data: InboundData<T>, order: Captured, told: Told) => Reading;

/** One room's part of the table from message type to rule. */
export type Rules = { readonly [T in OrderMessageType]?: Rule<T> };

/** The whole table: the compiler names a type that no room has a rule for. */
export type AllRules = { readonly [T in OrderMessageType]: Rule<T> };

import type { z } from 'zod';
import type { Service } from '../services.ts';
import { busFacts, gatewayFacts, type keyFacts, type webhookFacts } from './gateway.ts';
import { inventoryFacts } from './inventory.ts';
import { orderFacts } from './order.ts';
import { sourcingFacts } from './sourcing.ts';

/** Outbound topics, keyed by stream, by the service that owns the facts. */
export const factTopics = {
  order: 'tributary.order.v1',
  inventory: 'tributary.inventory.v1',
  sourcing: 'tributary.sourcing.v1',
  gateway: 'tributary.gateway.v1',
  bus: 'tributary.dead-letters.v1',
} as const;

/** The streams on each of these topics: the key of a message is the name of its stream. */
export const factStreams: Readonly<Record<keyof typeof factTopics, readonly string[]>> = {
  order: ['order-<orderId>', 'return-<returnId>'],
  inventory: ['stock-<sku>@<location>', 'allocation-<orderId>'],
  sourcing: ['sourcing-<orderId>', 'backorders-<sku>', 'backorder-queues', 'location-network'],
  gateway: ['quarantine-<messageId>', 'unknown-<name>'],
  bus: ['parked-<group>'],
};

export const facts = {
  order: orderFacts,
  inventory: inventoryFacts,
  sourcing: sourcingFacts,
  gateway: gatewayFacts,
  bus: busFacts,
} as const satisfies Partial<Record<Service | 'bus', Record<string, z.ZodType>>>;

type Data<F> = { [K in keyof F]: F[K] extends z.ZodType ? { type: K; data: z.infer<F[K]> } : never }[keyof F];

/** A fact's data before it is parsed: ids are plain strings. */
export type FactInput<
  S extends keyof typeof facts,
  T extends keyof (typeof facts)[S],
> = (typeof facts)[S][T] extends z.ZodType ? z.input<(typeof facts)[S][T]> : never;

export type OrderFact = Data<typeof orderFacts>;
export type InventoryFact = Data<typeof inventoryFacts>;
export type SourcingFact = Data<typeof sourcingFacts>;
export type GatewayFact = Data<typeof gatewayFacts>;
export type KeyFact = Data<typeof keyFacts>;
export type WebhookFact = Data<typeof webhookFacts>;
export type BusFact = Data<typeof busFacts>;
export type FactOf<F, T extends string> = Extract<F, { type: T }>;

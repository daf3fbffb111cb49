import { z } from 'zod';
import { Timestamp } from './envelope.ts';
import { orderStatuses } from './order-status.ts';

const Units = z.number().int();

/** What is at one location of one SKU, now; the key is `<sku>@<location>`. */
export const AvailabilityState = z.object({
  sku: z.string(),
  location: z.string(),
  onHand: Units,
  reserved: Units,
  available: Units,
  updatedAt: Timestamp,
});
export type AvailabilityState = z.infer<typeof AvailabilityState>;

/** One order as it is now, without anything about a person; the key is the order's id. Money in minor units. */
export const OrderState = z.object({
  orderId: z.string(),
  channel: z.string(),
  number: z.string(),
  kind: z.enum(['order', 'sale']),
  status: z.enum(orderStatuses as [string, ...string[]]),
  placedAt: Timestamp,
  updatedAt: Timestamp,
  currency: z.string(),
  total: Units,
  owed: Units,
  lines: z.array(z.object({ lineId: z.string(), sku: z.string(), quantity: z.number() })),
  fulfilments: z.array(z.object({ fulfilmentId: z.string(), location: z.string(), status: z.string() })),
  /** Version of the order's stream. */
  rev: Units,
});
export type OrderState = z.infer<typeof OrderState>;

/**
 * Compacted topics: the newest state for each key, for those who join late. The type of a message is
 * the name of its topic; a message without a value says that there is no such thing any more.
 */
export const stateTopics = {
  orders: 'tributary.state.orders.v1',
  availability: 'tributary.state.availability.v1',
} as const;

export const states = {
  [stateTopics.orders]: OrderState,
  [stateTopics.availability]: AvailabilityState,
} as const satisfies Record<string, z.ZodType>;

export const isStateTopic = (name: string): name is keyof typeof states => Object.hasOwn(states, name);

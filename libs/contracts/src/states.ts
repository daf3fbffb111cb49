import { z } from 'zod';
import { Timestamp } from './envelope.ts';
import { orderStatuses } from './order-status.ts';

const count = z.number().int();

/** What is at one location of one SKU, in units; the key is `<sku>@<location>`. */
export const StockState = z.object({
  sku: z.string().describe('The SKU.'),
  location: z.string().describe('The location.'),
  onHand: count.describe('Units that are there.'),
  reserved: count.describe('Units of these that are promised to orders.'),
  updatedAt: Timestamp.describe('When something last moved or was reserved.'),
  through: z
    .object({
      partition: z.string().describe('Of the bus.'),
      offset: count.describe('Position in the log of the service.'),
    })
    .describe(
      'The place on the bus up to which the level is folded: a partition of the facts, whose name ends in the epoch of the log, and a position in that log. Of one partition, a state whose position is below the one known is older.',
    ),
});
export type StockState = z.infer<typeof StockState>;

/** What changed about an order, without anything about a person; the key is the order's id. */
export const OrderState = z.object({
  orderId: z.string().describe('The order, `<channel>.<number>`.'),
  channel: z.string().describe('Where it came from.'),
  status: z.enum(orderStatuses).describe('How far it is.'),
  rev: count.describe('Version of the order’s stream.'),
});
export type OrderState = z.infer<typeof OrderState>;

/**
 * Compacted topics: the newest state of each key, for who joins late. The type of a message is the name
 * of its topic; a message without a value says that there is no such thing any more.
 */
export const stateTopics = {
  stock: 'tributary.state.stock.v1',
  orders: 'tributary.state.orders.v1',
} as const;

/** What lies on each of them. */
export const states = {
  [stateTopics.stock]: {
    data: StockState,
    key: '`<sku>@<location>`',
    summary: 'Stock of a SKU at a location',
  },
  [stateTopics.orders]: { data: OrderState, key: 'orderId', summary: 'An order that changed' },
} as const;

/** Whether a topic, or a type, is one of states. */
export const isStateTopic = (name: string): name is keyof typeof states => Object.hasOwn(states, name);

import { z } from 'zod';
import { orderFacts } from '../facts/order.ts';
import { CustomerUpdated, ProductUpdated } from '../inbound/reference-data.ts';
import { Address, customerParts } from '../inbound/shapes.ts';
import { type Answer, listOf, moment, orderId, pageOf, units } from './parts.ts';

export const OrdersInMinute = z.object({
  minute: moment.describe('Start of the minute, UTC.'),
  channels: z.record(z.string(), units).describe('Orders that were placed, by channel.'),
});
export type OrdersInMinute = Answer<typeof OrdersInMinute>;
export const OrdersPerMinute = z.object({
  minutes: z.array(OrdersInMinute).describe('Minutes in which orders were placed, oldest first.'),
});

/** How far a consumer group is. */
export const ConsumerGroup = z.object({
  group: z.string().describe('Names the group.'),
  lag: units.describe('Messages on the bus that it has not handled yet: an upper bound, as of a moment ago.'),
  position: z.int().describe('Grows with what it has handled; comparable only with itself.'),
  parked: units.describe('Messages that it could not handle after its retries.'),
  following: z.boolean().describe('It has caught up with what was on the bus when it started.'),
});
export const ConsumerGroupList = z.object({
  items: z.array(ConsumerGroup).describe('Every consumer group.'),
  unreachable: z
    .array(z.string())
    .optional()
    .describe('Services that did not answer; what is said leaves their groups out.'),
});

/** Goods that came back and belong to no known order. */
export const UnmatchedReturn = orderFacts['tributary.return.unmatched.v1'].extend({
  at: moment.describe('When they came back, UTC.'),
});
export type UnmatchedReturn = Answer<typeof UnmatchedReturn>;
export const UnmatchedReturns = pageOf(UnmatchedReturn, 'Returns, newest first.');

const updatedAt = moment.describe('When it was so, by who told it, UTC.');
export const ProductOnFile = ProductUpdated.extend({ updatedAt });
export const CustomerOnFile = z.object({
  ...CustomerUpdated.shape,
  updatedAt,
  orders: z.string().describe('Address of the list of their orders.'),
});

export const FoundProducts = listOf(ProductOnFile, 'Products, those told last first.');

const { id: customerId, ...contact } = customerParts;
/** Somebody who may be ringing. */
export const FoundCustomer = z.object({
  customerId,
  ...contact,
  addresses: z
    .array(Address)
    .describe('Where goods were sent last, then where the customer file says they may be.'),
  lastOrder: z
    .object({ orderId, placedAt: moment.describe('When it was placed, UTC.') })
    .optional()
    .describe('The newest order that is known of them.'),
});
export const FoundCustomers = listOf(
  FoundCustomer,
  'Those in the customer file, then those whom only orders tell of, who ordered last first.',
);

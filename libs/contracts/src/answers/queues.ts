import { z } from 'zod';
import { orderQueues } from '../order-queues.ts';
import { type Answer, listOf, moment } from './parts.ts';

/** Orders that need a person for one reason. */
export const OrderQueueCount = z.object({
  queue: z.enum(orderQueues).describe('What they need a person for.'),
  orders: z.int().min(0).max(99).describe('How many stand in it, at most 99.'),
  isMore: z.literal(true).optional().describe('There are more than are counted; left out where all are.'),
  oldest: moment
    .optional()
    .describe(
      'When the one at its head was placed, UTC: the one that was placed first, of `late` the one that is late for longest. Left out where none is.',
    ),
});
export type OrderQueueCount = Answer<typeof OrderQueueCount>;
export const OrderQueues = listOf(OrderQueueCount, 'Every queue.');

import { z } from 'zod';
import { OrderAnswer } from './order.ts';
import { type Answer, orderId } from './parts.ts';

const { rev, status } = OrderAnswer.shape;

/** What became of a command about one of several orders. */
export const OrderResult = z.discriminatedUnion('outcome', [
  z.object({ orderId, outcome: z.literal('done').describe('It is recorded.'), rev, status }),
  z.object({
    orderId,
    outcome: z
      .enum(['nothing-to-do', 'refused', 'unknown'])
      .describe(
        'The order was as it is wanted before; it cannot be done; or it is not known whether it was recorded, and is found out by sending it again under the same `Idempotency-Key`.',
      ),
    code: z
      .string()
      .describe(
        'Why, for programs, as the command about this order alone is refused: `not-held`, `not-found` …',
      ),
    detail: z.string().describe('Why, in words for people.'),
  }),
]);
export type OrderResult = Answer<typeof OrderResult>;

/** What became of a command about several orders. */
export const OrderResults = z.object({
  results: z.array(OrderResult).describe('One for each order, in the order in which they were named.'),
});

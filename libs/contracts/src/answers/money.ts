import { z } from 'zod';
import { type Answer, amount, currency, eventId, moment, orderId, pageOf } from './parts.ts';

/** How what is owed for an order adds up. */

const balance =
  'What is owed: `due − captured + refunded − goodwill`, still to be paid; below zero, owed to the customer';

/** One fact that moved an order’s money. */
export const MoneyStep = z.object({
  eventId,
  type: z.string().describe('What happened, e.g. `tributary.order.payment-captured.v1`.'),
  at: moment.describe('When it happened, UTC.'),
  what: z.string().describe('What happened, in a sentence for people.'),
  due: amount('What it made due more; below zero, less'),
  captured: amount('What it took'),
  refunded: amount('What it gave back'),
  goodwill: amount(
    'By how much more was then given back than was owed; below zero, where it made something of that owed after all',
  ),
  owed: amount('What is owed after it; below zero, owed to the customer'),
});
export type MoneyStep = Answer<typeof MoneyStep>;

export const ExplainedMoney = pageOf(
  MoneyStep,
  'What moved its money, in the order that it was recorded.',
).extend({
  orderId,
  rev: z.int().describe('Version of the order that this explains.'),
  currency,
  sums: z
    .object({
      due: amount('What is due for what stands of the order, less what was given back for returned goods'),
      captured: amount('What was taken'),
      refunded: amount('What was given back'),
      goodwill: amount('Of that, what was more than was owed: nobody owes it'),
      owed: amount(balance),
    })
    .describe('All of it together.'),
});

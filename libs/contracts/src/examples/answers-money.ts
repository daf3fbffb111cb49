import type * as money from '../answers/money.ts';
import { cursor, eventId, orderId, packedAt, placedAt, returnedAt, returnId, total } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

type MoneyAnswers = ExamplesOf<typeof money>;

const none = { due: 0, captured: 0, refunded: 0, goodwill: 0 };
const steps: MoneyAnswers['MoneyStep'] = [
  {
    eventId,
    type: 'tributary.order.placed.v2',
    at: placedAt,
    what: 'Placed',
    ...none,
    due: total,
    owed: total,
  },
  {
    eventId: '019cae11-7a11-7b52-9d3e-2f4a6c8e0b1d',
    type: 'tributary.order.payment-captured.v1',
    at: packedAt,
    what: 'Payment P-1 took money',
    ...none,
    captured: total,
    owed: 0,
  },
  {
    eventId: '019cd6e0-01c4-7f0a-8a77-6b5c4d3e2f10',
    type: 'tributary.order.returned.v1',
    at: returnedAt,
    what: `Return ${returnId}`,
    ...none,
    due: -890,
    refunded: 890,
    owed: 0,
  },
];

/** The order of the story, paid when its mugs left; one of them came back. */
export const moneyAnswers: MoneyAnswers = {
  MoneyStep: [steps[0]!, ...steps.slice(1)],
  ExplainedMoney: [
    {
      items: [...steps],
      next: cursor,
      orderId,
      rev: 14,
      currency: 'EUR',
      sums: { due: total - 890, captured: total, refunded: 890, goodwill: 0, owed: 0 },
    },
  ],
};

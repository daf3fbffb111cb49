import type * as segmentAnswersOf from '../answers/segments.ts';
import { segments } from './segments.ts';
import { cursor, customer, mug, placedAt } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

type Of = ExamplesOf<typeof segmentAnswersOf>;

const rfm: Of['RfmScores'][0] = {
  recency: { score: 5, days: 2 },
  frequency: { score: 4, orders: 6 },
  monetary: { score: 4, currency: 'EUR', value: 30_250 },
};

const champion: Of['SegmentStanding'][0] = {
  segmentId: 'champions',
  name: 'Champions',
  isIn: true,
  why: [
    { condition: { is: 'recency', from: 4 }, holds: true, figure: 5 },
    { condition: { is: 'frequency', from: 4 }, holds: true, figure: 4 },
    { condition: { is: 'monetary', from: 4 }, holds: true, figure: 4 },
  ],
};

const mugs: Of['SegmentStanding'][0] = {
  segmentId: 'mugs',
  name: 'Mugs, often',
  isIn: false,
  why: [
    { condition: { is: 'orders', from: 8, to: 20 }, holds: false, figure: 6, missesBy: 2 },
    { condition: { is: 'last-order', within: 90, over: 1 }, holds: true, figure: 2 },
    {
      condition: { is: 'value', currency: 'EUR', from: 5_000, to: 100_000 },
      holds: true,
      figure: 30_250,
    },
    { condition: { is: 'returned', from: 0, to: 20 }, holds: true, figure: 8.3 },
    { condition: { is: 'recency', from: 4, to: 5 }, holds: true, figure: 5 },
    { condition: { is: 'sku', names: ['MUG*'], how: 'any' }, holds: true, found: [mug] },
  ],
};

const inIt: Of['SegmentCustomer'][0] = {
  customerId: customer.id,
  name: customer.name,
  email: customer.email,
  orders: 6,
  lastOrder: placedAt,
  rfm,
};

export const segmentAnswers: Of = {
  SegmentsAnswer: [segments],
  RfmScores: [rfm],
  SegmentStanding: [champion, mugs],
  SegmentCustomer: [inIt],
  SegmentCustomers: [{ items: [inIt] }, { items: [], next: cursor }],
  SegmentsPreview: [
    {
      customers: 100,
      segments: [
        {
          segmentId: 'champions',
          name: 'Champions',
          customers: 12,
          examples: [{ customerId: customer.id, name: customer.name }],
        },
      ],
      suggestedRfm: segments.rfm,
    },
  ],
  CustomerSegments: [
    { customerId: customer.id, at: placedAt, orders: 7, rfm, segments: [champion, mugs] },
    { customerId: customer.id, at: placedAt, orders: 400, more: true, segments: [] },
  ],
};

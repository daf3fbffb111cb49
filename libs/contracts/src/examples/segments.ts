import type { z } from 'zod';
import type { Segments } from '../facts/segments.ts';
import { mug } from './story.ts';

/** Two by scores, and those whom an own question finds. */
export const segments: z.input<typeof Segments> = {
  rfm: {
    recencyDays: [14, 45, 120, 365],
    orders: [2, 3, 5, 8],
    currency: 'EUR',
    value: [5_000, 10_000, 25_000, 60_000],
  },
  segments: [
    {
      segmentId: 'champions',
      name: 'Champions',
      conditions: [
        { is: 'recency', from: 4 },
        { is: 'frequency', from: 4 },
        { is: 'monetary', from: 4 },
      ],
    },
    {
      segmentId: 'at-risk',
      name: 'At risk',
      conditions: [
        { is: 'recency', to: 2 },
        { is: 'frequency', from: 3 },
      ],
    },
    {
      segmentId: 'mugs-at-a-till',
      name: 'Collect mugs in Leeds',
      conditions: [
        { is: 'orders', from: 2, to: 20 },
        { is: 'last-order', within: 90, over: 7 },
        { is: 'value', currency: 'EUR', from: 5_000, to: 100_000 },
        { is: 'returned', from: 0, to: 20 },
        { is: 'sku', names: [mug, 'MUG*'], how: 'any' },
        { is: 'store', names: ['leeds'], how: 'most' },
        { is: 'open-orders', to: 0 },
      ],
    },
  ],
};

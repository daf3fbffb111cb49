import type { z } from 'zod';
import type { SourcingInquiry } from '../inbound/sourcing-inquiry.ts';
import { address, mug, orderId, teapot } from './story.ts';

type Asked = z.input<typeof SourcingInquiry>;

/** What a caller wants sent and collected, and a third mug for an order that is there. */
export const sourcingInquiryExamples: readonly [Asked, Asked] = [
  {
    channel: 'phone',
    shipTo: address,
    lines: [
      { lineId: '1', sku: mug, quantity: 2 },
      { lineId: '2', sku: teapot, quantity: 1, method: 'pickup', pickupAt: 'york' },
    ],
  },
  {
    orderId,
    channel: 'web',
    shipTo: address,
    lines: [{ lineId: '1', sku: mug, quantity: 1, method: 'ship' }],
  },
];

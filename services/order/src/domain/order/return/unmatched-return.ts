import type { OrderFact, ReturnReceived } from '@tributary/contracts';
import { refundOf } from './refund.ts';

export type ReturnEvent = Extract<OrderFact, { type: `tributary.return.${string}` }>;

export const streamOf = (returnId: string): string => `return-${returnId}`;

/** A blind return: goods that came back and name no order. It is kept whole, for someone to look at. */
export const recordUnmatched = (data: ReturnReceived): ReturnEvent => {
  const charges = data.charges ?? [];
  const { returnId, location, currency, customer, reason } = data;
  return {
    type: 'tributary.return.unmatched.v1',
    data: {
      returnId,
      ...(location && { location }),
      currency,
      ...(customer && { customer }),
      lines: data.lines.map(({ lineId: _, disposition = 'restock', ...line }) => ({ ...line, disposition })),
      charges,
      refund: refundOf(data),
      ...(reason && { reason }),
    },
  };
};

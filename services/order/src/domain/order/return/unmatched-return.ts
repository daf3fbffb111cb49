import type { OrderFact, ReturnReceived } from '@tributary/contracts';

export type ReturnEvent = Extract<OrderFact, { type: `tributary.return.${string}` }>;

export const streamOf = (returnId: string): string => `return-${returnId}`;

/** A blind return: goods that came back and name no order. It is kept whole, for someone to look at. */
export const recordUnmatched = (data: ReturnReceived): ReturnEvent => {
  const charges = data.charges ?? [];
  const given =
    data.lines.reduce((sum, { refund = 0 }) => sum + refund, 0) +
    charges.reduce((sum, { amount }) => sum + amount, 0);
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
      refund: given,
      ...(reason && { reason }),
    },
  };
};

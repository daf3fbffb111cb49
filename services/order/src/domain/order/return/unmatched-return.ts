import type { FactOf, OrderFact, ReturnReceived } from '@tributary/contracts';
import { alreadyReturned } from './take-back.ts';
import { refundOf } from './refund.ts';

export type ReturnEvent = Extract<OrderFact, { type: `tributary.return.${string}` }>;

export const streamOf = (returnId: string): string => `return-${returnId}`;

/** Whether the blind return of a stream is known. */
export const returnFold = {
  initialState: false,
  evolve: (known: boolean, { type }: ReturnEvent): boolean =>
    known || type === 'tributary.return.unmatched.v1',
};

/**
 * A blind return: goods that came back and name no order. It is kept whole, for someone to look at. Stock
 * follows it, so that told again it is kept without effect.
 */
export const takeInUnmatched = (
  data: ReturnReceived,
  known: boolean,
  message: { readonly messageId: string; readonly messageType: string },
): ReturnEvent => {
  const { returnId } = data;
  return known
    ? {
        type: 'tributary.return.fact-ignored.v1',
        data: { returnId, ...message, ...alreadyReturned(returnId) },
      }
    : recordUnmatched(data);
};

/** Goods that came back and name no order. */
export type Unmatched = FactOf<OrderFact, 'tributary.return.unmatched.v1'>['data'];

/** What came back, as it is told, with why each good did where that is known. */
interface CameBack extends Omit<ReturnReceived, 'lines'> {
  readonly lines: readonly (ReturnReceived['lines'][number] & Pick<Unmatched['lines'][number], 'reason'>)[];
}

/** The fact that goods came back which name no order; what was given for them is the sum of their lines. */
export const recordUnmatched = (data: CameBack, more: Pick<Unmatched, 'givenAs'> = {}): ReturnEvent => {
  const charges = data.charges ?? [];
  const { returnId, location, currency, customer, reason } = data;
  return {
    type: 'tributary.return.unmatched.v1',
    data: {
      returnId,
      ...(location && { location }),
      currency,
      ...(customer && { customer }),
      lines: data.lines.map(({ lineId: _, orderId: __, disposition = 'restock', ...line }) => ({
        ...line,
        disposition,
      })),
      charges,
      refund: refundOf(data as ReturnReceived),
      ...more,
      ...(reason && { reason }),
    },
  };
};

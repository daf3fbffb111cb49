import type { OrderSummary } from '../api/orders.ts';
import type { BulkCommand, OrderResult } from '../api/queues.ts';
import { t } from '../words/words.ts';

/** What is to be done with several orders. */
export interface Wish {
  readonly action: BulkCommand['action'];
  /** For what they are held or released; of all they are held for where that is empty. Why they are cancelled. */
  readonly reason: string;
  /** What whoever looks into it should know; nothing for a cancellation. */
  readonly note: string;
}

type Named = Pick<OrderSummary, 'orderId' | 'heldFor'>;

const releases = ({ reason, note }: Wish, orders: readonly Named[]): BulkCommand[] => {
  const reasons = reason === '' ? [...new Set(orders.flatMap(({ heldFor = [] }) => heldFor))] : [reason];
  return reasons.map((one) => ({
    action: 'release',
    orders: orders
      .filter(({ heldFor = [] }) => reason !== '' || heldFor.includes(one))
      .map(({ orderId }) => orderId),
    reason: one,
    ...(note !== '' && { note }),
  }));
};

/** The commands that do it: orders are released from one reason at a time. */
export const commandsOf = (wish: Wish, orders: readonly Named[]): readonly BulkCommand[] => {
  const { action, reason, note } = wish;
  const ids = orders.map(({ orderId }) => orderId);
  switch (action) {
    case 'release':
      return releases(wish, orders);
    case 'hold':
      return [{ action, orders: ids, reason, ...(note !== '' && { note }) }];
    case 'cancel':
      return [{ action, orders: ids, ...(reason !== '' && { reason }) }];
    default:
      return action satisfies never;
  }
};

const rank: Readonly<Record<OrderResult['outcome'], number>> = {
  'nothing-to-do': 0,
  done: 1,
  refused: 2,
  unknown: 3,
};

const worse = (one: OrderResult, other: OrderResult): OrderResult =>
  rank[other.outcome] >= rank[one.outcome] ? other : one;

/** One result an order, in their order: what went wrong goes before what went well. */
export const merged = (
  orders: readonly Pick<OrderSummary, 'orderId'>[],
  answers: readonly OrderResult[],
): readonly OrderResult[] =>
  orders.flatMap(({ orderId }) => {
    const own = answers.filter((one) => one.orderId === orderId);
    return own.length > 0
      ? [own.reduce(worse)]
      : [
          {
            orderId,
            outcome: 'nothing-to-do' as const,
            code: 'not-held',
            detail: t('It is held for nothing.'),
          },
        ];
  });

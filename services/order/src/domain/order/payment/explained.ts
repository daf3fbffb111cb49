import type { MoneyStep } from '@tributary/contracts';
import { type Order, type OrderEvent, evolve } from '../order.ts';
import { balanceNow } from './owed.ts';

type EventOf<T extends OrderEvent['type']> = Extract<OrderEvent, { readonly type: T }>;
type Words = { readonly [T in OrderEvent['type']]?: (data: EventOf<T>['data']) => string };

const because = (reason: string | undefined): string => (reason ? ` (${reason})` : '');

/** Facts that may move money, and what people are told of them. All others leave every sum as it is. */
const words = {
  'tributary.order.placed.v2': ({ kind }) => (kind === 'sale' ? 'Sold' : 'Placed'),
  'tributary.order.history-completed.v1': () => 'The rest of it was told',
  'tributary.order.changed.v1': ({ reason }) => `Changed${because(reason)}`,
  'tributary.order.cancelled.v1': ({ reason }) => `Cancelled${because(reason)}`,
  'tributary.order.rejected.v1': ({ reason }) => `Refused for want of stock${because(reason)}`,
  'tributary.order.payment-captured.v1': ({ paymentId }) => `Payment ${paymentId} took money`,
  'tributary.order.refunded.v1': ({ refundId, paymentId, exchangedFor, reason }) =>
    exchangedFor
      ? `What came back paid for ${exchangedFor}${because(reason)}`
      : `Refund ${refundId} gave back${paymentId ? ` by payment ${paymentId}` : ''}${because(reason)}`,
  'tributary.order.returned.v1': ({ returnId, reason }) => `Return ${returnId}${because(reason)}`,
} satisfies Words;

/** What is said of an order’s money, in minor units of its currency. */
export interface MoneySaid {
  /** For what stands of it, less what was given back for returned goods. */
  readonly due: number;
  readonly captured: number;
  readonly refunded: number;
  /** Of what was given back, what was more than was owed: nobody owes it. */
  readonly goodwill: number;
  /** `due − captured + refunded − goodwill`: still to be paid; below zero, owed to the customer. */
  readonly owed: number;
}

const nothingSaid: MoneySaid = { due: 0, captured: 0, refunded: 0, goodwill: 0, owed: 0 };

/** What an order says of its money. */
export const moneySaid = (order: Order): MoneySaid => {
  if (order.stage === 'not-captured') return nothingSaid;
  const { captured, refunded } = order;
  const { due, goodwill, owed } = balanceNow(order);
  return { due, captured, refunded, goodwill, owed };
};

/** A fact of an order as it is recorded. */
export type RecordedFact = OrderEvent & { readonly id: string; readonly time: string };

export interface Explained {
  readonly order: Order;
  /** Left out where the fact moved nothing. */
  readonly step?: MoneyStep;
}

/** An order after a fact, and what that fact did to its money. */
export const explained = (before: Order, fact: RecordedFact): Explained => {
  const order = evolve(before, fact);
  const say = (words as Words)[fact.type] as ((data: unknown) => string) | undefined;
  if (!say) return { order };
  const [was, is] = [moneySaid(before), moneySaid(order)];
  const moved = {
    due: is.due - was.due,
    captured: is.captured - was.captured,
    refunded: is.refunded - was.refunded,
    goodwill: is.goodwill - was.goodwill,
  };
  const isPlacing = fact.type === 'tributary.order.placed.v2';
  if (!isPlacing && Object.values(moved).every((minor) => minor === 0)) return { order };
  const { id: eventId, type, time: at, data } = fact;
  return { order, step: { eventId, type, at, what: say(data), ...moved, owed: is.owed } };
};

import { type RefundOrder, type Tender, amountText, routeOf } from '@tributary/contracts';
import { type Decision, type Refusal, accept, refuse } from '@tributary/event-store';
import type { Captured, OrderEvent } from '../order.ts';
import { refundable } from './refundable.ts';
import { openRequests } from './requests.ts';

type Requested = Extract<OrderEvent, { type: 'tributary.order.refund-requested.v1' }>['data'];

/**
 * Somebody asks for money to be given back: by the payment that is named, else as it came. No payment is
 * asked for more than it took, less what it gave back and what it is asked for already; nor are all together.
 */
export const askRefund = (asked: RefundOrder, order: Captured): Decision<OrderEvent, Refusal> => {
  const { amount, reason, paymentId, goodwill } = asked;
  const tenders = tendersOf(order);
  const able = paymentId === undefined ? tenders : tenders.filter((one) => one.paymentId === paymentId);
  const left = able.map((one) => ({ paymentId: one.paymentId, amount: leftOf(one) }));
  const most = Math.min(sumOf(left), refundable(order) - sumOf(openRequests(order)));
  if (amount > most) return notRefundable(most, left, order, paymentId);
  return accept({
    type: 'tributary.order.refund-requested.v1',
    data: {
      orderId: order.orderId,
      refunds: partsOf(amount, able, order),
      amount,
      reason,
      ...(goodwill && { goodwill }),
    },
  });
};

const sumOf = (parts: readonly { readonly amount: number }[]): number =>
  parts.reduce((sum, { amount }) => sum + amount, 0);

/** The payments, with what each gave back or is asked to as if all of it had named it. */
const tendersOf = (order: Captured): readonly Tender[] => {
  const tenders = [...order.payments].map(([paymentId, { captured, refunded, capturedAt = '' }]) => ({
    paymentId,
    captured,
    named: refunded,
    capturedAt,
  }));
  const byName = tenders.reduce((sum, { named }) => sum + named, 0);
  const given = routeOf(tenders, order.refunded - byName);
  const asked = Map.groupBy(openRequests(order), ({ paymentId }) => paymentId);
  return tenders.map((one) => ({
    ...one,
    named: given.get(one.paymentId)! + sumOf(asked.get(one.paymentId) ?? []),
  }));
};

const leftOf = ({ captured, named }: Tender): number => Math.max(0, captured - named);

/** One for each payment. They are named by the version that they were asked for at, so that no two are alike. */
const partsOf = (amount: number, tenders: readonly Tender[], order: Captured): Requested['refunds'] => {
  const route = routeOf(tenders, amount);
  return tenders
    .toSorted(
      (one, other) => Number(one.capturedAt > other.capturedAt) - Number(one.capturedAt < other.capturedAt),
    )
    .map(({ paymentId, named }) => ({ paymentId, part: route.get(paymentId)! - named }))
    .filter(({ part }) => part > 0)
    .map(({ paymentId, part }, index) => {
      const method = order.payments.get(paymentId)?.method;
      return {
        refundId: `RR-${order.rev}-${index + 1}` as Requested['refunds'][number]['refundId'],
        paymentId: paymentId as Requested['refunds'][number]['paymentId'],
        ...(method !== undefined && { method }),
        amount: part,
      };
    });
};

const notRefundable = (
  most: number,
  left: readonly { readonly paymentId: string; readonly amount: number }[],
  { currency }: Captured,
  paymentId: string | undefined,
): Decision<OrderEvent, Refusal> =>
  refuse({
    code: 'not-refundable',
    reason: `${amountText(Math.max(0, most), currency)} can be given back${paymentId === undefined ? '' : ` by payment ${paymentId}`}.`,
    details: { most: Math.max(0, most), left: left.filter(({ amount }) => amount > 0) },
  });

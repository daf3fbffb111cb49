import type { Payments } from './payments.ts';

/**
 * The bound `refunded ≤ captured`: what may still be given back, in minor units. Whatever would give
 * back more waits for the payment that makes it true.
 */
export const refundable = ({ captured, refunded }: Pick<Payments, 'captured' | 'refunded'>): number =>
  captured - refunded;

/**
 * The same for one payment: no more than it took, less the refunds that name it. Refunds that name none
 * do not count against it as long as other payments took enough for them, which the bound of the whole
 * order sees to. So both bounds hold for the same refunds in whatever order they are told.
 */
export const refundableBy = (order: Payments, paymentId: string): number => {
  const { captured, refunded } = order.payments.get(paymentId) ?? { captured: 0, refunded: 0 };
  return Math.min(refundable(order), captured - refunded);
};

import type { OrderPlaced } from '@tributary/contracts';
import type { Changes } from '../order-event.ts';

/** Money set aside, taken and given back, in minor units of the order's currency. */
export interface Payments {
  readonly payments: Readonly<Record<string, PaymentState>>;
  /** Taken and given back, over all payments. */
  readonly captured: number;
  readonly refunded: number;
  readonly refundIds: readonly string[];
}

export interface PaymentState {
  readonly authorised: number;
  readonly captured: number;
}

export const placedPayments = ({ payments }: OrderPlaced): Payments => ({
  payments: Object.fromEntries(
    payments.map(({ paymentId, amount, status }) => [
      paymentId,
      { authorised: amount, captured: status === 'captured' ? amount : 0 },
    ]),
  ),
  captured: payments.reduce((sum, { amount, status }) => sum + (status === 'captured' ? amount : 0), 0),
  refunded: 0,
  refundIds: [],
});

/** An id such as `constructor` is an id like any other. */
export const paymentOf = (
  { payments }: Pick<Payments, 'payments'>,
  paymentId: string,
): PaymentState | undefined => (Object.hasOwn(payments, paymentId) ? payments[paymentId] : undefined);

const withPayment = (part: Payments, paymentId: string, payment: PaymentState): Partial<Payments> => ({
  payments: { ...part.payments, [paymentId]: payment },
  captured: part.captured + payment.captured - (paymentOf(part, paymentId)?.captured ?? 0),
});

export const paymentChanges = {
  'tributary.order.payment-authorised.v1': (part, { data: { paymentId, amount } }) =>
    withPayment(part, paymentId, { authorised: amount, captured: 0 }),
  'tributary.order.payment-captured.v1': (part, { data: { paymentId, amount } }) =>
    withPayment(part, paymentId, { authorised: amount, captured: amount }),
  'tributary.order.refunded.v1': (part, { data: { refundId, amount } }) => ({
    refunded: part.refunded + amount,
    refundIds: [...part.refundIds, refundId],
  }),
  'tributary.order.returned.v1': (part, { data: { refund } }) => ({
    refunded: part.refunded + refund,
  }),
} satisfies Changes<Payments>;

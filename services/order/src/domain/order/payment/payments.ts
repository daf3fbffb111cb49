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
  /** The most that was set aside, as told; zero when no authorisation was told. */
  readonly authorised: number;
  /** The sum of its captures. */
  readonly captured: number;
  readonly captures: readonly Capture[];
}

/** One taking of money. Neither id nor time is known of what the order was placed with. */
export interface Capture {
  readonly amount: number;
  readonly captureId?: string | undefined;
  /** UTC ISO 8601. */
  readonly at?: string | undefined;
}

const nothingKnown: PaymentState = { authorised: 0, captured: 0, captures: [] };

export const placedPayments = ({ payments }: OrderPlaced): Payments => ({
  payments: Object.fromEntries(
    payments.map(({ paymentId, amount, status }) => [
      paymentId,
      status === 'captured'
        ? { authorised: 0, captured: amount, captures: [{ amount }] }
        : { ...nothingKnown, authorised: amount },
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

/** Set aside for a payment, in minor units: what was told, and never less than was taken. */
export const authorisedOf = ({ authorised, captured }: PaymentState): number =>
  Math.max(authorised, captured);

/**
 * Whether this capture of a payment is known. An id tells captures apart; without one the time and
 * the amount do. What the order was placed with has neither: the amount alone says that it is told again.
 */
export const isRepeat = (told: Capture, { captures }: PaymentState): boolean =>
  captures.some((known) => isSame(known, told));

const isSame = (known: Capture, told: Capture): boolean => {
  if (known.captureId === undefined && known.at === undefined) return known.amount === told.amount;
  if (known.captureId !== undefined || told.captureId !== undefined)
    return known.captureId === told.captureId;
  return known.at === told.at && known.amount === told.amount;
};

const withPayment = (
  part: Payments,
  paymentId: string,
  change: (payment: PaymentState) => Partial<PaymentState>,
): Pick<Payments, 'payments'> => {
  const payment = paymentOf(part, paymentId) ?? nothingKnown;
  return { payments: { ...part.payments, [paymentId]: { ...payment, ...change(payment) } } };
};

export const paymentChanges = {
  'tributary.order.payment-authorised.v1': (part, { data: { paymentId, amount } }) =>
    withPayment(part, paymentId, ({ authorised }) => ({ authorised: Math.max(authorised, amount) })),
  'tributary.order.payment-captured.v1': (part, { data, time }) => {
    const { paymentId, captureId, amount, capturedAt: at = time } = data;
    return {
      ...withPayment(part, paymentId, ({ captured, captures }) => ({
        captured: captured + amount,
        captures: [...captures, { amount, captureId, at }],
      })),
      captured: part.captured + amount,
    };
  },
  'tributary.order.refunded.v1': (part, { data: { refundId, amount } }) => ({
    refunded: part.refunded + amount,
    refundIds: [...part.refundIds, refundId],
  }),
  'tributary.order.returned.v1': (part, { data: { refund } }) => ({
    refunded: part.refunded + refund,
  }),
} satisfies Changes<Payments>;

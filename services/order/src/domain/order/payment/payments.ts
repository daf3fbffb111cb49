import type { OrderPlaced } from '@tributary/contracts';
import { Map as ImmutableMap, Set as ImmutableSet } from 'immutable';
import type { Changes } from '../order-event.ts';

/** Money set aside, taken and given back, in minor units of the order's currency. */
export interface Payments {
  readonly payments: ImmutableMap<string, PaymentState>;
  /** Taken and given back, over all payments. */
  readonly captured: number;
  readonly refunded: number;
  /** Of what was given back, what was for returned goods that were due. */
  readonly refundedForReturns: number;
  /** Not due any more for goods that were taken back at a desk. */
  readonly credited: number;
  readonly refundIds: ImmutableSet<string>;
}

export interface PaymentState {
  /** The most that was set aside, as told; zero when no authorisation was told. */
  readonly authorised: number;
  /** The sum of its captures. */
  readonly captured: number;
  /** The sum of the refunds that name it. */
  readonly refunded: number;
  /** What tells its captures from others: see `isRepeat`. */
  readonly captures: ImmutableSet<string>;
  /** When it first took money, UTC ISO 8601. */
  readonly capturedAt?: string;
  /** How it is paid, where that was told. */
  readonly method?: string;
  /** Nothing is set aside any more but what was taken. */
  readonly ended?: Ended;
}

/** Given up by us, or run out by itself. */
export type Ended = 'voided' | 'expired';

/** One taking of money. Neither id nor time is known of what the order was placed with. */
export interface Capture {
  readonly amount: number;
  readonly captureId?: string | undefined;
  /** UTC ISO 8601. */
  readonly at?: string | undefined;
}

const nothingKnown: PaymentState = { authorised: 0, captured: 0, refunded: 0, captures: ImmutableSet() };

/** @param at when the order was placed, UTC ISO 8601 */
export const placedPayments = ({ payments }: OrderPlaced, at: string | undefined): Payments => ({
  payments: ImmutableMap(
    payments.map(({ paymentId, method, amount, status }) => [
      paymentId,
      status === 'captured'
        ? {
            ...nothingKnown,
            method,
            captured: amount,
            captures: ImmutableSet.of(keyOf({ amount })),
            ...(at !== undefined && { capturedAt: at }),
          }
        : { ...nothingKnown, method, authorised: amount },
    ]),
  ),
  captured: payments.reduce((sum, { amount, status }) => sum + (status === 'captured' ? amount : 0), 0),
  refunded: 0,
  refundedForReturns: 0,
  credited: 0,
  refundIds: ImmutableSet(),
});

/** Set aside for a payment, in minor units: what was told until it ended, and never less than was taken. */
export const authorisedOf = ({ authorised, captured, ended }: PaymentState): number =>
  ended ? captured : Math.max(authorised, captured);

/**
 * Whether this capture of a payment is known. An id tells captures apart; without one the time and
 * the amount do. What the order was placed with has neither: the amount alone says that it is told again.
 */
export const isRepeat = (told: Capture, { captures }: PaymentState): boolean =>
  captures.has(keyOf(told)) || captures.has(keyOf({ amount: told.amount }));

const keyOf = ({ captureId, at, amount }: Capture): string => {
  if (captureId !== undefined) return `id ${captureId}`;
  return at === undefined ? `${amount}` : `${amount} at ${at}`;
};

const earlier = (one: string, other = one): string => (other < one ? other : one);

const withPayment = (
  part: Payments,
  paymentId: string,
  change: (payment: PaymentState) => Partial<PaymentState>,
): Pick<Payments, 'payments'> => {
  const payment = part.payments.get(paymentId, nothingKnown);
  return { payments: part.payments.set(paymentId, { ...payment, ...change(payment) }) };
};

export const paymentChanges = {
  'tributary.order.payment-authorised.v1': (part, { data: { paymentId, amount, method } }) =>
    withPayment(part, paymentId, ({ authorised }) => ({
      authorised: Math.max(authorised, amount),
      ...(method !== undefined && { method }),
    })),
  'tributary.order.payment-captured.v1': (part, { data, time }) => {
    const { paymentId, captureId, amount, method, capturedAt: at = time } = data;
    return {
      ...withPayment(part, paymentId, ({ captured, captures, capturedAt }) => ({
        captured: captured + amount,
        captures: captures.add(keyOf({ amount, captureId, at })),
        ...(at !== undefined && { capturedAt: earlier(at, capturedAt) }),
        ...(method !== undefined && { method }),
      })),
      captured: part.captured + amount,
    };
  },
  'tributary.order.payment-voided.v1': (part, { data: { paymentId } }) =>
    withPayment(part, paymentId, () => ({ ended: 'voided' })),
  'tributary.order.payment-expired.v1': (part, { data: { paymentId } }) =>
    withPayment(part, paymentId, () => ({ ended: 'expired' })),
  'tributary.order.refunded.v1': (part, { data: { refundId, paymentId, amount } }) => ({
    ...(paymentId !== undefined &&
      withPayment(part, paymentId, ({ refunded }) => ({ refunded: refunded + amount }))),
    refunded: part.refunded + amount,
    refundIds: part.refundIds.add(refundId),
  }),
  'tributary.order.returned.v1': (part, { data: { refund, credited = 0 } }) => ({
    refunded: part.refunded + refund,
    credited: part.credited + credited,
  }),
} satisfies Changes<Payments>;

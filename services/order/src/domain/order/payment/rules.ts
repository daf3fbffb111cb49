import type { OrderMessageType, Rule, Rules } from '../rule.ts';
import { ignored } from '../reading.ts';
import {
  authorise,
  capturePayment,
  expirePayment,
  failPayment,
  failRefund,
  refund,
  voidPayment,
} from './pay.ts';

type PaymentMessageType = Extract<OrderMessageType, `tributary.${'payment' | 'refund'}.${string}`>;

/**
 * Money in another currency than the order's says nothing about the order's money: an amount of it would
 * be counted as so many minor units of the order's.
 */
const inItsCurrency =
  <T extends PaymentMessageType>(rule: Rule<T>): Rule<T> =>
  (data, order, told) =>
    data.currency === undefined || data.currency === order.currency
      ? rule(data, order, told)
      : ignored('other-currency', `It is in ${data.currency}: the order is in ${order.currency}.`);

export const paymentRules = {
  'tributary.payment.authorised.v1': inItsCurrency(authorise),
  'tributary.payment.captured.v1': inItsCurrency(capturePayment),
  'tributary.payment.failed.v1': inItsCurrency(failPayment),
  'tributary.payment.voided.v1': inItsCurrency(voidPayment),
  'tributary.payment.expired.v1': inItsCurrency(expirePayment),
  'tributary.refund.issued.v1': inItsCurrency(refund),
  'tributary.refund.failed.v1': inItsCurrency(failRefund),
} satisfies Rules;

import type { Rules } from '../rule.ts';
import { authorise, capturePayment, expirePayment, failPayment, refund, voidPayment } from './pay.ts';

export const paymentRules = {
  'tributary.payment.authorised.v1': authorise,
  'tributary.payment.captured.v1': capturePayment,
  'tributary.payment.failed.v1': failPayment,
  'tributary.payment.voided.v1': voidPayment,
  'tributary.payment.expired.v1': expirePayment,
  'tributary.refund.issued.v1': refund,
} satisfies Rules;

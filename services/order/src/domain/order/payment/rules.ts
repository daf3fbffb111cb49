import type { Rules } from '../rule.ts';
import { authorise, capturePayment, failPayment, refund } from './pay.ts';

export const paymentRules = {
  'tributary.payment.authorised.v1': authorise,
  'tributary.payment.captured.v1': capturePayment,
  'tributary.payment.failed.v1': failPayment,
  'tributary.refund.issued.v1': refund,
} satisfies Rules;

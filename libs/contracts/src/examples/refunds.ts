import type { z } from 'zod';
import type { RefundOrder } from '../inbound/payments.ts';
import { askedRefund } from './story.ts';

/** A mug arrived chipped: Ada Lovelace keeps it, and gets some of its price back. */
export const refundExamples: readonly z.input<typeof RefundOrder>[] = [
  { amount: askedRefund.amount, reason: 'One mug was chipped.', goodwill: true },
  { amount: 990, reason: 'She called off one mug.', paymentId: askedRefund.paymentId },
];

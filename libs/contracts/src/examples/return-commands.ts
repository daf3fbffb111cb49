import type { z } from 'zod';
import type { ReturnPolicy } from '../facts/return-policy.ts';
import type {
  AuthoriseReturn,
  CallOffReturn,
  ReceiveBlindReturn,
  ReceiveReturn,
} from '../inbound/return-commands.ts';
import { unmatchedReturn } from './facts-order.ts';

const policy: z.input<typeof ReturnPolicy> = {
  days: 30,
  reasons: [
    { code: 'changed-mind', name: 'Changed their mind', feePercent: 10 },
    { code: 'withdrawal', name: 'Withdrawal by the consumer', days: 14, givesBackCharges: true },
  ],
  withdrawalDays: 30,
  noWithdrawal: { skus: ['MUG-ENGRAVED'] },
};
const authorising: readonly z.input<typeof AuthoriseReturn>[] = [
  {
    lines: [{ lineId: '1', quantity: 1, reason: 'changed-mind' }],
    location: 'leeds',
    note: 'She brings it on Saturday.',
  },
  {
    returnId: 'RMA-2',
    lines: [{ lineId: '1', quantity: 1, reason: 'changed-mind' }],
    despite: 'She was ill.',
  },
];
const receiving: readonly z.input<typeof ReceiveReturn>[] = [
  { location: 'leeds' },
  {
    location: 'york',
    lines: [{ lineId: '1', quantity: 1, reason: 'damaged', disposition: 'damaged' }],
    note: 'The handle is broken.',
  },
];
const [teapotBack] = unmatchedReturn.lines;
const receivingBlind: readonly z.input<typeof ReceiveBlindReturn>[] = [
  {
    location: unmatchedReturn.location,
    currency: unmatchedReturn.currency,
    lines: [{ sku: teapotBack!.sku, quantity: 1, disposition: 'damaged', reason: 'damaged' }],
  },
  {
    returnId: unmatchedReturn.returnId,
    location: unmatchedReturn.location,
    currency: unmatchedReturn.currency,
    customer: unmatchedReturn.customer,
    lines: [{ ...teapotBack!, reason: 'changed-mind' }],
    givenAs: 'store-credit',
    note: unmatchedReturn.reason,
  },
];
const callingOff: z.input<typeof CallOffReturn> = { reason: 'She keeps it.' };

/** Bodies of the commands about returns. */
export const returnCommandExamples = { policy, authorising, receiving, receivingBlind, callingOff };

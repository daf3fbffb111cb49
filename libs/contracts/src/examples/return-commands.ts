import type { z } from 'zod';
import type { ReturnPolicy } from '../facts/return-policy.ts';
import type {
  AuthoriseReturn,
  CallOffReturn,
  ReceiveBlindReturn,
  ReceiveReturn,
} from '../inbound/return-commands.ts';
import type { ExchangeReturn } from '../inbound/exchange-command.ts';
import { address, mugSerials, teapotSerial } from './story.ts';
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
    lines: [
      { lineId: '1', quantity: 1, reason: 'damaged', disposition: 'damaged', serials: [mugSerials[0]!] },
    ],
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
    lines: [{ ...teapotBack!, reason: 'changed-mind', serials: [teapotSerial] }],
    givenAs: 'store-credit',
    note: unmatchedReturn.reason,
  },
];
const exchanging: readonly z.input<typeof ExchangeReturn>[] = [
  {
    channel: 'desk',
    number: '3107',
    location: 'leeds',
    currency: 'EUR',
    lines: [{ lineId: '1', sku: teapotBack!.sku, quantity: 1, unitPrice: '24.90' }],
    payments: [{ paymentId: 'till', method: 'cash', amount: 1_599, status: 'captured' }],
    total: 2_490,
  },
  {
    channel: 'desk',
    number: '3108',
    currency: 'EUR',
    customer: unmatchedReturn.customer,
    shipTo: address,
    lines: [
      {
        lineId: '1',
        sku: teapotBack!.sku,
        name: 'White teapot',
        quantity: 1,
        unitPrice: '24.90',
        amount: 2_000,
        amountOverride: true,
        method: 'ship',
        promisedBy: '2026-04-10T18:00:00Z',
      },
      {
        lineId: '2',
        sku: teapotBack!.sku,
        quantity: 1,
        unitPrice: '24.90',
        method: 'pickup',
        pickupAt: 'york',
      },
    ],
    charges: [{ code: 'shipping', name: 'Postage', amount: 395 }],
    note: 'Ring the bell twice.',
  },
];
const callingOff: z.input<typeof CallOffReturn> = { reason: 'She keeps it.' };

/** Bodies of the commands about returns. */
export const returnCommandExamples = {
  policy,
  authorising,
  receiving,
  receivingBlind,
  exchanging,
  callingOff,
};

import type * as withdrawals from '../answers/withdrawals.ts';
import { mug, mugs, oneMug, orderId, pricedMugs } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

type WithdrawalAnswers = ExamplesOf<typeof withdrawals>;

export const withdrawal = {
  withdrawalId: 'W-1',
  declaredAt: '2026-03-12T08:30:00.000Z',
  lines: [oneMug],
  returnId: 'RMA-1',
};

const text = [
  'Receipt of withdrawal W-1',
  '',
  'Order: 100045',
  'Declared: 2026-03-12 08:30:00 UTC',
  'Received: 2026-03-12 08:30:02 UTC',
  'By: Ada Lovelace, ada@example.com',
  '',
  'Withdrawn from:',
  '- 2 × Blue mug (MUG-BLUE): 1 cancelled, 1 to be sent back',
  '',
  'To be sent back by 2026-03-26, under return RMA-1.',
  'Given back, or due no longer: 19.80 EUR.',
  '',
  'Declaration:',
  'I withdraw from my contract of sale for the mugs.',
].join('\n');

export const withdrawalAnswers: WithdrawalAnswers = {
  OrderWithdrawal: [withdrawal],
  WithdrawalReceipt: [
    {
      withdrawalId: 'W-1',
      orderId,
      number: '100045',
      declaredAt: withdrawal.declaredAt,
      receivedAt: '2026-03-12T08:30:02.000Z',
      name: 'Ada Lovelace',
      contact: 'ada@example.com',
      statement: 'I withdraw from my contract of sale for the mugs.',
      lines: [
        {
          lineId: mugs.lineId,
          sku: mug,
          name: pricedMugs.name,
          quantity: 2,
          cancelled: 1,
          toSendBack: 1,
        },
      ],
      returnId: 'RMA-1',
      sendBackBy: '2026-03-26T23:59:59.999Z',
      currency: 'EUR',
      worth: 1_980,
      text,
    },
  ],
};

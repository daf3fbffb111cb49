import type * as returns from '../answers/returns.ts';
import { mugs, oneMug, orderId, returnId, returnedAt } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

type ReturnAnswers = ExamplesOf<typeof returns>;

export const cameBack = {
  returnId,
  location: 'leeds',
  at: returnedAt,
  refund: 890,
  charges: [{ code: 'restocking', name: 'Restocking fee', amount: 100 }],
  lines: [{ ...oneMug, disposition: 'restock' as const }],
};

export const expectedReturn = {
  returnId: 'RMA-1',
  lines: [{ ...oneMug, reason: 'changed-mind' }],
  worth: 891,
  location: 'leeds',
  until: '2026-04-03T11:05:00Z',
  note: 'She brings it on Saturday.',
};

const policy: ReturnAnswers['ReturnPolicyAnswer'][0] = {
  days: 30,
  reasons: [
    { code: 'changed-mind', name: 'Changed their mind', feePercent: 10 },
    { code: 'withdrawal', name: 'Withdrawal by the consumer', days: 14, givesBackCharges: true },
  ],
  withdrawalDays: 30,
  noWithdrawal: { skus: ['MUG-ENGRAVED'] },
};

const answered: ReturnAnswers['ReturnAnswer'][0] = {
  orderId,
  returnId: 'RMA-1',
  status: 'authorised',
  lines: [{ ...oneMug, reason: 'changed-mind' }],
  worth: 891,
  until: expectedReturn.until,
};

export const returnAnswers: ReturnAnswers = {
  LineQuantity: [mugs],
  OrderReturn: [cameBack, { ...cameBack, refund: 0, credited: 891 }],
  ExpectedReturn: [expectedReturn, { ...expectedReturn, despite: 'She was ill.' }],
  ReturnAnswer: [
    answered,
    {
      ...answered,
      status: 'received',
      lines: [{ ...oneMug, reason: 'changed-mind', disposition: 'restock', worth: 990 }],
    },
  ],
  ExchangeAnswer: [
    {
      orderId,
      returnId: 'RMA-1',
      refundId: 'EX-15',
      exchangedFor: 'desk.3107',
      amount: 891,
      toPay: 1_599,
      toGiveBack: 0,
    },
  ],
  ReturnPolicyAnswer: [policy],
};

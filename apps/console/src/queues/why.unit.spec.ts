import type { OrderSummary } from '../api/orders.ts';
import { formatMoment } from '../figures/time.ts';
import { countOf, queueMeanings, queues, whyIn } from './why.ts';

const order = {
  currency: 'EUR',
  heldFor: ['fraud', 'address'],
  short: { backordered: 2, undecided: 1 },
  uncovered: 4_000,
  refundDue: 1_250,
  dueAt: '2026-03-02T12:00:00.000Z',
  proposals: 1,
  waiting: { messages: 2, waitsFor: ['shipment'], since: '2026-03-02T12:00:00.000Z' },
} as unknown as OrderSummary;

describe('Why an order stands in a queue', () => {
  it.each([
    ['held', 'Held for fraud, address'],
    ['late', `Promised by ${formatMoment('2026-03-02T12:00:00.000Z')}`],
    ['short', '2 units for which there is no stock; 1 unit missing at a pickup, to be decided'],
    ['unpaid', '€40.00 owed that no payment covers'],
    ['expired', 'A payment ran out or was given up; €40.00 not covered'],
    ['refund', '€12.50 to be given back'],
    ['proposals', '1 change waits for a supervisor'],
    ['waiting', '2 messages wait for shipment'],
  ] as const)('is said of %s', (queue, words) => {
    expect(whyIn(queue, order)).toBe(words);
    expect(queueMeanings[queue]).toMatch(/\.$/);
  });

  it('is said of every queue there is', () => {
    expect(queues).toEqual(['held', 'late', 'short', 'unpaid', 'expired', 'refund', 'proposals', 'waiting']);
  });
});

describe('A count of a queue', () => {
  it('says that there are more than are counted', () => {
    expect([countOf({ orders: 3 }), countOf({ orders: 99, isMore: true })]).toEqual(['3', '99+']);
  });
});

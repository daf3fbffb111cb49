import type { Order } from '../api/order.ts';
import { paymentStepOf } from './paymentToAsk.ts';

type Queues = NonNullable<Order['queues']>;
const order = (queues: Queues, payments: readonly object[] = [], uncovered?: number) =>
  ({ queues, payments, currency: 'EUR', money: { uncovered } }) as unknown as Order;

describe('The next step of an order that no payment covers', () => {
  it('says what ended, and whom to ask for how much', () => {
    const part = { paymentId: 'P1', method: 'card', amount: 6_000, status: 'captured', ended: 'expired' };
    expect(paymentStepOf(order(['unpaid', 'expired'], [part], 4_000))).toBe(
      'Card authorisation expired. Goods are still to leave, and €40.00 of what is owed is not covered: ask the customer for another payment.',
    );
    const gone = { paymentId: 'P2', method: 'paypal', amount: 0, status: 'voided' };
    expect(paymentStepOf(order(['unpaid', 'expired'], [part, gone, part], 4_000))).toMatch(
      /^Card authorisation expired\. Paypal authorisation was given up\. Goods/,
    );
  });

  it('is to ask for what is owed where nothing ended, or all has left', () => {
    expect(paymentStepOf(order(['unpaid'], [], 4_000))).toBe(
      '€40.00 is owed and no payment covers it: ask the customer to pay.',
    );
  });

  it('is none where all is covered, or history says so', () => {
    expect(paymentStepOf(order(['held']))).toBeUndefined();
    expect(paymentStepOf(order([], [], 4_000))).toBeUndefined();
  });
});

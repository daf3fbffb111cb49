import { OrderCaptured } from './orders.ts';

const line = { lineId: '1', sku: 'MUG', quantity: 2, unitPrice: '9.90' };
const payment = { paymentId: 'p1', method: 'card', amount: 1_980, status: 'captured' };
const order = { channel: 'web', number: '100045', currency: 'EUR', lines: [line] };

const faultsOf = (more: object): string[] =>
  OrderCaptured.safeParse({ ...order, ...more }).error?.issues.map(({ path }) => path.join('/')) ?? [];

describe('A captured order', () => {
  it('is taken as it is when its parts fit together', () => {
    expect(faultsOf({ total: 1_980, payments: [payment] })).toEqual([]);
  });

  it.each([
    ['a line is there twice', { lines: [line, line] }, 'lines/1/lineId'],
    ['a payment is there twice', { payments: [payment, payment] }, 'payments/1/paymentId'],
    ['a pickup names no place', { lines: [{ ...line, method: 'pickup' }] }, 'lines/0/pickupAt'],
    ['a shipped line names one', { lines: [{ ...line, pickupAt: 'leeds' }] }, 'lines/0/pickupAt'],
    ['the total does not add up', { total: 1_981 }, 'total'],
    [
      'an amount is beyond what can be added up',
      { lines: [{ ...line, unitPrice: '9999999999999' }] },
      'lines/0/unitPrice',
    ],
  ])('names the field at fault when %s', (_, more, pointer) => {
    expect(faultsOf(more)).toEqual([pointer]);
  });
});

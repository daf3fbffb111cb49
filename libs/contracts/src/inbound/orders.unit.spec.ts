import { OrderCaptured } from './orders.ts';
import { ReturnReceived } from './returns.ts';

const line = { lineId: '1', sku: 'MUG', quantity: 2, unitPrice: '9.90' };
const payment = { paymentId: 'p1', method: 'card', amount: 1_980, status: 'captured' };
const order = { channel: 'web', number: '100045', currency: 'EUR', lines: [line] };

const faultsOf = (more: object): string[] =>
  OrderCaptured.safeParse({ ...order, ...more }).error?.issues.map(({ path }) => path.join('/')) ?? [];

describe('A captured order', () => {
  it('is taken as it is when its parts fit together', () => {
    expect(faultsOf({ total: 1_980, payments: [payment] })).toEqual([]);
  });

  it('may round its amounts as it likes, and have another amount where it says so', () => {
    const priced = (amount: number, more: object = {}) =>
      faultsOf({ lines: [{ ...line, quantity: 3, unitPrice: '0.335', amount, ...more }] });
    expect([priced(100), priced(101), priced(50, { amountOverride: true })]).toEqual([[], [], []]);
    expect([priced(99), priced(102), priced(50, { amountOverride: false })]).toEqual(
      Array(3).fill(['lines/0/amount']),
    );
  });

  it('may be in any currency of ISO 4217, and in one of late', () => {
    for (const currency of ['EUR', 'XCG', 'BGN', 'HRK', 'MGA', 'ZWG'])
      expect([currency, faultsOf({ currency })]).toEqual([currency, []]);
  });

  it.each([
    ['a line is there twice', { lines: [line, line] }, 'lines/1/lineId'],
    ['a payment is there twice', { payments: [payment, payment] }, 'payments/1/paymentId'],
    ['a pickup names no place', { lines: [{ ...line, method: 'pickup' }] }, 'lines/0/pickupAt'],
    ['a shipped line names one', { lines: [{ ...line, pickupAt: 'leeds' }] }, 'lines/0/pickupAt'],
    ['the total does not add up', { total: 1_981 }, 'total'],
    ['an amount is not quantity × unit price', { lines: [{ ...line, amount: 1_979 }] }, 'lines/0/amount'],
    ['an amount has another sign', { lines: [{ ...line, amount: -1_980 }] }, 'lines/0/amount'],
    ['an override names no amount', { lines: [{ ...line, amountOverride: true }] }, 'lines/0/amountOverride'],
    ['a currency is none', { currency: 'XYZ' }, 'currency'],
    ['a currency is in small letters', { currency: 'eur' }, 'currency'],
    [
      'all amounts together cannot be added up',
      {
        lines: Array.from({ length: 901 }, (_, index) => ({
          lineId: `${index}`,
          sku: 'MUG',
          quantity: 1,
          unitPrice: '100000000000',
        })),
      },
      'lines',
    ],
    [
      'its payments cannot be added up with the rest',
      {
        lines: Array.from({ length: 890 }, (_, index) => ({
          lineId: `${index}`,
          sku: 'MUG',
          quantity: 1,
          unitPrice: '100000000000',
        })),
        payments: Array.from({ length: 11 }, (_, index) => ({
          ...payment,
          paymentId: `${index}`,
          amount: 1e13,
        })),
      },
      'lines',
    ],
    [
      'an amount is beyond what can be added up',
      { lines: [{ ...line, unitPrice: '9999999999999' }] },
      'lines/0/unitPrice',
    ],
  ])('names the field at fault when %s', (_, more, pointer) => {
    expect(faultsOf(more)).toEqual([pointer]);
  });
});

describe('A return', () => {
  it('is refused when its refunds cannot be added up', () => {
    const lines = Array.from({ length: 901 }, () => ({ sku: 'MUG', quantity: 1, refund: 1e13 }));
    const returned = { returnId: 'R1', currency: 'EUR', lines };
    expect(ReturnReceived.safeParse(returned).error?.issues.map(({ path }) => path)).toEqual([['lines']]);
    expect(ReturnReceived.safeParse({ ...returned, lines: lines.slice(2) }).success).toBe(true);
  });
});

import { SaleRecorded } from './sales.ts';

const line = { lineId: '1', sku: 'NEW', quantity: 1, unitPrice: '80.00' };
const back = { lineId: '2', sku: 'OLD', quantity: -1, unitPrice: '50.00' };
const paid = (amount: number) => ({ paymentId: `${amount}`, method: 'cash', amount, status: 'captured' });
const receipt = { channel: 'pos', number: '1', location: 'leeds', currency: 'EUR', lines: [line, back] };

const faultsOf = (more: object): string[] =>
  SaleRecorded.safeParse({ ...receipt, ...more }).error?.issues.map(({ path }) => path.join('/')) ?? [];

describe('A receipt', () => {
  it.each([
    ['sells and takes back', {}],
    ['sells alone', { lines: [line] }],
    ['takes back alone', { lines: [back], total: -5_000, payments: [paid(-5_000)] }],
    [
      'says what came back of what',
      { lines: [line, { ...back, returnOf: { orderId: 'pos.0', lineId: '4' } }] },
    ],
    ['says what becomes of it', { lines: [{ ...back, disposition: 'damaged' }] }],
    ['pays the difference', { total: 3_000, payments: [paid(3_000)] }],
    ['gives change', { lines: [line], payments: [paid(10_000), paid(-2_000)] }],
    [
      'gives postage back',
      { lines: [back], charges: [{ code: 'postage', amount: -300 }], payments: [paid(-5_300)] },
    ],
    ['gave nothing for what came back', { lines: [line, { ...back, amount: 0, amountOverride: true }] }],
  ])('is taken as it is where it %s', (_, more) => {
    expect(faultsOf(more)).toEqual([]);
  });

  it.each([
    ['no units were sold', { lines: [{ ...line, quantity: 0 }] }, 'lines/0/quantity'],
    ['a line is there twice', { lines: [line, { ...back, lineId: '1' }] }, 'lines/1/lineId'],
    ['the total leaves out what came back', { total: 8_000 }, 'total'],
    ['an amount is not quantity × unit price', { lines: [{ ...back, amount: -4_990 }] }, 'lines/0/amount'],
    [
      'something is charged for what came back',
      { lines: [{ ...back, amount: 1, amountOverride: true }] },
      'lines/0/amount',
    ],
    ['a discount comes back as goods', { lines: [{ ...back, unitPrice: '-5.00' }] }, 'lines/0/unitPrice'],
    ['what is sold came back', { lines: [{ ...line, returnOf: { orderId: 'pos.0' } }] }, 'lines/0/returnOf'],
    ['what is sold is thrown away', { lines: [{ ...line, disposition: 'dispose' }] }, 'lines/0/disposition'],
    [
      'money is set aside to be paid out',
      { payments: [{ ...paid(-1), status: 'authorised' }] },
      'payments/0/status',
    ],
    [
      'a payment is named like the exchange',
      { payments: [{ ...paid(1), paymentId: 'exchange' }] },
      'payments/0/paymentId',
    ],
    ['more is paid out than came in and back', { payments: [paid(-5_001)] }, 'payments'],
    ['a sale alone pays out', { lines: [line], payments: [paid(-1)] }, 'payments'],
  ])('names the field at fault when %s', (_, more, pointer) => {
    expect(faultsOf(more)).toEqual([pointer]);
  });

  it('of a sale alone may name its payments as it likes', () => {
    expect(faultsOf({ lines: [line], payments: [{ ...paid(8_000), paymentId: 'exchange' }] })).toEqual([]);
  });
});

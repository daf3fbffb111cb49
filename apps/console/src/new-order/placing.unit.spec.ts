import {
  type Draft,
  emptyDraft,
  isTouched,
  withCustomer,
  withGood,
  withLine,
  withoutCustomer,
} from './draft.ts';
import { askedOf, lackingOf, reasonsOf } from './placing.ts';
import { lineSum, sumsOf } from './sums.ts';

const mug = { sku: 'MUG', name: 'Red mug', prices: [{ currency: 'EUR', unitPrice: '9.90' }] };
const leeds = { name: 'Ada', street: '12 Briggate', city: 'Leeds', country: 'GB' };
const ada = { customerId: 'C1', name: 'Ada Byron', phone: '030 1234567', addresses: [leeds] };
const blank = emptyDraft('0123456789abcdef');

/** Ada wants two mugs. */
const taken = withLine(withGood(withCustomer(blank, ada), mug), 1, { quantity: 2 });
const sent = {
  channel: 'phone',
  number: '0123456789',
  currency: 'EUR',
  customer: { id: 'C1', name: 'Ada Byron', phone: '030 1234567' },
  shipTo: leeds,
  lines: [{ lineId: '1', sku: 'MUG', name: 'Red mug', quantity: 2, unitPrice: '9.90', method: 'ship' }],
};
const lacking = (draft: Draft) => lackingOf(draft).map(({ at }) => at);

describe('An order that is taken', () => {
  it('is sent as the customer and the goods are, and has nothing to be agreed on', () => {
    expect(lackingOf(taken)).toEqual([]);
    expect(askedOf(taken)).toEqual({ order: sent, changes: [] });
    expect(sumsOf(taken)).toEqual({ goods: 1_980, shipping: 0, discount: 0, total: 1_980 });
  });

  it('is placed at the price of the catalogue; another one and a discount are agreed on after', () => {
    const draft: Draft = {
      ...withLine(taken, 1, { unitPrice: '9,50', priceReason: ' A friend. ' }),
      shipping: '4.90',
      discount: '1',
    };
    expect(lackingOf(draft)).toEqual([]);
    expect(askedOf(draft)).toEqual({
      order: { ...sent, charges: [{ code: 'shipping', amount: 490 }] },
      changes: [
        { kind: 'set-price', lineId: '1', unitPrice: '9.50', reason: 'A friend.' },
        { kind: 'add-charge', charge: { code: 'goodwill', amount: -100 } },
      ],
    });
    expect(sumsOf(draft)).toEqual({ goods: 1_900, shipping: 490, discount: 100, total: 2_290 });
  });

  it('has the price that is entered where the catalogue has none in that currency', () => {
    const inPounds = { ...taken, currency: 'GBP' };
    expect(lacking(inPounds)).toEqual(['line 1']);
    const { order, changes } = askedOf(withLine(inPounds, 1, { unitPrice: '8' }));
    expect([order.lines[0]?.unitPrice, changes]).toEqual(['8', []]);
  });

  it('is paid later, or by a payment that was told, of all that is agreed', () => {
    const paid: Draft = {
      ...taken,
      discount: '0.80',
      payment: { how: 'captured', method: 'card', reference: ' P-7 ' },
    };
    expect(askedOf(taken).order).not.toHaveProperty('payments');
    expect(askedOf(paid).order.payments).toEqual([
      { paymentId: 'P-7', method: 'card', amount: 1_900, status: 'captured' },
    ]);
    expect(lacking({ ...paid, payment: { ...paid.payment, reference: '' } })).toEqual(['payment']);
  });

  it('says what is still to be entered, at the entry', () => {
    expect(lacking(blank)).toEqual(['contact', 'goods']);
    const entry = { quantity: undefined, unitPrice: 'x', way: { method: 'pickup' as const } };
    expect(lacking(withLine(taken, 1, entry))).toEqual(Array(4).fill('line 1'));
    expect(lacking({ ...taken, address: { city: 'Leeds' } })).toEqual(['address']);
    expect(lacking({ ...taken, shipping: '-1', discount: '1.234', discountFor: '' })).toEqual([
      'shipping',
      'discount',
      'discount',
    ]);
    expect(lacking({ ...taken, currency: 'EU' })).toEqual(['line 1', 'order']);
  });

  it('shows what the platform found at the entries that it is about', () => {
    const faults = ['/lines/0/sku', '/customer/name', '/shipTo', '/payments/0/amount', '/number', '/lines/7'];
    expect(
      reasonsOf(
        taken,
        faults.map((pointer) => ({ pointer, message: 'No.' })),
      ).map(({ at }) => at),
    ).toEqual(['line 1', 'contact', 'address', 'payment', 'order', 'goods']);
  });

  it('has one line of a good, and keeps the goods where it is for somebody else', () => {
    expect(withGood(taken, mug).lines).toMatchObject([{ sku: 'MUG', quantity: 3 }]);
    expect(withoutCustomer(taken)).toEqual({ ...blank, lines: taken.lines });
    expect([isTouched(blank), isTouched(taken)]).toEqual([false, true]);
  });

  it('has no sum where the platform alone rounds, or something is no number', () => {
    const [line] = taken.lines;
    expect(lineSum({ ...line!, unitPrice: '0.125' }, 'EUR')).toBeUndefined();
    expect(lineSum({ ...line!, unitPrice: '12' }, 'JPY')).toBe(24);
    expect(sumsOf({ ...taken, shipping: 'x' })).toBeUndefined();
    expect(lineSum({ ...line!, unitPrice: '12' }, 'EU')).toBeUndefined();
  });
});

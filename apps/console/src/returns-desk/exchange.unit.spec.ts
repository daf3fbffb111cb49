import {
  balanceOf,
  emptyExchange,
  exchanging,
  lackingForExchange,
  withOtherGood,
  withOtherPart,
} from './exchange.ts';

const bowl = { sku: 'BOWL', name: 'Bowl', price: '14.00' };
const empty = emptyExchange('0123456789abcdef');
const order = { currency: 'EUR', shipTo: { city: 'Leeds' } };

describe('An exchange as it is entered at the desk', () => {
  it('is settled with what is owed to the customer, and says what is left on which side', () => {
    const one = withOtherGood(empty, bowl);
    expect(balanceOf(one, 'EUR', 1_000)).toEqual({
      total: 1_400,
      exchanged: 1_000,
      toPay: 400,
      toGiveBack: 0,
    });
    expect(balanceOf(one, 'EUR', 2_000)).toEqual({
      total: 1_400,
      exchanged: 1_400,
      toPay: 0,
      toGiveBack: 600,
    });
    expect(balanceOf(withOtherPart(one, 'BOWL', { price: 'dear' }), 'EUR', 1_000)).toBeUndefined();
  });

  it('is a sale out of the store, with what is paid at the till', () => {
    const two = withOtherGood(withOtherGood(empty, bowl), bowl);
    expect(exchanging(two, order, balanceOf(two, 'EUR', 1_000)!, 'leeds')).toEqual({
      channel: 'desk',
      number: '0123456789',
      location: 'leeds',
      currency: 'EUR',
      lines: [{ lineId: '1', sku: 'BOWL', name: 'Bowl', quantity: 2, unitPrice: '14' }],
      payments: [{ paymentId: 'till', method: 'cash', amount: 1_800, status: 'captured' }],
      total: 2_800,
    });
  });

  it('is an order to the address of the one that came back, where it is sent', () => {
    const sent = { ...withOtherGood(empty, bowl), way: 'sent' as const, method: '' };
    const asked = exchanging(sent, order, balanceOf(sent, 'EUR', 1_000)!, 'leeds');
    expect(asked).toMatchObject({ shipTo: { city: 'Leeds' }, total: 1_400 });
    expect(asked).not.toHaveProperty('location');
    expect(asked).not.toHaveProperty('payments');
  });

  it('says what it lacks', () => {
    const lacking = (draft: typeof empty, owed = 1_000, store: string | null = null) =>
      lackingForExchange(draft, balanceOf(draft, 'EUR', owed), store);
    const one = withOtherGood(empty, bowl);
    expect(lacking(empty)).toBe('Find what goes out instead.');
    expect(lacking(withOtherPart(one, 'BOWL', { price: '' }))).toBe('Enter what each costs.');
    expect(lacking(one, 0)).toBe('Nothing is left to be paid with what came back.');
    expect(lacking(one)).toBe('Choose the store that they go out of.');
    expect(lacking(one, 1_000, 'leeds')).toBeUndefined();
  });
});

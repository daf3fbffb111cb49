import {
  emptyBlind,
  isGivenFor,
  lackingBlind,
  receivingBlind,
  withBlindGood,
  withBlindPart,
} from './blind.ts';

const lamp = { sku: 'LAMP', name: 'Lamp' };

describe('Goods that come back without their order, as they are entered', () => {
  it('are found, counted, and said for what they come back', () => {
    expect(lackingBlind(emptyBlind)).toBe('Find what came back.');
    const found = withBlindGood(withBlindGood(emptyBlind, lamp), lamp);
    expect(lackingBlind(found)).toBe('Choose for what they come back.');
    const said = withBlindPart(found, 'LAMP', { reason: 'faulty', disposition: 'damaged' });
    expect(lackingBlind(said)).toBeUndefined();
    expect(receivingBlind(said, 'leeds', 'R1')).toEqual({
      returnId: 'R1',
      location: 'leeds',
      currency: 'EUR',
      lines: [{ ...lamp, quantity: 2, disposition: 'damaged', reason: 'faulty' }],
    });
  });

  it('say their serial numbers, no more than there are units', () => {
    const one = withBlindPart(withBlindGood(emptyBlind, lamp), 'LAMP', { reason: 'faulty', serials: 'A, B' });
    expect(lackingBlind(one)).toBe('More serial numbers are entered than units come back.');
    const two = withBlindGood(one, lamp);
    expect(lackingBlind(two)).toBeUndefined();
    expect(receivingBlind(two, 'leeds', 'R1')).toMatchObject({
      lines: [{ quantity: 2, serials: ['A', 'B'] }],
    });
  });

  it('say what was given for them, and how', () => {
    const one = withBlindPart(withBlindGood(emptyBlind, lamp), 'LAMP', { reason: 'faulty' });
    const given = { ...withBlindPart(one, 'LAMP', { given: '9,50' }), broughtBy: ' Ann ', note: ' No box. ' };
    expect(isGivenFor(given)).toBe(true);
    expect(receivingBlind(given, 'leeds', 'R1')).toMatchObject({
      customer: { name: 'Ann' },
      lines: [{ refund: 950 }],
      givenAs: 'store-credit',
      note: 'No box.',
    });
    for (const typed of ['much', '-1', '0.001'])
      expect(lackingBlind(withBlindPart(one, 'LAMP', { given: typed }))).toBe(
        'Enter what was given as an amount in EUR.',
      );
    expect(lackingBlind({ ...one, currency: 'E' })).toBe('Enter the currency in three letters.');
  });

  it('are left out where none of them is left', () => {
    const none = withBlindPart(withBlindGood(emptyBlind, lamp), 'LAMP', { units: 0 });
    expect(lackingBlind(none)).toBe('Find what came back.');
  });
});

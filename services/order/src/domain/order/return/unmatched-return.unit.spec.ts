import { inbound } from '@tributary/testing';
import { returnFold, streamOf, takeInUnmatched } from './unmatched-return.ts';

const message = { messageId: 'M1', messageType: 'tributary.return.received.v1' };

describe('A return that names no order', () => {
  it('is kept whole, for someone to look at', () => {
    const told = inbound('tributary.return.received.v1', {
      returnId: 'R9',
      location: 'leeds',
      currency: 'GBP',
      customer: { id: 'C1' },
      lines: [
        { sku: 'LAMP', name: 'Lamp', quantity: 2, unitPrice: '9.99', refund: 1998, disposition: 'damaged' },
        { lineId: '4', sku: 'VASE', quantity: 1 },
      ],
      charges: [{ code: 'restocking', amount: 200 }],
      reason: 'unwanted gift',
    });
    expect(takeInUnmatched(told, false, message)).toStrictEqual({
      type: 'tributary.return.unmatched.v1',
      data: {
        returnId: 'R9',
        location: 'leeds',
        currency: 'GBP',
        customer: { id: 'C1' },
        lines: [
          { sku: 'LAMP', name: 'Lamp', quantity: 2, unitPrice: '9.99', refund: 1998, disposition: 'damaged' },
          { sku: 'VASE', quantity: 1, disposition: 'restock' },
        ],
        charges: [{ code: 'restocking', amount: 200 }],
        refund: 1798,
        reason: 'unwanted gift',
      },
    });
    expect(streamOf('R9')).toBe('return-R9');
  });

  it('needs no more than what came back', () => {
    const told = inbound('tributary.return.received.v1', {
      returnId: 'R9',
      currency: 'GBP',
      lines: [{ sku: 'LAMP', quantity: 1 }],
    });
    expect(takeInUnmatched(told, false, message).data).toStrictEqual({
      returnId: 'R9',
      currency: 'GBP',
      lines: [{ sku: 'LAMP', quantity: 1, disposition: 'restock' }],
      charges: [],
      refund: 0,
    });
  });

  it('counts once: told again it is kept without effect', () => {
    const told = inbound('tributary.return.received.v1', {
      returnId: 'R9',
      currency: 'GBP',
      lines: [{ sku: 'LAMP', quantity: 1 }],
    });
    const known = returnFold.evolve(returnFold.initialState, takeInUnmatched(told, false, message));
    const again = takeInUnmatched(told, known, message);
    expect(again).toStrictEqual({
      type: 'tributary.return.fact-ignored.v1',
      data: { returnId: 'R9', ...message, code: 'already-returned', reason: 'Return R9 is known.' },
    });
    expect(returnFold.evolve(known, again)).toBe(true);
  });
});

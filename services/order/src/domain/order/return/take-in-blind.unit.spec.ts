import { ReceiveBlindReturn, type ReturnPolicy, defaultReturnPolicy } from '@tributary/contracts';
import { takeInBlind } from './take-in-blind.ts';

const policy: ReturnPolicy = {
  ...defaultReturnPolicy,
  reasons: [{ code: 'too-small', name: 'Too small' }],
};
const lamps = (more: object = {}) =>
  ReceiveBlindReturn.parse({
    location: 'leeds',
    currency: 'GBP',
    lines: [{ sku: 'LAMP', quantity: 2, reason: 'too-small' }],
    ...more,
  });

describe('Goods that are taken back at a desk without their order', () => {
  it('are the fact that a system would tell of, with why and how what was given was given', () => {
    const asked = lamps({
      customer: { id: 'C1' },
      lines: [
        { sku: 'LAMP', name: 'Lamp', quantity: 2, unitPrice: '9.99', refund: 1_998, reason: 'too-small' },
        { sku: 'VASE', quantity: 1, refund: 500, disposition: 'dispose', serials: ['SN-4'] },
      ],
      givenAs: 'store-credit',
      note: 'Without its box.',
    });
    const { lines, ...told } = asked;
    const { note: reason, ...kept } = told;
    expect(takeInBlind('R1', asked, false, policy)).toStrictEqual({
      accepted: true,
      events: [
        {
          type: 'tributary.return.unmatched.v1',
          data: {
            returnId: 'R1',
            ...kept,
            lines: [{ ...lines[0]!, disposition: 'restock' }, lines[1]!],
            charges: [],
            refund: 2_498,
            reason,
          },
        },
      ],
    });
  });

  it('need no money and no words', () => {
    const answer = takeInBlind('R1', lamps(), false, policy);
    expect(answer.accepted && answer.events.map(({ data }) => data)).toStrictEqual([
      {
        returnId: 'R1',
        location: 'leeds',
        currency: 'GBP',
        lines: [{ sku: 'LAMP', quantity: 2, reason: 'too-small', disposition: 'restock' }],
        charges: [],
        refund: 0,
      },
    ]);
  });

  it('come back once, and for a reason that the policy knows', () => {
    const codeOf = (...asked: Parameters<typeof takeInBlind>) => {
      const answer = takeInBlind(...asked);
      return answer.accepted ? 'accepted' : answer.refusal.code;
    };
    expect(codeOf('R1', lamps(), true, policy)).toBe('already-returned');
    expect(codeOf('R1', lamps(), false, { ...policy, reasons: [] })).toBe('unknown-reason');
  });

  it('are not told as paid for by something where nothing was given', () => {
    const asked = { ...lamps(), givenAs: 'cash' };
    expect(ReceiveBlindReturn.safeParse(asked).error?.issues.map(({ path }) => path)).toEqual([['givenAs']]);
  });
});

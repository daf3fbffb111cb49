import { identityKey, isSamePhone } from './customer-identity.ts';

describe('What a customer is known by', () => {
  it.each([
    ['+49 30 1234567', '0049 (30) 123-4567'],
    ['+49 (0)30 1234567', '030 1234567'],
    ['1234567', '+49 30 1234567'],
  ])('is one phone number in any writing: %s and %s', (one, other) => {
    expect([isSamePhone(one, other), isSamePhone(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['+49 30 1234567', '+49 40 1234567'],
    ['4567', '+49 30 1234567'],
    ['', ''],
  ])('is another phone number where digits differ or are too few: %s and %s', (one, other) => {
    expect(isSamePhone(one, other)).toBe(false);
  });

  it('is one e-mail in any case, and an id or a loyalty number as it is', () => {
    expect(identityKey({ by: 'email', value: 'A@B' })).toBe(identityKey({ by: 'email', value: 'a@b' }));
    expect(identityKey({ by: 'id', value: 'A' })).not.toBe(identityKey({ by: 'id', value: 'a' }));
    expect(identityKey({ by: 'loyalty', value: 'A' })).not.toBe(identityKey({ by: 'id', value: 'A' }));
  });
});

import { AvailabilityPolicy } from '@tributary/contracts';
import fc from 'fast-check';
import { allIsTold, ruleFor, toldOf } from './policy.ts';

const policy = AvailabilityPolicy.parse({
  rules: [
    {
      channels: ['ebay', 'zalando'],
      keepBack: 2,
      keepBackOf: [{ sku: 'RING', units: 0 }],
      without: ['hull'],
    },
    { channels: ['ebay'], keepBack: 9 },
  ],
});
const marketplace = ruleFor('ebay', policy)!;

describe('What a channel is told of stock', () => {
  it('follows the first rule that names it, and none where no rule does', () => {
    expect(marketplace).toBe(policy.rules[0]);
    expect(ruleFor('web', policy)).toBeUndefined();
    expect(ruleFor('ebay', allIsTold)).toBeUndefined();
  });

  it.each([
    ['MUG', 'leeds', 10, { location: 'leeds', available: 8, keptBack: 2 }],
    ['MUG', 'leeds', 1, { location: 'leeds', available: 0, keptBack: 1 }],
    ['MUG', 'leeds', 0, { location: 'leeds', available: 0 }],
    ['RING', 'leeds', 3, { location: 'leeds', available: 3 }],
    ['MUG', 'hull', 10, { location: 'hull', available: 10, why: 'not-for-channel' }],
  ])('of %s at %s, of which %i are free, is %j', (sku, location, available, told) => {
    expect(toldOf(sku, { location, available }, marketplace)).toEqual(told);
  });

  it('never is more than there is, and with what is kept back all of it', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (available, keepBack) => {
        const told = toldOf('MUG', { location: 'leeds', available }, { ...marketplace, keepBack });
        expect(told.available + (('keptBack' in told && told.keptBack) || 0)).toBe(available);
        expect(told.available).toBe(Math.max(0, available - keepBack));
      }),
    );
  });
});

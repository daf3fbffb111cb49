import fc from 'fast-check';
import { type OrderFigures, differingFields, lastFactsUnknown } from './differing-order.ts';

const placed: OrderFigures = {
  status: 'placed',
  currency: 'EUR',
  total: 5_960,
  paid: 0,
  units: 3,
  fulfilled: 0,
  returned: 0,
};
const allocated = { ...placed, status: 'allocated' };
const paid = { ...allocated, paid: 5_960 };
const shipped = { ...paid, status: 'fulfilled', fulfilled: 3 };
const life = [placed, allocated, paid, shipped];

describe('What another system believes of an order', () => {
  it.each([
    [{ status: 'fulfilled', total: 5_960 }, []],
    [{ status: 'allocated', total: 5_961, fulfilled: 3 }, ['status', 'total']],
    [{ currency: 'GBP', paid: 1, units: 4, returned: 1 }, ['currency', 'paid', 'units', 'returned']],
  ])('%j differs in %j, and in nothing that it does not say', (theirs, differing) => {
    expect(differingFields(theirs, shipped)).toEqual(differing);
  });

  it.each([
    [{ status: 'allocated', paid: 5_960 }, 1],
    [{ status: 'allocated' }, 1],
    [{ paid: 0 }, 2],
    [{ status: 'placed' }, 3],
    [{ status: 'cancelled' }, undefined],
    [{ status: 'placed', paid: 5_960 }, undefined],
  ])('%j is the order before its last facts, of which it lacks %p', (theirs, lacking) => {
    expect(lastFactsUnknown(theirs, life)).toBe(lacking);
  });

  it('is explained by as few facts as can be, and always where it was so once', () => {
    const state = fc.constantFrom(...life);
    fc.assert(
      fc.property(fc.array(state, { minLength: 1 }), fc.nat(), (states, seed) => {
        const theirs = states[seed % states.length]!;
        const lacking = lastFactsUnknown(theirs, states)!;
        expect(differingFields(theirs, states.at(-1 - lacking)!)).toEqual([]);
        for (const later of states.slice(states.length - lacking))
          expect(differingFields(theirs, later)).not.toEqual([]);
      }),
    );
  });
});

import { whereabouts } from './whereabouts.ts';

const none = {
  ordered: 0,
  cancelled: 0,
  allocated: 0,
  backordered: 0,
  fulfilled: 0,
  delivered: 0,
  returned: 0,
};

describe('The units of a line', () => {
  it('are open until something happens to them', () => {
    expect(whereabouts({ ...none, ordered: 3 })).toBe('3 open');
  });

  it('are each told once, though delivered ones are fulfilled too', () => {
    expect(whereabouts({ ...none, ordered: 4, allocated: 1, fulfilled: 3, delivered: 2 })).toBe(
      '1 allocated, 3 fulfilled (2 delivered)',
    );
    expect(whereabouts({ ...none, ordered: 2, fulfilled: 2, delivered: 2, returned: 1 })).toBe(
      '2 delivered, 1 returned',
    );
  });

  it('say what is missing where it was to be collected', () => {
    expect(whereabouts({ ...none, ordered: 4, allocated: 1, undecided: 2 })).toBe(
      '1 open, 2 missing at the pickup, 1 allocated',
    );
  });

  it('say what should not have left and did', () => {
    expect(whereabouts({ ...none, ordered: 3, fulfilled: 3, leftThoughCancelled: 2, surplus: 1 })).toBe(
      '3 fulfilled, 2 left although cancelled, 1 more than ordered',
    );
  });

  it('say what was cancelled and what waits for stock', () => {
    expect(whereabouts({ ...none, ordered: 5, cancelled: 2, backordered: 3 })).toBe(
      '3 backordered, 2 cancelled',
    );
  });
});

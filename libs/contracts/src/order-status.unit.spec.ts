import fc from 'fast-check';
import { type LineQuantities, type OrderStatus, orderStatusOf, orderStatuses } from './order-status.ts';

const line = (ordered: number, more: Partial<LineQuantities> = {}): LineQuantities => ({
  ordered,
  cancelled: 0,
  allocated: 0,
  backordered: 0,
  fulfilled: 0,
  delivered: 0,
  returned: 0,
  ...more,
});

const cases: [status: OrderStatus, when: string, lines: LineQuantities[]][] = [
  ['placed', 'nothing has happened yet', [line(2), line(1)]],
  ['placed', 'only a part is held', [line(2, { allocated: 2 }), line(1)]],
  ['allocated', 'everything is held', [line(2, { allocated: 2 }), line(1, { allocated: 1 })]],
  ['allocated', 'what was not held is cancelled', [line(2, { allocated: 2 }), line(1, { cancelled: 1 })]],
  ['backordered', 'a part waits for stock', [line(2, { allocated: 2 }), line(1, { backordered: 1 })]],
  ['partly-fulfilled', 'a part has left', [line(2, { fulfilled: 1, allocated: 1 })]],
  [
    'partly-fulfilled',
    'a part has left and the rest waits for stock',
    [line(2, { fulfilled: 1, backordered: 1 })],
  ],
  ['fulfilled', 'everything has left', [line(2, { fulfilled: 2, delivered: 1 })]],
  ['fulfilled', 'everything that was not cancelled has left', [line(2, { fulfilled: 1, cancelled: 1 })]],
  ['completed', 'everything is in the customer’s hands', [line(2, { fulfilled: 2, delivered: 2 })]],
  ['partly-returned', 'a part came back', [line(2, { fulfilled: 2, delivered: 2, returned: 1 })]],
  [
    'partly-returned',
    'all that had left came back and more is to come',
    [line(2, { fulfilled: 1, returned: 1, allocated: 1 })],
  ],
  ['returned', 'everything came back', [line(2, { fulfilled: 2, delivered: 2, returned: 2 })]],
  [
    'returned',
    'everything that was not cancelled came back',
    [line(2, { cancelled: 1, fulfilled: 1, returned: 1 })],
  ],
  ['cancelled', 'everything is cancelled', [line(2, { cancelled: 2 })]],
];

describe('An order', () => {
  it.each(cases)('is %s when %s', (status, _, lines) => {
    expect(orderStatusOf(lines)).toBe(status);
  });

  it('is rejected when it was refused whole, which is more than cancelled', () => {
    expect(orderStatusOf([line(2, { cancelled: 2 })], { rejected: true })).toBe('rejected');
  });

  it('has one of the known statuses, whatever its lines, and the same in any order of lines', () => {
    const anyLine = fc
      .tuple(fc.nat(5), fc.nat(5), fc.nat(5), fc.nat(5))
      .map(([open, cancelled, fulfilled, part]) =>
        line(open + cancelled + fulfilled + 1, {
          cancelled,
          fulfilled,
          allocated: Math.min(open, part),
          delivered: Math.min(fulfilled, part),
          returned: Math.max(0, fulfilled - part),
        }),
      );
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1 }), (lines) => {
        expect(orderStatuses).toContain(orderStatusOf(lines));
        expect(orderStatusOf(lines.toReversed())).toBe(orderStatusOf(lines));
      }),
    );
  });
});

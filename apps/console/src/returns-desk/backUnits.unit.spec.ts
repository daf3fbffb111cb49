import type { Order, OrderLine } from '../api/order.ts';
import { backInWords, canBeAuthorised, canComeBack, goneLines } from './backUnits.ts';

const none = {
  ordered: 4,
  cancelled: 0,
  allocated: 0,
  backordered: 0,
  fulfilled: 0,
  delivered: 0,
  returned: 0,
};
const line = (lineId: string, quantities: Partial<OrderLine['quantities']>): OrderLine =>
  ({ lineId, sku: 'MUG', quantities: { ...none, ...quantities } }) as OrderLine;
const cups = line('1', { fulfilled: 4, returned: 1 });
const order = {
  lines: [cups, line('2', { allocated: 4 }), line('3', { surplus: 1 })],
  expectedReturns: [
    { returnId: 'RMA-1', lines: [{ lineId: '1', quantity: 1 }] },
    { returnId: 'RMA-2', lines: [{ lineId: '1', quantity: 1 }] },
  ],
} as unknown as Order;

describe('What can still come back', () => {
  it('is what left and is not back', () => {
    expect(
      [{ fulfilled: 4, returned: 1 }, { fulfilled: 2, returned: 2 }, {}].map((one) =>
        canComeBack({ ...none, ...one }),
      ),
    ).toEqual([3, 0, 0]);
  });

  it('counts what left beyond the order, and what came back beyond that, apart', () => {
    expect(canComeBack({ ...none, fulfilled: 2, returned: 2, surplus: 2, returnedBeyond: 1 })).toBe(1);
    expect(canComeBack({ ...none, fulfilled: 2, returned: 1, returnedBeyond: 3 })).toBe(1);
  });

  it('is of lines of which something left', () => {
    expect(goneLines(order).map(({ lineId }) => lineId)).toEqual(['1', '3']);
  });

  it('may be authorised unless it is already', () => {
    expect(order.lines.map((one) => canBeAuthorised(order, one))).toEqual([1, 0, 0]);
  });

  it('is told beside what came back and what is expected', () => {
    expect(order.lines.map((one) => backInWords(order, one))).toEqual([
      '4 went out, 1 came back, 2 expected',
      '0 went out',
      '1 went out',
    ]);
  });
});

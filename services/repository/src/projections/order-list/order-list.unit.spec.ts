import type { OrderPage } from '@tributary/contracts';
import { orderListEntry } from './order-list.ts';

type Line = OrderPage['lines'][number];

const line = (lineId: string, promisedBy: string | undefined, gone: Partial<Line['quantities']> = {}) => ({
  lineId,
  promisedBy,
  quantities: { ordered: 2, cancelled: 0, fulfilled: 0, ...gone },
});
const readyWith = (lineId: string, quantity: number) => ({
  status: 'ready',
  lines: [{ lineId, sku: 'MUG', quantity }],
});
const dueAt = (lines: readonly object[], fulfilments: readonly object[] = []) => {
  const page = { orderId: 'web.1', lines, fulfilments, money: { total: 1 }, waiting: [] };
  const { document } = orderListEntry(page as unknown as OrderPage);
  return (document as { dueAt?: string }).dueAt;
};

describe('When an order of a list is due', () => {
  it('is the first moment that units still to be served are promised for', () => {
    expect(dueAt([line('1', '2026-11-28'), line('2', '2026-11-27'), line('3', undefined)])).toBe(
      '2026-11-27',
    );
    expect(dueAt([line('1', undefined)])).toBeUndefined();
  });

  it('is no concern of units that left, were cancelled, or lie ready where they are collected', () => {
    expect(dueAt([line('1', '2026-11-27', { fulfilled: 1, cancelled: 1 })])).toBeUndefined();
    expect(dueAt([line('1', '2026-11-27')], [readyWith('1', 2)])).toBeUndefined();
    expect(dueAt([line('1', '2026-11-27')], [readyWith('1', 1)])).toBe('2026-11-27');
  });
});

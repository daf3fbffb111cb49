import type { OrderPage, OrderRow } from '@tributary/contracts';
import { orderListEntry } from './order-list.ts';

type Line = OrderPage['lines'][number];

const line = (lineId: string, promisedBy: string | undefined, gone: Partial<Line['quantities']> = {}) => ({
  lineId,
  promisedBy,
  quantities: { ordered: 2, cancelled: 0, fulfilled: 0, ...gone },
});
const readyWith = (lineId: string, quantity: number) => ({
  status: 'ready',
  shipments: [],
  lines: [{ lineId, sku: 'MUG', quantity }],
});
const dueAt = (lines: readonly object[], fulfilments: readonly object[] = []) => {
  const page = { orderId: 'web.1', lines, fulfilments, payments: [], money: { total: 1 }, waiting: [] };
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

describe('A row of a list of orders', () => {
  const rowOf = (over: object) => {
    const page = {
      orderId: 'web.1',
      lines: [],
      fulfilments: [],
      payments: [],
      waiting: [],
      money: { total: 1 },
    };
    return orderListEntry({ ...page, ...over } as unknown as OrderPage).document as OrderRow;
  };

  it('says how it is paid: by what set money aside or took it, each once', () => {
    const payments = [
      { method: 'card', status: 'authorised' },
      { method: 'card', status: 'captured' },
      { method: 'voucher', status: 'failed' },
      { method: 'paypal', status: 'voided' },
      { status: 'captured' },
    ];
    expect(rowOf({ payments }).paidBy).toEqual(['card']);
  });

  it('says who carries it, and how many units came back', () => {
    const shipments = [{ carrier: 'DHL' }, {}, { carrier: 'UPS' }, { carrier: 'DHL' }];
    const quantities = {
      ordered: 2,
      cancelled: 0,
      fulfilled: 2,
      backordered: 0,
      returned: 1,
      returnedBeyond: 2,
    };
    const { carriers, returned } = rowOf({
      fulfilments: [{ shipments, lines: [] }],
      lines: [{ lineId: '1', sku: 'MUG', quantity: 2, quantities }],
    });
    expect({ carriers, returned }).toEqual({ carriers: ['DHL', 'UPS'], returned: 3 });
  });

  it('says nothing of what there is none of', () => {
    expect(rowOf({})).not.toHaveProperty('paidBy');
    expect(rowOf({})).not.toHaveProperty('carriers');
    expect(rowOf({})).not.toHaveProperty('returned');
  });
});

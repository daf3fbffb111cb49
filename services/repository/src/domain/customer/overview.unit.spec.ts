import { type OrderPage, placedQuantities } from '@tributary/contracts';
import { figuresOf, isOpen } from './overview.ts';

type Line = OrderPage['lines'][number];

const line = (sku: string, units: number, more: Partial<Line['quantities']> = {}, pickupAt?: string): Line =>
  ({
    lineId: sku,
    sku,
    name: sku.toLowerCase(),
    quantity: units,
    unitPrice: '10.00',
    amount: units * 1_000,
    method: pickupAt ? 'pickup' : 'ship',
    ...(pickupAt && { pickupAt }),
    quantities: { ...placedQuantities(units, false), ...more },
  }) as Line;

const order = (day: number, status: OrderPage['status'], lines: readonly Line[], more: object = {}) => {
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  return {
    orderId: `web.${day}`,
    channel: 'web',
    status,
    placedAt: `2026-03-${String(day).padStart(2, '0')}T12:00:00.000Z`,
    currency: 'EUR',
    charges: [],
    lines,
    money: { total, captured: 0, refunded: 0 },
    ...more,
  } as unknown as OrderPage;
};

/** The newest first: one open, one that came back in part, one bought at a till, one cancelled. */
const orders = [
  order(22, 'allocated', [line('MUG', 2, { allocated: 2 }, 'leeds')]),
  order(15, 'partly-returned', [line('MUG', 3, { fulfilled: 3, returned: 1 })], {
    money: { total: 3_000, captured: 3_000, refunded: 1_000 },
  }),
  order(8, 'completed', [line('POT', 1, { fulfilled: 1 })], {
    channel: 'pos',
    location: 'leeds',
    currency: 'GBP',
    money: { total: 1_000, captured: 1_000, refunded: 0 },
  }),
  order(1, 'cancelled', [line('POT', 2, { cancelled: 2 })]),
];

describe('What orders say of their customer', () => {
  const figures = figuresOf(orders);

  it('is how many there are, how many of them are open, and how often they come', () => {
    expect(figures.orders).toEqual({
      count: 4,
      open: 1,
      cancelled: 1,
      first: '2026-03-01T12:00:00.000Z',
      last: '2026-03-22T12:00:00.000Z',
      everyDays: 7,
    });
    expect(figuresOf(orders.slice(0, 1)).orders).not.toHaveProperty('everyDays');
    expect(figuresOf([]).orders).toEqual({ count: 0, open: 0, cancelled: 0 });
  });

  it('is what came due and was paid, each currency by itself, without what was cancelled', () => {
    expect(figures.value).toEqual([
      { currency: 'EUR', ordered: 5_000, paid: 3_000, refunded: 1_000, average: 2_500 },
      { currency: 'GBP', ordered: 1_000, paid: 1_000, refunded: 0, average: 1_000 },
    ]);
  });

  it('is where they buy and collect, most often first', () => {
    expect(figures.channels).toEqual([
      { channel: 'web', orders: 3 },
      { channel: 'pos', orders: 1 },
    ]);
    expect(figures.stores).toEqual([{ location: 'leeds', orders: 2 }]);
  });

  it('is what they like and what comes back, cancelled goods left out', () => {
    expect(figures.goods).toEqual([
      { sku: 'MUG', name: 'mug', units: 5, returned: 1, orders: 2, last: '2026-03-22T12:00:00.000Z' },
      { sku: 'POT', name: 'pot', units: 1, returned: 0, orders: 1, last: '2026-03-08T12:00:00.000Z' },
    ]);
    expect(figures.returns).toEqual({ orders: 1, units: 1, ofUnits: 4 });
  });

  it('counts as open what came back in part while the rest is still to leave', () => {
    const half = order(2, 'partly-returned', [line('MUG', 2, { fulfilled: 1, returned: 1, allocated: 1 })]);
    expect([half, ...orders].map(isOpen)).toEqual([true, true, false, false, false]);
  });
});

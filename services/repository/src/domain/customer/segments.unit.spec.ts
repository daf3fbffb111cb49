import { type OrderPage, type Rfm, Segments, balanceOf, placedQuantities } from '@tributary/contracts';
import type { z } from 'zod';
import { segmentFiguresOf } from './segment-figures.ts';
import { standingOf } from './segments.ts';

type Line = OrderPage['lines'][number];
type Condition = z.input<typeof Segments>['segments'][number]['conditions'][number];

const now = '2026-03-31T12:00:00.000Z';

const line = (sku: string, units: number, more: Partial<Line['quantities']> = {}): Line =>
  ({
    lineId: sku,
    sku,
    quantity: units,
    amount: units * 1_000,
    quantities: { ...placedQuantities(units, false), ...more },
  }) as Line;

const order = (
  placedAt: string,
  lines: readonly Line[],
  more: object = {},
  money: object = {},
): OrderPage => {
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const sums = { total, captured: total, refunded: 0, refundedForReturns: 0, ...money };
  return {
    orderId: `web.${placedAt}`,
    channel: 'web',
    status: 'completed',
    placedAt,
    currency: 'EUR',
    lines,
    money: { ...sums, due: balanceOf(sums, lines).due },
    ...more,
  } as unknown as OrderPage;
};

/** One open, one that came back in part and got a gift, one of another currency, one cancelled. */
const orders = [
  order('2026-03-21T11:00:00.000Z', [line('MUG-BLUE', 2, { allocated: 2 })]),
  order(
    '2026-03-11T12:00:00.000Z',
    [line('MUG-BLUE', 3, { fulfilled: 3, returned: 1 })],
    {},
    { refunded: 1_500, refundedForReturns: 1_000 },
  ),
  order('2026-03-01T12:00:00.000Z', [line('POT', 1, { fulfilled: 1 })], {
    channel: 'pos',
    location: 'leeds',
    currency: 'GBP',
  }),
  order('2026-03-30T12:00:00.000Z', [line('POT', 9, { cancelled: 9 })], {
    status: 'cancelled',
    channel: 'app',
  }),
];
const figures = segmentFiguresOf(orders, now);

const rfm: Rfm = {
  recencyDays: [5, 10, 20, 40],
  orders: [1, 2, 3, 9],
  currency: 'EUR',
  value: [1_000, 4_000, 4_001, 9_000],
};

const told = (condition: Condition, of = figures) => {
  const segments = [{ segmentId: 's', name: 'S', conditions: [condition] }];
  const [standing] = standingOf(of, Segments.parse({ rfm, segments })).segments;
  const { condition: _, ...rest } = standing!.why[0]!;
  expect(standing!.isIn).toBe(rest.holds);
  return rest;
};

describe('What segments ask of a customer', () => {
  it('is counted on orders that stand', () => {
    expect(figures).toEqual({
      orders: 3,
      openOrders: 1,
      sinceFirst: 30,
      sinceLast: 10,
      // Money given as a gift is worth no less.
      value: new Map([
        ['EUR', { value: 4_000, orders: 2 }],
        ['GBP', { value: 1_000, orders: 1 }],
      ]),
      returned: 25,
      channels: new Map([
        ['web', 2],
        ['pos', 1],
      ]),
      stores: new Map([['leeds', 1]]),
      skus: new Map([
        ['MUG-BLUE', 5],
        ['POT', 1],
      ]),
    });
  });

  it('is nothing of whom nothing stands', () => {
    const none = segmentFiguresOf(orders.slice(3), now);
    expect(told({ is: 'last-order', over: 0 }, none)).toEqual({ holds: false });
    expect(told({ is: 'average', currency: 'EUR', from: 0 }, none)).toEqual({ holds: false });
    expect(told({ is: 'returned', to: 100 }, none)).toEqual({ holds: false });
    expect(told({ is: 'recency', from: 1 }, none)).toEqual({ holds: false });
    expect(told({ is: 'channel', names: ['app'], how: 'most' }, none)).toEqual({ holds: false, found: [] });
    expect(told({ is: 'value', currency: 'EUR', to: 0 }, none)).toEqual({ holds: true, figure: 0 });
  });
});

describe('A condition', () => {
  it.each<[string, Condition, object]>([
    ['from so many, that many', { is: 'orders', from: 3 }, { holds: true, figure: 3 }],
    ['to so many, that many', { is: 'orders', to: 3 }, { holds: true, figure: 3 }],
    ['from more', { is: 'orders', from: 5 }, { holds: false, figure: 3, missesBy: 2 }],
    ['to fewer', { is: 'orders', from: 0, to: 1 }, { holds: false, figure: 3, missesBy: 2 }],
    ['open orders', { is: 'open-orders', from: 1, to: 1 }, { holds: true, figure: 1 }],
    ['within as many days', { is: 'last-order', within: 10 }, { holds: true, figure: 10 }],
    ['within fewer days', { is: 'last-order', within: 9 }, { holds: false, figure: 10, missesBy: 1 }],
    ['over fewer days', { is: 'last-order', over: 9 }, { holds: true, figure: 10 }],
    ['over as many days', { is: 'last-order', over: 10 }, { holds: false, figure: 10, missesBy: 1 }],
    ['since the first', { is: 'first-order', over: 29, within: 30 }, { holds: true, figure: 30 }],
    ['value', { is: 'value', currency: 'EUR', from: 4_000 }, { holds: true, figure: 4_000 }],
    [
      'value less',
      { is: 'value', currency: 'EUR', from: 4_001 },
      { holds: false, figure: 4_000, missesBy: 1 },
    ],
    ['average', { is: 'average', currency: 'EUR', to: 2_000 }, { holds: true, figure: 2_000 }],
    ['what came back', { is: 'returned', from: 25.1 }, { holds: false, figure: 25, missesBy: 0.1 }],
    ['a score', { is: 'recency', from: 4, to: 4 }, { holds: true, figure: 4 }],
    ['a name', { is: 'sku', names: ['POT'], how: 'any' }, { holds: true, found: ['POT'] }],
    [
      'the beginning of a name',
      { is: 'sku', names: ['MUG*'], how: 'most' },
      { holds: true, found: ['MUG-BLUE'] },
    ],
    ['what is not most theirs', { is: 'sku', names: ['POT'], how: 'most' }, { holds: false, found: [] }],
    ['a store', { is: 'store', names: ['leeds'], how: 'most' }, { holds: true, found: ['leeds'] }],
    ['a cancelled channel', { is: 'channel', names: ['app'], how: 'any' }, { holds: false, found: [] }],
  ])('holds with its bounds, and is told with its figure: %s', (_, condition, reason) => {
    expect(told(condition)).toEqual(reason);
  });

  it('is one of all that make a segment', () => {
    const conditions: Condition[] = [
      { is: 'orders', from: 1 },
      { is: 'orders', from: 9 },
    ];
    const defined = Segments.parse({ segments: [{ segmentId: 's', name: 'S', conditions }] });
    expect(standingOf(figures, defined).segments).toMatchObject([
      { isIn: false, why: [{ holds: true }, { holds: false }] },
    ]);
  });
});

describe('Scores', () => {
  it('are by bounds that belong to the better side', () => {
    expect(standingOf(figures, { rfm, segments: [] }).rfm).toEqual({
      recency: { score: 4, days: 10 },
      frequency: { score: 4, orders: 3 },
      monetary: { score: 3, currency: 'EUR', value: 4_000 },
    });
  });

  it('are not told where no numbers are set', () => {
    expect(standingOf(figures, { segments: [] })).toEqual({ segments: [] });
  });

  it('go from 1 to 5', () => {
    const scored = (bound: number) => {
      const bounds = [bound, bound, bound, bound];
      const told = standingOf(figures, {
        rfm: { recencyDays: bounds, orders: bounds, currency: 'EUR', value: bounds },
        segments: [],
      }).rfm!;
      return [told.recency.score, told.frequency.score, told.monetary.score];
    };
    expect([scored(0), scored(9_999)]).toEqual([
      [1, 5, 5],
      [5, 1, 1],
    ]);
  });
});

describe('Definitions', () => {
  const one = (condition: Condition, more: object = {}) =>
    Segments.safeParse({ segments: [{ segmentId: 's', name: 'S', conditions: [condition] }], ...more })
      .success;

  it.each<[string, boolean]>([
    ['no bound', one({ is: 'orders' })],
    ['bounds the wrong way round', one({ is: 'orders', from: 2, to: 1 })],
    ['days that cannot be', one({ is: 'last-order', within: 7, over: 7 })],
    ['a score without numbers', one({ is: 'recency', from: 1 })],
    ['a * in the middle', one({ is: 'sku', names: ['M*G'], how: 'any' })],
    ['bounds of scores that fall', one({ is: 'orders', from: 1 }, { rfm: { ...rfm, orders: [2, 1, 3, 4] } })],
  ])('are refused with %s', (_, isTaken) => {
    expect(isTaken).toBe(false);
  });

  it('are refused twice under one id', () => {
    const segment = { segmentId: 's', name: 'S', conditions: [{ is: 'orders', from: 1 }] };
    expect(Segments.safeParse({ segments: [segment, segment] }).success).toBe(false);
  });
});

import * as fc from 'fast-check';
import type { Collection, Query, Write } from '../port.ts';

/** The document the contract is told with: small, with every kind of declared field. */
export interface Order {
  readonly id: string;
  readonly status: string;
  readonly channel: string | null;
  readonly placedAt: string | null;
  readonly total: number | null;
  readonly skus: readonly string[];
  readonly words: string;
}

export const orders: Collection<Order> = {
  name: 'contract.orders',
  version: 1,
  fields: {
    status: { type: 'text', of: ({ status }) => status },
    channel: { type: 'text', of: ({ channel }) => channel },
    placedAt: { type: 'text', of: ({ placedAt }) => placedAt },
    total: { type: 'integer', of: ({ total }) => total },
  },
  many: { skus: { type: 'text', of: ({ skus }) => skus, sortedBy: 'placedAt' } },
  indexes: [['placedAt'], ['total'], ['status', 'placedAt'], ['channel', 'status', 'placedAt']],
  text: ({ words }) => words,
};

/** The same documents, kept packed where the engine does so. */
export const packedOrders: Collection<Order> = {
  ...orders,
  name: 'contract.packed',
  packed: { typical: '{"id":"o1","status":"open","channel":"web","placedAt":"2026-01-01T00:00:00.000Z"' },
};

export const order = (id: string, facts: Partial<Order> = {}): Order => ({
  id, status: 'open', channel: 'web', placedAt: '2026-01-01T00:00:00.000Z', total: 1000, skus: [], words: '',
  ...facts,
}); // prettier-ignore

export const put = (document: Order): Write => ({ collection: orders, id: document.id, document });
export const remove = (id: string): Write => ({ collection: orders, id });

const STATUSES = ['open', 'shipped', 'café', '\u{1F6D2}', '\uFF5E'];
const CHANNELS = ['web', 'store', '', "o'x", null];
const PLACED = ['2026-01-01', '2026-01-02', '2026-01-03', null];
const SKUS = ['A', 'B', 'a"b', '\0'];

const totals = fc.option(fc.integer({ min: -2, max: 3 }));

/** Few values, so that they meet: ties, nulls, empty texts and code points beyond the first 65,536. */
export const anyOrder = (ids: string): fc.Arbitrary<Order> =>
  fc.record({
    id: fc.integer({ min: 0, max: 30 }).map((n) => `${ids}${n}`),
    status: fc.constantFrom(...STATUSES),
    channel: fc.constantFrom(...CHANNELS),
    placedAt: fc.constantFrom(...PLACED),
    total: totals,
    skus: fc.array(fc.constantFrom(...SKUS), { maxLength: 3 }),
    words: fc.constant(''),
  });

const condition = <T extends string | number | null>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 3, arbitrary: value },
    fc.array(value, { maxLength: 3 }),
    fc
      .record({ from: value, to: value }, { requiredKeys: [] })
      .map((range) => Object.fromEntries(Object.entries(range).filter(([, bound]) => bound !== null))),
  );

const conditions = {
  status: condition(fc.constantFrom(...STATUSES)),
  channel: condition(fc.constantFrom(...CHANNELS)),
  placedAt: condition(fc.constantFrom(...PLACED)),
  total: condition(totals),
};

const direction = fc.constantFrom('asc' as const, 'desc' as const);

const byField = fc.record({
  where: fc.record(conditions, { requiredKeys: [] }),
  sort: fc.record({ by: fc.constantFrom('status', 'channel', 'placedAt', 'total'), direction }),
});

const bySku = fc.record({
  where: fc
    .record({ ...conditions, skus: fc.constantFrom(...SKUS) }, { requiredKeys: ['skus'] })
    .map((where): Record<string, unknown> => where),
  sort: fc.record({ by: fc.constant('placedAt'), direction }),
});

export const anyQuery: fc.Arbitrary<Query> = fc
  .tuple(fc.oneof({ weight: 2, arbitrary: byField }, bySku), fc.integer({ min: 1, max: 5 }))
  .map(([query, limit]) => ({ ...query, limit }) as Query);

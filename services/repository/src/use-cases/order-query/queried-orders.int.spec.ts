import { randomUUID } from 'node:crypto';
import { type OrderRow, orderQueues, orderStatuses } from '@tributary/contracts';
import { type Condition, faultText, readOrderQuery } from '@tributary/contracts/order-query';
import type { ReadStore } from '@tributary/read-store';
import { openMongoReadStore } from '@tributary/read-store/mongodb';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { describeOnEngine } from '@tributary/testing/engines';
import fc from 'fast-check';
import { MongoClient } from 'mongodb';
import { orderList } from '../../projections/order-list/order-list.ts';
import { customers } from '../../projections/reference-data/reference-data.ts';
import { NamedOrders } from '../named-orders.ts';
import type { OrderFilters } from '../order-lists.ts';
import { isAskedFor } from './matching.ts';
import { QueriedOrders } from './queried-orders.ts';
import { walkOf } from './walk.ts';

const now = '2026-11-20T12:00:00.000Z';
const asked = (text: string): readonly Condition[] => {
  const found = readOrderQuery(text);
  if ('fault' in found) throw new Error(faultText(found.fault));
  return found.read.conditions;
};

const row = (over: Partial<OrderRow> = {}): OrderRow =>
  ({
    orderId: 'web.1', channel: 'web', number: '1', kind: 'order', status: 'allocated',
    placedAt: '2026-11-03T10:00:00.000Z', updatedAt: '2026-11-03T10:00:00.000Z', currency: 'EUR',
    total: 10_000, lines: 1, units: 2, locations: ['store-1'], skus: ['MUG-RED'], rev: 1, ...over,
  }) as OrderRow; // prettier-ignore

/** Few values of each, so that orders have much in common. */
const values = {
  channel: ['web', 'pos'], sku: ['MUG', 'Mug-Red', 'TEA'], location: ['store-1', 'dc-1'],
  customer: ['C1', 'Anna@Example.com'], day: ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21'],
  paid: ['card', 'PayPal'], carrier: ['DHL', 'UPS'], hold: ['fraud', 'csr'], status: orderStatuses.slice(0, 4),
}; // prettier-ignore
const few = (of: readonly string[]) => fc.uniqueArray(fc.constantFrom(...of), { maxLength: 2 });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const moments = fc
  .tuple(fc.constantFrom(...values.day), fc.constantFrom('00:00:00.000', '11:59:59.999', '23:59:59.999'))
  .map(([day, time]) => `${day}T${time}Z`);

const rows = fc
  .array(
    fc.record({
      channel: fc.constantFrom(...values.channel),
      status: fc.constantFrom(...values.status),
      kind: fc.constantFrom('order', 'sale'),
      placedAt: moments,
      dueAt: maybe(moments),
      customer: maybe(
        fc.constantFrom<{ id?: string; email?: string }>({ id: 'C1' }, { email: 'anna@EXAMPLE.com' }),
      ),
      currency: fc.constantFrom('EUR', 'JPY'),
      total: fc.constantFrom(5_000, 10_000, 10_001),
      lines: fc.integer({ min: 1, max: 3 }),
      units: fc.integer({ min: 1, max: 3 }),
      locations: few(values.location),
      skus: few(values.sku),
      attributes: maybe(few(['gift:red', 'gift:blue', 'note:red'])),
      paidBy: maybe(few(values.paid)),
      carriers: maybe(few(values.carrier)),
      returned: maybe(fc.constant(1)),
      imported: maybe(fc.constant(true as const)),
      queues: maybe(few(['held', 'short'])),
      heldFor: maybe(few(values.hold)),
      proposals: maybe(fc.constant(2)),
      waiting: maybe(fc.constant({ messages: 1, waitsFor: [], since: now })),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((all) => all.map((one, at) => row({ ...one, orderId: `web.${at}` } as Partial<OrderRow>)));

const term = (field: string, of: readonly string[]) =>
  fc
    .tuple(fc.boolean(), fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: 3 }))
    .map(([not, any]) => `${not ? '-' : ''}${field}:(${any.join(' OR ')})`);
const spans = ['2026-11-19', '2026-11', '>=2026-11-20', '<2026-11-20', '2026-11-19..2026-11-20', '2026-12'];
const texts = fc
  .uniqueArray(
    fc.oneof(
      term('channel', [...values.channel, 'p*']), term('status', values.status), term('kind', ['order', 'sale']),
      term('sku', [...values.sku, 'mug', 'MUG*', '*']), term('location', [...values.location, 'D*']),
      term('customer', ['C1', 'Anna@Example.com', 'C*', 'ANNA*']), term('placed', spans.slice(0, 3)),
      term('due', spans.slice(0, 3)), term('placed', spans.slice(3)), term('due', spans.slice(4)),
      term('total', ['100', '>100', '50..100', '100.01']), term('units', ['1', '2..3']), term('lines', ['>1']),
      term('paid', ['CARD', 'pay*']), term('carrier', ['dhl', 'u*']), term('hold', [...values.hold, '*']),
      term('queue', orderQueues), term('attr.gift', ['red', 'b*']), term('attribute', ['note:red']),
      ...['late', 'returned', 'imported', 'proposals', 'waiting'].map((flag) => term(flag, ['yes', 'no'])),
    ),
    { maxLength: 4, selector: (text) => text.replace(/:.*/, '') },
  )
  .map((terms) => terms.join(' ')); // prettier-ignore

describe('An order', () => {
  it.each([
    ['status:HELD', { status: 'held' as const }, {}],
    ['customer:anna@example.COM', { customer: { email: 'Anna@example.com' } }, { customer: { id: 'anna' } }],
    ['sku:mug-RED', { skus: ['Mug-Red'] }, { skus: ['Mug'] }],
    ['sku:MUG*', { skus: ['mug-red'] }, { skus: ['tea'] }],
    ['location:Store-1', { locations: ['STORE-1'] }, { locations: ['store-2'] }],
    ['customer:anna*', { customer: { email: 'Anna@example.com' } }, {}],
    ['sku:MUG*', { skus: ['TEA', 'MUG-1'] }, { skus: ['BIG-MUG'] }],
    ['-sku:MUG*', { skus: ['TEA'] }, { skus: ['TEA', 'MUG-1'] }],
    ['-channel:pos -channel:app', {}, { channel: 'app' }],
    ['total:>100', { total: 10_001 }, {}],
    ['total:>100', { total: 101, currency: 'JPY' }, { total: 100, currency: 'JPY' }],
    ['placed:2026-11', {}, { placedAt: '2026-12-01T00:00:00.000Z' }],
    ['due:<=2026-11-20', { dueAt: '2026-11-20T23:59:59.999Z' }, {}],
    ['late:yes', { dueAt: '2026-11-20T11:59:59.999Z' }, { dueAt: now }],
    ['queue:late', { dueAt: '2026-11-20T11:59:59.999Z' }, {}],
    ['late:no', {}, { dueAt: '2026-11-19T00:00:00.000Z' }],
    ['returned:yes', { returned: 1 }, {}],
    ['waiting:no', {}, { waiting: { messages: 1, waitsFor: [], since: now } }],
    ['paid:Card carrier:dhl', { paidBy: ['card'], carriers: ['DHL'] }, { paidBy: ['card'] }],
    ['attr.gift:red attr.note:x', { attributes: ['gift:red', 'note:x'] }, { attributes: ['gift:red'] }],
    ['hold:*', { heldFor: ['csr'] }, {}],
    ['sku:"MUG*"', { skus: ['MUG*'] }, { skus: ['MUG-1'] }],
  ])('is asked for by %s', (text, one, other) => {
    expect([row(one), row(other)].map((each) => isAskedFor(asked(text), each, now))).toEqual([true, false]);
  });
});

interface Opened {
  readonly store: ReadStore;
  end(): Promise<void>;
}

/**
 * @param opened a store with nothing in it, and what ends it
 * @param runs of each property
 */
const describeAskedFor = (opened: () => Promise<Opened>, runs: number) => {
  let store: ReadStore;
  let end: Opened['end'];
  let orders: QueriedOrders;
  const write = (all: readonly OrderRow[]) =>
    store.apply(
      all.map((document) => ({ collection: orderList, id: document.orderId, document })),
      [],
    );
  const open = async (all: readonly OrderRow[]) => {
    ({ store, end } = await opened());
    await store.declare([orderList, customers]);
    await write(all);
    orders = new QueriedOrders(store, new NamedOrders(store));
  };
  const part = (text: string, limit: number, cursor?: string, filters: OrderFilters = {}, at = now) => {
    const query = text === 'no query' ? undefined : { conditions: asked(text), words: '' };
    return orders.part({ filters, query, now: at }, limit, cursor);
  };
  /** Every part to the end, with what happens in between. */
  const allParts = async (
    text: string,
    limit: number,
    filters: OrderFilters = {},
    between: () => Promise<void> = () => Promise.resolve(),
  ) => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await part(text, limit, cursor, filters);
      expect(items.length).toBeLessThanOrEqual(limit);
      found.push(...items.map(({ id }) => id));
      cursor = next;
      await between();
    } while (cursor !== undefined);
    return found;
  };

  it('are those of a scan, in their order, each once, however few are handed out at once', () =>
    fc.assert(
      fc.asyncProperty(rows, texts, fc.integer({ min: 1, max: 9 }), fc.constantFrom(undefined, 'newest' as const, 'oldest' as const),
        async (all, text, limit, sort) => {
          await open(all);
          const conditions = asked(text);
          const found = await allParts(text, limit, { sort });
          const expected = all.filter((one) => isAskedFor(conditions, one, now)).map(({ orderId }) => orderId);
          expect(found.toSorted()).toEqual(expected.toSorted());
          const { by, direction } = walkOf(conditions, sort, now).sort;
          const moment = (id: string) => all.find(({ orderId }) => orderId === id)![by as 'placedAt'];
          const inOrder = found.map(moment).toSorted();
          expect(found.map(moment)).toEqual(direction === 'asc' ? inOrder : inOrder.toReversed());
          await end();
        },
      ),
      { numRuns: runs },
    )); // prettier-ignore

  it('are handed out once while others are placed and they change', () =>
    fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 5 }), async (all, limit) => {
        await open(all);
        let more = 0;
        const found = await allParts('channel:web -sku:TEA', limit, {}, async () => {
          if (++more > 20) return;
          await write([row({ orderId: `web.later-${more}`, placedAt: all[0]!.placedAt }), { ...all[0]!, rev: more + 1 }]);
        });
        const early = all.filter((one) => isAskedFor(asked('channel:web -sku:TEA'), one, now));
        expect(new Set(found).size).toBe(found.length);
        expect(found.filter((id) => !id.includes('later')).toSorted()).toEqual(
          early.map(({ orderId }) => orderId).toSorted(),
        );
        await end();
      }),
      { numRuns: Math.ceil(runs / 6) },
    )); // prettier-ignore

  it('are looked for among 2,000 at once, and there is a next part though none was found', async () => {
    await open(
      Array.from({ length: 4_100 }, (_, at) => row({ orderId: `web.${at}`, units: at === 0 ? 9 : 1 })),
    );
    const first = await part('units:9', 25);
    expect(first).toEqual({ items: [], next: expect.any(String) });
    const second = await part('units:9', 25, first.next);
    expect(second).toEqual({ items: [], next: expect.any(String) });
    expect((await part('units:9', 25, second.next)).next).toBeUndefined();
    expect(await allParts('units:9', 25)).toEqual(['web.0']);
    await end();
  });

  it.each([
    ['no query', { queue: 'late' as const }],
    ['queue:late', {}],
    ['late:yes -channel:pos', {}],
  ])('are late as of when the first part was asked for: %s', async (text, filters) => {
    const days = ['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-21'];
    await open(days.map((day) => row({ orderId: `web.${day}`, dueAt: `${day}T00:00:00.000Z` })));
    const first = await part(text, 2, undefined, filters, '2026-11-20T12:00:00.000Z');
    const second = await part(text, 2, first.next, filters, '2026-11-22T12:00:00.000Z');
    expect([first, second].map(({ items }) => items.map(({ id }) => id.slice(4)))).toEqual([
      ['2026-11-17', '2026-11-18'],
      ['2026-11-19'],
    ]);
    await end();
  });

  it('are narrowed by the filters beside', async () => {
    await open([
      row(),
      row({ orderId: 'web.2', customer: { email: 'Anna@example.com' }, heldFor: ['fraud'], proposals: 1 }),
      row({ orderId: 'pos.3', channel: 'pos', status: 'placed', placedAt: '2026-11-04T00:00:00.000Z' }),
    ]);
    const found = (filters: OrderFilters) => allParts('units:2', 25, filters);
    expect(await found({ customer: 'anna@EXAMPLE.com', hold: 'fraud', proposals: 'true' })).toEqual([
      'web.2',
    ]);
    expect(await found({ channel: ['pos', 'app'], status: 'placed' })).toEqual(['pos.3']);
    expect(await found({ from: '2026-11-04T01:00:00+01:00', to: '2026-11-05T00:00:00Z' })).toEqual(['pos.3']);
    expect(await found({ to: '2026-11-04T00:00:00Z', sort: 'oldest' })).toEqual(['web.1', 'web.2']);
    await end();
  });
};

describe('Orders that are asked for', () => {
  const inMemory = () => {
    const store = openSqliteReadStore(':memory:');
    return Promise.resolve({ store, end: () => store.close() });
  };
  describeAskedFor(inMemory, 300);
});

describeOnEngine('mongodb', (address) => {
  describe('Orders that are asked for', () => {
    const inDatabase = async () => {
      const database = `spec_${randomUUID()}`;
      const store = await openMongoReadStore({ url: address(), database });
      const end = async () => {
        await store.close();
        const client = new MongoClient(address());
        await client.db(database).dropDatabase();
        await client.close();
      };
      return { store, end };
    };
    describeAskedFor(inDatabase, 30);
  });
});

describe('The way to orders', () => {
  it.each([
    ['', { where: {}, by: 'placedAt' }],
    ['status:held sku:MUG customer:A@b.c', { where: { customer: 'a@b.c' }, by: 'placedAt' }],
    ['sku:MUG* -hold:fraud status:(held OR placed) channel:web', { where: { channel: ['web'], status: ['held', 'placed'] }, by: 'placedAt' }],
    ['sku:(A OR B) location:dc-1', { where: { location: 'dc-1' }, by: 'placedAt' }],
    ['queue:short placed:(2026-10 OR 2026-12)', { where: { queue: 'short', placedAt: { from: '2026-10-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' } }, by: 'placedAt' }],
    ['late:yes location:dc-1 sku:A', { where: { due: 'in dc-1', dueAt: { to: now } }, by: 'dueAt' }],
    ['due:2026', { where: { due: 'anywhere', dueAt: { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' } }, by: 'dueAt' }],
  ])('asked for by “%s” is the one with few beside it', (text, { where, by }) => {
    expect(walkOf(asked(text), undefined, now)).toMatchObject({ where, sort: { by } });
    expect(Object.keys(walkOf(asked(text), undefined, now).where!)).toEqual(Object.keys(where));
  }); // prettier-ignore
});

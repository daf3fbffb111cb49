import { type OrderPage, Segments, balanceOf } from '@tributary/contracts';
import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { placedWith } from '@tributary/testing';
import fc from 'fast-check';
import { customerLinks } from '../projections/customer-links/customer-links.ts';
import { orderList } from '../projections/order-list/order-list.ts';
import { orderPage } from '../projections/order-page/evolve-order-page.ts';
import { orderPages } from '../projections/order-page/order-page.ts';
import { customers, products } from '../projections/reference-data/reference-data.ts';
import {
  segmentDefinition,
  segmentDefinitions,
  segmentDefinitionsId,
} from '../projections/segment-definitions/segment-definitions.ts';
import { CustomerOverviews } from './customer-overviews.ts';
import { CustomerSegments } from './customer-segments.ts';
import { NamedOrders } from './named-orders.ts';
import { PastOrders } from './past-orders.ts';
import { Timelines } from './timelines.ts';

const now = '2026-03-31T12:00:00.000Z';
const dayMs = 86_400_000;

const recorded = (type: string, data: unknown, time: string, version = 1) => ({
  id: `${type} ${version}`,
  type,
  time,
  data,
  metadata: { source: 'spec' },
  position: version,
  stream: 'spec',
  version,
  recordedTime: time,
});

const opened = async () => {
  const store = openSqliteReadStore(':memory:');
  await store.declare([orderPages, orderList, products, customers, customerLinks, segmentDefinitions]);
  return store;
};
const define = async (store: ReadStore, asked: unknown, version = 1) => {
  const stored = await store.get(segmentDefinitions, segmentDefinitionsId);
  const before = stored && (JSON.parse(stored.json) as never);
  const event = recorded('tributary.segment.defined.v1', Segments.parse(asked), now, version);
  const document = segmentDefinition.evolve(before, event);
  await store.apply([{ collection: segmentDefinitions, id: segmentDefinition.idOf(event)!, document }], []);
};
const write = async (store: ReadStore, page: OrderPage) =>
  store.apply(
    [{ collection: orderPages, id: page.orderId, document: page }, ...orderPage.also!(page, page.orderId)],
    [],
  );
const segmentsIn = (store: ReadStore) =>
  new CustomerSegments(
    store,
    new CustomerOverviews(store, new NamedOrders(store), new PastOrders(new Timelines(store))),
  );

interface Drawn {
  readonly days: number;
  readonly channel: string;
  readonly units: number;
  readonly left: number;
  readonly back: number;
  readonly isVoid: boolean;
}

/** An order page with one line, as far as it was drawn. */
const pageOf = ({ days, channel, units, left, back, isVoid }: Drawn, number: number): OrderPage => {
  const { data } = placedWith({ 1: units });
  const placedAt = new Date(Date.parse(now) - days * dayMs).toISOString();
  const placed = {
    ...data,
    orderId: `${channel}.${number}`,
    number: `${number}`,
    channel,
    customer: { id: 'C-1' },
  };
  const page = orderPage.evolve(
    undefined,
    recorded('tributary.order.placed.v2', placed, placedAt),
  )! as OrderPage;
  const fulfilled = isVoid ? 0 : Math.min(left, units);
  const returned = Math.min(back, fulfilled);
  const [line] = page.lines;
  const quantities = { ...line!.quantities, fulfilled, returned, cancelled: isVoid ? units : 0 };
  const refundedForReturns = Math.round((page.money.total * returned) / units);
  const lines = [{ ...line!, quantities }];
  const money = { ...page.money, refunded: refundedForReturns, refundedForReturns };
  return {
    ...page,
    status: isVoid ? 'cancelled' : page.status,
    placedAt,
    lines,
    money: { ...money, ...balanceOf(money, lines) },
  };
};

const anyDrawn: fc.Arbitrary<Drawn> = fc.record({
  days: fc.integer({ min: 0, max: 40 }),
  channel: fc.constantFrom('web', 'pos', 'app'),
  units: fc.integer({ min: 1, max: 6 }),
  left: fc.nat({ max: 6 }),
  back: fc.nat({ max: 3 }),
  isVoid: fc.boolean(),
});
const asked = fc.record({
  orders: fc.nat({ max: 5 }),
  within: fc.nat({ max: 40 }),
  value: fc.nat({ max: 3_000 }),
  returned: fc.nat({ max: 100 }),
  channel: fc.constantFrom('web', 'p*', 'app'),
});

describe('The segments of a customer', () => {
  it('are those that a count over all their order pages, one by one, comes to', async () => {
    const property = fc.asyncProperty(
      fc.array(anyDrawn, { minLength: 1, maxLength: 8 }),
      asked,
      async (drawn, ask) => {
        const store = await opened();
        const pages = drawn.map(pageOf);
        for (const page of pages) await write(store, page);
        const conditions = [
          { is: 'orders', from: ask.orders },
          { is: 'last-order', within: ask.within },
          { is: 'value', currency: pages[0]!.currency, from: ask.value },
          { is: 'returned', to: ask.returned },
          { is: 'channel', names: [ask.channel], how: 'any' },
        ];
        await define(store, {
          segments: conditions.map((one, at) => ({ segmentId: `s${at}`, name: 'S', conditions: [one] })),
        });
        let [orders, last, value, left, back, isIn] = [0, Infinity, 0, 0, 0, false];
        for (const { status, channel, money, lines } of pages) {
          left += lines[0]!.quantities.fulfilled;
          back += lines[0]!.quantities.returned;
          if (status === 'cancelled') continue;
          orders += 1;
          value += money.total - money.refundedForReturns;
          isIn ||= ask.channel === 'p*' ? channel === 'pos' : channel === ask.channel;
        }
        for (const { isVoid, days } of drawn) if (!isVoid) last = Math.min(last, days);
        const answer = await segmentsIn(store).of('C-1', now);
        await store.close();
        expect(answer?.segments.map((one) => one.isIn)).toEqual([
          orders >= ask.orders,
          last <= ask.within,
          value >= ask.value,
          left > 0 && Math.round((back * 1_000) / left) / 10 <= ask.returned,
          isIn,
        ]);
        expect(answer?.segments[2]?.why[0]?.figure).toBe(value);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('are by what was defined last, and none before that', async () => {
    const store = await opened();
    await write(store, pageOf({ days: 3, channel: 'web', units: 1, left: 0, back: 0, isVoid: false }, 1));
    expect(await segmentsIn(store).of('C-1', now)).toEqual({
      customerId: 'C-1',
      at: now,
      orders: 1,
      segments: [],
    });
    const named = (name: string) => ({
      segments: [{ segmentId: 's', name, conditions: [{ is: 'orders', from: 1 }] }],
    });
    await define(store, named('New'), 2);
    await define(store, named('Old'), 1);
    expect((await segmentsIn(store).of('C-1', now))?.segments).toMatchObject([{ name: 'New', isIn: true }]);
    expect(await segmentsIn(store).of('C-2', now)).toBeUndefined();
    await store.close();
  });
});

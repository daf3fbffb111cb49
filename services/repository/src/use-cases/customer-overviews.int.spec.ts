import type { Customer, InboundInput } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { inbound, orderFact, placedWith } from '@tributary/testing';
import { customerLink, customerLinks } from '../projections/customer-links/customer-links.ts';
import { orderList } from '../projections/order-list/order-list.ts';
import { orderPage } from '../projections/order-page/evolve-order-page.ts';
import type { Moment } from '../projections/order-page/past-page.ts';
import { orderPages } from '../projections/order-page/order-page.ts';
import { orderTimeline, timelinePages } from '../projections/order-timeline/order-timeline.ts';
import { customer, customers, products } from '../projections/reference-data/reference-data.ts';
import { CustomerOverviews } from './customer-overviews.ts';
import { NamedOrders } from './named-orders.ts';
import { PastOrders } from './past-orders.ts';
import { Timelines } from './timelines.ts';

const recorded = (type: string, data: unknown, hour: number): RecordedEvent => ({
  id: `${type} ${hour}`,
  type,
  time: `2026-03-02T${hour}:00:00.000Z`,
  data,
  metadata: { source: 'urn:crm' },
  position: hour,
  stream: 'spec',
  version: hour,
  recordedTime: '2026-03-02T23:00:00.000Z',
});

let store: ReadStore;
beforeEach(async () => {
  store = openSqliteReadStore(':memory:');
  await store.declare([orderPages, orderList, timelinePages, products, customers, customerLinks]);
});
afterEach(() => store.close());

const place = async (number: string, hour: number, buyer: Customer) => {
  const { data } = placedWith({ 1: 1 });
  const placed = { ...data, orderId: `web.${number}`, number, customer: buyer };
  const page = orderPage.evolve(undefined, recorded('tributary.order.placed.v2', placed, hour))!;
  const write = { collection: orderPages, id: page.orderId, document: page };
  await store.apply([write, ...orderPage.also!(page, page.orderId)], []);
};
const file = async (data: InboundInput<'tributary.customer.updated.v1'>) => {
  const type = 'tributary.customer.updated.v1';
  const document = customer.evolve(undefined, recorded(type, inbound(type, data), 10));
  await store.apply([{ collection: customers, id: data.id, document }], []);
};
type Pair = Omit<InboundInput<'tributary.customer.unlinked.v1'>, 'why'>;
const say = async (kind: 'linked' | 'unlinked', pair: Pair, hour: number) => {
  const event = recorded(
    `tributary.customer.${kind}.v1`,
    inbound(`tributary.customer.${kind}.v1`, { ...pair, why: 'She said so.' }),
    hour,
  );
  const id = customerLink.idOf(event)!;
  const stored = await store.get(customerLinks, id);
  const before = stored && (JSON.parse(stored.json) as never);
  const document = customerLink.evolve(before, event);
  await store.apply([{ collection: customerLinks, id, document }], []);
};
const overview = (of: string, moment?: Moment) =>
  new CustomerOverviews(store, new NamedOrders(store), new PastOrders(new Timelines(store))).of(of, moment);
const foundBy = async (of: string) =>
  (await overview(of))?.foundBy.map(({ by, value, orders, why }) => [by, value, orders, why]);

describe('A customer, by all that is linked', () => {
  it('has the orders of every identity, from one to the next, whichever is asked for', async () => {
    await file({ id: 'C-1', name: 'Ada', email: 'ada@example.com' });
    await place('1', 10, { id: 'C-1' });
    await place('2', 11, { id: 'C-2', email: 'a@work.example' });
    await place('3', 12, { email: 'A@Work.example' });
    await place('4', 13, { phone: '030 1234567' });
    await place('5', 14, { id: 'C-9', email: 'a@work.example' });
    await say('linked', { customerId: 'C-1', by: 'id', value: 'C-2' }, 15);
    await say('linked', { customerId: 'C-2', by: 'email', value: 'a@work.example' }, 15);
    await say('linked', { customerId: 'C-2', by: 'phone', value: '+49 30 1234567' }, 15);
    await say('linked', { customerId: 'C-2', by: 'loyalty', value: 'L-7' }, 15);
    const all = [
      ['id', 'C-1', 1, 'itself'],
      ['id', 'C-2', 1, 'linked'],
      ['email', 'a@work.example', 1, 'linked'],
      ['phone', '+49 30 1234567', 1, 'linked'],
      ['loyalty', 'L-7', 0, 'linked'],
      ['email', 'ada@example.com', 0, 'on-file'],
    ];
    for (const asked of ['C-1', 'C-2', 'a@work.example']) expect(await foundBy(asked)).toEqual(all);
    expect(await overview('C-2')).toMatchObject({
      customer: { id: 'C-1' },
      askedAs: { by: 'id', value: 'C-2' },
      orders: { count: 4 },
    });
    expect(await overview('C-1')).not.toHaveProperty('askedAs');
  });

  it('is as before once a link is taken apart, also where an older saying is told later', async () => {
    await file({ id: 'C-1', name: 'Ada' });
    await place('1', 10, { id: 'C-1' });
    await place('2', 11, { id: 'C-2' });
    const before = [await overview('C-1'), await overview('C-2')];
    const pair = { customerId: 'C-1', by: 'id', value: 'C-2' } as const;
    await say('linked', pair, 12);
    expect((await overview('C-2'))?.orders.count).toBe(2);
    await say('unlinked', pair, 14);
    await say('linked', pair, 13);
    expect([await overview('C-1'), await overview('C-2')]).toEqual(before);
  });

  it('is found where links go round in a circle, once each', async () => {
    for (const [value, customerId] of [
      ['B', 'A'],
      ['C', 'B'],
      ['A', 'C'],
    ] as const)
      await say('linked', { customerId, by: 'id', value }, 10);
    await place('1', 10, { id: 'C' });
    expect(await foundBy('B')).toEqual([
      ['id', 'A', 0, 'itself'],
      ['id', 'B', 0, 'linked'],
      ['id', 'C', 1, 'linked'],
    ]);
  });

  it('is followed to twenty identities, and says that there are more', async () => {
    for (let at = 10; at < 34; at += 1)
      await say('linked', { customerId: `C-${at}`, by: 'id', value: `C-${at + 1}` }, 10);
    const found = await overview('C-10');
    expect([found?.foundBy.length, found?.moreIdentities]).toEqual([20, true]);
  });

  it('may also be who shares an e-mail or a phone number in any writing, and is not until somebody says so', async () => {
    await file({ id: 'C-1', name: 'Ada', email: 'ada@example.com', phone: '+49 30 1234567' });
    await file({ id: 'C-3', name: 'A. B.', phone: '(030) 123 45 67' });
    await file({ id: 'C-4', name: 'Ann', email: 'ada@example.com.au', phone: '040 1234567' });
    await place('1', 10, { id: 'C-1' });
    await place('2', 11, { id: 'C-2', email: 'ADA@example.com' });
    await place('3', 12, { email: 'guest@example.com', phone: '0301234567' });
    await place('4', 13, { email: 'ada@example.com' });
    const phone = { by: 'phone', value: '+49 30 1234567' };
    const found = await overview('C-1');
    expect(found?.orders.count).toBe(2);
    expect(found?.mayAlsoBe).toEqual([
      {
        by: 'email',
        value: 'guest@example.com',
        orders: 1,
        shared: [{ ...phone, orders: 1, onFile: false }],
      },
      {
        by: 'id',
        value: 'C-2',
        orders: 1,
        shared: [{ by: 'email', value: 'ada@example.com', orders: 1, onFile: false }],
      },
      { by: 'id', value: 'C-3', name: 'A. B.', orders: 0, shared: [{ ...phone, orders: 0, onFile: true }] },
    ]);
    await say('linked', { customerId: 'C-1', by: 'id', value: 'C-2' }, 14);
    expect((await overview('C-1'))?.mayAlsoBe.map(({ value }) => value)).toEqual([
      'guest@example.com',
      'C-3',
    ]);
  });

  it('may be one of the customers whose e-mail a guest has', async () => {
    await file({ id: 'C-1', name: 'Ada', email: 'ada@example.com' });
    await place('1', 10, { email: 'ada@example.com' });
    await place('2', 11, { id: 'C-2', email: 'ada@example.com' });
    const found = await overview('ada@example.com');
    expect(found?.mayAlsoBe.map(({ value, orders }) => [value, orders])).toEqual([
      ['C-2', 1],
      ['C-1', 0],
    ]);
  });

  it('is nobody where nothing is told of them', async () => {
    expect(await overview('C-1')).toBeUndefined();
  });
});

describe('A customer, at a moment', () => {
  /** What happened to an order, in the hours named. */
  const told = async (
    number: string,
    ...facts: readonly (readonly [hour: number, recordedAt: number, fact: object])[]
  ) => {
    const events = facts.map(([hour, recordedAt, fact], index) => {
      const { type, data } = fact as { type: string; data: object };
      const event = recorded(
        type,
        { ...data, orderId: `web.${number}`, number, customer: { id: 'C-1' } },
        hour,
      );
      return { ...event, version: index + 1, recordedTime: `2026-03-02T${recordedAt}:00:00.000Z` };
    });
    const id = orderTimeline.idOf(events[0]!)!;
    const pages = events.reduce<ReturnType<typeof orderTimeline.evolve>>(
      (before, event) => orderTimeline.evolve(before, event),
      undefined,
    );
    const page = events.reduce<ReturnType<typeof orderPage.evolve>>(
      (before, event) => orderPage.evolve(before, event),
      undefined,
    )!;
    await store.apply(
      [
        { collection: timelinePages, id, document: pages },
        { collection: orderPages, id: page.orderId, document: page },
        ...orderPage.also!(page, page.orderId),
      ],
      [],
    );
  };
  const cancelled = orderFact('tributary.order.cancelled.v1', {
    orderId: 'web.1',
    lines: [{ lineId: '1', sku: 'S-1', quantity: 1 }],
    release: [],
  });
  const hour = (at: number) => `2026-03-02T${at}:30:00.000Z`;
  const counts = async (moment?: Moment) => {
    const found = (await overview('C-1', moment))!;
    const { count, open, cancelled: void_ } = found.orders;
    return [count, open, void_, found.newest.map(({ orderId, status }) => [orderId, status])];
  };

  it('has the orders of that moment, as they had happened or as they were known then', async () => {
    await file({ id: 'C-1', name: 'Ada' });
    await told('1', [10, 10, placedWith({ 1: 1 })], [12, 15, cancelled]);
    await told('2', [13, 13, placedWith({ 1: 1 })]);
    const first = ['web.1', 'placed'];
    expect(await counts()).toEqual([
      2,
      1,
      1,
      [
        ['web.2', 'placed'],
        ['web.1', 'cancelled'],
      ],
    ]);
    expect(await counts({ asOf: hour(11) })).toEqual([1, 1, 0, [first]]);
    expect(await counts({ asOf: hour(12) })).toEqual([1, 0, 1, [['web.1', 'cancelled']]]);
    expect(await counts({ knownAt: hour(14) })).toEqual([2, 2, 0, [['web.2', 'placed'], first]]);
    expect(await counts({ asOf: hour(12), knownAt: hour(14) })).toEqual([1, 1, 0, [first]]);
    expect(await counts({ asOf: hour(9).replace('T9', 'T09') })).toEqual([0, 0, 0, []]);
    expect(await overview('C-1', { asOf: hour(11) })).toMatchObject({
      customer: { name: 'Ada' },
      newest: [{ customer: { id: 'C-1', name: 'Ada' } }],
      mayAlsoBe: [],
    });
  });
});

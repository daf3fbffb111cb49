import { OrderState } from '@tributary/contracts';
import type { BusMessage, StateRecord } from '@tributary/event-bus';
import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { orderFact, orderId, placedWith } from '@tributary/testing';
import { orderPages } from '../projections/order-page/order-page.ts';
import { repositoryProjectors } from '../repository.module.ts';
import { publishedOrders } from './published-orders.ts';

const time = '2026-03-02T12:00:00.000Z';
const placed = placedWith({ 1: 2 });
const tracked = orderFact('tributary.order.tracked.v1', {
  orderId: 'web.9',
  shipmentId: 'P1',
  status: 'out',
});

const message = (
  offset: number,
  { type, data }: { type: string; data: { orderId: string } },
): BusMessage => ({
  topic: 'tributary.order.v1',
  key: `order-${data.orderId}`,
  partition: 'log',
  offset,
  event: {
    id: `event ${offset}`,
    type,
    time,
    data,
    metadata: { source: 'tributary/order' },
    position: offset,
    stream: `order-${data.orderId}`,
    version: 1,
    recordedTime: time,
  },
});

describe('Orders that the repository publishes', () => {
  let store: ReadStore;
  let told: { states: readonly StateRecord[]; readable: boolean }[];
  let fails: boolean;
  beforeEach(() => {
    [told, fails] = [[], false];
    store = openSqliteReadStore(':memory:');
  });
  afterEach(() => store.close());

  const projecting = async () => {
    const publish = async (states: readonly StateRecord[]) => {
      if (fails) throw new Error('the bus is away');
      told.push({ states, readable: (await store.get(orderPages, orderId)) !== undefined });
    };
    const [pages] = repositoryProjectors(store, publishedOrders({ publish }));
    await pages!.start({ subscribe: () => Promise.resolve() });
    return pages!;
  };

  it('are told before the page is stored, and again when it can be read, with nothing about a person', async () => {
    const pages = await projecting();
    await pages.apply([message(1, placed)], { partition: 'log', offset: 1 });
    const { channel, status, rev } = JSON.parse((await store.get(orderPages, orderId))!.json) as OrderState;
    const states = [{ key: orderId, data: { orderId, channel, status, rev }, time }];
    expect(told).toEqual([
      { states, readable: false },
      { states, readable: true },
    ]);
    expect(OrderState.strict().parse(states[0]!.data)).toEqual(states[0]!.data);
  });

  it('are not stored untold', async () => {
    const pages = await projecting();
    fails = true;
    const applied = pages.apply([message(1, placed)], { partition: 'log', offset: 1 });
    await expect(applied).rejects.toThrow('the bus is away');
    expect(await store.get(orderPages, orderId)).toBeUndefined();
  });

  it('are none where a fact is of an order that has no page', async () => {
    const pages = await projecting();
    await pages.apply([message(1, tracked)], { partition: 'log', offset: 1 });
    expect(told.flatMap(({ states }) => states)).toEqual([]);
  });
});

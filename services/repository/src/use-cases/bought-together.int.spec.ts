import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { inbound, placedWith } from '@tributary/testing';
import { customerLinks } from '../projections/customer-links/customer-links.ts';
import { orderList } from '../projections/order-list/order-list.ts';
import { orderPage } from '../projections/order-page/evolve-order-page.ts';
import { orderPages } from '../projections/order-page/order-page.ts';
import { customers, product, products } from '../projections/reference-data/reference-data.ts';
import { BoughtTogether } from './bought-together.ts';
import { CustomerOverviews } from './customer-overviews.ts';
import { NamedOrders } from './named-orders.ts';
import { PastOrders } from './past-orders.ts';
import { Timelines } from './timelines.ts';

const recorded = (type: string, data: unknown, at: number) => ({
  id: `${type} ${at}`,
  type,
  time: new Date(Date.UTC(2026, 2, 2) + at * 60_000).toISOString(),
  data,
  metadata: { source: 'urn:spec' },
  position: at,
  stream: 'spec',
  version: at,
  recordedTime: '2026-03-02T23:00:00.000Z',
});

describe('Goods that are bought together', () => {
  let store: ReadStore;
  let together: BoughtTogether;
  let placed = 0;
  beforeEach(async () => {
    store = openSqliteReadStore(':memory:');
    await store.declare([orderPages, orderList, products, customers, customerLinks]);
    together = new BoughtTogether(
      store,
      new CustomerOverviews(store, new NamedOrders(store), new PastOrders(new Timelines(store))),
    );
    for (let n = 0; n < 90; n += 1) await place(['MUG', 'BAG']);
    for (let n = 0; n < 6; n += 1) await place(['POT', 'TEA', 'BAG']);
    for (let n = 0; n < 4; n += 1) await place(['POT', 'BAG']);
    const type = 'tributary.product.updated.v1';
    const told = recorded(type, inbound(type, { sku: 'TEA', name: 'Green tea' }), 900);
    await store.apply([{ collection: products, id: 'TEA', document: product.evolve(undefined, told) }], []);
  });
  afterEach(() => store.close());

  const place = async (skus: readonly string[], customer?: { id: string }) => {
    placed += 1;
    const wanted = Object.fromEntries(skus.map((_, at) => [`${at + 1}`, 1]));
    const { data } = placedWith(wanted, { sku: (lineId) => skus[Number(lineId) - 1]! });
    const number = `${placed}`;
    const fact = { ...data, orderId: `web.${number}`, number, ...(customer && { customer }) };
    const page = orderPage.evolve(undefined, recorded('tributary.order.placed.v2', fact, placed))!;
    const write = { collection: orderPages, id: page.orderId, document: page };
    await store.apply([write, ...orderPage.also!(page, page.orderId)], []);
  };

  it('are named with how often, of how many, and what that is compared with', async () => {
    expect(await together.with('POT', 5)).toEqual({
      sku: 'POT',
      orders: 10,
      comparedWith: 100,
      items: [{ sku: 'TEA', name: 'Green tea', together: 6, of: 10, timesAsOften: 10.1 }],
    });
  });

  it('are suggested to who has one of them and not the other, because of that one', async () => {
    await place(['POT', 'MUG'], { id: 'C-1' });
    await place(['TEA', 'MUG'], { id: 'C-2' });
    const suggested = async (id: string) =>
      (await together.for(id, 5))?.items.map(({ sku, with: had }) => [sku, had.sku]);
    expect(await suggested('C-1')).toEqual([['TEA', 'POT']]);
    expect(await suggested('C-2')).toEqual([['POT', 'TEA']]);
    expect(await suggested('nobody')).toBeUndefined();
  });

  it('are none of what nobody has ordered', async () => {
    expect(await together.with('NEVER', 5)).toMatchObject({ orders: 0, items: [] });
  });
});

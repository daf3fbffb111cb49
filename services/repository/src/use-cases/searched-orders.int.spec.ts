import type { FoundOrder } from '@tributary/contracts';
import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { inbound, placedWith } from '@tributary/testing';
import { orderList } from '../projections/order-list/order-list.ts';
import { orderPage } from '../projections/order-page/evolve-order-page.ts';
import { orderPages } from '../projections/order-page/order-page.ts';
import { customers, product, products } from '../projections/reference-data/reference-data.ts';
import { NamedOrders } from './named-orders.ts';
import { SearchedOrders } from './searched-orders.ts';

const recorded = (type: string, data: unknown, position: number) => ({
  id: `${type} ${position}`,
  type,
  time: `2026-03-02T${10 + position}:00:00.000Z`,
  data,
  metadata: { source: 'urn:spec' },
  position,
  stream: 'spec',
  version: position,
  recordedTime: '2026-03-02T23:00:00.000Z',
});

describe('Orders that are searched for', () => {
  let store: ReadStore;
  let searched: SearchedOrders;
  beforeEach(async () => {
    store = openSqliteReadStore(':memory:');
    await store.declare([orderPages, orderList, products, customers]);
    searched = new SearchedOrders(store, new NamedOrders(store));
    await place('100045', 1, {
      name: 'José García',
      email: 'jo.garcia@example.com',
      phone: '+49 170 1234567',
    });
    await place('100046', 2, { name: 'Anna Johansson' });
    const told = { sku: 'MUG-RED', name: 'Enamel kettle' };
    const data = inbound('tributary.product.updated.v1', told);
    const event = recorded('tributary.product.updated.v1', data, 3);
    await store.apply(
      [{ collection: products, id: 'MUG-RED', document: product.evolve(undefined, event) }],
      [],
    );
  });
  afterEach(() => store.close());

  const place = async (number: string, position: number, customer: object) => {
    const { data } = placedWith({ 1: 1 }, { sku: () => 'MUG-RED' });
    const lines = data.lines.map(({ name: _, ...line }) => line);
    const placed = { ...data, orderId: `web.${number}`, number, lines, customer };
    const page = orderPage.evolve(undefined, recorded('tributary.order.placed.v2', placed, position))!;
    const write = { collection: orderPages, id: page.orderId, document: page };
    await store.apply([write, ...orderPage.also!(page, page.orderId)], []);
  };
  const marked = ({ found = [] }: FoundOrder) =>
    found.map(({ in: of, text, at }) => [of, ...at.map(({ from, to }) => text.slice(from, to))]);

  it.each([
    ['garcia', [['customer', 'García'], ['email', 'garcia']]],
    ['jo.garcia@exa', [['email', 'jo.garcia@example.com']]],
    ['0170 1234567', [['phone', '1234567']]],
    ['100045', [['number', '100045']]],
    ['web.100045', [['order', 'web.100045']]],
  ])('by %j say where on them it stands', async (words, where) => {
    const { items, spelling } = await searched.search(words, 10);
    expect(items.map(({ orderId }) => orderId)).toEqual(['web.100045']);
    expect(marked(items[0]!)).toEqual(where);
    expect(spelling).toBeUndefined();
  }); // prettier-ignore

  it('by the name that the catalogue has for their goods show that name', async () => {
    const { items } = await searched.search('enamel', 10);
    expect(items.map((item) => [item.number, ...marked(item)])).toEqual([
      ['100046', ['product', 'Enamel']],
      ['100045', ['product', 'Enamel']],
    ]);
  });

  it.each([
    ['garica', '100045', ['customer', 'García']],
    ['anna johanson', '100046', ['customer', 'Anna', 'Johansson']],
  ])('by a slip such as %j are found all the same, which is told', async (words, number, where) => {
    const { items, spelling } = await searched.search(words, 10);
    expect(items.map((item) => [item.number, marked(item)[0]])).toEqual([[number, where]]);
    expect(spelling).toBe('close');
  });

  it('by a slip in the name of their goods are found, too', async () => {
    const { items, spelling } = await searched.search('enamle kettel', 10);
    expect(items.map((item) => marked(item)[0])).toEqual([
      ['product', 'Enamel', 'kettle'],
      ['product', 'Enamel', 'kettle'],
    ]);
    expect(spelling).toBe('close');
  });

  it('by what nothing is like are none', async () => {
    expect(await searched.search('zzzzzz', 10)).toEqual({ items: [], spelling: 'close' });
  });
});

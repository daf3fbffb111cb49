import type { Customer } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { inbound, placedWith } from '@tributary/testing';
import { orderList } from '../projections/order-list/order-list.ts';
import { orderPage } from '../projections/order-page/evolve-order-page.ts';
import { orderPages } from '../projections/order-page/order-page.ts';
import { customer, customers, product, products } from '../projections/reference-data/reference-data.ts';
import { CustomerSearch } from './customer-search.ts';
import { ProductSearch } from './product-search.ts';

const recorded = (type: string, data: unknown, hour: number): RecordedEvent => ({
  id: `${type} ${hour}`,
  type,
  time: `2026-03-02T${hour}:00:00.000Z`,
  data,
  metadata: { source: 'urn:spec' },
  position: hour,
  stream: 'spec',
  version: hour,
  recordedTime: '2026-03-02T23:00:00.000Z',
});
const [home, office] = [
  { city: 'Leeds', country: 'GB' },
  { city: 'York', country: 'GB' },
];

let store: ReadStore;
beforeEach(async () => {
  store = openSqliteReadStore(':memory:');
  await store.declare([orderPages, orderList, products, customers]);
});
afterEach(() => store.close());

describe('Who rings', () => {
  const place = async (number: string, hour: number, buyer: Customer, shipTo?: typeof home) => {
    const { data } = placedWith({ 1: 1 }, { sku: () => 'ADA-LAMP' });
    const placed = {
      ...data,
      orderId: `web.${number}`,
      number,
      customer: buyer,
      ...(shipTo && { shipTo }),
    };
    const page = orderPage.evolve(undefined, recorded('tributary.order.placed.v2', placed, hour))!;
    const write = { collection: orderPages, id: page.orderId, document: page };
    await store.apply([write, ...orderPage.also!(page, page.orderId)], []);
  };
  const tell = async (data: Customer & { id: string; addresses?: (typeof home)[] }) => {
    const type = 'tributary.customer.updated.v1';
    const document = customer.evolve(undefined, recorded(type, inbound(type, data), 10));
    await store.apply([{ collection: customers, id: data.id, document }], []);
  };
  const find = (typed: string, limit = 25) => new CustomerSearch(store).find(typed, limit);
  const ada = { id: 'C-1', name: 'Ada Byron', email: 'ada@example.com', phone: '+49 30 1234567' };
  const lastOrder = (number: string, hour: number) => ({
    orderId: `web.${number}`,
    placedAt: `2026-03-02T${hour}:00:00.000Z`,
  });

  it.each(['ada', 'ad byr', 'BYRON, Ada', 'ada@ex', 'C-1', '030 1234567', '0049 30 123', '34567'])(
    'is found in the customer file by %s',
    async (typed) => {
      await tell({ ...ada, addresses: [home] });
      await tell({ id: 'C-2', name: 'Bertha Byron', phone: '030 7654321' });
      const { id: customerId, ...contact } = ada;
      expect(await find(typed)).toEqual([{ customerId, ...contact, addresses: [home] }]);
    },
  );

  it('is told with the newest order and where it went, then the other addresses, each once', async () => {
    await tell({ ...ada, addresses: [home, office] });
    await place('1', 10, { id: 'C-1' }, home);
    await place('2', 12, { email: 'ADA@example.com' }, office);
    await place('3', 11, { id: 'C-1' }, office);
    expect(await find('byron')).toMatchObject([
      { customerId: 'C-1', addresses: [office, home], lastOrder: lastOrder('3', 11) },
    ]);
    // As a guest they ordered under the address that the customer file has.
    expect(await find('ada@example')).toHaveLength(1);
  });

  it('is found by what orders tell of a guest, once, with the newest of them', async () => {
    const guest = { name: 'Ada Lovelace', email: 'countess@example.com', phone: '0113 496 0000' };
    await place('1', 10, guest, home);
    await place('2', 11, { ...guest, email: 'Countess@example.com' }, office);
    await place('3', 12, { name: 'Somebody Else' });
    const found = [
      {
        ...guest,
        email: 'Countess@example.com',
        addresses: [office],
        lastOrder: lastOrder('2', 11),
      },
    ];
    for (const typed of ['ad lovel', 'countess@', '0113 4960000', '113 496'])
      expect([typed, await find(typed)]).toEqual([typed, found]);
    expect(await find('+49 113 4960000')).toEqual([]);
  });

  it('is not found by the goods of an order', async () => {
    await place('1', 10, { name: 'Somebody Else' });
    expect(await find('ada lamp')).toEqual([]);
    expect(await find('ada')).toEqual([]);
  });

  it('stands in the answer once, as the customer file has it, also where an order named them otherwise', async () => {
    await tell(ada);
    await place('1', 10, { id: 'C-1', name: 'A. Noel' });
    await place('2', 11, { id: 'C-9', name: 'Noel Unfiled' });
    expect(await find('noel')).toMatchObject([
      { customerId: 'C-1', name: 'Ada Byron', lastOrder: lastOrder('1', 10) },
      { customerId: 'C-9', name: 'Noel Unfiled', lastOrder: lastOrder('2', 11) },
    ]);
    expect(await find('noel', 1)).toHaveLength(1);
  });
});

describe('Goods that are asked for', () => {
  const prices = [{ currency: 'EUR', unitPrice: '9.90' }];
  beforeEach(async () => {
    const type = 'tributary.product.updated.v1';
    for (const data of [
      { sku: 'MUG-RED', name: 'Red mug', prices },
      { sku: 'MUG-BLUE', name: 'Blue mug, large' },
    ]) {
      const document = product.evolve(undefined, recorded(type, inbound(type, data), 10));
      await store.apply([{ collection: products, id: data.sku, document }], []);
    }
  });

  it.each([
    ['red mug', ['MUG-RED']],
    ['mu re', []],
    ['mug r', ['MUG-RED']],
    ['MUG-B', ['MUG-BLUE']],
    ['larg bl', ['MUG-BLUE']],
    ['teapot', []],
  ])('%s are %j', async (typed, skus) => {
    expect((await new ProductSearch(store).find(typed, 9)).map(({ sku }) => sku)).toEqual(skus);
  });

  it('are told with their prices, no more than wanted', async () => {
    const search = new ProductSearch(store);
    expect(await search.find('red', 9)).toEqual([
      { sku: 'MUG-RED', name: 'Red mug', prices, updatedAt: '2026-03-02T10:00:00.000Z' },
    ]);
    expect(await search.find('mug', 1)).toHaveLength(1);
  });
});

import type { Customer } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { ReadStore, Stored } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { inbound, placedWith } from '@tributary/testing';
import { orderList } from '../projections/order-list/order-list.ts';
import { orderPage } from '../projections/order-page/evolve-order-page.ts';
import { type OrderPage, orderPages } from '../projections/order-page/order-page.ts';
import { customer, customers, product, products } from '../projections/reference-data/reference-data.ts';
import { NamedOrders, type Searched } from './named-orders.ts';

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

describe('Orders as people read them', () => {
  let store: ReadStore;
  let named: NamedOrders;
  beforeEach(async () => {
    store = openSqliteReadStore(':memory:');
    await store.declare([orderPages, orderList, products, customers]);
    named = new NamedOrders(store);
  });
  afterEach(() => store.close());

  const place = async (
    number: string,
    hour: number,
    sku: string,
    buyer?: Customer,
    name?: string,
    serials: readonly string[] = [],
  ) => {
    const { data } = placedWith({ 1: 1 }, { sku: () => sku });
    const [first] = data.lines;
    const lines = [{ ...first!, ...(name !== undefined && { name }) }];
    const placed = {
      ...data,
      orderId: `web.${number}`,
      number,
      lines,
      ...(buyer && { customer: buyer }),
      ...(serials.length > 0 && { serials: [{ lineId: first!.lineId, serials }] }),
    };
    const page = orderPage.evolve(undefined, recorded('tributary.order.placed.v2', placed, hour))!;
    const write = { collection: orderPages, id: page.orderId, document: page };
    await store.apply([write, ...orderPage.also!(page, page.orderId)], []);
  };
  const tellProduct = async (sku: string, name: string) => {
    const told = recorded(
      'tributary.product.updated.v1',
      inbound('tributary.product.updated.v1', { sku, name }),
      9,
    );
    await store.apply([{ collection: products, id: sku, document: product.evolve(undefined, told) }], []);
  };
  const tellCustomer = async (id: string, name: string) => {
    const told = recorded(
      'tributary.customer.updated.v1',
      inbound('tributary.customer.updated.v1', { id, name }),
      9,
    );
    await store.apply([{ collection: customers, id, document: customer.evolve(undefined, told) }], []);
  };
  const pageOf = async (number: string) =>
    JSON.parse(await named.page((await store.get(orderPages, `web.${number}`))!.json)) as OrderPage;
  const numbers = (rows: readonly Stored[] | Searched) =>
    ('items' in rows ? rows.items : rows).map(({ json }) => (JSON.parse(json) as { number: string }).number);

  it('name a product as the catalogue does, unless the order named it', async () => {
    await place('1', 10, 'MUG');
    await place('2', 11, 'MUG', undefined, 'Old mug');
    expect((await pageOf('1')).lines[0]).not.toHaveProperty('name');
    await tellProduct('MUG', 'Red mug');
    expect((await pageOf('1')).lines[0]).toMatchObject({ sku: 'MUG', name: 'Red mug' });
    expect((await pageOf('2')).lines[0]).toMatchObject({ name: 'Old mug' });
    await tellProduct('MUG', 'Scarlet mug');
    expect((await pageOf('1')).lines[0]).toMatchObject({ name: 'Scarlet mug' });
  });

  it('name a customer as the customer file does, unless the order named them', async () => {
    await place('1', 10, 'MUG', { id: 'C1' });
    await place('2', 11, 'MUG', { id: 'C1', name: 'A. Smith' });
    await place('3', 12, 'MUG');
    await tellCustomer('C1', 'Ann Smith');
    expect((await pageOf('1')).customer).toEqual({ id: 'C1', name: 'Ann Smith' });
    expect((await pageOf('2')).customer).toEqual({ id: 'C1', name: 'A. Smith' });
    const { items } = await store.find(orderList, { sort: { by: 'placedAt', direction: 'asc' }, limit: 9 });
    const rows = (await named.rows(items)).map(({ json }) => JSON.parse(json) as OrderPage);
    expect(rows.map((row) => row.customer?.name)).toEqual(['Ann Smith', 'A. Smith', undefined]);
  });

  it('are answered as they are stored where they name everything', async () => {
    await place('1', 10, 'MUG', { id: 'C1', name: 'Ann' }, 'Mug');
    const { json } = (await store.get(orderPages, 'web.1'))!;
    expect(await named.page(json)).toBe(json);
  });

  it('are found by the names of the catalogue and the customer file, whichever was told first', async () => {
    await tellProduct('MUG', 'Emerald cup');
    await place('1', 10, 'MUG', { id: 'Ann@Shop' });
    await place('2', 11, 'MUG', undefined, 'Emerald cup, large');
    await place('3', 12, 'BOWL', { id: 'Ann@Shop' });
    await tellCustomer('Ann@Shop', 'Annabel Smith');
    await tellProduct('BOWL', 'Deep bowl');
    expect(numbers(await named.search('emerald', 10))).toEqual(['2', '1']);
    expect(numbers(await named.search('emerald', 1))).toEqual(['2']);
    expect(numbers(await named.search('annabel smith', 10))).toEqual(['3', '1']);
    expect(numbers(await named.search('deep bowl', 10))).toEqual(['3']);
    expect(numbers(await named.search('nothing', 10))).toEqual([]);
  });

  it('are found by the serial number of a unit, in any writing of case', async () => {
    await place('1', 10, 'CAM', undefined, undefined, ['SN-4471/A', 'SN-4472/A']);
    await place('2', 11, 'CAM', undefined, undefined, ['SN-9000/A']);
    for (const q of ['SN-4472/A', 'sn-4472/a']) expect(numbers(await named.search(q, 10))).toEqual(['1']);
  });
});

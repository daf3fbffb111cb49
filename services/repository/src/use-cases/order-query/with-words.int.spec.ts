import type { Customer } from '@tributary/contracts';
import { readOrderQuery } from '@tributary/contracts/order-query';
import type { RecordedEvent } from '@tributary/event-store';
import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { placedWith } from '@tributary/testing';
import { orderList } from '../../projections/order-list/order-list.ts';
import { orderPage } from '../../projections/order-page/evolve-order-page.ts';
import { orderPages } from '../../projections/order-page/order-page.ts';
import { customers, products } from '../../projections/reference-data/reference-data.ts';
import { NamedOrders } from '../named-orders.ts';
import { QueriedOrders } from './queried-orders.ts';

const now = '2026-11-20T12:00:00.000Z';
const recorded = (data: unknown, time: string): RecordedEvent => ({
  id: `placed ${time}`, type: 'tributary.order.placed.v2', time, data, metadata: { source: 'urn:spec' },
  position: 1, stream: 'spec', version: 1, recordedTime: time,
}); // prettier-ignore

/** Each as the shop wrote it. */
const buyers: Readonly<Record<string, Customer>> = {
  'S1': { name: '田中' },
  'S2': { name: '東京商店株式会社' },
  'S3': { name: 'مُحَمَّد علي' },
  '7': { name: 'Brigid O’Brien' },
  'S5': { name: 'José García', phone: '+49 170 1234567' },
  'S6': { name: 'Jose Garcia', email: 'jo.smith@example.com' },
  '#1001/50%': { name: 'Łukasz Straße' },
}; // prettier-ignore

describe('Words beside what else is asked of orders', () => {
  let store: ReadStore;
  let orders: QueriedOrders;
  const place = async (number: string, at: string, customer: Customer, sku: string) => {
    const { data } = placedWith({ 1: 1 }, { sku: () => sku });
    const placed = { ...data, orderId: `web.${number}`, number, customer };
    const page = orderPage.evolve(undefined, recorded(placed, at))!;
    const write = { collection: orderPages, id: page.orderId, document: page };
    await store.apply([write, ...orderPage.also!(page, page.orderId)], []);
  };
  beforeAll(async () => {
    store = openSqliteReadStore(':memory:');
    await store.declare([orderPages, orderList, products, customers]);
    orders = new QueriedOrders(store, new NamedOrders(store));
    for (const [at, [number, customer]] of Object.entries(buyers).entries())
      await place(number, `2026-11-0${at + 1}T10:00:00.000Z`, customer, at % 2 === 0 ? 'MUG-RED' : '50%-OFF');
  });
  afterAll(() => store.close());

  const find = async (text: string, limit = 25, sort?: 'oldest') => {
    const found = readOrderQuery(text);
    if ('fault' in found) throw new Error(found.fault.message);
    const { items, more } = await orders.withWords({ filters: { sort }, query: found.read, now }, limit);
    return { numbers: items.map(({ id }) => id.slice('web.'.length)), more };
  };

  it.each([
    ['田中', ['S1']],
    ['株式会社 placed:2026', ['S2']],
    ['محمد channel:web', ['S3']],
    ['7', ['7']],
    [`O'Brien`, ['7']],
    ['"0170 1234567"', ['S5']],
    ['0170/1234567 sku:MUG*', ['S5']],
    ['+49 170 1234567', ['S5']],
    ['garcía', ['S6', 'S5']],
    ['"garcía" -sku:50%-OFF', ['S5']],
    ['GARCIA placed:>=2026-11-06', ['S6']],
    ['jo.smith@example.com', ['S6']],
    ['#1001/50%', ['#1001/50%']],
    ['strasse', ['#1001/50%']],
    ['%', []],
  ])('are found as a search finds them: %s', async (text, numbers) => {
    expect(await find(text)).toEqual({ numbers, more: false });
  });

  it('stand on orders that are listed as they were placed, the newest first unless told', async () => {
    expect((await find('garcía', 25, 'oldest')).numbers).toEqual(['S5', 'S6']);
  });

  it('leave open whether there are others where not all are listed', async () => {
    expect(await find('garcía', 1)).toEqual({ numbers: ['S6'], more: true });
  });
});

import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, webOrder } from './trade.ts';

const numbers = [
  '#1001',
  '2026/0001',
  'SO 17',
  '000123',
  '50%25',
  '"5" é?&+',
  'น้ำ 12345',
  '.;a=1',
  '../../etc/passwd',
  "1'; DROP TABLE orders; --",
];
const skus = [
  '50%-OFF',
  'PIPE 1/2"',
  '#8-32',
  'A,B',
  'a*b:c',
  '.25 ACP',
  'น้ำ',
  'हिन्दी',
  'x@y%40',
  '%2F',
  'Cafe\u0301',
];

whenBuilt('What other systems call things', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    const shop = await platform.put(`/v1/locations/${encodeURIComponent('Köln #1/@a')}`, {
      name: 'Köln',
      kind: 'store',
      address: { country: 'DE' },
      capabilities: ['ship'],
    });
    expect(shop.status).toBe(200);
    await platform.publish(
      ...skus.map((sku) => event('tributary.stock.counted.v1', { sku, location: 'Köln #1/@a', quantity: 4 })),
      ...numbers.map((number) =>
        event('tributary.order.captured.v1', webOrder(number, { lines: [line('A,B')] })),
      ),
    );
    await platform.settled();
  });
  afterAll(() => platform?.remove());

  it.each(numbers)(
    'is an order number: %s, found by its path, among its SKU and by search',
    async (number) => {
      const orderId = `web.${number}`;
      const path = `/v1/orders/${encodeURIComponent(orderId)}`;
      expect(await platform.get(path)).toMatchObject({ status: 200, body: { orderId, number } });
      expect(await platform.get(`${path}/timeline`)).toMatchObject({ status: 200 });
      expect(await platform.get(`${path}/decisions`)).toMatchObject({ status: 200 });
      const listed = await platform.get(`/v1/orders?sku=${encodeURIComponent('A,B')}&limit=200`);
      expect(listed.body.items.map((one: { number: string }) => one.number)).toContain(number);
      const found = await platform.get(`/v1/search?q=${encodeURIComponent(orderId)}`);
      expect(found.body.items.map((one: { number: string }) => one.number)).toContain(number);
      const cancelled = await platform.post(`${path}/cancel`, {});
      expect(cancelled.status).toBeLessThan(300);
    },
  );

  it.each(skus)('is a SKU: %s, with its stock and its ledger', async (sku) => {
    const kept = sku.normalize('NFC');
    expect(await platform.stockOf(sku)).toMatchObject([{ sku: kept, location: 'Köln #1/@a', onHand: 4 }]);
    const ledger = `/v1/stock/${encodeURIComponent(sku)}/${encodeURIComponent('Köln #1/@a')}/ledger`;
    expect(await platform.get(ledger)).toMatchObject({ status: 200, body: { sku: kept, onHand: 4 } });
    expect((await platform.get(`/v1/availability?sku=${encodeURIComponent(sku)}`)).body.items).toMatchObject([
      { sku: kept, available: expect.any(Number) },
    ]);
  });
});

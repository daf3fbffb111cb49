import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, webOrder } from './trade.ts';

whenBuilt('What is told of products and customers', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await platform.publish(event('tributary.product.updated.v1', { sku: 'A/1 50%', name: 'Amber lamp' }));
    await platform.publish(
      event(
        'tributary.order.captured.v1',
        webOrder('r-1', { customer: { id: 'C/1' }, lines: [line('A/1 50%'), line('B', 1, { lineId: '2' })] }),
      ),
    );
    await platform.settled();
    await platform.publish(
      event('tributary.product.updated.v1', { sku: 'B', name: 'Birch table', attributes: { wood: 'birch' } }),
      event('tributary.customer.updated.v1', { id: 'C/1', name: 'Zoë Quist', email: 'zoe@example.com' }),
    );
    await platform.settled();
  });
  afterAll(() => platform?.remove());

  it('names the lines and the customer of an order that did not', async () => {
    const { body } = await platform.get('/v1/orders/web.r-1', { as: 'csr' });
    expect(body.lines.map(({ name }: Json) => name)).toEqual(['Amber lamp', 'Birch table']);
    expect(body.customer).toEqual({ id: 'C/1', name: 'Zoë Quist' });
  });

  it.each(['amber', 'birch table', 'quist', 'zoe@example.com'])('finds the order by %s', async (words) => {
    const { body } = await platform.get(`/v1/search?q=${encodeURIComponent(words)}`, { as: 'csr' });
    expect(body.items).toMatchObject([{ orderId: 'web.r-1', customer: { name: 'Zoë Quist' } }]);
  });

  it('is there to read, a customer with the address of their orders', async () => {
    expect((await platform.get('/v1/products/B', { as: 'analyst' })).body).toEqual({
      sku: 'B',
      name: 'Birch table',
      attributes: { wood: 'birch' },
      updatedAt: expect.any(String),
    });
    const { body } = await platform.get('/v1/customers/C%2F1', { as: 'csr' });
    expect(body).toMatchObject({ id: 'C/1', name: 'Zoë Quist', email: 'zoe@example.com' });
    expect((await platform.get(body.orders, { as: 'csr' })).body.items).toMatchObject([
      { orderId: 'web.r-1' },
    ]);
  });

  it('is found by what a person types, customers by those who serve them', async () => {
    const goods = await platform.get('/v1/products?q=tab%20bir', { as: 'associate' });
    expect(goods.body.items).toMatchObject([{ sku: 'B', name: 'Birch table' }]);
    const found = await platform.get('/v1/customers?q=zoe%20qu', { as: 'csr' });
    expect(found.body.items).toEqual([
      {
        customerId: 'C/1',
        name: 'Zoë Quist',
        email: 'zoe@example.com',
        addresses: [],
        lastOrder: { orderId: 'web.r-1', placedAt: expect.any(String) },
      },
    ]);
    expect((await platform.get('/v1/customers?q=zoe', { as: 'associate' })).status).toBe(403);
    expect(await platform.get('/v1/customers?q=%20')).toMatchObject({ status: 400 });
  });

  it('is missed by name', async () => {
    for (const path of ['/v1/products/NONE', '/v1/customers/none'])
      expect(await platform.get(path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});

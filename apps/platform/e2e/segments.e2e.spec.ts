import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

const defined = {
  rfm: {
    recencyDays: [1, 7, 30, 90],
    orders: [2, 3, 4, 5],
    currency: 'EUR',
    value: [1_000, 2_000, 5_000, 9_000],
  },
  segments: [
    {
      segmentId: 'mugs',
      name: 'Mugs, lately',
      conditions: [
        { is: 'sku', names: ['MU*'], how: 'most' },
        { is: 'recency', from: 3 },
      ],
    },
    { segmentId: 'often', name: 'Often', conditions: [{ is: 'orders', from: 5 }] },
  ],
};

whenBuilt('Segments of customers', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'MUG', { 'dc-1': 100 });
    const customer = { id: 'C-1', name: 'Ada Byron', email: 'ada@example.com' };
    await platform.publish(
      event('tributary.customer.updated.v1', customer),
      event('tributary.order.captured.v1', webOrder('a1', { customer, lines: [line('MUG', 2)] })),
      event('tributary.order.captured.v1', webOrder('a2', { customer, lines: [line('MUG', 1)] })),
      event(
        'tributary.order.captured.v1',
        webOrder('g1', { customer: { email: 'guest@example.com' }, lines: [line('MUG', 1)] }),
      ),
    );
    for (const orderId of ['web.a1', 'web.a2', 'web.g1']) await platform.order(orderId);
    await platform.settled();
  });
  afterAll(() => platform?.remove());

  const segmentsOf = (of: string, role: 'csr' | 'analyst' = 'csr') =>
    platform.get(`/v1/customers/${of}/segments`, { as: role });

  it('are none until operations define some', async () => {
    expect((await platform.get('/v1/segments', { as: 'csr' })).body).toEqual({ segments: [] });
    expect((await segmentsOf('C-1')).body).toMatchObject({ customerId: 'C-1', orders: 2, segments: [] });
    expect((await platform.put('/v1/segments', defined, { as: 'csr' })).status).toBe(403);
    expect((await platform.put('/v1/segments', defined, { as: 'ops' })).body).toEqual(defined);
    await platform.settled();
    expect((await platform.get('/v1/segments/versions', { as: 'ops' })).body.items).toMatchObject([
      { version: 1, value: defined },
    ]);
    expect((await platform.get('/v1/segments?asOf=2020-01-01T00:00:00Z', { as: 'ops' })).body).toEqual({
      segments: [],
    });
  });

  it('are told of a customer with why, and by how much the others are missed', async () => {
    expect((await segmentsOf('C-1')).body).toMatchObject({
      customerId: 'C-1',
      rfm: { frequency: { score: 2, orders: 2 } },
      segments: [
        { segmentId: 'mugs', isIn: true, why: [{ holds: true, found: ['MUG'] }, { holds: true }] },
        { segmentId: 'often', isIn: false, why: [{ holds: false, figure: 2, missesBy: 3 }] },
      ],
    });
    expect((await segmentsOf('guest@example.com')).body).toMatchObject({
      customerId: 'guest@example.com',
      orders: 1,
    });
    expect((await segmentsOf('C-1', 'analyst')).status).toBe(403);
    expect(await segmentsOf('C-9')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('are refused where a bound is missing, with where', async () => {
    const wrong = { segments: [{ segmentId: 's', name: 'S', conditions: [{ is: 'orders' }] }] };
    expect(await platform.put('/v1/segments', wrong, { as: 'ops' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/segments/0/conditions/0' }] },
    });
  });
});

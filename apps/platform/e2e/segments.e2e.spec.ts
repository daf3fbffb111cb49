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

  const membersOf = (
    path: string,
    role: 'csr' | 'analyst' | 'associate' = 'csr',
    accept = 'application/json',
  ) => platform.get(`/v1/segments/${path}`, { as: role, headers: { accept } });

  it('list who is in one, of the customer file, part by part and as a file', async () => {
    await platform.publish(
      event('tributary.customer.updated.v1', { id: 'B-1', name: 'Nobody yet' }),
      event('tributary.customer.updated.v1', { id: 'D-1', name: 'Dora', email: 'guest@example.com' }),
    );
    await platform.settled();
    const first = await membersOf('mugs/customers?limit=1');
    expect(first.body).toEqual({ items: [], next: expect.any(String) });
    const items = [];
    for (let cursor = first.body.next; cursor !== undefined;) {
      const { body } = await membersOf(`mugs/customers?limit=1&cursor=${encodeURIComponent(cursor)}`);
      items.push(...body.items);
      cursor = body.next;
    }
    expect(items).toMatchObject([
      { customerId: 'C-1', name: 'Ada Byron', orders: 2, rfm: { frequency: { score: 2 } } },
      { customerId: 'D-1', name: 'Dora', orders: 1 },
    ]);
    const { text } = await membersOf('mugs/customers', 'csr', 'text/csv');
    expect(text.split('\r\n').map((row) => row.split(',')[0])).toEqual(['customerId', 'C-1', 'D-1', '']);
    expect((await membersOf('often/customers')).body).toEqual({ items: [] });
    expect(await membersOf('none/customers')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await membersOf('mugs/customers', 'analyst')).status).toBe(403);
  });

  it('are tried before they are set, on those who ordered last', async () => {
    const before = (await platform.get('/v1/segments', { as: 'ops' })).body;
    const asked = { segments: [{ segmentId: 'two', name: 'Two', conditions: [{ is: 'orders', from: 2 }] }] };
    expect((await platform.post('/v1/segments/preview', asked, { as: 'ops' })).body).toEqual({
      customers: 2,
      segments: [
        { segmentId: 'two', name: 'Two', customers: 1, examples: [{ customerId: 'C-1', name: 'Ada Byron' }] },
      ],
    });
    expect((await platform.get('/v1/segments', { as: 'ops' })).body).toEqual(before);
    expect((await platform.post('/v1/segments/preview', asked, { as: 'csr' })).status).toBe(403);
  });

  it('are refused where a bound is missing, with where', async () => {
    const wrong = { segments: [{ segmentId: 's', name: 'S', conditions: [{ is: 'orders' }] }] };
    expect(await platform.put('/v1/segments', wrong, { as: 'ops' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/segments/0/conditions/0' }] },
    });
  });
});

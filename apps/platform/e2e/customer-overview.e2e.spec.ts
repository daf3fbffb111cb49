import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBuilt('A customer over all channels', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'MUG', { 'dc-1': 100, 'store-1': 20 });
    const ada = { id: 'C-1', name: 'Ada Byron', email: 'Ada@Example.com' };
    const guest = { name: 'A. Byron', email: 'ada@example.com' };
    await platform.publish(
      event('tributary.customer.updated.v1', ada),
      event(
        'tributary.order.captured.v1',
        webOrder('a1', { customer: { id: 'C-1' }, lines: [line('MUG', 2)] }),
      ),
      event('tributary.order.captured.v1', webOrder('a2', { customer: guest, lines: [line('MUG', 1)] })),
      event(
        'tributary.order.captured.v1',
        webOrder('b1', { customer: { id: 'C-2', email: 'ada@example.com' }, lines: [line('MUG', 9)] }),
      ),
      event('tributary.sale.recorded.v1', {
        channel: 'pos',
        number: 's1',
        location: 'store-1',
        currency: 'EUR',
        customer: { id: 'C-1' },
        lines: [{ lineId: '1', sku: 'MUG', quantity: 1, unitPrice: '10.00' }],
        payments: [{ paymentId: 'cash', method: 'cash', amount: 1_000, status: 'captured' }],
      }),
    );
    for (const orderId of ['web.a1', 'web.a2', 'web.b1', 'pos.s1']) await platform.order(orderId);
    await platform.settled();
  });
  afterAll(() => platform?.remove());

  const overview = (of: string, role: 'csr' | 'analyst' = 'csr') =>
    platform.get(`/v1/customers/${encodeURIComponent(of)}/overview`, { as: role });
  const numbers = (rows: readonly Json[]) => rows.map(({ orderId }) => orderId).toSorted();

  it('has what they bought under their id, and as a guest by the e-mail of the customer file', async () => {
    const { body } = await overview('C-1');
    expect(body).toMatchObject({
      customer: { id: 'C-1', name: 'Ada Byron' },
      foundBy: [
        { by: 'id', value: 'C-1', orders: 2 },
        { by: 'email', value: 'Ada@Example.com', orders: 1 },
      ],
      orders: { count: 3, open: 2, cancelled: 0 },
      value: [{ currency: 'EUR', paid: 1_000, refunded: 0 }],
      channels: [
        { channel: 'web', orders: 2 },
        { channel: 'pos', orders: 1 },
      ],
      stores: [{ location: 'store-1', orders: 1 }],
      goods: [{ sku: 'MUG', units: 4, orders: 3, returned: 0 }],
    });
    expect(numbers(body.open)).toEqual(['web.a1', 'web.a2']);
    expect(numbers(body.newest)).toEqual(['pos.s1', 'web.a1', 'web.a2']);
  });

  it('is found by the e-mail of a guest, with nobody else’s orders said to be somebody’s', async () => {
    const { body } = await overview('ADA@example.com');
    expect(body).not.toHaveProperty('customer');
    expect(numbers(body.newest)).toEqual(['web.a2', 'web.b1']);
  });

  const say = (path: string, data: object, key: string, role: 'csr' | 'associate' = 'csr') =>
    platform.post(`/v1/customers/C-1/${path}`, data, { as: role, headers: { 'idempotency-key': key } });

  it('is one person with another id once somebody says so, until it is taken back', async () => {
    const before = (await overview('C-1')).body;
    const apart = (await overview('C-2')).body;
    const sister = { by: 'id', value: 'C-2' };
    const linking = { ...sister, why: 'She has two accounts.', evidence: ['Receipt 4711'] };
    const linked = await say('links', linking, 'k1');
    expect(linked).toMatchObject({ status: 200, body: { customerId: 'C-1', linked: true, ...linking } });
    expect((await say('links', linking, 'k1')).body).toEqual(linked.body);
    expect(await say('links', { ...linking, why: 'Another reason.' }, 'k1')).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    await platform.settled();
    const { body } = await overview('C-2');
    const { customerId, at, why, evidence } = linked.body;
    expect(body).toMatchObject({
      customer: { id: 'C-1' },
      askedAs: sister,
      foundBy: [
        { by: 'id', value: 'C-1', orders: 2, why: 'itself' },
        { ...sister, orders: 1, why: 'linked', links: [{ customerId, why, evidence, linkedAt: at }] },
        { by: 'email', value: 'Ada@Example.com', orders: 1, why: 'on-file' },
      ],
      orders: { count: 4 },
    });
    expect((await overview('C-1')).body).toEqual({ ...body, askedAs: undefined });
    await say('links/remove', { ...sister, why: 'It is her sister.' }, 'k2');
    await platform.settled();
    expect([(await overview('C-1')).body, (await overview('C-2')).body]).toEqual([before, apart]);
  });

  it('is linked by those who serve customers, with what is one', async () => {
    const mail = { by: 'email', value: 'a@example.com', why: 'She said so.' };
    expect((await say('links', mail, 'k3', 'associate')).status).toBe(403);
    for (const wrong of [
      { ...mail, value: 'nobody' },
      { ...mail, by: 'id', value: 'C-1' },
      { ...mail, why: ' ' },
    ])
      expect(await say('links', wrong, 'k4')).toMatchObject({ status: 400, body: { code: 'invalid' } });
  });

  it('is told to those who serve customers, and nobody is made up', async () => {
    expect((await overview('C-1', 'analyst')).status).toBe(403);
    expect(await overview('C-9')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});

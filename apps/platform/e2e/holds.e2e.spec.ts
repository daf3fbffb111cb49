import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBuilt('An order that is held', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'CUP', { 'dc-1': 10 });
  });
  afterAll(() => platform?.remove());

  const captured = (number: string, more: Parameters<typeof webOrder>[1] = {}) =>
    platform.publish(
      event('tributary.order.captured.v1', webOrder(number, { lines: [line('CUP', 2)], ...more })),
    );
  const command = (orderId: string, name: 'hold' | 'release', asked: object) =>
    platform.post(`/v1/orders/${orderId}/${name}`, asked, { as: 'csr' });
  const reserved = async (sku: string): Promise<number> => {
    const { body } = await platform.get(`/v1/stock?sku=${sku}`);
    return body.items.reduce((sum: number, one: Json) => sum + one.reserved, 0);
  };
  const listed = async (query: string): Promise<string[]> =>
    (await platform.get(`/v1/orders?${query}`)).body.items.map((one: Json) => one.orderId);

  it('is not sourced, stands among those held, and is sourced once somebody releases it', async () => {
    await captured('H1', { holds: [{ reason: 'fraud', note: 'A large first order.' }] });
    const order = await platform.order('web.H1', ({ status }) => status === 'held');
    expect(order.holds).toMatchObject([{ reason: 'fraud', note: 'A large first order.' }]);
    await platform.settled();
    expect([await listed('status=held'), await listed('hold=fraud'), await listed('hold=csr')]).toEqual([
      ['web.H1'],
      ['web.H1'],
      [],
    ]);
    expect(await reserved('CUP')).toBe(0);

    expect((await command('web.H1', 'release', { reason: 'fraud' })).status).toBe(200);
    await platform.order('web.H1', ({ status }) => status === 'allocated');
    expect(await listed('status=held')).toEqual([]);
    expect(await command('web.H1', 'release', { reason: 'fraud' })).toMatchObject({
      status: 409,
      body: { code: 'not-held' },
    });
  });

  it('is sourced by the payment it waits for', async () => {
    await captured('H2', { holds: [{ reason: 'payment', until: 'paid' }] });
    await platform.order('web.H2', ({ status }) => status === 'held');
    await platform.publish(
      event('tributary.payment.authorised.v1', { orderId: 'web.H2', paymentId: 'P1', amount: 2_000 }),
    );
    const order = await platform.order('web.H2', ({ status }) => status === 'allocated');
    expect(order).not.toHaveProperty('holds');
  });

  it('keeps what is reserved for it, and lets others pass where it waits for stock', async () => {
    await stock(platform, 'BOWL', { 'dc-1': 1 });
    const bowls = { lines: [line('BOWL', 2)] };
    await captured('H3', bowls);
    await platform.order('web.H3', ({ status }) => status === 'backordered');
    await command('web.H3', 'hold', { reason: 'csr', note: 'She calls back.' });
    await captured('H4', { lines: [line('BOWL', 1)] });
    await platform.publish(
      event('tributary.stock.received.v1', { sku: 'BOWL', location: 'dc-1', quantity: 1 }),
    );
    await platform.order('web.H4', ({ status }) => status === 'allocated');
    const held = await platform.order('web.H3', ({ status }) => status === 'held');
    expect(held.lines[0].quantities).toMatchObject({ allocated: 1, backordered: 1 });

    await platform.publish(
      event('tributary.stock.received.v1', { sku: 'BOWL', location: 'dc-1', quantity: 1 }),
    );
    await platform.settled();
    await command('web.H3', 'release', { reason: 'csr' });
    await platform.order('web.H3', ({ status }) => status === 'allocated');
  });

  it('is held by rules that ops set, and says by which', async () => {
    const rules = {
      rules: [{ name: 'Unpaid', when: { isUnpaid: true }, reason: 'payment', until: 'paid' }],
    };
    expect((await platform.put('/v1/hold-rules', rules, { as: 'csr' })).status).toBe(403);
    expect((await platform.put('/v1/hold-rules', rules, { as: 'ops' })).body).toEqual(rules);
    await captured('H5');
    const order = await platform.order('web.H5', ({ status }) => status === 'held');
    expect(order.holds).toMatchObject([{ reason: 'payment', until: 'paid', rule: 'Unpaid' }]);
    const payments = [{ paymentId: 'P1', method: 'card', amount: 2_000, status: 'captured' as const }];
    await captured('H6', { payments });
    await platform.order('web.H6', ({ status }) => status === 'allocated');
    await platform.put('/v1/hold-rules', { rules: [] }, { as: 'ops' });
  });

  it('is answered under one key as the first time, whatever happened since', async () => {
    await captured('H7');
    await platform.order('web.H7', ({ status }) => status === 'allocated');
    const asked = { as: 'csr', headers: { 'idempotency-key': 'hold H7' } } as const;
    const hold = () => platform.post('/v1/orders/web.H7/hold', { reason: 'csr' }, asked);
    const first = await hold();
    expect(first).toMatchObject({ status: 200, body: { status: 'held', holds: [{ reason: 'csr' }] } });
    await command('web.H7', 'release', { reason: 'csr' });
    const again = await hold();
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    await platform.order('web.H7', ({ status }) => status === 'allocated');
    expect((await platform.post('/v1/orders/web.H7/hold', { reason: 'fraud' }, asked)).status).toBe(422);
  });
});

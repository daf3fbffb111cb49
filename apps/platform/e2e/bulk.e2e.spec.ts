import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBuilt('A command about several orders', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'CUP', { 'dc-1': 500 });
  });
  afterAll(() => platform?.remove());

  const capture = async (numbers: readonly string[], more: Parameters<typeof webOrder>[1] = {}) => {
    await platform.publish(
      ...numbers.map((number) =>
        event('tributary.order.captured.v1', webOrder(number, { lines: [line('CUP')], ...more })),
      ),
    );
    await platform.settled();
  };
  const command = (asked: Json, ask: Parameters<PlatformUnderTest['post']>[2] = { as: 'csr' }) =>
    platform.post('/v1/orders/bulk', asked, ask);
  const under = (key: string) => ({ as: 'csr', headers: { 'idempotency-key': key } }) as const;

  it('is decided for each by itself, and answered for each in the order they were named', async () => {
    await capture(['A1', 'A2'], { holds: [{ reason: 'fraud' }] });
    await capture(['A3']);
    const orders = ['web.A2', 'web.none', 'web.A3', 'web.A1'];
    const { status, body } = await command({ action: 'release', orders, reason: 'fraud', note: 'Known.' });
    expect([status, body.results]).toEqual([
      207,
      [
        { orderId: 'web.A2', outcome: 'done', rev: expect.any(Number), status: 'placed' },
        { orderId: 'web.none', outcome: 'refused', code: 'not-found', detail: 'There is no order web.none.' },
        {
          orderId: 'web.A3',
          outcome: 'nothing-to-do',
          code: 'not-held',
          detail: 'It is not held for fraud.',
        },
        { orderId: 'web.A1', outcome: 'done', rev: expect.any(Number), status: 'placed' },
      ],
    ]);
    for (const orderId of ['web.A1', 'web.A2'])
      await platform.order(orderId, (order) => order.status === 'allocated');
  });

  it('holds and cancels, and is answered with 200 where all of it was done', async () => {
    await capture(['B1', 'B2']);
    const orders = ['web.B1', 'web.B2'];
    expect(await command({ action: 'hold', orders, reason: 'recall' })).toMatchObject({
      status: 200,
      body: { results: orders.map((orderId) => ({ orderId, outcome: 'done', status: 'held' })) },
    });
    expect(await command({ action: 'cancel', orders, reason: 'Recalled.' })).toMatchObject({
      status: 200,
      body: { results: orders.map((orderId) => ({ orderId, outcome: 'done', status: 'cancelled' })) },
    });
    expect((await command({ action: 'cancel', orders })).body.results[0]).toMatchObject({
      outcome: 'nothing-to-do',
      code: 'nothing-to-cancel',
    });
  });

  it('is answered under one key as the first time, whatever happened since, and takes effect once', async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => `C${index}`);
    await capture(numbers);
    const orders = numbers.map((number) => `web.${number}`);
    const asked = { action: 'hold', orders, reason: 'csr' };
    const first = await command(asked, under('sixty'));
    expect(first.status).toBe(200);
    await command({ action: 'release', orders: orders.slice(0, 5), reason: 'csr' });
    expect(await command(asked, under('sixty'))).toMatchObject({ status: 200, body: first.body });
    const some = await command({ ...asked, orders: orders.slice(3, 6) }, under('sixty'));
    expect(some.body.results).toEqual(first.body.results.slice(3, 6));
    await platform.order('web.C0', ({ status }) => status === 'allocated');
  });

  it('does nothing under a key that another command about the order was given under', async () => {
    await capture(['D1', 'D2']);
    await command({ action: 'hold', orders: ['web.D1'], reason: 'csr' }, under('one'));
    const { status, body } = await command({ action: 'cancel', orders: ['web.D1', 'web.D2'] }, under('one'));
    expect([status, body.results]).toMatchObject([
      207,
      [
        { outcome: 'refused', code: 'idempotency-key-reused' },
        { outcome: 'done', status: 'cancelled' },
      ],
    ]);
    await platform.order('web.D1', (order) => order.status === 'held');
  });

  it('is for the roles that may give it for one, and names between one and 200 orders once each', async () => {
    const cancel = { action: 'cancel', orders: ['web.A1'] };
    const hold = { ...cancel, action: 'hold', reason: 'csr' };
    expect(await command(cancel, { as: 'ops' })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    });
    expect((await command(hold, { as: 'analyst' })).status).toBe(403);
    for (const orders of [[], ['web.A1', 'web.A1'], Array.from({ length: 201 }, (_, n) => `web.${n}`)])
      expect((await command({ ...hold, orders })).status).toBe(400);
    expect((await command({ ...cancel, lines: [{ lineId: '1', quantity: 1 }] })).status).toBe(400);
    expect((await command(hold, { as: 'ops' })).status).toBe(200);
  });
});

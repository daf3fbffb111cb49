import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, webOrder } from './trade.ts';

whenBuilt('A change above the limits of who asks for it', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
  });
  afterAll(() => platform?.remove());

  const placed = async (number: string): Promise<string> => {
    await platform.publish(
      event('tributary.order.captured.v1', webOrder(number, { lines: [line('CUP', 2)] })),
    );
    await platform.order(`web.${number}`);
    return `web.${number}`;
  };
  const half = { changes: [{ kind: 'set-price', lineId: '1', unitPrice: '5.00', reason: 'A friend.' }] };
  const change = (orderId: string, as: 'csr' | 'supervisor', key = `${as} ${orderId}`) =>
    platform.post(`/v1/orders/${orderId}/change`, half, { as, headers: { 'idempotency-key': key } });
  const close = (orderId: string, how: 'approve' | 'refuse', as: 'csr' | 'supervisor', body: object = {}) =>
    platform.post(`/v1/orders/${orderId}/proposals/CP-1/${how}`, body, { as });
  const listed = async (): Promise<string[]> =>
    (await platform.get('/v1/orders?proposals=true')).body.items.map((one: Json) => one.orderId);

  it('waits among those that need a supervisor, who makes it', async () => {
    const orderId = await placed('A1');
    const asked = await change(orderId, 'csr');
    expect(asked).toMatchObject({ status: 202, body: { proposals: ['CP-1'] } });
    expect((await change(orderId, 'csr')).status).toBe(202);
    const page = await platform.order(orderId, ({ proposals }) => proposals?.length === 1);
    expect(page).toMatchObject({
      money: { total: 2_000 },
      proposals: [
        { difference: -1_000, because: ['Line 1 would be 50 % below its price; 30 % is the limit.'] },
      ],
    });
    expect(await listed()).toEqual([orderId]);

    expect((await close(orderId, 'approve', 'csr')).status).toBe(403);
    expect((await close(orderId, 'approve', 'supervisor')).status).toBe(200);
    const made = await platform.order(orderId, ({ money }) => money.total === 1_000);
    expect(made).not.toHaveProperty('proposals');
    expect(await listed()).toEqual([]);
  });

  it('is refused with a reason, or made at once by who has no limit', async () => {
    const orderId = await placed('A2');
    await change(orderId, 'csr');
    const refused = await close(orderId, 'refuse', 'supervisor', { reason: 'Too cheap.' });
    expect(refused).toMatchObject({ status: 200 });
    expect(await close(orderId, 'approve', 'supervisor')).toMatchObject({
      status: 409,
      body: { code: 'no-proposal' },
    });
    expect((await change(orderId, 'supervisor')).status).toBe(200);
    await platform.order(orderId, ({ money }) => money.total === 1_000);
  });

  it('is measured by limits that ops set', async () => {
    const orderId = await placed('A3');
    const limits = { csr: { price: 50, discount: 0 } };
    expect((await platform.put('/v1/approval-limits', limits, { as: 'csr' })).status).toBe(403);
    expect((await platform.put('/v1/approval-limits', limits, { as: 'ops' })).body).toEqual(limits);
    expect((await change(orderId, 'csr')).status).toBe(200);
  });

  it('is not made by the supervisor who may not go so far either: it waits for ops', async () => {
    const orderId = await placed('A4');
    const limits = { supervisor: { price: 20, discount: 20 } };
    await platform.put('/v1/approval-limits', limits, { as: 'ops' });
    expect((await change(orderId, 'supervisor')).status).toBe(202);
    expect(await close(orderId, 'approve', 'supervisor')).toMatchObject({
      status: 409,
      body: { code: 'above-limits' },
    });
    const { status } = await platform.post(`/v1/orders/${orderId}/proposals/CP-1/approve`, {}, { as: 'ops' });
    expect(status).toBe(200);
  });
});

import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBuilt('A consumer who withdraws from the contract', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'CUP', { 'dc-1': 50 });
    await stock(platform, 'SOAP', { 'dc-1': 50 });
  });
  afterAll(() => platform?.remove());

  /** Two cups with postage, paid in full, held at the warehouse. */
  const placed = async (number: string) => {
    const orderId = `web.${number}`;
    const payments = [{ paymentId: 'P1', method: 'card', amount: 2_490, status: 'captured' as const }];
    await platform.publish(
      event(
        'tributary.order.captured.v1',
        webOrder(number, {
          lines: [line('CUP', 2, { name: 'Blue cup' })],
          charges: [{ code: 'postage', amount: 490 }],
          payments,
        }),
      ),
    );
    const { fulfilments } = await platform.order(orderId, ({ status }) => status === 'allocated');
    return { orderId, fulfilmentId: fulfilments[0].fulfilmentId as string };
  };
  const arrived = async (number: string, time = new Date().toISOString(), quantity = 2) => {
    const { orderId, fulfilmentId } = await placed(number);
    const shipmentId = `S-${number}`;
    const lines = [{ lineId: '1', quantity }];
    await platform.publish(
      event('tributary.shipment.dispatched.v1', { orderId, fulfilmentId, shipmentId, lines }, { time }),
      event('tributary.shipment.delivered.v1', { orderId, shipmentId }, { time }),
    );
    await platform.order(orderId, ({ lines: [one] }) => one.quantities.delivered === quantity);
    return orderId;
  };
  const withdraw = (
    orderId: string,
    body: object,
    key?: string,
    as: 'integrator' | 'associate' = 'integrator',
  ) =>
    platform.post(`/v1/orders/${orderId}/withdrawals`, body, {
      as,
      ...(key !== undefined && { headers: { 'idempotency-key': key } }),
    });
  const receipt = (orderId: string, withdrawalId: string) =>
    platform.get(`/v1/orders/${orderId}/withdrawals/${withdrawalId}`, { as: 'csr' });

  it('before anything left is given a receipt, and nothing is left to pay or to send', async () => {
    const { orderId } = await placed('W1');
    const declared = { name: 'Ann', contact: 'ann@example.com', statement: 'I withdraw.' };
    const first = await withdraw(orderId, declared, 'withdraw W1');
    expect(first).toMatchObject({
      status: 201,
      body: {
        withdrawalId: 'W-1',
        number: 'W1',
        ...declared,
        lines: [{ lineId: '1', name: 'Blue cup', quantity: 2, cancelled: 2, toSendBack: 0 }],
        currency: 'EUR',
        worth: 2_490,
      },
    });
    expect(first.body.text).toContain('Given back, or due no longer: 24.90 EUR.');
    const page = await platform.order(orderId, ({ status }) => status === 'cancelled');
    expect(page.money).toMatchObject({ owed: -2_490 });
    expect(page.withdrawals).toEqual([
      {
        withdrawalId: 'W-1',
        declaredAt: first.body.declaredAt,
        lines: [{ lineId: '1', sku: 'CUP', quantity: 2 }],
      },
    ]);
    expect((await withdraw(orderId, declared, 'withdraw W1')).body).toEqual(first.body);
    expect((await withdraw(orderId, {}, 'withdraw W1')).body.code).toBe('idempotency-key-reused');
    expect((await withdraw(orderId, {})).body.code).toBe('nothing-to-withdraw');
  });

  it('when a part arrived sends it back, and is given all of it and the postage', async () => {
    const orderId = await arrived('W2', undefined, 1);
    const first = await withdraw(orderId, {}, 'withdraw W2');
    expect(first.body).toMatchObject({
      lines: [{ quantity: 2, cancelled: 1, toSendBack: 1 }],
      returnId: 'RMA-1',
      worth: 2_490,
    });
    const received = await platform.post(
      `/v1/orders/${orderId}/returns/RMA-1/receive`,
      { location: 'dc-1' },
      { as: 'associate' },
    );
    expect(received.status).toBe(200);
    const page = await platform.order(orderId, ({ status }) => status === 'returned');
    expect(page.money).toMatchObject({ owed: -2_490 });
    const again = [await receipt(orderId, 'W-1'), await withdraw(orderId, {}, 'withdraw W2')];
    expect(again.map(({ body }) => JSON.stringify(body))).toEqual(
      again.map(() => JSON.stringify(first.body)),
    );
    const { items } = (await platform.get(`/v1/orders/${orderId}/timeline`)).body;
    expect(items).toContainEqual(
      expect.objectContaining({ summary: 'Withdrawal W-1 by the consumer: 2 × CUP, comes back as RMA-1' }),
    );
  });

  it('is late two weeks after it arrived, unless it was declared in time', async () => {
    const orderId = await arrived('W3', '2026-03-02T10:00:00Z');
    expect(await withdraw(orderId, {})).toMatchObject({
      status: 409,
      body: { code: 'withdrawal-over', ended: '2026-03-16' },
    });
    const inTime = await withdraw(orderId, { at: '2026-03-16T23:00:00Z' });
    expect(inTime).toMatchObject({ status: 201, body: { sendBackBy: '2026-03-30T23:59:59.999Z' } });
  });

  it('has no such right from goods that the policy excludes, or from what was bought at a till', async () => {
    const policy = (await platform.get('/v1/return-policy')).body;
    const excluding = { ...policy, noWithdrawal: { skus: ['SOAP'] } };
    expect((await platform.put('/v1/return-policy', excluding, { as: 'ops' })).body).toEqual(excluding);
    await platform.publish(
      event('tributary.order.captured.v1', webOrder('W4', { lines: [line('SOAP')] })),
      event('tributary.sale.recorded.v1', {
        channel: 'pos',
        location: 'store-1',
        number: 'T1',
        currency: 'EUR',
        lines: [{ lineId: '1', sku: 'CUP', quantity: 1, unitPrice: '10.00' }],
        payments: [],
      }),
    );
    await platform.order('web.W4', ({ status }) => status === 'allocated');
    await platform.order('pos.T1', ({ status }) => status === 'completed');
    expect((await withdraw('web.W4', {})).body).toMatchObject({
      code: 'no-right-of-withdrawal',
      lineIds: ['1'],
    });
    expect((await withdraw('pos.T1', {})).body.code).toBe('bought-at-till');
  });

  it('is heard from the shop and from customer service, about an order that is known', async () => {
    const { orderId } = await placed('W5');
    expect((await withdraw(orderId, {}, undefined, 'associate')).status).toBe(403);
    expect((await withdraw(orderId, { contact: 'none' })).status).toBe(400);
    expect((await withdraw('web.none', {})).status).toBe(404);
    expect((await receipt(orderId, 'W-1')).status).toBe(404);
  });
});

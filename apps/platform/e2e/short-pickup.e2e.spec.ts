import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBuilt('A pickup that runs short', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
  });
  afterAll(() => platform?.remove());

  /** An order to be collected in store 1, which then does not find the goods. */
  const short = async (number: string, sku: string): Promise<string> => {
    const orderId = `web.${number}`;
    await stock(platform, sku, { 'store-1': 1, 'store-2': 1, 'dc-1': 1 });
    const toCollect = line(sku, 1, { method: 'pickup', pickupAt: 'store-1' });
    await platform.publish(event('tributary.order.captured.v1', webOrder(number, { lines: [toCollect] })));
    const { fulfilments } = await platform.order(orderId, ({ status }) => status === 'allocated');
    await platform.publish(
      event('tributary.fulfilment.shorted.v1', {
        orderId,
        fulfilmentId: fulfilments[0].fulfilmentId,
        lines: [{ lineId: '1', quantity: 1, reason: 'not-found' }],
      }),
    );
    await platform.order(orderId, ({ status }) => status === 'needs-decision');
    return orderId;
  };
  const decide = (orderId: string, asked: object, key?: string) =>
    platform.post(`/v1/orders/${orderId}/pickup-decision`, asked, {
      as: 'csr',
      ...(key !== undefined && { headers: { 'idempotency-key': key } }),
    });
  const placesOf = (order: Json) =>
    order.fulfilments.map(({ location, method }: Json) => `${method} ${location}`);

  it('stands in the list of those that need a decision until somebody takes it', async () => {
    const orderId = await short('P1', 'CUP');
    const listed = async () =>
      (await platform.get('/v1/orders?status=needs-decision')).body.items.map((one: Json) => one.orderId);
    expect(await listed()).toContain(orderId);
    const { status, body } = await decide(orderId, { choice: 'collect-elsewhere', pickupAt: 'store-2' });
    expect({ status, is: body.status }).toEqual({ status: 200, is: 'placed' });
    const order = await platform.order(orderId, (one) => one.status === 'allocated');
    expect(order.lines[0]).toMatchObject({ method: 'pickup', pickupAt: 'store-2' });
    expect(placesOf(order)).toEqual(['pickup store-1', 'pickup store-2']);
    expect(await listed()).not.toContain(orderId);
    const { body: timeline } = await platform.get(`/v1/orders/${orderId}/timeline`);
    expect(timeline.items.map(({ summary }: Json) => summary)).toContain(
      'Pickup that ran short decided: it is collected at store-2: 1 × CUP',
    );
  });

  it('is sent instead, from where the goods are not missing, once there is an address', async () => {
    const orderId = await short('P2', 'VASE');
    expect(await decide(orderId, { choice: 'ship' })).toMatchObject({
      status: 409,
      body: { code: 'no-address' },
    });
    const shipTo = { country: 'DE', city: 'Potsdam' };
    expect((await decide(orderId, { choice: 'ship', shipTo }, 'send it')).status).toBe(200);
    const order = await platform.order(orderId, (one) => one.status === 'allocated');
    expect(order).toMatchObject({ shipTo, lines: [{ method: 'ship' }] });
    expect(placesOf(order)[1]).toMatch(/^ship (store-2|dc-1)$/);
    expect((await decide(orderId, { choice: 'ship', shipTo }, 'send it')).status).toBe(200);
    expect(await decide(orderId, { choice: 'wait' }, 'send it')).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
  });

  it('waits for stock in that store, and is served when there is some', async () => {
    const orderId = await short('P3', 'LAMP');
    expect((await decide(orderId, { choice: 'wait' })).body.status).toBe('backordered');
    await platform.publish(
      event('tributary.stock.received.v1', { sku: 'LAMP', location: 'store-1', quantity: 1 }),
    );
    const order = await platform.order(orderId, (one) => one.status === 'allocated');
    expect(placesOf(order)).toEqual(['pickup store-1', 'pickup store-1']);
  });

  it('is cancelled where nobody wants it any more, and then there is nothing to decide', async () => {
    const orderId = await short('P4', 'BOWL');
    expect((await decide(orderId, { choice: 'cancel' })).body.status).toBe('cancelled');
    expect(await decide(orderId, { choice: 'wait' })).toMatchObject({
      status: 409,
      body: { code: 'nothing-to-decide' },
    });
    expect(await decide('web.NONE', { choice: 'wait' })).toMatchObject({ status: 404 });
    expect(
      (await platform.post('/v1/orders/web.P4/pickup-decision', { choice: 'wait' }, { as: 'analyst' }))
        .status,
    ).toBe(403);
  });
});

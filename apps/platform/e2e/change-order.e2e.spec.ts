import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBuilt('An order that is changed after it was placed', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'CUP', { 'dc-1': 10, 'store-1': 10 });
  });
  afterAll(() => platform?.remove());

  /** Two cups and one to be counted apart, reserved in the warehouse or a store. */
  const placed = async (number: string): Promise<string> => {
    const lines = [line('CUP', 2), line('CUP', 1, { lineId: '2', unitPrice: '7.00' })];
    await platform.publish(event('tributary.order.captured.v1', webOrder(number, { lines })));
    await platform.order(`web.${number}`, ({ status }) => status === 'allocated');
    await platform.settled();
    return `web.${number}`;
  };
  const preview = (orderId: string, changes: readonly object[]) =>
    platform.post(`/v1/orders/${orderId}/change/preview`, { changes }, { as: 'csr' });
  const change = (orderId: string, changes: readonly object[], headers: Record<string, string> = {}) =>
    platform.post(`/v1/orders/${orderId}/change`, { changes }, { as: 'csr', headers });
  const reserved = async (): Promise<number> => {
    const { body } = await platform.get('/v1/stock?sku=CUP');
    return body.items.reduce((sum: number, one: Json) => sum + one.reserved, 0);
  };
  /** Its page once all that a change left to be sourced is reserved. */
  const sourcedAgain = (orderId: string, changed: Json): Promise<Json> =>
    platform.order(orderId, ({ status, rev }) => status === 'allocated' && rev > changed.rev);
  const more = [
    { kind: 'set-quantity', lineId: '1', quantity: 3 },
    { kind: 'set-price', lineId: '2', unitPrice: '6.50', reason: 'A scratch.' },
  ];

  it('is what its preview said, reserves the difference alone, and is settled once', async () => {
    const orderId = await placed('C1');
    const before = await reserved();
    const { body: seen } = await preview(orderId, more);
    expect(seen).toMatchObject({
      blocked: [],
      due: { before: 2_700, after: 3_650 },
      difference: 950,
      toSource: [{ lineId: '1', quantity: 1 }],
      release: [],
    });
    const outlook = async (lines: readonly object[]): Promise<Json> =>
      (await platform.post('/v1/sourcing/outlook', { orderId, channel: 'web', lines }, { as: 'csr' })).body;
    expect(await outlook(seen.toSource)).toMatchObject({ outcome: 'planned', unsourced: [] });
    expect(await outlook([{ lineId: '9', sku: 'CUP', quantity: 90 }])).toMatchObject({
      outcome: 'partly-planned',
      serves: expect.arrayContaining([expect.objectContaining({ location: 'dc-1', method: 'ship' })]),
      unsourced: [{ lineId: '9', sku: 'CUP' }],
    });
    expect(await reserved()).toBe(before);

    const headers = { 'if-match': `"${seen.rev}"`, 'idempotency-key': 'change C1' };
    const first = await change(orderId, more, headers);
    expect([first.status, (await change(orderId, more, headers)).status]).toEqual([200, 200]);
    const page = await sourcedAgain(orderId, first.body);
    await platform.settled();
    expect(page.money).toMatchObject({ total: 3_650, owed: 3_650 });
    expect(await reserved()).toBe(before + 1);
    const { body: timeline } = await platform.get(`/v1/orders/${orderId}/timeline`);
    expect(timeline.items.map(({ summary }: Json) => summary)).toContain(
      'Changed: now 3 × CUP, 1 × CUP, line 2 no longer at 7.00 (A scratch.)',
    );
  });

  it('is not made where the order moved since it was looked at, or where some of it is in the way', async () => {
    const orderId = await placed('C2');
    const { body: seen } = await preview(orderId, more);
    await change(orderId, [{ kind: 'note', note: 'Ring twice.' }]);
    expect(await change(orderId, more, { 'if-match': `"${seen.rev}"` })).toMatchObject({
      status: 412,
      body: { code: 'order-moved', rev: seen.rev + 1 },
    });
    expect(await change(orderId, more, { 'if-match': 'yesterday' })).toMatchObject({ status: 400 });

    const { fulfilments } = await platform.order(orderId, ({ note }) => note === 'Ring twice.');
    await platform.publish(
      event('tributary.fulfilment.picked.v1', { orderId, fulfilmentId: fulfilments[0].fulfilmentId }),
    );
    await platform.settled();
    const fewer = [...more, { kind: 'set-quantity', lineId: '2', quantity: 0 }];
    const blocked = [{ pointer: '/changes/2', code: 'picked' }];
    expect((await preview(orderId, fewer)).body).toMatchObject({ blocked, difference: 0 });
    expect(await change(orderId, fewer)).toMatchObject({
      status: 409,
      body: { code: 'cannot-change', blocked },
    });
    expect((await platform.order(orderId)).money.total).toBe(2_700);
  });

  it('goes another way: what was held to be sent is collected', async () => {
    const orderId = await placed('C3');
    const before = await reserved();
    const toCollect = { kind: 'set-method', lineId: '1', method: 'pickup', pickupAt: 'store-1' };
    const { body: changed } = await change(orderId, [toCollect]);
    const page = await sourcedAgain(orderId, changed);
    await platform.settled();
    expect(page.fulfilments.at(-1)).toMatchObject({
      method: 'pickup',
      location: 'store-1',
      lines: [{ lineId: '1', quantity: 2 }],
    });
    expect(await reserved()).toBe(before);
  });
});

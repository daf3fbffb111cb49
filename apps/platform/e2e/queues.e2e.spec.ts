import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBuilt('Queues of orders that need a person', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'CUP', { 'dc-1': 50 });
  });
  afterAll(() => platform?.remove());

  const capture = (
    number: string,
    more: Parameters<typeof webOrder>[1] = {},
    placed: Readonly<Record<string, unknown>> = {},
  ) => event('tributary.order.captured.v1', webOrder(number, { lines: [line('CUP')], ...more }), placed);
  const card = { paymentId: 'P1', method: 'card', amount: 1_000 };
  const covered = { payments: [{ ...card, status: 'authorised' as const }] };
  const listed = async (query: string): Promise<string[]> =>
    (await platform.get(`/v1/orders?${query}`)).body.items.map((one: Json) => one.orderId);
  const counted = async (query = ''): Promise<Record<string, Json>> =>
    Object.fromEntries(
      (await platform.get(`/v1/queues${query}`, { as: 'csr' })).body.items.map(
        ({ queue, ...counts }: Json) => [queue, counts],
      ),
    );

  it('hold an order for each of its reasons, the one that was placed first at their head', async () => {
    await platform.publish(
      capture('Q1', { ...covered, holds: [{ reason: 'fraud' }] }, { time: '2026-03-02T09:00:00Z' }),
      capture('Q2', { ...covered, lines: [line('NONE')] }, { time: '2026-03-02T10:00:00Z' }),
      capture('Q3', covered),
      capture('Q4', { lines: [line('NONE')] }, { time: '2026-03-02T08:00:00Z' }),
    );
    await platform.order('web.Q2', ({ status }) => status === 'backordered');
    await platform.order('web.Q4', ({ status }) => status === 'backordered');
    expect(await counted()).toEqual({
      held: { orders: 1, oldest: '2026-03-02T09:00:00.000Z' },
      late: { orders: 0 },
      short: { orders: 2, oldest: '2026-03-02T08:00:00.000Z' },
      unpaid: { orders: 1, oldest: '2026-03-02T08:00:00.000Z' },
      expired: { orders: 0 },
      refund: { orders: 0 },
      proposals: { orders: 0 },
      waiting: { orders: 0 },
    });
    expect(await listed('queue=short&sort=oldest')).toEqual(['web.Q4', 'web.Q2']);
    expect(await listed('queue=short')).toEqual(['web.Q2', 'web.Q4']);
    expect(await listed('queue=unpaid&status=backordered')).toEqual(['web.Q4']);
    expect(await listed('queue=held')).toEqual(['web.Q1']);
  });

  it('take in an order whose authorisation ran out, until another payment covers it', async () => {
    await platform.publish(event('tributary.payment.expired.v1', { orderId: 'web.Q3', paymentId: 'P1' }));
    const { queues, money } = await platform.order('web.Q3', (order) => order.queues !== undefined);
    expect([queues, money.uncovered]).toEqual([['unpaid', 'expired'], 1_000]);
    expect(await listed('queue=expired')).toEqual(['web.Q3']);
    await platform.publish(
      event('tributary.payment.authorised.v1', { orderId: 'web.Q3', paymentId: 'P2', amount: 1_000 }),
    );
    await platform.order('web.Q3', (order) => order.queues === undefined);
    expect(await listed('queue=expired')).toEqual([]);
  });

  it('hold what is promised for a moment that is over, the latest first, until it left or lies ready', async () => {
    const promised = (number: string, promisedBy: string) => capture(number, { ...covered, promisedBy });
    await platform.publish(
      promised('L1', '2026-03-03T12:00:00Z'),
      promised('L2', '2026-03-02T12:00:00Z'),
      promised('L3', '2126-03-02T12:00:00Z'),
    );
    for (const number of ['L1', 'L2', 'L3'])
      await platform.order(`web.${number}`, ({ status }) => status === 'allocated');
    expect(await listed('queue=late')).toEqual(['web.L2', 'web.L1']);
    expect(await listed('queue=late&sort=newest&location=dc-1&channel=web')).toEqual(['web.L1', 'web.L2']);
    expect(await listed('queue=late&location=store-1')).toEqual([]);
    expect((await counted('?channel=web'))['late']).toMatchObject({ orders: 2 });
    const another = { kind: 'set-promise', promisedBy: '2126-03-02T12:00:00Z' };
    const moved = await platform.post('/v1/orders/web.L2/change', { changes: [another] }, { as: 'csr' });
    await platform.order('web.L2', ({ rev }) => rev >= moved.body.rev);
    const { fulfilments } = await platform.order('web.L1');
    await platform.publish(
      event('tributary.shipment.dispatched.v1', {
        orderId: 'web.L1',
        fulfilmentId: fulfilments[0].fulfilmentId,
        shipmentId: 'SH-L1',
      }),
    );
    await platform.order('web.L1', ({ lines }) => lines[0].quantities.fulfilled === 1);
    expect(await listed('queue=late')).toEqual([]);
    expect((await platform.get('/v1/orders?queue=late&sku=CUP')).status).toBe(400);
  });

  it('hold who is to get money back, with how much, until it was given', async () => {
    const taken = { payments: [{ ...card, amount: 2_000, status: 'captured' as const }] };
    await platform.publish(
      capture('R1', { ...taken, lines: [line('CUP', 2)] }, { time: '2026-03-02T09:00:00Z' }),
    );
    await platform.order('web.R1', ({ status }) => status === 'allocated');
    await platform.publish(
      event('tributary.order.cancel-requested.v1', {
        orderId: 'web.R1',
        lines: [{ lineId: '1', quantity: 1 }],
      }),
    );
    const { money } = await platform.order('web.R1', ({ queues }) => queues?.includes('refund'));
    expect(money).toMatchObject({ total: 2_000, cancelled: 1_000, due: 1_000, owed: -1_000 });
    const { items } = (await platform.get('/v1/orders?queue=refund')).body;
    expect(items).toMatchObject([{ orderId: 'web.R1', total: 1_000, refundDue: 1_000 }]);
    const asked = encodeURIComponent('queue:refund total:<15');
    expect(await listed(`q=${asked}`)).toEqual(['web.R1']);
    expect((await counted())['refund']).toEqual({ orders: 1, oldest: '2026-03-02T09:00:00.000Z' });
    const given = { orderId: 'web.R1', refundId: 'RF-1', paymentId: 'P1', currency: 'EUR', amount: 1_000 };
    await platform.publish(event('tributary.refund.issued.v1', given));
    await platform.order('web.R1', ({ queues }) => queues === undefined);
    expect(await listed('queue=refund')).toEqual([]);
  });

  it('are counted to 99, of a channel or a location', async () => {
    await platform.publish(
      ...Array.from({ length: 100 }, (_, index) =>
        capture(`T${index}`, { channel: 'tele', ...covered, holds: [{ reason: 'csr' }] }),
      ),
    );
    await platform.settled();
    const all = await counted();
    expect(all['held']).toMatchObject({ orders: 99, isMore: true });
    expect((await counted('?channel=web'))['held']).toMatchObject({ orders: 1 });
    expect((await counted('?location=dc-1'))['held']).toEqual({ orders: 0 });
    expect((await platform.get('/v1/queues?channel=web&queue=held')).status).toBe(400);
    expect((await platform.get('/v1/orders?queue=none-such')).status).toBe(400);
  });
});

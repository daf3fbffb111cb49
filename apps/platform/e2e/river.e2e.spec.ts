import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';
import { until } from '@tributary/testing';

const ids = (answer: { body: Json }): string[] =>
  answer.body.items.map(({ orderId }: { orderId: string }) => orderId);

whenBuilt('The river', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'store-1': 5, 'dc-1': 20 });
  });
  afterAll(() => platform?.remove());

  it('tells its locations and the stock that was counted', async () => {
    const { body } = await platform.get('/v1/locations', { as: 'associate' });
    expect(body.items.map(({ locationId }: Json) => locationId)).toEqual(['dc-1', 'store-1', 'store-2']);
    expect(await platform.stockOf('MUG-RED')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ location: 'store-1', onHand: 5, reserved: 0, available: 5 }),
        expect.objectContaining({ location: 'dc-1', onHand: 20, reserved: 0, available: 20 }),
      ]),
    );
    const availability = await platform.get('/v1/availability?sku=MUG-RED', { as: 'integrator' });
    expect(availability.body.items[0]).toMatchObject({ sku: 'MUG-RED', available: 25 });
  });

  it('carries a web order from capture through shipment and delivery to its return to a store', async () => {
    await platform.publish(
      event(
        'tributary.order.captured.v1',
        webOrder('1001', {
          customer: {
            id: 'C-77',
            name: 'Jörg Österreicher',
            email: 'Joerg.Oe@Example.com',
            phone: '+49 170 1234567',
          },
          lines: [line('MUG-RED', 2, { name: 'Red mug' })],
          charges: [{ code: 'shipping', amount: 495 }],
          payments: [{ paymentId: 'pay-1', method: 'card', amount: 2495, status: 'captured' }],
          total: 2495,
        }),
      ),
    );
    const reserved = await platform.order('web.1001', ({ status }) => status === 'allocated');
    const [{ fulfilmentId, location }] = reserved.fulfilments;
    expect(reserved).toMatchObject({
      money: { lines: 2000, charges: 495, total: 2495, captured: 2495, owed: 0 },
      lines: [{ quantities: { allocated: 2 } }],
    });

    const { body: decisions } = await platform.get('/v1/orders/web.1001/decisions');
    expect(decisions.items).toHaveLength(1);
    expect(decisions.items[0]).toMatchObject({
      attempt: 1,
      outcome: 'planned',
      fulfilments: [{ fulfilmentId, location }],
    });
    expect(decisions.items[0].candidates.map(({ location: place }: Json) => place).toSorted()).toEqual([
      'dc-1',
      'store-1',
      'store-2',
    ]);

    const fulfilment = { orderId: 'web.1001', fulfilmentId };
    await platform.publish(
      event('tributary.fulfilment.accepted.v1', fulfilment),
      event('tributary.fulfilment.picked.v1', fulfilment),
      event('tributary.fulfilment.packed.v1', fulfilment),
      event('tributary.shipment.dispatched.v1', {
        ...fulfilment,
        shipmentId: 'S-1',
        carrier: 'DHL',
        tracking: 'JJD000390012',
      }),
    );
    const shipped = await platform.order('web.1001', ({ status }) => status === 'fulfilled');
    expect(shipped.fulfilments).toMatchObject([
      { status: 'shipped', shipments: [{ tracking: 'JJD000390012' }] },
    ]);

    await platform.publish(
      event('tributary.shipment.delivered.v1', { orderId: 'web.1001', shipmentId: 'S-1', signedBy: 'J. Ö.' }),
    );
    await platform.order('web.1001', ({ status }) => status === 'completed');

    const back = { returnId: 'R-1', orderId: 'web.1001', location: 'store-2', currency: 'EUR' };
    await platform.publish(
      event('tributary.return.received.v1', {
        ...back,
        lines: [{ lineId: '1', sku: 'MUG-RED', quantity: 1, refund: 1000 }],
      }),
    );
    const returned = await platform.order('web.1001', ({ status }) => status === 'partly-returned');
    expect(returned).toMatchObject({
      money: { refunded: 1000, owed: 0 },
      returns: [{ returnId: 'R-1', location: 'store-2', refund: 1000 }],
    });
    await platform.settled();
    expect(
      (await platform.stockOf('MUG-RED')).find(({ location: place }) => place === 'store-2'),
    ).toMatchObject({ onHand: 1 });
    expect(
      (await platform.stockOf('MUG-RED')).find(({ location: place }) => place === location),
    ).toMatchObject({ reserved: 0 });
  });

  it('keeps the whole history of the order, and every movement behind a stock figure', async () => {
    const { body: timeline } = await platform.get('/v1/orders/web.1001/timeline', { as: 'csr' });
    expect(timeline.items.map(({ type }: Json) => type)).toEqual([
      'tributary.order.placed.v2', 'tributary.sourcing.decided.v1', 'tributary.order.allocated.v1', 'tributary.order.fulfilment-accepted.v1',
      'tributary.order.fulfilment-picked.v1', 'tributary.order.fulfilment-packed.v1', 'tributary.order.shipped.v1',
      'tributary.order.delivered.v1', 'tributary.order.returned.v1',
    ]); // prettier-ignore
    const from = (await platform.get('/v1/orders/web.1001')).body.fulfilments[0].location;
    const { body: ledger } = await platform.get(`/v1/stock/MUG-RED/${from}/ledger`);
    expect(ledger.items.map(({ type }: Json) => type)).toEqual([
      'tributary.inventory.counted.v1', 'tributary.inventory.reserved.v1', 'tributary.inventory.issued.v1',
    ]); // prettier-ignore
    expect(ledger.items.reduce((sum: number, { data }: Json) => sum + (data.delta ?? 0), 0)).toBe(
      ledger.onHand,
    );
  });

  it('carries a pickup from ready to handed over', async () => {
    await platform.publish(
      event(
        'tributary.order.captured.v1',
        webOrder('1002', { lines: [line('MUG-RED', 1, { method: 'pickup', pickupAt: 'store-1' })] }),
      ),
    );
    const { fulfilments } = await platform.order('web.1002', ({ status }) => status === 'allocated');
    expect(fulfilments).toMatchObject([{ location: 'store-1', method: 'pickup' }]);
    const fulfilment = { orderId: 'web.1002', fulfilmentId: fulfilments[0].fulfilmentId };
    await platform.publish(event('tributary.pickup.ready.v1', fulfilment));
    await platform.order('web.1002', (order) => order.fulfilments[0].status === 'ready');
    await platform.publish(event('tributary.pickup.handed-over.v1', fulfilment));
    expect(await platform.order('web.1002', ({ status }) => status === 'completed')).toMatchObject({
      fulfilments: [{ status: 'handed-over' }],
    });
  });

  it('takes a till sale off the stock at once', async () => {
    const onHand = async () =>
      (await platform.stockOf('MUG-RED')).find(({ location }) => location === 'store-1')!.onHand;
    await platform.settled();
    const before = await onHand();
    await platform.publish(
      event(
        'tributary.sale.recorded.v1',
        {
          channel: 'pos',
          number: 'T1-55',
          location: 'store-1',
          currency: 'EUR',
          lines: [line('MUG-RED', 2)],
        },
        { businessdate: '2026-03-01' },
      ),
    );
    expect(await platform.order('pos.T1-55')).toMatchObject({
      kind: 'sale',
      status: 'completed',
      location: 'store-1',
      businessDate: '2026-03-01',
    });
    await platform.settled();
    expect(await onHand()).toBe(before - 2);
  });

  it('releases what a cancelled order held, whole or in part', async () => {
    const placed = await platform.post(
      '/v1/orders?wait=sourced',
      webOrder('1003', { lines: [line('MUG-RED', 3)] }),
      { as: 'csr' },
    );
    expect(placed).toMatchObject({
      status: 201,
      body: { status: 'allocated', lines: [{ quantities: { allocated: 3 } }] },
    });
    const part = await platform.post(
      '/v1/orders/web.1003/cancel',
      { lines: [{ lineId: '1', quantity: 1 }], reason: 'one too many' },
      { as: 'csr' },
    );
    expect(part).toMatchObject({
      status: 200,
      body: { lines: [{ quantities: { cancelled: 1, allocated: 2 } }] },
    });
    await platform.publish(event('tributary.order.cancel-requested.v1', { orderId: 'web.1003' }));
    await platform.order('web.1003', ({ status }) => status === 'cancelled');
    await platform.settled();
    expect((await platform.stockOf('MUG-RED')).reduce((sum, { reserved }) => sum + reserved, 0)).toBe(0);
    const again = await platform.post('/v1/orders/web.1003/cancel', {}, { as: 'csr' });
    expect(again).toMatchObject({ status: 409, body: { code: 'nothing-to-cancel' } });
  });

  it('answers a caller that waits: reserved, or waiting for stock', async () => {
    const short = await platform.post(
      '/v1/orders?wait=sourced',
      webOrder('1004', { lines: [line('NOT-STOCKED')] }),
    );
    expect(short).toMatchObject({
      status: 201,
      body: { status: 'backordered', lines: [{ quantities: { backordered: 1 } }] },
    });
    const refused = await platform.post(
      '/v1/orders?wait=sourced',
      webOrder('1005', { lines: [line('NOT-STOCKED')], whenShort: 'reject' }),
    );
    expect(refused).toMatchObject({
      status: 409,
      type: expect.stringContaining('application/problem+json'),
      body: { code: 'out-of-stock', orderId: 'web.1005' },
    });
  });

  it('lists orders by each filter', async () => {
    await platform.settled();
    const list = async (query: string) => ids(await platform.get(`/v1/orders?${query}`, { as: 'ops' }));
    expect(await list('channel=pos')).toEqual(['pos.T1-55']);
    expect(await list('status=cancelled')).toEqual(['web.1003']);
    expect(await list('channel=web&status=completed&status=partly-returned')).toEqual([
      'web.1002',
      'web.1001',
    ]);
    expect(await list('location=store-1')).toEqual(expect.arrayContaining(['pos.T1-55', 'web.1002']));
    expect(await list('customer=C-77')).toEqual(['web.1001']);
    expect(await list('customer=JOERG.OE%40example.COM')).toEqual(['web.1001']);
    expect(await list('sku=NOT-STOCKED')).toEqual(['web.1005', 'web.1004']);
    const { placedAt } = (await platform.get('/v1/orders/web.1003')).body;
    expect(await list(`channel=web&from=${placedAt}`)).toEqual(['web.1005', 'web.1004', 'web.1003']);
    expect((await list(`channel=web&to=${placedAt}`)).filter((id) => id !== 'web.1003')).toEqual([
      'web.1002',
      'web.1001',
    ]);
  });

  it('pages through a list without leaving out or repeating an order', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await platform.get(`/v1/orders?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...ids(page));
      cursor = page.body.next;
      if (cursor === undefined) break;
    }
    expect(seen).toEqual(['web.1005', 'web.1004', 'web.1003', 'pos.T1-55', 'web.1002', 'web.1001']);
  });

  it.each([
    ['number', '1001'], ['order id', 'web.1001'], ['name without its accents', 'osterreicher jorg'], ['e-mail', 'joerg.oe@example.com'],
    ['phone', '01701234567'], ['tracking', 'jjd000390012'], ['payment', 'pay-1'],
  ])('finds an order by %s', async (_, q) => {
    expect(ids(await platform.get(`/v1/search?q=${encodeURIComponent(q)}`, { as: 'csr' }))).toContain('web.1001');
  }); // prettier-ignore

  it('finds all orders of a SKU', async () => {
    expect(ids(await platform.get('/v1/search?q=MUG-RED')).toSorted()).toEqual([
      'pos.T1-55',
      'web.1001',
      'web.1002',
      'web.1003',
    ]);
  });

  it('tells listeners of a changed order as it happens', async () => {
    const stop = new AbortController();
    const response = await fetch(`${platform.url}/v1/orders/live`, {
      headers: { authorization: `Bearer ${await platform.keyOf('associate')}`, 'x-request-id': 'page-1' },
      signal: stop.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('x-request-id')).toBe('page-1');
    let heard = '';
    const listening = (async () => {
      for await (const chunk of response.body!) heard += Buffer.from(chunk).toString();
    })().catch(() => undefined);
    await platform.publish(event('tributary.order.captured.v1', webOrder('1006')));
    await until('the change is heard', () => /event: order\ndata: \{"orderId":"web\.1006"/.test(heard));
    stop.abort();
    await listening;
  });

  it('counts orders a minute and keeps a return that belongs to no order', async () => {
    const { body } = await platform.get('/v1/overview/orders-per-minute', { as: 'analyst' });
    expect(body.minutes.length).toBeGreaterThan(0);
    await platform.publish(
      event('tributary.return.received.v1', {
        returnId: 'blind-1',
        currency: 'EUR',
        lines: [{ sku: 'MUG-RED', quantity: 1 }],
      }),
    );
    await platform.settled();
    expect((await platform.get('/v1/returns')).body.items).toMatchObject([{ returnId: 'blind-1' }]);
  });
});

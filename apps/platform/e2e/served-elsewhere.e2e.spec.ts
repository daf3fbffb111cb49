import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBuilt('An order that another system serves', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'CUP', { 'dc-1': 5 });
  });
  afterAll(() => platform?.remove());

  const take = async (number: string, more: object = {}, imported = false) => {
    const order = { ...webOrder(number, { lines: [line('CUP', 2)] }), ...more };
    await platform.publish(event('tributary.order.captured.v1', order, imported ? { imported } : {}));
    return `web.${number}`;
  };
  const atWarehouse = async () =>
    (await platform.stockOf('CUP')).find(({ location }) => location === 'dc-1')!;

  it('is not sourced here, moves with what is told of it, shows its tracking, and stock follows the location named', async () => {
    const orderId = await take('M1', { sourcing: 'elsewhere' });
    const wms = { orderId, fulfilmentId: 'FBA-1', location: 'dc-1' };
    await platform.publish(
      event('tributary.fulfilment.picked.v1', wms),
      event('tributary.shipment.dispatched.v1', {
        ...wms,
        shipmentId: 'S-1',
        carrier: 'DHL',
        tracking: 'JJD0001',
      }),
      event('tributary.shipment.tracked.v1', { orderId, shipmentId: 'S-1', status: 'in transit' }),
    );
    const order = await platform.order(orderId, ({ status }) => status === 'fulfilled');
    expect(order.fulfilments).toMatchObject([
      { fulfilmentId: 'FBA-1', location: 'dc-1', elsewhere: true, shipments: [{ tracking: 'JJD0001' }] },
    ]);
    expect(order.waiting).toEqual([]);
    await platform.settled();
    expect(await atWarehouse()).toMatchObject({ onHand: 3, reserved: 0 });
    expect((await platform.get('/v1/search?q=JJD0001')).body.items).toMatchObject([{ orderId }]);
    expect((await platform.get(`/v1/orders/${orderId}/decisions`)).body.items).toEqual([]);
  });

  it('frees the stock that was reserved for it when a warehouse sends it all the same', async () => {
    const orderId = await take('M2');
    await platform.order(orderId, ({ status }) => status === 'allocated');
    await platform.publish(
      event('tributary.shipment.dispatched.v1', { orderId, fulfilmentId: '3PL-9', shipmentId: 'S-2' }),
    );
    await platform.order(orderId, ({ status }) => status === 'fulfilled');
    await platform.settled();
    expect(await atWarehouse()).toMatchObject({ onHand: 3, reserved: 0, available: 3 });
  });

  it('is moved by imported history, and stock is not', async () => {
    const orderId = await take('M3', {}, true);
    const sent = { orderId, fulfilmentId: 'OLD-1', location: 'dc-1', shipmentId: 'S-3' };
    await platform.publish(
      event('tributary.shipment.dispatched.v1', sent, { imported: true }),
      event('tributary.shipment.delivered.v1', { orderId, shipmentId: 'S-3' }, { imported: true }),
    );
    await platform.order(orderId, ({ status }) => status === 'completed');
    await platform.settled();
    expect((await atWarehouse()).onHand).toBe(3);
  });

  it('is listed while messages about it wait, with what for and since when, and so are those of no known order', async () => {
    const orderId = await take('M5');
    const early = event('tributary.shipment.delivered.v1', { orderId, shipmentId: 'S-5' });
    const nobody = event('tributary.fulfilment.accepted.v1', { orderId: 'web.NOBODY', fulfilmentId: 'F' });
    await platform.publish(early, nobody);
    await platform.order(orderId, ({ waiting }: Json) => waiting.length === 1);
    await platform.settled();
    const since = expect.stringMatching(/^20\d\d-/) as string;
    const { body: orders } = await platform.get('/v1/orders?waiting=true', { as: 'ops' });
    expect(orders.items).toMatchObject([
      { orderId, waiting: { messages: 1, waitsFor: ['shipment'], since } },
    ]);
    const { body: all } = await platform.get('/v1/waiting', { as: 'ops' });
    expect(all.items.map((one: Json) => `${one.orderId} ${one.waitsFor}`).toSorted()).toEqual([
      `${orderId} shipment`,
      'web.NOBODY capture',
    ]);
    expect((await platform.get('/v1/waiting?waitsFor=capture')).body.items).toHaveLength(1);
    const sent = { orderId, fulfilmentId: 'WMS-5', shipmentId: 'S-5' };
    await platform.publish(event('tributary.shipment.dispatched.v1', sent));
    await platform.order(orderId, ({ status }) => status === 'completed');
    expect((await platform.get('/v1/orders?waiting=true')).body.items).toEqual([]);
  });

  it('that is complete history still shows how its parcels went', async () => {
    const orderId = await take('M4', { completedAt: '2026-01-02T10:00:00Z' }, true);
    const sent = { orderId, fulfilmentId: 'OLD-2', shipmentId: 'S-4', tracking: 'JJD0004' };
    await platform.publish(event('tributary.shipment.dispatched.v1', sent, { imported: true }));
    const order = await platform.order(
      orderId,
      ({ fulfilments }: Json) => fulfilments[0]?.shipments.length > 0,
    );
    expect(order).toMatchObject({
      status: 'completed',
      fulfilments: [{ shipments: [{ tracking: 'JJD0004' }] }],
      lines: [{ quantities: { fulfilled: 2, delivered: 2 } }],
    });
    const { body } = await platform.get('/v1/consumers');
    expect(body.items.every(({ parked = 0 }: { parked?: number }) => parked === 0)).toBe(true);
  });
});

import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBuilt('An order that waits for stock', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
  });
  afterAll(() => platform?.remove());

  const placed = (number: string, sku: string, quantity: number) =>
    platform.post('/v1/orders?wait=sourced', webOrder(number, { lines: [line(sku, quantity)] }), {
      as: 'integrator',
    });
  const receive = (sku: string, quantity: number) =>
    platform.publish(event('tributary.stock.received.v1', { sku, location: 'dc-1', quantity }));

  it('is served first when it comes in, and a later order gets what is left', async () => {
    expect((await placed('first', 'BACK', 2)).body).toMatchObject({ status: 'backordered' });
    await receive('BACK', 10);
    await platform.order('web.first', ({ status }) => status === 'allocated');
    expect((await placed('later', 'BACK', 10)).body).toMatchObject({
      status: 'backordered',
      lines: [{ quantities: { allocated: 8, backordered: 2 } }],
    });
    await platform.settled();
    expect(await platform.stockOf('BACK')).toMatchObject([{ onHand: 10, reserved: 10 }]);
  });

  it('is served in part, and whole in the end, before those who came after it', async () => {
    await placed('one', 'PARTS', 3);
    await placed('two', 'PARTS', 1);
    await receive('PARTS', 2);
    await platform.order('web.one', ({ lines }) => lines[0].quantities.allocated === 2);
    await receive('PARTS', 2);
    await platform.order('web.one', ({ status }) => status === 'allocated');
    await platform.order('web.two', ({ status }) => status === 'allocated');
    await platform.settled();
    expect(await platform.stockOf('PARTS')).toMatchObject([{ onHand: 4, reserved: 4 }]);
  });

  it('leaves what it waited for to the next when it is cancelled', async () => {
    await placed('gone', 'FREED', 5);
    await placed('next', 'FREED', 2);
    await platform.post('/v1/orders/web.gone/cancel', {}, { as: 'csr' });
    await receive('FREED', 2);
    await platform.order('web.next', ({ status }) => status === 'allocated');
    await platform.settled();
    expect(await platform.stockOf('FREED')).toMatchObject([{ onHand: 2, reserved: 2 }]);
  });

  it('is served when a location that has it opens', async () => {
    const closed = { name: 'Closed', kind: 'warehouse', address: { country: 'DE' }, capabilities: ['ship'] };
    await platform.put('/v1/locations/dc-2', { ...closed, active: false });
    await stock(platform, 'BEHIND', { 'dc-2': 2 });
    expect((await placed('shut', 'BEHIND', 2)).body).toMatchObject({ status: 'backordered' });
    await platform.put('/v1/locations/dc-2', { ...closed, active: true });
    await platform.order('web.shut', ({ status }) => status === 'allocated');
  });
});

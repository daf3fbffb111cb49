import type { Trace } from '@tributary/contracts';
import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { counted, event, line, openNetwork, stock, webOrder } from './trade.ts';

type Node = Trace['nodes'][number];

whenBuilt('What led to what', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
  });
  afterAll(() => platform?.remove());

  const traceAt = async (path: string): Promise<Trace> => {
    const { status, body } = await platform.get(path, { as: 'ops' });
    expect(status).toBe(200);
    return body as Trace;
  };
  /** Each thing by its type, or that it was a command, with what led to it. */
  const told = ({ nodes, edges }: Trace): readonly string[] => {
    const nameOf = ({ type, kind }: Node) => type?.replace(/^tributary\.|\.v\d+$/g, '') ?? kind;
    const names = new Map(nodes.map((node) => [node.id, nameOf(node)]));
    return edges.map(({ from, to, how }) => `${names.get(from)} ${how} ${names.get(to)}`);
  };

  it('is told from the shop’s message to the refund, over a short pick and a new decision, from any event', async () => {
    await stock(platform, 'POT', { 'store-1': 1, 'dc-1': 1 });
    const order = webOrder('1', {
      lines: [line('POT', 1)],
      payments: [{ paymentId: 'P-1', method: 'card', amount: 1_000, status: 'captured' }],
    });
    const { body } = await platform.post('/v1/events', event('tributary.order.captured.v1', order), {
      as: 'integrator',
    });
    const { messageId } = body.results[0];
    const allocated = await platform.order('web.1', ({ status }) => status === 'allocated');
    const { fulfilmentId, location } = allocated['fulfilments'][0];
    const lines = [{ lineId: '1', quantity: 1, reason: 'not-found' as const }];
    await platform.publish(
      event('tributary.fulfilment.shorted.v1', { orderId: 'web.1', fulfilmentId, lines }),
    );
    await platform.order('web.1', ({ fulfilments }) =>
      (fulfilments as { location: string }[]).some((each) => each.location !== location),
    );
    await platform.settled();
    await platform.post('/v1/orders/web.1/cancel', {});
    await platform.settled();
    const asked = await platform.post('/v1/orders/web.1/refund', { amount: 1_000, reason: 'Cancelled.' });
    const { refundId, paymentId } = asked.body.refunds[0];
    await platform.publish(
      event('tributary.refund.issued.v1', { orderId: 'web.1', refundId, paymentId, amount: 1_000 }),
    );
    await platform.settled();
    const trace = await traceAt(`/v1/events/${messageId}/trace`);
    expect(told(trace)).toEqual(
      expect.arrayContaining([
        'order.captured caused order.placed',
        'order.placed caused sourcing.decided',
        'sourcing.decided caused inventory.reserved',
        'sourcing.decided caused allocation.reserved',
        'allocation.reserved caused order.allocated',
        'order.allocated followed fulfilment.shorted',
        'fulfilment.shorted caused order.fulfilment-shorted',
        'order.fulfilment-shorted caused sourcing.decided',
        'command caused order.cancelled',
        'command caused order.refund-requested',
        'refund.issued caused order.refunded',
      ]),
    );
    expect(trace.nodes[0]).toMatchObject({ id: messageId, system: 'outside', source: 'urn:e2e:shop' });
    expect(trace.more).toBeUndefined();
    const last = trace.nodes.find(({ type }) => type === 'tributary.order.refunded.v1')!;
    const { eventId: _, ...fromItsEnd } = await traceAt(`/v1/events/${last.id}/trace`);
    const { eventId: __, ...fromItsBeginning } = trace;
    expect(fromItsEnd).toEqual(fromItsBeginning);
    const whole = await traceAt('/v1/orders/web.1/trace');
    expect(whole.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(trace.nodes.map(({ id }) => id)));
  });

  it('is told of stock: a count that takes a promise back, and goods that serve who waited', async () => {
    await stock(platform, 'CUP', { 'dc-1': 1 });
    await platform.publish(event('tributary.order.captured.v1', webOrder('2', { lines: [line('CUP', 1)] })));
    await platform.order('web.2', ({ status }) => status === 'allocated');
    const tracedFrom = async (sent: object) => {
      const { body } = await platform.post('/v1/events', sent, { as: 'integrator' });
      await platform.settled();
      return told(await traceAt(`/v1/events/${body.results[0].messageId}/trace`));
    };
    expect(await tracedFrom(counted('CUP', 'dc-1', 0))).toEqual(
      expect.arrayContaining([
        'stock.counted caused inventory.counted',
        'stock.counted caused inventory.reservation-broken',
        'stock.counted caused allocation.broken',
        'allocation.broken caused order.allocation-lost',
        'order.allocation-lost caused sourcing.decided',
      ]),
    );
    const received = event('tributary.stock.received.v1', { sku: 'CUP', location: 'dc-1', quantity: 3 });
    expect(await tracedFrom(received)).toEqual(
      expect.arrayContaining([
        'stock.received caused inventory.received',
        'inventory.received caused sourcing.decided',
        'allocation.reserved caused order.allocated',
      ]),
    );
  });

  it('is found by the sender’s own id, and is not told to everybody', async () => {
    const sent = counted('JUG', 'dc-1', 1);
    await platform.publish(sent);
    await platform.settled();
    const own = `/v1/events/${sent.id}/trace?source=${encodeURIComponent(sent.source)}`;
    expect(told(await traceAt(own))).toEqual(['stock.counted caused inventory.counted']);
    expect((await platform.get(own, { as: 'analyst' })).status).toBe(403);
    expect((await platform.get('/v1/events/unheard-of/trace', { as: 'ops' })).status).toBe(404);
    expect((await platform.get('/v1/orders/web.404/trace', { as: 'ops' })).status).toBe(404);
  });
});

import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

/** A small generator with a seed, so that a failing order of messages can be had again (mulberry32). */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

const shuffled = <T>(items: readonly T[], chance: () => number): T[] =>
  items
    .map((item) => ({ item, at: chance() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);

const minute = (count: number) => new Date(Date.UTC(2026, 0, 5, 10, count)).toISOString();

/** Everything that is told of one order, as each system tells it, with the time it happened. */
const story = (index: number, fulfilmentId: string) => {
  const orderId = `web.story-${index}`;
  const fulfilment = { orderId, fulfilmentId };
  const told = (at: number) => ({ time: minute(at) });
  return [
    event(
      'tributary.order.captured.v1',
      webOrder(`story-${index}`, {
        lines: [line('MUG-RED', 3), line('MUG-BLUE', 1, { lineId: '2' })],
        customer: { id: `C-${index}` },
      }),
      told(0),
    ),
    event(
      'tributary.payment.authorised.v1',
      { orderId, paymentId: 'p1', amount: 4_500, method: 'card' },
      told(1),
    ),
    event(
      'tributary.payment.captured.v1',
      { orderId, paymentId: 'p1', amount: 4_000, method: 'card' },
      told(2),
    ),
    event('tributary.fulfilment.accepted.v1', fulfilment, told(3)),
    event('tributary.fulfilment.picked.v1', fulfilment, told(4)),
    event('tributary.fulfilment.packed.v1', fulfilment, told(5)),
    event(
      'tributary.shipment.dispatched.v1',
      { ...fulfilment, shipmentId: 'S1', tracking: `T${index}` },
      told(6),
    ),
    event('tributary.shipment.tracked.v1', { orderId, shipmentId: 'S1', status: 'in transit' }, told(7)),
    event('tributary.shipment.delivered.v1', { orderId, shipmentId: 'S1' }, told(8)),
    event(
      'tributary.return.received.v1',
      {
        returnId: `R${index}`,
        orderId,
        location: 'store-1',
        currency: 'EUR',
        lines: [{ lineId: '1', sku: 'MUG-RED', quantity: 1, refund: 1_000 }],
      },
      told(9),
    ),
    event('tributary.payment.voided.v1', { orderId, paymentId: 'p1' }, told(10)),
    event('tributary.refund.issued.v1', { orderId, refundId: 'F1', paymentId: 'p1', amount: 500 }, told(11)),
    event('tributary.refund.issued.v1', { orderId, refundId: 'F2', amount: 300 }, told(12)),
  ];
};

/** What an order came to; when and in how many steps it was recorded is another matter. */
const outcome = ({ rev: _, updatedAt: __, ...order }: Json): Json => ({
  ...order,
  fulfilments: order.fulfilments.map(({ updatedAt: ___, ...one }: Json) => one),
});

whenBuilt('Messages that arrive in any order, more than once', () => {
  const platforms: PlatformUnderTest[] = [];
  afterAll(() => Promise.all(platforms.map((platform) => platform.remove())));

  const opened = async (): Promise<PlatformUnderTest> => {
    const platform = await PlatformUnderTest.start();
    platforms.push(platform);
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 1_000 });
    await stock(platform, 'MUG-BLUE', { 'dc-1': 1_000 });
    return platform;
  };

  const orders = 12;
  const outcomes = async (platform: PlatformUnderTest): Promise<Json[]> => {
    await platform.settled();
    return Promise.all(
      Array.from({ length: orders }, async (_, index) => outcome(await platform.order(`web.story-${index}`))),
    );
  };

  it('come to the same orders and the same stock', async () => {
    const [inOrder, inDisorder] = await Promise.all([opened(), opened()]);
    await inOrder.publish(
      event('tributary.order.captured.v1', webOrder('probe', { lines: [line('MUG-RED', 1)] })),
    );
    const probe = await inOrder.order('web.probe', ({ status }) => status === 'allocated');
    await inDisorder.publish(
      event('tributary.order.captured.v1', webOrder('probe', { lines: [line('MUG-RED', 1)] })),
    );
    const stories = Array.from({ length: orders }, (_, index) =>
      story(index, probe.fulfilments[0].fulfilmentId),
    );

    for (const step of stories[0]!.keys()) {
      await inOrder.publish(...stories.map((one) => one[step]!));
      await inOrder.settled();
    }
    for (const seed of [1, 2, 3]) {
      const messages = shuffled(stories.flat(), seeded(seed));
      for (let from = 0; from < messages.length; from += 40)
        await inDisorder.publish(...messages.slice(from, from + 40), ...messages.slice(from, from + 7));
    }

    const expected = await outcomes(inOrder);
    expect(expected.map(({ status }) => status)).toEqual(Array(orders).fill('partly-returned'));
    for (const { money, payments } of expected) {
      expect(money).toMatchObject({ authorised: 4_000, captured: 4_000, refunded: 1_800 });
      expect(payments).toMatchObject([{ paymentId: 'p1', refunded: 1_800, refundedByName: 500 }]);
    }
    expect(await outcomes(inDisorder)).toEqual(expected);
    for (const sku of ['MUG-RED', 'MUG-BLUE']) {
      const positions = async (platform: PlatformUnderTest) =>
        (await platform.stockOf(sku)).map(({ location, onHand, reserved }) => ({
          location,
          onHand,
          reserved,
        }));
      expect(await positions(inDisorder)).toEqual(await positions(inOrder));
    }
  }, 240_000);

  it('leave the figure of a count alone when a till tells late what was sold before it', async () => {
    const platform = platforms[0]!;
    const place = { sku: 'LATE', location: 'dc-1' };
    const counting = (quantity: number, at: number) =>
      event('tributary.stock.counted.v1', { ...place, quantity }, { time: minute(at) });
    await platform.publish(counting(10, 1));
    await platform.settled();
    await platform.publish(counting(6, 9));
    await platform.settled();
    const lines = [line('LATE', 4)];
    const sale = { channel: 'pos', number: 'late', location: 'dc-1', currency: 'EUR', lines };
    await platform.publish(event('tributary.sale.recorded.v1', sale, { time: minute(5) }));
    await platform.settled();
    expect(await platform.stockOf('LATE')).toMatchObject([{ location: 'dc-1', onHand: 6 }]);
    const { body: ledger } = await platform.get('/v1/stock/LATE/dc-1/ledger');
    expect(
      ledger.items.map(({ type, at, late, data, onHand }: Json) => [
        type.split('.')[2],
        at,
        late,
        data.delta,
        onHand,
      ]),
    ).toEqual([
      ['counted', minute(1), false, 10, 10],
      ['counted', minute(9), false, -4, 6],
      ['count-restated', minute(9), false, 4, 10],
      ['sold', minute(5), true, -4, 6],
    ]);
  });

  // Known: a page shows the scan recorded last, not the one that happened last.
  it('do not take a shipment back to where the carrier saw it earlier', async () => {
    const platform = platforms[0]!;
    const tracked = (status: string, at: number) =>
      event(
        'tributary.shipment.tracked.v1',
        { orderId: 'web.late', shipmentId: 'S9', status },
        { time: minute(at) },
      );
    await platform.publish(event('tributary.order.captured.v1', webOrder('late'), { time: minute(0) }));
    const { fulfilments } = await platform.order('web.late', ({ status }) => status === 'allocated');
    await platform.publish(
      event(
        'tributary.shipment.dispatched.v1',
        { orderId: 'web.late', fulfilmentId: fulfilments[0].fulfilmentId, shipmentId: 'S9' },
        { time: minute(1) },
      ),
    );
    await platform.publish(tracked('out for delivery', 30));
    await platform.publish(tracked('in transit', 20));
    await platform.settled();
    expect((await platform.order('web.late')).fulfilments[0].shipments[0].status).toBe('out for delivery');
  });
});

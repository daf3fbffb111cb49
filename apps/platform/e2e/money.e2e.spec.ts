import fc from 'fast-check';
import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

const units = fc.integer({ min: 1, max: 2 });
const amount = fc.integer({ min: 1, max: 40 }).map((euros) => euros * 100);
const paymentId = fc.constantFrom('P1', 'P2');

/** What may happen to an order, each with an id of its own; what cannot be is kept without effect. */
const anything = fc.oneof(
  fc.record({ kind: fc.constant('pay' as const), paymentId, amount }),
  fc.record({ kind: fc.constant('refund' as const), amount, paymentId: fc.option(paymentId) }),
  fc.record({ kind: fc.constant('cancel' as const), units }),
  fc.record({ kind: fc.constant('return' as const), units, amount }),
  fc.record({ kind: fc.constant('ship' as const) }),
  fc.record({ kind: fc.constant('change' as const), units, amount }),
);
type Happening = typeof anything extends fc.Arbitrary<infer H> ? H : never;

whenBuilt('What is owed for an order', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 1_000 });
  });
  afterAll(() => platform?.remove());

  const money = async (orderId: string, query = ''): Promise<Json> =>
    (await platform.get(`/v1/orders/${orderId}/money${query}`, { as: 'analyst' })).body;

  const tell = async (orderId: string, what: Happening, n: number): Promise<void> => {
    switch (what.kind) {
      case 'pay': {
        const { kind: _, ...payment } = what;
        return platform.publish(
          event('tributary.payment.captured.v1', { orderId, captureId: `C${n}`, ...payment }),
        );
      }
      case 'refund':
        return platform.publish(
          event('tributary.refund.issued.v1', {
            orderId,
            refundId: `F${n}`,
            amount: what.amount,
            ...(what.paymentId && { paymentId: what.paymentId }),
          }),
        );
      case 'cancel':
        return platform.publish(
          event('tributary.order.cancel-requested.v1', {
            orderId,
            lines: [{ lineId: '1', quantity: what.units }],
          }),
        );
      case 'return':
        return platform.publish(
          event('tributary.return.received.v1', {
            orderId,
            returnId: `${orderId}-R${n}`,
            currency: 'EUR',
            lines: [{ sku: 'MUG-RED', quantity: what.units, refund: what.amount }],
          }),
        );
      case 'ship':
        return platform.publish(
          event('tributary.shipment.dispatched.v1', {
            orderId,
            fulfilmentId: 'S1-dc-1',
            shipmentId: `S${n}`,
          }),
        );
      case 'change': {
        const changes = [
          { kind: 'set-quantity', lineId: '2', quantity: what.units },
          { kind: 'add-charge', charge: { code: 'voucher', amount: -what.amount / 4 } },
        ];
        await platform.post(`/v1/orders/${orderId}/change`, { changes }, { as: 'csr' });
        return;
      }
      default:
        return what satisfies never;
    }
  };

  it('is, whatever happened, the last balance of its explanation, and each balance follows from the one before', async () => {
    const histories = fc.sample(fc.array(anything, { minLength: 4, maxLength: 10 }), {
      numRuns: 40,
      seed: 7,
    });
    const orderIds = histories.map((_, index) => `web.any-${index}`);
    const lines = [line('MUG-RED', 4), line('MUG-RED', 1, { lineId: '2' })];
    await platform.publish(
      ...orderIds.map((id) => event('tributary.order.captured.v1', webOrder(id.slice(4), { lines }))),
    );
    await platform.settled();
    for (const [index, history] of histories.entries())
      for (const [n, what] of history.entries()) await tell(orderIds[index]!, what, n);
    await platform.settled();
    const kinds = new Set<string>();
    for (const orderId of orderIds) {
      const page = await platform.order(orderId);
      const { items, sums, rev } = await money(orderId);
      let balance = 0;
      for (const { type, due, captured, refunded, goodwill, owed } of items) {
        kinds.add(type);
        balance += due - captured + refunded - goodwill;
        expect([orderId, type, owed]).toEqual([orderId, type, balance]);
      }
      expect([orderId, balance, sums.owed, rev]).toEqual([
        orderId,
        page.money.owed,
        page.money.owed,
        page.rev,
      ]);
      expect(sums).toMatchObject({ captured: page.money.captured, refunded: page.money.refunded });
    }
    expect([...kinds].map((type) => type.split('.')[2]).sort()).toEqual([
      'cancelled',
      'changed',
      'payment-captured',
      'placed',
      'refunded',
      'returned',
    ]);
  });

  it('is explained part by part, and as a file', async () => {
    await platform.publish(event('tributary.order.captured.v1', webOrder('parts')));
    await platform.publish(
      ...[1, 2, 3].map((n) =>
        event('tributary.payment.captured.v1', { orderId: 'web.parts', paymentId: `P${n}`, amount: 100 * n }),
      ),
    );
    await platform.order('web.parts', ({ money: { captured } }) => captured === 600);
    const first = await money('web.parts', '?limit=3');
    const rest = await money('web.parts', `?limit=3&cursor=${first.next}`);
    const owed = [...first.items, ...rest.items].map((step: Json) => step.owed);
    expect([owed, rest.next]).toEqual([[1_000, 900, 700, 400], undefined]);
    const file = await platform.ask('GET', '/v1/orders/web.parts/money', { headers: { accept: 'text/csv' } });
    expect(file.status).toBe(200);
    expect((await platform.get('/v1/orders/web.parts/money?cursor=x')).body.code).toBe('bad-query');
    expect((await platform.get('/v1/orders/web.nobody/money')).status).toBe(404);
  });
});

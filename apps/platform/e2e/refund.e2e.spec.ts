import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, openNetwork, webOrder } from './trade.ts';

whenBuilt('A refund that a person asks for', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
  });
  afterAll(() => platform?.remove());

  /** 10.00 paid by gift card, 4.00, and then by card. */
  const paid = async (number: string): Promise<string> => {
    const orderId = `web.${number}`;
    const took = (paymentId: string, method: string, amount: number, time: string) =>
      event('tributary.payment.captured.v1', { orderId, paymentId, method, amount }, { time });
    await platform.publish(
      event('tributary.order.captured.v1', webOrder(number)),
      took('CARD', 'card', 600, '2026-03-02T10:00:00Z'),
      took('GIFT', 'gift-card', 400, '2026-03-02T09:00:00Z'),
    );
    await platform.order(orderId, ({ money }) => money.captured === 1_000);
    return orderId;
  };
  const ask = (orderId: string, body: object, key?: string) =>
    platform.post(`/v1/orders/${orderId}/refund`, body, {
      as: 'csr',
      ...(key !== undefined && { headers: { 'idempotency-key': key } }),
    });
  const refunds = async (orderId: string) => {
    await platform.settled();
    const { refunds: asked = [] } = await platform.order(orderId);
    return asked.map((one: Json) => [one.paymentId, one.amount, one.status]);
  };

  it('goes back as it came, is asked once under one key, and moves money when it is issued', async () => {
    const orderId = await paid('back');
    const body = { amount: 500, reason: 'It came late.' };
    const first = await ask(orderId, body, 'late');
    const again = await ask(orderId, body, 'late');
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body.refunds).toEqual(first.body.refunds);
    expect(await ask(orderId, { ...body, amount: 1 }, 'late')).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    expect(await refunds(orderId)).toEqual([
      ['GIFT', 400, 'requested'],
      ['CARD', 100, 'requested'],
    ]);
    expect((await platform.order(orderId)).money).toMatchObject({ refunded: 0, owed: 0 });

    const [{ refundId: gift }, { refundId: card }] = first.body.refunds;
    await platform.publish(
      event('tributary.refund.issued.v1', { orderId, refundId: gift, amount: 400 }),
      event('tributary.refund.failed.v1', { orderId, refundId: card, reason: 'The card has expired.' }),
    );
    expect(await refunds(orderId)).toEqual([
      ['GIFT', 400, 'issued'],
      ['CARD', 100, 'failed'],
    ]);
    const { money, payments } = await platform.order(orderId);
    expect(money).toMatchObject({ refunded: 400, owed: 0 });
    expect(payments.find(({ paymentId }: Json) => paymentId === 'GIFT')).toMatchObject({ refunded: 400 });
    const { body: timeline } = await platform.get(`/v1/orders/${orderId}/timeline`);
    const told = timeline.items.map(({ summary }: Json) => summary);
    expect(told).toContain(`Refund ${card} failed (The card has expired.)`);
  });

  it('is refused with what is left where a payment did not take as much, or is asked for it already', async () => {
    const orderId = await paid('left');
    expect(await ask(orderId, { amount: 401, reason: 'r', paymentId: 'GIFT' })).toMatchObject({
      status: 409,
      body: { code: 'not-refundable', most: 400, left: [{ paymentId: 'GIFT', amount: 400 }] },
    });
    expect((await ask(orderId, { amount: 700, reason: 'r' })).status).toBe(200);
    expect(await ask(orderId, { amount: 301, reason: 'r' })).toMatchObject({
      status: 409,
      body: { code: 'not-refundable', most: 300, left: [{ paymentId: 'CARD', amount: 300 }] },
    });
    expect((await ask('web.nobody', { amount: 1, reason: 'r' })).status).toBe(404);
  });
});

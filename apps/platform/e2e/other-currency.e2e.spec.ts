import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { runProgram } from './programs.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBuilt('Money in another currency than its order’s', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 100 });
  });
  afterAll(() => platform?.remove());

  const order = (number: string, imported?: true) =>
    event(
      'tributary.order.captured.v1',
      webOrder(number, { lines: [line('MUG-RED', 1)] }),
      imported && { imported },
    );
  const paid = (number: string, more: { readonly imported?: boolean } = {}) =>
    event(
      'tributary.payment.captured.v1',
      { orderId: `web.${number}`, paymentId: 'P1', amount: 1_000, currency: 'USD' },
      more,
    );
  const refunded = (number: string) =>
    event('tributary.refund.issued.v1', {
      orderId: `web.${number}`,
      refundId: 'F1',
      amount: 100,
      currency: 'USD',
    });
  const waiting = async (about: string): Promise<Json[]> => {
    await platform.settled();
    const { items } = (
      await platform.get('/v1/inbox?code=other-currency&state=quarantined&limit=200', { as: 'ops' })
    ).body;
    return items.filter(({ raw }: Json) => JSON.parse(raw).data.orderId === about);
  };
  const release = (messageId: string, corrected?: unknown, query = '') =>
    platform.post(`/v1/inbox/${messageId}/release${query}`, corrected, { as: 'ops' });
  const inEuros = ({ raw }: Json): Json => {
    const message = JSON.parse(raw);
    return { ...message, data: { ...message.data, currency: 'EUR' } };
  };
  const moneyOf = async (orderId: string): Promise<Json> => {
    await platform.settled();
    return (await platform.get(`/v1/orders/${orderId}`)).body.money;
  };

  it('waits in quarantine with its reason and where it is wrong, and counts once it is corrected', async () => {
    const message = paid('1');
    await platform.publish(order('1'), message);
    const [item, ...more] = await waiting('web.1');
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      state: 'quarantined',
      code: 'other-currency',
      reason: expect.stringContaining('It is in USD: the order is in EUR.'),
      faults: [{ pointer: '/data/currency' }],
      source: message.source,
      type: message.type,
    });
    expect(await moneyOf('web.1')).toMatchObject({ captured: 0 });
    expect(await release(item!.messageId, inEuros(item!), '?dryRun')).toMatchObject({ status: 200 });
    expect(await release(item!.messageId, inEuros(item!))).toMatchObject({ status: 200 });
    expect(await moneyOf('web.1')).toMatchObject({ captured: 1_000 });
    expect(await waiting('web.1')).toEqual([]);
    const { body } = await platform.post('/v1/events', [message], { as: 'integrator' });
    expect(body.results).toMatchObject([{ status: 'duplicate' }]);
    expect(await moneyOf('web.1')).toMatchObject({ captured: 1_000 });
  });

  it('is found out when its order becomes known, where it was told before', async () => {
    await platform.publish(paid('2'));
    expect(await waiting('web.2')).toEqual([]);
    await platform.publish(order('2'));
    const [item] = await waiting('web.2');
    expect(await release(item!.messageId, inEuros(item!))).toMatchObject({ status: 200 });
    expect(await moneyOf('web.2')).toMatchObject({ captured: 1_000 });
  });

  it('of history and of refunds waits too, still after a restart', async () => {
    await platform.publish(order('3', true), paid('3', { imported: true }), refunded('3'));
    const items = await waiting('web.3');
    expect(items.map(({ type }) => type).toSorted()).toEqual([
      'tributary.payment.captured.v1',
      'tributary.refund.issued.v1',
    ]);
    await platform.end('SIGKILL');
    await platform.start();
    expect((await waiting('web.3')).map(({ messageId }) => messageId)).toEqual(
      items.map(({ messageId }) => messageId),
    );
    const ofHistory = items.find(({ type }) => type === 'tributary.payment.captured.v1')!;
    expect(JSON.parse(ofHistory.raw)).toMatchObject({ imported: true });
  });

  it('comes back as another message when it is released as it was, once, and is dismissed', async () => {
    await platform.publish(order('4'), paid('4'));
    const [item] = await waiting('web.4');
    expect(await release(item!.messageId)).toMatchObject({ status: 200 });
    const [again, ...more] = await waiting('web.4');
    expect(more).toEqual([]);
    expect(again!.messageId).not.toBe(item!.messageId);
    expect(
      await platform.post(`/v1/inbox/${again!.messageId}/dismiss`, { reason: 'A test' }, { as: 'ops' }),
    ).toMatchObject({ status: 200 });
    expect(await waiting('web.4')).toEqual([]);
    expect(await moneyOf('web.4')).toMatchObject({ captured: 0 });
  });

  it('leaves a log that holds all it promises', async () => {
    await platform.settled();
    await platform.end('SIGTERM');
    expect(await runProgram('verify', platform)).toMatch(/ 0 messages still .* 0 violations/);
  });
});

import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { type OrderInput, event, line, openNetwork, stock, webOrder } from './trade.ts';

/**
 * What users of other order systems suffer from after an order was placed, told as it happened to them. The
 * numbers are those of the research on such systems; each names the threads it was reported in.
 */
whenBuilt('What is a pain elsewhere', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
  });
  afterAll(() => platform?.remove());

  const pageOf = async (number: string): Promise<Json> => {
    await platform.settled();
    return platform.order(`web.${number}`);
  };
  const isAllocated = ({ status }: Json) => status === 'allocated';
  const placed = async (number: string, more: Partial<OrderInput>): Promise<Json> => {
    await platform.publish(event('tributary.order.captured.v1', webOrder(number, more)));
    await platform.order(`web.${number}`, isAllocated);
    return pageOf(number);
  };
  const reserved = async (sku: string): Promise<number> => {
    await platform.settled();
    const { body } = await platform.get(`/v1/stock?sku=${sku}`);
    return body.items.reduce((sum: number, one: Json) => sum + one.reserved, 0);
  };
  const change = async (number: string, ...changes: readonly object[]): Promise<Json> =>
    (await platform.post(`/v1/orders/web.${number}/change`, { changes }, { as: 'supervisor' })).body;
  const priceOf = (unitPrice: string) => ({ kind: 'set-price', lineId: '1', unitPrice, reason: 'Agreed.' });
  const units = (quantity: number) => ({ kind: 'set-quantity', lineId: '1', quantity });
  const captured = (number: string, paymentId: string, amount: number, more: object = {}) =>
    event('tributary.payment.captured.v1', { orderId: `web.${number}`, paymentId, amount, ...more });
  const dispatched = (number: string, { fulfilmentId }: Json, shipmentId: string) =>
    event('tributary.shipment.dispatched.v1', { orderId: `web.${number}`, fulfilmentId, shipmentId });
  const takeBack = async (number: string, returnId: string, lines: readonly object[]): Promise<Json> =>
    (
      await platform.post(`/v1/orders/web.${number}/returns/${returnId}/receive`, {
        location: 'store-1',
        lines,
      })
    ).body;

  it('pain 5: an edit of the price alone reserves nothing again', async () => {
    await stock(platform, 'P5', { 'dc-1': 3 });
    await placed('P5', { lines: [line('P5', 3)] });
    const { lines } = await change('P5', priceOf('9.00'));
    expect(lines[0].quantities).toMatchObject({ allocated: 3, backordered: 0 });
    expect(await reserved('P5')).toBe(3);
  });

  it('pain 7: an edit that is undone owes nothing and leaves the order as it was', async () => {
    await stock(platform, 'P7', { 'dc-1': 5 });
    const before = await placed('P7', { lines: [line('P7', 2)] });
    await platform.publish(captured('P7', 'CARD', 2_000));
    await change('P7', units(4));
    await platform.order('web.P7', ({ lines }) => lines[0].quantities.allocated === 4);
    await change('P7', units(2));
    const after = await pageOf('P7');
    expect(after.status).toBe(before.status);
    expect(after.money).toMatchObject({ captured: 2_000, refunded: 0, owed: 0 });
    expect(await reserved('P7')).toBe(2);
    // Undone in one draft, nothing is different at all.
    const { body } = await platform.post(
      '/v1/orders/web.P7/change',
      { changes: [units(4), units(2)] },
      { as: 'csr' },
    );
    expect(body.code).toBe('no-difference');
  });

  it('pain 8: amounts are whole minor units by a stated rule, so that totals are what the processor took', async () => {
    await stock(platform, 'P8', { 'dc-1': 9 });
    const lines = [
      line('P8', 3, { unitPrice: '0.335' }),
      line('P8', 1, { lineId: '2', unitPrice: '0.125' }),
      line('P8', 1, { lineId: '3', unitPrice: '0.135' }),
    ];
    const page = await placed('P8', { lines });
    // Half-even: 1.005 is 1.00, 0.125 is 0.12, 0.135 is 0.14.
    expect(page.lines.map(({ amount }: Json) => amount)).toEqual([100, 12, 14]);
    await platform.publish(captured('P8', 'CARD', 126));
    expect((await pageOf('P8')).money).toMatchObject({ total: 126, captured: 126, owed: 0 });
  });

  it('pain 9: no more can be refunded than was taken, tax included or not', async () => {
    await stock(platform, 'P9', { 'dc-1': 1 });
    const charges = [{ code: 'vat-included', amount: 0 }];
    await placed('P9', { lines: [line('P9', 1, { unitPrice: '11.99' })], charges });
    await platform.publish(captured('P9', 'CARD', 1_199));
    await pageOf('P9');
    const ask = (amount: number) =>
      platform.post(
        '/v1/orders/web.P9/refund',
        { amount, reason: 'Late.', goodwill: true },
        { as: 'supervisor' },
      );
    expect((await ask(1_200)).status).toBe(409);
    expect((await ask(1_199)).status).toBe(200);
    expect((await ask(1)).status).toBe(409);
  });

  it('pain 10: postage that several payments paid is given back, to the minor unit', async () => {
    await stock(platform, 'P10', { 'dc-1': 3 });
    const lines = [line('P10', 3, { unitPrice: '3.33' })];
    await placed('P10', { lines, charges: [{ code: 'shipping', amount: 500 }] });
    await platform.publish(
      captured('P10', 'A', 501, { captureId: 'first' }),
      captured('P10', 'B', 499),
      captured('P10', 'A', 499, { captureId: 'second' }),
    );
    await pageOf('P10');
    await change('P10', { kind: 'add-charge', charge: { code: 'shipping', amount: -500 } });
    const { body } = await platform.post(
      '/v1/orders/web.P10/refund',
      { amount: 500, reason: 'It came late.' },
      { as: 'csr' },
    );
    expect(body.refunds.reduce((sum: number, { amount }: Json) => sum + amount, 0)).toBe(500);
    await platform.publish(
      ...body.refunds.map(({ refundId, amount }: Json) =>
        event('tributary.refund.issued.v1', { orderId: 'web.P10', refundId, amount }),
      ),
    );
    expect((await pageOf('P10')).money).toMatchObject({ captured: 1_499, refunded: 500, owed: 0 });
  });

  it('pain 11: goods of every parcel can be given back for, not of the first alone', async () => {
    await stock(platform, 'P11', { 'dc-1': 1, 'store-1': 1 });
    const page = await placed('P11', { lines: [line('P11', 2)] });
    expect(page.fulfilments).toHaveLength(2);
    await platform.publish(
      captured('P11', 'CARD', 2_000),
      dispatched('P11', page.fulfilments[0], 'SH-1'),
      dispatched('P11', page.fulfilments[1], 'SH-2'),
    );
    await pageOf('P11');
    const one = [{ lineId: '1', quantity: 1, disposition: 'restock' }];
    expect([(await takeBack('P11', 'R1', one)).worth, (await takeBack('P11', 'R2', one)).worth]).toEqual([
      1_000, 1_000,
    ]);
    const { money, lines } = await pageOf('P11');
    expect([money.owed, lines[0].quantities.returned]).toEqual([-2_000, 2]);
  });

  it('pain 12: an order that is split pays for its postage once', async () => {
    await stock(platform, 'P12', { 'dc-1': 1, 'store-2': 1 });
    const charges = [{ code: 'shipping', amount: 495 }];
    const page = await placed('P12', { lines: [line('P12', 2)], charges });
    expect(page.fulfilments).toHaveLength(2);
    expect(page.charges).toEqual(charges);
    expect(page.money).toMatchObject({ total: 2_495, owed: 2_495 });
    await change('P12', units(1));
    expect((await pageOf('P12')).money).toMatchObject({ owed: 1_495 });
  });

  it('pain 19: a callback and a webhook that race take the money once and lose no order', async () => {
    await stock(platform, 'P19', { 'dc-1': 5 });
    const order = webOrder('P19', { lines: [line('P19')] });
    const key = { as: 'integrator', headers: { 'idempotency-key': 'checkout P19' } } as const;
    const paid = { captureId: 'pi_1' };
    const answers = await Promise.all([
      platform.post('/v1/orders', order, key),
      platform.publish(captured('P19', 'CARD', 1_000, paid)),
      platform.post('/v1/orders', order, key),
      platform.publish(captured('P19', 'CARD', 1_000, paid)),
      platform.post('/v1/orders', order, key),
    ]);
    expect(answers.flatMap((answer) => answer?.status ?? [])).toEqual([201, 201, 201]);
    await platform.order('web.P19', isAllocated);
    // Also once it has been sourced, who asks again is answered as the first time.
    const again = await platform.post('/v1/orders', order, key);
    const [first] = answers.flatMap((answer) => answer ?? []);
    expect([again.status, again.body]).toEqual([201, first!.body]);
    expect((await pageOf('P19')).money).toMatchObject({ captured: 1_000, owed: 0 });
    expect(await reserved('P19')).toBe(1);
  });
});

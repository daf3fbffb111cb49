import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { runProgram } from './programs.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBuilt('Goods of an order that come back over a desk', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'CUP', { 'dc-1': 50 });
  });
  afterAll(() => platform?.remove());

  /** Two cups that left, paid in full. */
  const gone = async (number: string): Promise<string> => {
    const orderId = `web.${number}`;
    const payments = [{ paymentId: 'P1', method: 'card', amount: 2_000, status: 'captured' as const }];
    await platform.publish(
      event('tributary.order.captured.v1', webOrder(number, { lines: [line('CUP', 2)], payments })),
    );
    const { fulfilments } = await platform.order(orderId, ({ status }) => status === 'allocated');
    const { fulfilmentId } = fulfilments[0];
    await platform.publish(
      event('tributary.shipment.dispatched.v1', { orderId, fulfilmentId, shipmentId: `S-${number}` }),
    );
    await platform.order(orderId, ({ status }) => status === 'fulfilled');
    return orderId;
  };
  const ask = (path: string, body: object, key?: string) =>
    platform.post(`/v1/orders/${path}`, body, {
      as: 'associate',
      ...(key !== undefined && { headers: { 'idempotency-key': key } }),
    });
  const one = (reason: string) => ({ lines: [{ lineId: '1', quantity: 1, reason }] });

  it('are authorised, taken back in any store, stock again, and due no longer', async () => {
    const orderId = await gone('B1');
    const first = await ask(`${orderId}/returns`, one('changed-mind'), 'rma B1');
    expect(first).toMatchObject({
      status: 201,
      body: { returnId: 'RMA-1', status: 'authorised', worth: 1_000 },
    });
    expect((await ask(`${orderId}/returns`, one('changed-mind'), 'rma B1')).body).toEqual(first.body);
    const expected = await platform.order(orderId, ({ expectedReturns }) => expectedReturns?.length === 1);
    expect(expected.expectedReturns[0]).toMatchObject({ returnId: 'RMA-1', worth: 1_000 });

    const received = await ask(`${orderId}/returns/RMA-1/receive`, { location: 'store-2' });
    expect(received).toMatchObject({ status: 200, body: { status: 'received', worth: 1_000 } });
    const page = await platform.order(orderId, ({ status }) => status === 'partly-returned');
    expect(page.money).toMatchObject({ credited: 1_000, refunded: 0, owed: -1_000 });
    await platform.settled();
    expect(await platform.stockOf('CUP')).toContainEqual(
      expect.objectContaining({ location: 'store-2', onHand: 1 }),
    );
    expect(await ask(`${orderId}/returns/RMA-1/receive`, {})).toMatchObject({
      status: 409,
      body: { code: 'already-returned' },
    });
  });

  it('come back unannounced, damaged ones to no stock, and are kept where more come than left', async () => {
    const orderId = await gone('B2');
    const lines = [{ lineId: '1', quantity: 3, disposition: 'damaged', reason: 'damaged' }];
    const { body } = await ask(`${orderId}/returns/desk-7/receive`, { location: 'store-1', lines });
    expect(body).toMatchObject({ returnId: 'desk-7', worth: 2_000 });
    const page = await platform.order(orderId, ({ status }) => status === 'returned');
    expect(page.lines[0].quantities).toMatchObject({ returned: 2, returnedBeyond: 1 });
    await platform.settled();
    expect((await platform.stockOf('CUP')).filter(({ location }) => location === 'store-1')).toEqual([]);
  });

  describe('for which others go out', () => {
    const backAtDesk = async (number: string): Promise<string> => {
      const orderId = await gone(number);
      const { status } = await ask(`${orderId}/returns/R1/receive`, {
        location: 'store-1',
        ...one('too-small'),
      });
      expect(status).toBe(200);
      return orderId;
    };
    const bowl = (number: string, more: object = {}) => ({
      channel: 'desk',
      number,
      location: 'store-1',
      currency: 'EUR',
      lines: [line('BOWL', 1, { unitPrice: '14.00' })],
      payments: [{ paymentId: 'till', method: 'cash', amount: 400, status: 'captured' }],
      ...more,
    });

    it('are paid with what came back, carried out of the store, once', async () => {
      await stock(platform, 'BOWL', { 'store-1': 5 });
      const orderId = await backAtDesk('X1');
      const first = await ask(`${orderId}/returns/R1/exchange`, bowl('X1'), 'exchange X1');
      expect(first).toMatchObject({
        status: 201,
        body: { orderId, returnId: 'R1', exchangedFor: 'desk.X1', amount: 1_000, toPay: 0, toGiveBack: 0 },
      });
      expect((await ask(`${orderId}/returns/R1/exchange`, bowl('X1'), 'exchange X1')).body).toEqual(
        first.body,
      );
      const sale = await platform.order('desk.X1', ({ status }) => status === 'completed');
      expect(sale).toMatchObject({
        kind: 'sale',
        payments: [
          { method: 'cash', amount: 400 },
          { method: 'exchange', amount: 1_000 },
        ],
        money: { total: 1_400, captured: 1_400, owed: 0 },
      });
      const page = await platform.order(orderId, ({ money }) => money.refunded === 1_000);
      expect(page.money).toMatchObject({ captured: 2_000, refunded: 1_000, credited: 1_000, owed: 0 });
      await platform.settled();
      expect(await platform.stockOf('BOWL')).toContainEqual(
        expect.objectContaining({ location: 'store-1', onHand: 4 }),
      );
      expect(await ask(`${orderId}/refund`, { amount: 1, reason: 'again' }, 'refund X1')).toMatchObject({
        status: 403,
      });
    });

    it('are ordered and sent where they are not there, and what is left is owed', async () => {
      await stock(platform, 'SAUCER', { 'dc-1': 5 });
      const orderId = await backAtDesk('X2');
      const saucer = bowl('X2', {
        location: undefined,
        payments: undefined,
        shipTo: { city: 'Leipzig', country: 'DE' },
        lines: [line('SAUCER', 1, { unitPrice: '6.00' })],
      });
      const { body } = await ask(`${orderId}/returns/R1/exchange`, saucer);
      expect(body).toMatchObject({ amount: 600, toPay: 0, toGiveBack: 400 });
      expect(await platform.order('desk.X2', ({ status }) => status === 'allocated')).toMatchObject({
        kind: 'order',
        money: { captured: 600, owed: 0 },
      });
    });

    it('are refused before they are back, beyond what is owed, and under a number that is known', async () => {
      const orderId = await backAtDesk('X3');
      const refused = async (returnId: string, body: object, key?: string) => {
        const answer = await ask(`${orderId}/returns/${returnId}/exchange`, body, key);
        return [answer.status, answer.body.code];
      };
      expect(await refused('R2', bowl('X3'))).toEqual([409, 'not-returned']);
      expect(await refused('R1', bowl('X1'))).toEqual([409, 'already-captured']);
      expect((await ask(`${orderId}/returns/R1/exchange`, bowl('X3'), 'exchange X3')).status).toBe(201);
      expect(await refused('R1', bowl('X4'), 'exchange X3')).toEqual([422, 'idempotency-key-reused']);
      expect(await refused('R1', bowl('X4'))).toEqual([409, 'nothing-to-exchange']);
    });
  });

  const cups = (more: object = {}) => ({
    location: 'store-2',
    currency: 'EUR',
    customer: { name: 'Ann Blind' },
    lines: [
      { sku: 'CUP-BLIND', quantity: 2, refund: 1_500, reason: 'changed-mind' },
      { sku: 'CUP-BLIND', quantity: 1, disposition: 'damaged' },
    ],
    givenAs: 'store-credit',
    ...more,
  });
  const askBlind = (body: object, key: string, as: 'associate' | 'ops' = 'associate') =>
    platform.post('/v1/returns', body, { as, headers: { 'idempotency-key': key } });

  it('are taken back without an order, once, are stock again, and listed as of none', async () => {
    const first = await askBlind(cups(), 'blind 1');
    expect(first).toMatchObject({ status: 201, body: { refund: 1_500, givenAs: 'store-credit' } });
    expect(first.body.returnId).toMatch(/^BR-[0-9a-f]{12}$/);
    expect(await askBlind(cups(), 'blind 1')).toMatchObject({ status: 201, body: first.body });
    await platform.settled();
    expect(await platform.stockOf('CUP-BLIND')).toContainEqual(
      expect.objectContaining({ location: 'store-2', onHand: 2 }),
    );
    const { items } = (await platform.get('/v1/returns')).body;
    expect(items).toEqual([first.body]);
  });

  it('are refused without an order where the name, the key or the reason is wrong', async () => {
    const named = cups({ returnId: 'slip-1' });
    expect((await askBlind(named, 'blind 2')).body.returnId).toBe('slip-1');
    const refused = async (body: object, key: string) => {
      const answer = await askBlind(body, key);
      return [answer.status, answer.body.code, answer.body.returnId];
    };
    expect(await refused(named, 'blind 3')).toEqual([409, 'already-returned', 'slip-1']);
    expect(await refused(cups({ returnId: 'slip-2' }), 'blind 2')).toEqual([
      422,
      'idempotency-key-reused',
      undefined,
    ]);
    const lines = [{ sku: 'CUP-BLIND', quantity: 1, reason: 'bored' }];
    expect(await refused({ location: 'store-2', currency: 'EUR', lines }, 'blind 4')).toEqual([
      409,
      'unknown-reason',
      expect.any(String),
    ]);
    expect((await askBlind({ ...cups(), lines }, 'blind 5')).status).toBe(400);
    expect((await askBlind(cups(), 'blind 6', 'ops')).status).toBe(403);
  });

  it('come back by a policy that ops set', async () => {
    const orderId = await gone('B3');
    const policy = { days: 1, reasons: [{ code: 'too-small', name: 'Too small', feePercent: 25 }] };
    const set = (as: 'ops' | 'csr') => platform.put('/v1/return-policy', policy, { as });
    const before = (await platform.get('/v1/return-policy')).body;
    expect([(await set('csr')).status, (await set('ops')).status]).toEqual([403, 200]);
    expect(await ask(`${orderId}/returns`, one('changed-mind'))).toMatchObject({
      status: 409,
      body: { code: 'unknown-reason' },
    });
    expect((await ask(`${orderId}/returns`, one('too-small'))).body.worth).toBe(750);
    expect((await ask(`${orderId}/returns/RMA-1/call-off`, {})).body.status).toBe('called-off');
    expect(before.days).toBe(30);
  });
  it('leave ledgers and money in balance', async () => {
    await platform.end('SIGTERM');
    expect(await runProgram('verify', platform)).toMatch(/ 0 messages still .* 0 violations/);
  });
});

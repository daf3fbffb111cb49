import { until } from '@tributary/testing';
import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { runProgram } from './programs.ts';
import { event, line, openNetwork, stock } from './trade.ts';

const cash = (amount: number) => ({ paymentId: 'P1', method: 'cash', amount, status: 'captured' as const });

whenBuilt('An exchange on one receipt', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'OLD', { 'store-1': 5 });
    await stock(platform, 'NEW', { 'store-1': 5 });
  });
  afterAll(() => platform?.remove());

  type Lines = readonly (Pick<ReturnType<typeof line>, 'sku' | 'quantity' | 'unitPrice'> & {
    readonly returnOf?: { readonly orderId: string };
  })[];
  const receipt = (number: string, lines: Lines, amount: number) =>
    event('tributary.sale.recorded.v1', {
      channel: 'pos',
      number,
      location: 'store-1',
      currency: 'EUR',
      lines: lines.map((one, n) => ({ ...one, lineId: `${n}` })),
      ...(amount !== 0 && { payments: [cash(amount)] }),
      total: amount,
    });
  const ringUp = async (number: string, lines: Lines, amount: number): Promise<void> => {
    await platform.publish(receipt(number, lines, amount), receipt(number, lines, amount));
    await platform.settled();
  };
  const onHand = async (sku: string): Promise<unknown> =>
    (await platform.stockOf(sku)).map(({ onHand: units }: Json) => units);
  const unmatched = async (): Promise<Json[]> => (await platform.get('/v1/returns')).body.items;

  it('is a sale that is paid, and a blind return that is in stock again, each told twice and counted once', async () => {
    const old = line('OLD', -1, { unitPrice: '50.00' });
    await ringUp('1', [old, line('NEW', 1, { unitPrice: '80.00' })], 3_000);
    expect(await platform.order('pos.1', () => true)).toMatchObject({
      kind: 'sale',
      lines: [{ sku: 'NEW', quantity: 1 }],
      payments: [
        { method: 'cash', amount: 3_000 },
        { method: 'exchange', amount: 5_000 },
      ],
      money: { total: 8_000, captured: 8_000, refunded: 0, owed: 0 },
    });
    expect([await onHand('OLD'), await onHand('NEW')]).toEqual([[6], [4]]);
    await until('the return is listed', async () => (await unmatched()).length > 0);
    expect(await unmatched()).toMatchObject([{ returnId: 'pos.1', location: 'store-1', refund: 5_000 }]);
  });

  it('is a return of the order it names, once that is known, and pays out what more came back', async () => {
    const back = { ...line('OLD', -1, { unitPrice: '50.00' }), returnOf: { orderId: 'pos.2' } };
    await ringUp('3', [back, line('NEW', 1, { unitPrice: '30.00' })], -2_000);
    await ringUp('2', [line('OLD', 1, { unitPrice: '50.00' })], 5_000);
    expect(await platform.order('pos.3', () => true)).toMatchObject({
      payments: [{ method: 'exchange', amount: 3_000 }],
      money: { total: 3_000, captured: 3_000, owed: 0 },
    });
    const earlier = await platform.order('pos.2', ({ returns }) => returns.length > 0);
    expect(earlier).toMatchObject({
      returns: [{ returnId: 'pos.3', location: 'store-1', refund: 5_000 }],
      money: { captured: 5_000, refunded: 5_000, owed: 0 },
    });
    expect([await onHand('OLD'), await onHand('NEW')]).toEqual([[6], [3]]);
    expect(await unmatched()).toHaveLength(1);
  });

  it('is no order where nothing is sold', async () => {
    await ringUp('4', [line('OLD', -2, { unitPrice: '50.00' })], -10_000);
    await until('the return is listed', async () => (await unmatched()).length > 1);
    expect((await platform.get('/v1/orders/pos.4')).status).toBe(404);
    expect(await onHand('OLD')).toEqual([8]);
  });

  it('leaves ledgers and money in balance', async () => {
    await platform.end('SIGTERM');
    expect(await runProgram('verify', platform)).toMatch(/ 0 messages still .* 0 violations/);
  });
});

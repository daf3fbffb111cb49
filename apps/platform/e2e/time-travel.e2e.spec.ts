import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

const hour = (of: number): string => new Date(Date.UTC(2026, 2, 2, of)).toISOString();

whenBuilt('An order, asked for as it was', () => {
  let platform: PlatformUnderTest;
  const orderId = 'web.past';
  let page: Json;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'CUP', { 'dc-1': 10 });
    const placed = webOrder('past', { lines: [line('CUP', 2)] });
    await platform.publish({ ...event('tributary.order.captured.v1', placed), time: hour(8) });
    await platform.order(orderId, ({ status }) => status === 'allocated');
    // Told late, and not in their order.
    const payment = { orderId, paymentId: 'P-1', amount: 2_000, method: 'card' };
    await platform.publish({ ...event('tributary.payment.captured.v1', payment), time: hour(10) });
    await platform.publish({
      ...event('tributary.payment.authorised.v1', { ...payment, paymentId: 'P-2' }),
      time: hour(9),
    });
    page = await platform.order(orderId, ({ payments }) => payments.length === 2);
  });
  afterAll(() => platform?.remove());

  const past = (query: string) => platform.get(`/v1/orders/${orderId}?${query}`);
  const timeline = async (): Promise<Json[]> =>
    (await platform.get(`/v1/orders/${orderId}/timeline`)).body.items;

  it('is told as it was true then, with what was told later of before', async () => {
    const { body } = await past(`asOf=${hour(9)}`);
    expect(body.payments.map(({ paymentId }: Json) => paymentId)).toEqual(['P-2']);
    expect(body.money.captured).toBe(0);
    expect((await past(`asOf=${hour(11)}`)).body.money.captured).toBe(2_000);
  });

  it('is told as it was known then, whenever it had happened', async () => {
    const { recordedAt } = (await timeline()).find(
      ({ type }) => type === 'tributary.order.payment-captured.v1',
    )!;
    const before = new Date(Date.parse(recordedAt) - 1).toISOString();
    expect((await past(`knownAt=${before}`)).body).toMatchObject({ payments: [], money: { captured: 0 } });
    expect((await past(`knownAt=${recordedAt}`)).body.money.captured).toBe(2_000);
    expect((await past(`asOf=${hour(9)}&knownAt=${recordedAt}`)).body.payments).toEqual([]);
  });

  it('is as it is now, as of now', async () => {
    const now = new Date(Date.now() + 60_000).toISOString();
    expect((await past(`asOf=${now}&knownAt=${now}`)).body).toEqual(page);
  });

  it('says so where it had not been placed, and where the moment is none', async () => {
    expect(await past(`asOf=${hour(7)}`)).toMatchObject({ status: 404, body: { code: 'not-placed-yet' } });
    expect(await platform.get(`/v1/orders/web.nobody?asOf=${hour(7)}`)).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
    expect(await past('asOf=yesterday')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/asOf' }] },
    });
  });

  it('tells what became of it between two moments, and by which facts', async () => {
    const { body } = await platform.get(`/v1/orders/${orderId}/difference?from=${hour(9)}&to=${hour(11)}`);
    expect(body).toMatchObject({ orderId, by: 'happened' });
    expect(body.changes).toContainEqual({ pointer: '/money/captured', before: 0, after: 2_000 });
    expect(body.facts.map(({ type }: Json) => type)).toEqual(['tributary.order.payment-captured.v1']);
    const { body: since } = await platform.get(
      `/v1/orders/${orderId}/difference?from=${hour(7)}&by=recorded`,
    );
    expect(since.changes).toContainEqual({ pointer: '/status', after: 'allocated' });
    expect(since.facts).toHaveLength(
      (await timeline()).filter(({ type }) => !type.includes('.sourcing.')).length,
    );
  });
});

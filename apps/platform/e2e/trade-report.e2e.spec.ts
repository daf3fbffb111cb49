import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork } from './trade.ts';

const day = 86_400_000;
const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

whenBuilt('Trade by business date', () => {
  let platform: PlatformUnderTest;
  /** A date that was closed long ago, of which nothing was told in time. */
  const past = dateOf(Date.now() - 30 * day);
  const today = dateOf(Date.now());
  const sale = (number: string, businessdate: string) =>
    event(
      'tributary.sale.recorded.v1',
      {
        channel: 'pos',
        number,
        location: 'store-1',
        currency: 'EUR',
        lines: [line('MUG', 2)],
        payments: [{ paymentId: 'cash', method: 'cash', amount: 2_000, status: 'captured' }],
      },
      { businessdate },
    );
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await platform.publish(sale('late', past), sale('s1', today), sale('s2', today));
    for (const orderId of ['pos.late', 'pos.s1', 'pos.s2']) await platform.order(orderId);
    await platform.settled();
  });
  afterAll(() => platform?.remove());

  const report = async (query: string): Promise<Json> => {
    const { status, body } = await platform.get(`/v1/reports/trading-days?${query}`, { as: 'analyst' });
    expect(status).toBe(200);
    return body;
  };

  it('is as it was reported, as it is corrected by what was told late, and what differs', async () => {
    const body = await report(`from=${past}&to=${today}`);
    expect(body).toMatchObject({ from: past, to: today, by: 'day', closes: 6, closed: false });
    const two = { orders: 2, unitsOrdered: 4, unitsFulfilled: 4, captured: 4_000 };
    const one = { orders: 1, unitsOrdered: 2, unitsFulfilled: 2, captured: 2_000 };
    const none = { orders: 0, unitsOrdered: 0, unitsFulfilled: 0, captured: 0 };
    expect(body.items).toMatchObject([
      { date: past, currency: 'EUR', reported: none, corrected: one, difference: one },
      { date: today, currency: 'EUR', reported: two, corrected: two, difference: none },
    ]);
  });

  it('is by channel and by store, and of one of them alone', async () => {
    const range = `from=${past}&to=${today}`;
    expect((await report(`${range}&by=channel&channel=pos`)).items).toMatchObject([
      { channel: 'pos', corrected: { orders: 3 } },
    ]);
    expect((await report(`${range}&by=location`)).items).toMatchObject([
      { location: 'store-1', corrected: { orders: 3 } },
    ]);
    expect((await report(`${range}&location=nowhere`)).items).toEqual([]);
  });

  it('does not move as it was reported, nor as it was known at a moment', async () => {
    const closed = await report(`from=${past}&to=${past}&known=close`);
    expect(closed).toMatchObject({ closed: true, items: [] });
    const before = new Date(Date.now() - day).toISOString();
    expect((await report(`from=${past}&to=${today}&known=${before}`)).items).toEqual([]);
  });

  it('is a file as CSV, a row for each date and currency', async () => {
    const { text } = await platform.get(`/v1/reports/trading-days?from=${past}&to=${past}`, {
      headers: { accept: 'text/csv' },
    });
    const [head, row] = text.split('\r\n');
    expect(head).toMatch(/^date,channel,location,currency,reported\.orders,/);
    expect(row).toMatch(new RegExp(`^${past},,,EUR,0,0,0,0,0,0,0,0,0,1,2,`));
  });

  it.each([
    ['from=2026-03-02&to=2026-03-01', '/to'],
    ['from=2025-01-01&to=2026-03-01', '/to'],
    ['from=2026-03-02&to=2026-03-02&closes=73', '/closes'],
    ['from=2026-03-02&to=2026-03-02&known=yesterday', '/known'],
    ['from=2026-02-30&to=2026-03-02', '/from'],
  ])('refuses %s', async (query, pointer) => {
    const { status, body } = await platform.get(`/v1/reports/trading-days?${query}`);
    expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });
});

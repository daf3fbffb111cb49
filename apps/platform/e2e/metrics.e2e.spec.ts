import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

const token = 'a-token-that-only-prometheus-knows';

whenBuilt('Metrics', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start({ TRIBUTARY_METRICS_TOKEN: token });
    await openNetwork(platform);
  });
  afterAll(() => platform?.remove());

  const scrape = () => platform.get('/metrics', { key: token });
  /** The value of a series, named whole; 0 where nothing was counted. */
  const value = (text: string, series: string): number =>
    Number(
      text
        .split('\n')
        .find((each) => each.startsWith(`${series} `))
        ?.slice(series.length + 1) ?? 0,
    );

  it('are text that Prometheus reads, kept by nobody and for no other page', async () => {
    const { status, type, headers, text } = await scrape();
    expect({ status, type }).toEqual({ status: 200, type: 'text/plain; version=0.0.4; charset=utf-8' });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    const samples = text.split('\n').filter((each) => each !== '' && !each.startsWith('#'));
    for (const sample of samples)
      expect(sample).toMatch(/^[a-z_0-9]+(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? -?[\d.e+-]+$|NaN$/);
    const page = await platform.get('/metrics', { key: token, headers: { accept: 'text/html' } });
    expect(page.type).toContain('text/plain');
  });

  it('tell what became of an order', async () => {
    const before = (await scrape()).text;
    await stock(platform, 'A', { 'dc-1': 5 });
    await platform.publish(event('tributary.order.captured.v1', webOrder('7', { lines: [line('A')] })));
    await platform.settled();
    const { text } = await scrape();
    const more = (series: string) => value(text, series) - value(before, series);
    expect(more('tributary_orders_placed_total')).toBe(1);
    expect(more('tributary_sourcing_decisions_total')).toBe(1);
    expect(more('tributary_oversales_refused_total')).toBe(0);
    for (const service of ['gateway', 'order', 'sourcing', 'inventory'])
      expect(more(`tributary_append_duration_seconds_count{tributary_service="${service}"}`)).toBeGreaterThan(
        0,
      );
    const { items } = (await platform.get('/v1/consumers')).body;
    for (const { group } of items) {
      expect(text).toContain(
        `tributary_consumer_parked_messages{messaging_consumer_group_name="${group}"} 0`,
      );
      expect(value(text, `tributary_consumer_lag_messages{messaging_consumer_group_name="${group}"}`)).toBe(
        0,
      );
    }
    expect(
      more('tributary_read_model_delay_seconds_count{messaging_consumer_group_name="repository-orders"}'),
    ).toBeGreaterThan(0);
    expect(
      more(
        'http_server_request_duration_seconds_count{http_request_method="POST",http_route="/v1/events",http_response_status_code="202"}',
      ),
    ).toBe(2);
    expect(text).not.toMatch(/web\.7|dc-1/);
  });

  it('count what is set aside', async () => {
    const before = (await scrape()).text;
    const good = event('tributary.order.captured.v1', webOrder('8', { lines: [line('A')] }));
    await platform.post('/v1/events', { ...good, data: { rubbish: true } });
    const { text } = await scrape();
    const series = 'tributary_messages_quarantined_total';
    expect(value(text, series) - value(before, series)).toBe(1);
  });

  it('are for those who have the token, and the token is for nothing else', async () => {
    for (const ask of [{ as: null }, { key: `${token}x` }, { key: token.slice(1) }])
      expect(await platform.get('/metrics', ask)).toMatchObject({
        status: 401,
        body: { code: 'not-signed-in' },
      });
    expect(await platform.get('/metrics', { as: 'analyst' })).toMatchObject({ status: 403 });
    for (const as of ['ops', 'admin'] as const)
      expect((await platform.get('/metrics', { as })).status).toBe(200);
    for (const path of ['/v1/me', '/v1/orders', '/v1/consumers', '/v1/metrics', '/v1/backup'])
      expect((await platform.get(path, { key: token })).status).toBe(401);
    expect((await platform.post('/metrics', {}, { key: token })).status).toBe(401);
    expect(platform.output).not.toContain(token);
  });
});

import { parse } from 'csv-parse/sync';
import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

/** More than two pages of the read store. */
const orders = 450;
const csv = { accept: 'text/csv' };
const ndjson = { accept: 'application/x-ndjson' };

/** A value by its path in a row, as a cell of a CSV file has it. */
const cellOf = (row: Json, path: string): string => {
  const value: unknown = path.split('.').reduce((within, name) => within?.[name], row);
  if (value === undefined) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  return `${typeof value === 'string' && /^[=+\-@]/.test(value) ? "'" : ''}${String(value)}`;
};

whenBuilt('A list', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 10 });
    await platform.publish(
      ...Array.from({ length: orders }, (_, index) =>
        event(
          'tributary.order.captured.v1',
          webOrder(`list-${index}`, {
            ...(index === 7 && { customer: { id: 'c-7', name: '=1+1, "Ada"\nLovelace' } }),
            lines: [line(index % 2 === 0 ? 'MUG-RED' : 'A,B')],
          }),
        ),
      ),
    );
    await platform.post('/v1/events', [
      { ...event('tributary.order.captured.v1', webOrder('bad')), data: {} },
    ]);
    await platform.settled();
  });
  afterAll(() => platform?.remove());

  const everyPage = async (path: string, limit = 200): Promise<Json[]> => {
    const items: Json[] = [];
    for (let cursor = ''; ;) {
      const { body } = await platform.get(`${path}?limit=${limit}${cursor && `&cursor=${cursor}`}`);
      items.push(...body.items);
      if (body.next === undefined) return items;
      cursor = encodeURIComponent(body.next);
    }
  };
  const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });
  const linesOf = (text: string): Json[] =>
    text
      .split('\n')
      .slice(0, -1)
      .map((each) => JSON.parse(each) as Json);

  it('of all orders is the same as JSON by pages, as NDJSON and as CSV', async () => {
    const items = await everyPage('/v1/orders');
    expect(items).toHaveLength(orders);
    const lines = await platform.get('/v1/orders', { headers: ndjson });
    expect(linesOf(lines.text)).toEqual(items);
    const file = await platform.get('/v1/orders', { headers: csv });
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="orders.csv"');
    const rows = rowsOf(file.text);
    const columns = Object.keys(rows[0]!);
    expect(columns).toEqual(expect.arrayContaining(['orderId', 'customer.name', 'total', 'skus']));
    expect(rows).toEqual(
      items.map((item) => Object.fromEntries(columns.map((column) => [column, cellOf(item, column)]))),
    );
    expect(rows.filter((row) => row['customer.name']).map((row) => row['customer.name'])).toEqual([
      `'=1+1, "Ada"\nLovelace`,
    ]);
  });

  it('is by its filters and its limit as a file, too, and has its columns where it is empty', async () => {
    const some = await platform.get('/v1/orders?sku=MUG-RED', { headers: csv });
    expect(rowsOf(some.text)).toHaveLength(orders / 2);
    const few = await platform.get('/v1/orders?limit=301', { headers: csv });
    expect(rowsOf(few.text)).toHaveLength(301);
    const none = await platform.get('/v1/orders?sku=NOWHERE', { headers: csv });
    expect(none.text).toBe(some.text.split('\r\n', 1)[0]! + '\r\n');
  });

  it.each([
    ['/v1/waiting', 'waiting.csv'],
    ['/v1/returns', 'returns.csv'],
    ['/v1/unknown-names', 'unknown-names.csv'],
    ['/v1/inbox', 'inbox.csv'],
    ['/v1/stock', 'stock.csv'],
    ['/v1/stock/MUG-RED/dc-1/ledger', 'ledger.csv'],
    ['/v1/orders/web.list-0/timeline', 'timeline.csv'],
    ['/v1/orders/web.list-0/decisions', 'decisions.csv'],
    ['/v1/locations', 'locations.csv'],
    ['/v1/keys', 'keys.csv'],
  ])('%s is a file, too: %s', async (path, name) => {
    const { items } = (await platform.get(path)).body;
    const file = await platform.get(path, { headers: csv });
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
    expect(rowsOf(file.text)).toHaveLength(items.length);
    const lines = await platform.get(path, { headers: ndjson });
    expect(linesOf(lines.text)).toEqual(items);
  });

  it.each(['/v1/locations', '/v1/keys', '/v1/orders/web.list-0/decisions'])(
    '%s is the same part by part',
    async (path) => {
      const { items } = (await platform.get(path)).body;
      expect(items.length).toBeGreaterThan(0);
      expect(await everyPage(path, 1)).toEqual(items);
      const rubbish = await platform.get(`${path}?cursor=rubbish`);
      expect(rubbish).toMatchObject({
        status: 400,
        body: { code: 'bad-query', errors: [{ pointer: '/cursor' }] },
      });
    },
  );

  it('is refused as a file as it is as JSON', async () => {
    const unknown = await platform.get('/v1/orders/web.nowhere/timeline', { headers: csv });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const rubbish = await platform.get('/v1/orders?cursor=rubbish', { headers: csv });
    expect(rubbish).toMatchObject({ status: 400, body: { code: 'bad-query' } });
  });
});

import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

const csv = { 'content-type': 'text/csv' };

whenBuilt('What another system believes', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'BOWL', { 'dc-1': 10 });
    await stock(platform, 'CUP', { 'dc-1': 4 });
    await platform.publish(
      event('tributary.order.captured.v1', webOrder('bowl', { lines: [line('BOWL', 3)] })),
    );
    await platform.order('web.bowl', ({ status }) => status === 'allocated');
    await platform.settled();
  });
  afterAll(() => platform?.remove());

  const reconcile = (raw: string, { query = '', headers = csv as Record<string, string> } = {}) =>
    platform.ask('POST', `/v1/reconciliations/stock${query}`, { as: 'ops', raw, headers });

  it('of stock is compared with the ledgers, and each difference explained', async () => {
    const rows = [
      { sku: 'BOWL', location: 'dc-1', onHand: 10, available: 10 },
      { sku: 'CUP', location: 'dc-1', onHand: 4 },
      { sku: 'NOTHING', location: 'dc-1', onHand: 1 },
    ];
    const { status, body } = await platform.post('/v1/reconciliations/stock', rows, { as: 'integrator' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ rows: 3, equal: 1, different: 1, unknown: 1, missing: 0, unreadable: 0 });
    expect(body.items).toMatchObject([
      {
        row: 1,
        verdict: 'different',
        ours: { onHand: 10, reserved: 3, available: 7 },
        difference: { onHand: 0, available: 3 },
        why: 'not-known-yet',
        entries: [{ type: 'tributary.inventory.reserved.v1', orderId: 'web.bowl', reserved: 3 }],
      },
      { row: 3, verdict: 'unknown' },
    ]);
  });

  it('comes as a file too, and goes as one', async () => {
    const text = 'Location,SKU,On hand\r\ndc-1,BOWL,12\r\ndc-1,,4\r\n';
    const query = '?wholeLocation=dc-1';
    const { body } = await reconcile(text, { query });
    expect(body.items.map(({ verdict, sku }: Json) => [verdict, sku])).toEqual([
      ['different', 'BOWL'],
      ['unreadable', undefined],
      ['missing', 'CUP'],
    ]);
    const file = await reconcile(text, { query, headers: { ...csv, accept: 'text/csv' } });
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="stock-differences.csv"');
    const [head, ...lines] = file.text.trimEnd().split('\r\n');
    expect(head).toMatch(/^row,verdict,sku,location,asOf,theirs\.onHand,.*,why,entries,moreEntries,fault$/);
    expect(lines).toHaveLength(3);
    const lined = await reconcile('{"sku":"BOWL","location":"dc-1","onHand":10}\n', {
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect(lined.body).toMatchObject({ items: [], rows: 1, equal: 1 });
  });

  it('is our own list of stock, word for word', async () => {
    const { text } = await platform.get('/v1/stock', { headers: { accept: 'text/csv' } });
    const { body } = await reconcile(text, { query: '?wholeLocation=dc-1' });
    expect(body).toMatchObject({ items: [], rows: 2, equal: 2, missing: 0 });
  });

  it('is refused where it is no list of stock', async () => {
    expect(await reconcile('item,place\nA,b\n')).toMatchObject({
      status: 422,
      body: { code: 'unreadable-file', detail: 'The header lacks sku, location. It has: item, place.' },
    });
    expect((await reconcile('x', { headers: { 'content-type': 'application/octet-stream' } })).status).toBe(
      415,
    );
    const unsaid = await platform.post('/v1/reconciliations/stock', [{ sku: 'A', location: 'dc-1' }]);
    expect(unsaid).toMatchObject({ status: 400, body: { code: 'invalid' } });
    expect((await platform.post('/v1/reconciliations/stock', [], { as: 'csr' })).status).toBe(403);
  });

  it('of orders is compared with what they are, and what is not known there yet is told', async () => {
    const rows = [
      { orderId: 'web.bowl', status: 'placed', units: 3 },
      { channel: 'web', number: 'bowl', status: 'allocated', currency: 'EUR', fulfilled: 0 },
      { channel: 'web', number: 'never', status: 'allocated' },
    ];
    const compared = await platform.post('/v1/reconciliations/orders', rows, { as: 'integrator' });
    expect(compared.body).toMatchObject({ rows: 3, equal: 1, different: 1, unknown: 1, missing: 0 });
    expect(compared.body.items).toMatchObject([
      { row: 1, differs: ['status'], ours: { status: 'allocated' }, why: 'not-known-yet' },
      { row: 3, verdict: 'unknown', orderId: 'web.never' },
    ]);
    const whole = '?wholeChannel=web&from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z';
    const file = await platform.ask('POST', `/v1/reconciliations/orders${whole}`, {
      as: 'ops',
      raw: 'Order ID,Status,Units\r\nweb.other,placed,1\r\nweb.bowl,,many\r\n',
      headers: csv,
    });
    expect(file.body.items).toMatchObject([
      { verdict: 'unknown', orderId: 'web.other' },
      { verdict: 'unreadable', fault: expect.stringContaining('/units') },
      { verdict: 'missing', orderId: 'web.bowl', ours: { status: 'allocated', units: 3 } },
    ]);
    const unbound = await platform.post('/v1/reconciliations/orders?wholeChannel=web', rows);
    expect(unbound).toMatchObject({ status: 400, body: { code: 'invalid' } });
    expect((await platform.post('/v1/reconciliations/orders', rows, { as: 'csr' })).status).toBe(403);
  });

  const repair = (json: object, key?: string) =>
    platform.post('/v1/reconciliations/stock/repair', json, {
      as: 'ops',
      ...(key !== undefined && { headers: { 'idempotency-key': key } }),
    });
  const bowl = { sku: 'BOWL', location: 'dc-1' };

  it('is put right by a count, once, after it was shown what that does', async () => {
    const body = { rows: [{ ...bowl, onHand: 2 }], reason: 'shelf counted again' };
    const preview = await platform.post('/v1/reconciliations/stock/preview', body, { as: 'ops' });
    expect(preview.body.items).toMatchObject([
      {
        ...bowl,
        now: { onHand: 10, reserved: 3 },
        then: { onHand: 2, reserved: 2, available: 0 },
        breaks: [{ orderId: 'web.bowl', lineId: '1', quantity: 1 }],
      },
    ]);
    expect((await reconcile('sku,location,onHand\nBOWL,dc-1,10\n')).body.equal).toBe(1);
    const done = await repair(body, 'count-1');
    expect(done).toMatchObject({ status: 200, body: { items: [{ ...bowl, onHand: 2 }] } });
    expect((await repair(body, 'count-1')).body).toEqual(done.body);
    const other = await repair({ rows: [{ ...bowl, onHand: 3 }] }, 'count-1');
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    await platform.settled();
    const { body: ledger } = await platform.get('/v1/stock/BOWL/dc-1/ledger');
    const counts = ledger.items.filter(({ data }: Json) => data.reason === 'shelf counted again');
    expect(counts).toMatchObject([{ causationId: done.body.items[0].messageId, onHand: 2, late: false }]);
    const lost = ledger.items.find(({ type }: Json) => type.includes('reservation-broken'));
    expect(lost.data).toMatchObject({ orderId: 'web.bowl', quantity: 1 });
    const { body: message } = await platform.get(`/v1/events/${done.body.items[0].messageId}`);
    expect(message.event.actor).toMatch(/^ops:/);
    expect((await reconcile('sku,location,onHand\nBOWL,dc-1,2\n')).body.equal).toBe(1);
  });

  it('is put right as of its own moment, and what moved since stays on top', async () => {
    const { body: before } = await platform.get('/v1/stock/CUP/dc-1');
    expect(before.onHand).toBe(4);
    const asOf = new Date().toISOString();
    await platform.publish(
      event('tributary.stock.received.v1', { sku: 'CUP', location: 'dc-1', quantity: 5 }),
    );
    await platform.settled();
    const body = { rows: [{ sku: 'CUP', location: 'dc-1', onHand: 3, asOf }] };
    const { body: preview } = await platform.post('/v1/reconciliations/stock/preview', body);
    expect(preview.items).toMatchObject([{ now: { onHand: 9 }, then: { onHand: 8 }, breaks: [] }]);
    await repair(body);
    await platform.settled();
    expect((await platform.get('/v1/stock/CUP/dc-1')).body.onHand).toBe(8);
    const { body: ledger } = await platform.get('/v1/stock/CUP/dc-1/ledger');
    expect(ledger.items.at(-1).data).toMatchObject({ counted: 3, reason: 'reconciliation' });
  });

  it('is put right by operations alone, each place once', async () => {
    const rows = [{ ...bowl, onHand: 2 }];
    const twice = await repair({ rows: [...rows, ...rows] });
    expect(twice).toMatchObject({ status: 400, body: { errors: [{ pointer: '/rows' }] } });
    const asIntegrator = await platform.post(
      '/v1/reconciliations/stock/repair',
      { rows },
      { as: 'integrator' },
    );
    expect(asIntegrator.status).toBe(403);
  });
});

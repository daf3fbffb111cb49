import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Answer, type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { rawRequest } from './raw-request.ts';
import { counted, event, line, openNetwork, stock, webOrder } from './trade.ts';

const canary = new URL('./pollution-canary.mjs', import.meta.url).href;

/** A problem document as RFC 9457 has it, with our code and, where a field is at fault, its pointer. */
const expectProblem = (
  answer: Pick<Answer, 'status' | 'type'> & { body?: Json },
  status: number,
  code: string,
  pointer?: string,
): void => {
  expect({ status: answer.status, code: answer.body?.code, type: answer.type }).toEqual({
    status,
    code,
    type: 'application/problem+json; charset=utf-8',
  });
  expect(answer.body).toMatchObject({
    type: `urn:tributary:problem:${code}`,
    title: expect.any(String),
    requestId: expect.stringMatching(/^[\w-]{36}$/),
    status,
    detail: expect.any(String),
    retryable: false,
  });
  if (pointer !== undefined)
    expect(answer.body.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer);
};

const captured = (data: unknown, more: object = {}) => ({
  ...event('tributary.order.captured.v1', {} as never),
  id: randomUUID(),
  data,
  ...more,
});

whenBuilt('Hostile input', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start({ NODE_OPTIONS: `--import=${canary}` });
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 1_000 });
  });
  afterEach(async () => {
    expect(platform.lives).toBe(true);
    expect((await platform.get('/readyz', { as: null })).status).toBe(200);
  });
  afterAll(() => platform?.remove());

  const send = (raw: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    platform.ask('POST', '/v1/events', { as: 'integrator', raw, headers });
  const publish = (json: unknown) => platform.post('/v1/events', json, { as: 'integrator' });

  describe('as a body', () => {
    it.each([
      ['cut off', '{"specversion":"1.0",', 'malformed-json'],
      ['not JSON at all', '<xml/>', 'malformed-json'],
      ['two documents', '{}{}', 'malformed-json'],
      ['a trailing comma', '[{},]', 'malformed-json'],
      ['NaN', '{"a":NaN}', 'malformed-json'],
      ['a raw control character in a string', '{"a":"\u0001"}', 'malformed-json'],
      ['empty', '', 'empty-body'],
      ['white space only', ' \n ', 'malformed-json'],
      ['an empty batch', '[]', 'empty-batch'],
      ['10,000 arrays deep', '['.repeat(10_000) + ']'.repeat(10_000), 'too-deep'],
      ['10,000 objects deep', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000), 'too-deep'],
      ['10,000 brackets never closed', '['.repeat(10_000), 'too-deep'],
      ['__proto__ at the top', '{"__proto__":{"polluted":true}}', 'malformed-json'],
      [
        '__proto__ in the data',
        '{"specversion":"1.0","id":"1","source":"s","type":"tributary.stock.counted.v1","data":{"sku":"A","__proto__":{"polluted":1}}}',
        'malformed-json',
      ],
      ['__proto__ in an array', '[{"a":[{"__proto__":{"polluted":1}}]}]', 'malformed-json'],
      ['__proto__ in escapes', '{"\\u005f\\u005fproto\\u005f\\u005f":{"polluted":true}}', 'malformed-json'],
      ['constructor.prototype', '{"constructor":{"prototype":{"polluted":true}}}', 'malformed-json'],
    ])('%s is answered with a problem', async (_, body, code) => {
      expectProblem(await send(body), 400, code);
    });

    it.each([
      ['a lone byte', [0x22, 0xff, 0x22]],
      ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
      ['a surrogate in UTF-8', [0x22, 0xed, 0xa0, 0x80, 0x22]],
      ['UTF-16', [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]],
    ])('invalid UTF-8 (%s) is answered with a problem', async (_, bytes) => {
      expectProblem(await send(Uint8Array.from(bytes)), 400, 'not-utf8');
    });

    it('none at all is answered with a problem and not kept', async () => {
      expectProblem(await platform.ask('POST', '/v1/events', { as: 'integrator' }), 400, 'empty-body');
    });

    it.each([['null'], ['42'], ['"text"'], ['true'], ['{}'], ['[[]]'], ['[null]']])(
      'JSON that is no event (%s) is kept in quarantine',
      async (body) => {
        const answer = await send(body);
        const messageId = body.startsWith('[') ? answer.body.results[0].messageId : answer.body.messageId;
        if (body.startsWith('['))
          expect(answer).toMatchObject({
            status: 207,
            body: { results: [{ status: 'quarantined', code: 'not-a-cloud-event' }] },
          });
        else expectProblem(answer, 422, 'not-a-cloud-event');
        await platform.settled();
        const { body: inbox } = await platform.get('/v1/inbox?limit=200');
        expect(inbox.items.map((message: Json) => message.messageId)).toContain(messageId);
      },
    );

    it('of more than 10 MB is refused, with and without its length told', async () => {
      const big = `["${'x'.repeat(11 * 1024 * 1024)}"]`;
      expectProblem(await send(big), 413, 'too-large');
      const chunked = await rawRequest(platform.url, '/v1/events', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await platform.keyOf('integrator')}`,
          'content-type': 'application/json',
          'transfer-encoding': 'chunked',
        },
        body: big,
      }).then((answer) => ({ ...answer, body: JSON.parse(answer.text) as Json }));
      expectProblem(chunked, 413, 'too-large');
    });

    it('of an event of more than 1 MB is refused; in a batch that one alone, and it is released corrected', async () => {
      const large = (id: string) => ({ ...counted(id, 'dc-1', 1), padding: 'x'.repeat(1_000_000) });
      expectProblem(await send(JSON.stringify(large('LARGE-1'))), 413, 'too-large');
      const { status, body } = await publish([counted('LARGE-2', 'dc-1', 1), large('LARGE-3')]);
      expect(status).toBe(207);
      expect(body.results).toMatchObject([
        { status: 'accepted' },
        { status: 'quarantined', code: 'too-large' },
      ]);
      await platform.settled();
      const address = `/v1/inbox/${body.results[1].messageId}`;
      expect((await platform.get(address)).body).toMatchObject({
        raw: expect.stringMatching(/^.{2000}$/),
        whole: { bytes: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      });
      expectProblem(await platform.post(`${address}/release`, undefined, { as: 'ops' }), 422, 'too-large');
      expect(
        await platform.post(`${address}/release`, counted('LARGE-3', 'dc-1', 1), { as: 'ops' }),
      ).toMatchObject({ status: 200 });
    });

    it('of more than 10,000 events is refused whole', async () => {
      expectProblem(await send(`[${'1,'.repeat(10_000)}1]`), 413, 'too-large');
    });
  });

  describe('compressed', () => {
    const gzip = { 'content-encoding': 'gzip' };
    const zipped = (text: string) => Uint8Array.from(gzipSync(text));

    it('well is taken in', async () => {
      expect(await send(zipped(JSON.stringify(counted('GZIPPED', 'dc-1', 1))), gzip)).toMatchObject({
        status: 202,
      });
      expect(
        await send(zipped(JSON.stringify(counted('GZIPPED', 'dc-1', 1))), { 'content-encoding': 'GZIP' }),
      ).toMatchObject({ status: 202 });
    });

    it('into a bomb of 200 MB is refused before it unfolds', async () => {
      const bomb = Uint8Array.from(gzipSync(Buffer.alloc(200 * 1024 * 1024, '[')));
      const since = performance.now();
      expectProblem(await send(bomb, gzip), 413, 'too-large');
      expect(performance.now() - since).toBeLessThan(3_000);
    });

    it.each([
      ['not gzip at all', () => Uint8Array.from(Buffer.from('{"a":1}'))],
      ['cut off', () => zipped(JSON.stringify([counted('X', 'dc-1', 1)])).slice(0, 40)],
      [
        'with a broken checksum',
        () => zipped('{}').map((byte, index, all) => (index === all.length - 6 ? byte ^ 0xff : byte)),
      ],
      ['followed by rubbish', () => Uint8Array.from([...zipped('{}'), 1, 2, 3, 4, 5, 6, 7, 8])],
    ])('badly (%s) is answered with a problem', async (_, body) => {
      const answer = await send(body(), gzip);
      expect([400, 422]).toContain(answer.status);
      expect(answer.type).toContain('application/problem+json');
    });

    it('empty is answered with a problem', async () => {
      expectProblem(await send(zipped(''), gzip), 400, 'empty-body');
    });

    it.each(['br', 'deflate', 'gzip, gzip', 'rubbish'])('as %s is not read', async (encoding) => {
      expectProblem(await send('{}', { 'content-encoding': encoding }), 415, 'unsupported-encoding');
    });
  });

  describe('under a content type', () => {
    it.each([
      'text/plain',
      'application/xml',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'application/jsonx',
      'rubbish',
      'application/vnd.api+json',
    ])('of %s is not read', async (type) => {
      expectProblem(await send('{}', { 'content-type': type }), 415, 'unsupported-media-type');
    });

    it.each([
      'application/cloudevents+json',
      'application/cloudevents+json; charset=utf-8',
      'Application/JSON',
      'application/json;charset=UTF-8',
    ])('of %s is read', async (type) => {
      expect(await send(JSON.stringify(counted('TYPED', 'dc-1', 1)), { 'content-type': type })).toMatchObject(
        { status: 202 },
      );
    });

    it('of a batch holds an array', async () => {
      const batch = { 'content-type': 'application/cloudevents-batch+json' };
      expectProblem(await send(JSON.stringify(counted('TYPED', 'dc-1', 1)), batch), 400, 'not-a-batch');
      expect(await send(JSON.stringify([counted('TYPED', 'dc-1', 1)]), batch)).toMatchObject({ status: 202 });
    });

    it('that belongs to a file is no event', async () => {
      expectProblem(await send('a,b', { 'content-type': 'text/csv' }), 415, 'unsupported-media-type');
      expectProblem(
        await platform.ask('POST', '/v1/orders', {
          raw: 'a,b',
          headers: { 'content-type': 'application/octet-stream' },
        }),
        415,
        'unsupported-media-type',
      );
    });
  });

  describe('as an event', () => {
    const good = captured(webOrder('h-1'));
    it.each<[string, object, string, string]>([
      ['a number as id', { id: 5 }, 'not-a-cloud-event', '/id'],
      ['an empty id', { id: '' }, 'not-a-cloud-event', '/id'],
      ['an id of 300 characters', { id: 'x'.repeat(300) }, 'not-a-cloud-event', '/id'],
      ['a line break in the id', { id: 'a\nb' }, 'not-a-cloud-event', '/id'],
      ['NUL in the source', { source: 'urn:a\u0000b' }, 'not-a-cloud-event', '/source'],
      ['a line break in the source', { source: 'urn:a\nb' }, 'not-a-cloud-event', '/source'],
      ['a lone surrogate in the id', { id: '\ud800' }, 'not-a-cloud-event', '/id'],
      ['an object as source', { source: { $ne: null } }, 'not-a-cloud-event', '/source'],
      ['CloudEvents 0.3', { specversion: '0.3' }, 'not-a-cloud-event', '/specversion'],
      ['another content type', { datacontenttype: 'text/xml' }, 'not-a-cloud-event', '/datacontenttype'],
      ['an unknown type', { type: 'com.example.unknown' }, 'unknown-type', '/type'],
      ['a type every object has', { type: 'constructor' }, 'unknown-type', '/type'],
      ['a fact only a service may record', { type: 'tributary.order.allocated.v1' }, 'unknown-type', '/type'],
      ['a key only the gateway may issue', { type: 'tributary.key.issued.v1' }, 'unknown-type', '/type'],
      ['no data', { data: undefined }, 'invalid-data', '/data'],
      ['data in base64', { data_base64: 'e30=' }, 'invalid-data', '/data_base64'],
      ['an array as data', { data: [] }, 'invalid-data', '/data'],
      ['words for a time', { time: 'yesterday' }, 'not-a-cloud-event', '/time'],
      ['a time without offset', { time: '2026-01-01T00:00:00' }, 'not-a-cloud-event', '/time'],
      ['30 February', { time: '2026-02-30T00:00:00Z' }, 'not-a-cloud-event', '/time'],
      ['a year before the first', { time: '0000-01-01T00:00:00+14:00' }, 'not-a-cloud-event', '/time'],
      ['a time in the future', { time: '2199-01-01T00:00:00Z' }, 'time-in-the-future', '/time'],
      [
        'a business date with a time',
        { businessdate: '2026-01-01T00:00:00Z' },
        'not-a-cloud-event',
        '/businessdate',
      ],
      ['text for imported', { imported: 'yes' }, 'not-a-cloud-event', '/imported'],
    ])('with %s is quarantined with a pointer', async (_, change, code, pointer) => {
      expectProblem(await publish({ ...good, id: randomUUID(), ...change }), 422, code, pointer);
    });

    const order = webOrder('h-2');
    it.each<[string, object | string, string]>([
      ['an unknown field', { ...order, colour: 'red' }, '/data/colour'],
      ['a field every object has', { ...order, constructor: 'x' }, '/data/constructor'],
      ['mass-assigned status', { ...order, status: 'completed' }, '/data/status'],
      ['an operator as number', { ...order, number: { $ne: null } }, '/data/number'],
      ['upper case as channel', { ...order, channel: 'WEB' }, '/data/channel'],
      ['no lines', { ...order, lines: [] }, '/data/lines'],
      [
        '2,001 lines',
        {
          ...order,
          lines: Array.from({ length: 2_001 }, (__, index) => line('A', 1, { lineId: `${index}` })),
        },
        '/data/lines',
      ],
      ['no quantity', { ...order, lines: [line('MUG-RED', 0)] }, '/data/lines/0/quantity'],
      ['a negative quantity', { ...order, lines: [line('MUG-RED', -1)] }, '/data/lines/0/quantity'],
      ['half a unit', { ...order, lines: [line('MUG-RED', 0.5)] }, '/data/lines/0/quantity'],
      [
        'text as quantity',
        { ...order, lines: [{ ...line('MUG-RED'), quantity: '1' }] },
        '/data/lines/0/quantity',
      ],
      [
        'a number as price',
        { ...order, lines: [{ ...line('MUG-RED'), unitPrice: 9.99 }] },
        '/data/lines/0/unitPrice',
      ],
      [
        'an exponent as price',
        { ...order, lines: [line('MUG-RED', 1, { unitPrice: '1e400' })] },
        '/data/lines/0/unitPrice',
      ],
      [
        'more money than adds up exactly',
        { ...order, lines: [line('MUG-RED', 1_000_000_000, { unitPrice: '9999999999999' })] },
        '/data/lines/0/unitPrice',
      ],
      ['NUL in a SKU', { ...order, lines: [line('MUG\u0000RED')] }, '/data/lines/0/sku'],
      ['a lone surrogate in a SKU', { ...order, lines: [line('MUG\ud800')] }, '/data/lines/0/sku'],
      [
        'a SKU that turns the reading direction',
        { ...order, lines: [line('MUG\u202eDER')] },
        '/data/lines/0/sku',
      ],
      [
        'words as price, though a total is given',
        { ...order, lines: [line('MUG-RED', 1, { unitPrice: 'ten' })], total: 1_000 },
        '/data/lines/0/unitPrice',
      ],
      ['a total that does not add up', { ...order, total: 999 }, '/data/total'],
      ['a line twice', { ...order, lines: [line('MUG-RED'), line('MUG-BLUE')] }, '/data/lines/1/lineId'],
      [
        'a pickup that says not where',
        { ...order, lines: [line('MUG-RED', 1, { method: 'pickup' })] },
        '/data/lines/0/pickupAt',
      ],
      [
        'a place to collect what is shipped',
        { ...order, lines: [line('MUG-RED', 1, { pickupAt: 'store-1' as never })] },
        '/data/lines/0/pickupAt',
      ],
      [
        'latitude 91',
        { ...order, shipTo: { country: 'DE', coordinates: { latitude: 91, longitude: 0 } } },
        '/data/shipTo/coordinates/latitude',
      ],
      ['completion in the future', { ...order, completedAt: '2199-01-01T00:00:00Z' }, '/data/completedAt'],
    ])('of an order with %s is quarantined with a pointer', async (_, data, pointer) => {
      expectProblem(await publish(captured(data)), 422, 'invalid-data', pointer);
    });

    it.each([
      ['1e400', '/data/quantity'], ['9007199254740993', '/data/quantity'], ['-1', '/data/quantity'], ['1e10', '/data/quantity'], ['null', '/data/quantity'],
      ['[1]', '/data/quantity'], ['{"$gt":0}', '/data/quantity'], ['true', '/data/quantity'],
    ])('of a count of %s is quarantined with a pointer', async (quantity, pointer) => {
      const text = `{"specversion":"1.0","id":"${randomUUID()}","source":"urn:e2e","type":"tributary.stock.counted.v1","data":{"sku":"A","location":"dc-1","quantity":${quantity}}}`;
      expectProblem(await send(text), 422, 'invalid-data', pointer);
    }); // prettier-ignore

    it('of a count as of a day that has not come is quarantined', async () => {
      expectProblem(
        await publish(
          event('tributary.stock.counted.v1', {
            sku: 'A',
            location: 'dc-1',
            quantity: 1,
            countedAt: '2199-01-01T00:00:00Z',
          }),
        ),
        422,
        'invalid-data',
        '/data/countedAt',
      );
    });

    it('of a count of negative zero is a count of zero', async () => {
      const text = `{"specversion":"1.0","id":"${randomUUID()}","source":"urn:e2e","type":"tributary.stock.counted.v1","data":{"sku":"ZERO","location":"dc-1","quantity":-0}}`;
      expect(await send(text)).toMatchObject({ status: 202 });
      await platform.settled();
      expect((await platform.get('/v1/stock?sku=ZERO')).text).toContain('"onHand":0,');
    });
  });

  it('in names and notes is kept as it came, and found', async () => {
    const strange = {
      id: `x' OR '1'='1"; DROP TABLE orders; --`,
      name: 'مرحبا \u202eevil <script>alert(1)</script> 𝒳 NUL:\u0000 lone:\ud800',
      email: "o'brien@example.com",
    };
    expect(
      await publish(
        captured(
          webOrder('h-10', {
            customer: strange,
            note: '{{7*7}} ${jndi:ldap://x} %s %n',
            lines: [line('CAFÉ', 1, { name: '=cmd|calc' })],
          }),
        ),
      ),
    ).toMatchObject({ status: 202 });
    const page = await platform.order('web.h-10');
    expect(page.customer).toEqual(strange);
    expect(
      (await platform.get(`/v1/orders?customer=${encodeURIComponent(strange.id)}`)).body.items,
    ).toHaveLength(1);
    expect(
      (await platform.get(`/v1/orders?customer=${encodeURIComponent("O'Brien@example.com")}`)).body.items,
    ).toHaveLength(1);
    expect((await platform.get(`/v1/orders?sku=${encodeURIComponent('CAFÉ')}`)).body.items).toHaveLength(1);
    expect((await platform.get(`/v1/search?q=${encodeURIComponent('مرحبا')}`)).body.items).toHaveLength(1);
  });

  describe('in a query', () => {
    it.each([
      ['/v1/orders?limit=1e9', '/limit'], ['/v1/orders?limit=-1', '/limit'], ['/v1/orders?limit=NaN', '/limit'], ['/v1/orders?limit=1&limit=2', '/limit'],
      ['/v1/orders?channel=%27%20OR%201=1', '/channel'], ['/v1/orders?channel[$ne]=web', '/channel[$ne]'], ['/v1/orders?status=open', '/status'],
      ['/v1/orders?$where=sleep(1000)', '/$where'], ['/v1/orders?__proto__=1', '/__proto__'], ['/v1/orders?constructor[prototype][x]=1', '/constructor[prototype][x]'],
      ['/v1/orders?from=yesterday', '/from'], ['/v1/orders?to=2026-13-01T00:00:00Z', '/to'], ['/v1/orders?from=0000-01-01T00:00:00%2B14:00', '/from'],
      ['/v1/orders?sku=%00', '/sku'], ['/v1/orders?location=a&location=b', '/location'], ['/v1/orders?customer=', '/customer'], ['/v1/orders?sort=placedAt', '/sort'],
      ['/v1/search?q=%20', '/q'], ['/v1/search', '/q'], ['/v1/search?q=abc&q=def', '/q'], ['/v1/stock?sku=a&sku=b', '/sku'], ['/v1/availability', '/sku'],
      ['/v1/inbox?state=open', '/state'], ['/v1/overview/orders-per-minute?minutes=1e9', '/minutes'], ['/v1/stock/A/dc-1/ledger?from=0', '/from'],
      ['/v1/returns?limit=0', '/limit'],
    ])('%s is answered with a problem', async (path, pointer) => {
      expectProblem(await platform.get(path), 400, 'invalid', pointer);
    }); // prettier-ignore

    it.each(['%ZZ', 'rubbish', 'W10', 'eyJhIjoxfQ', 'bnVsbA', 'WyJ4IiwxLDJd'])(
      'a cursor %s that is none is answered with a problem',
      async (cursor) => {
        expectProblem(await platform.get(`/v1/orders?cursor=${cursor}`), 400, 'bad-query', '/cursor');
      },
    );

    it('a cursor of another list is answered with a problem', async () => {
      await platform.publish(captured(webOrder('h-20')), captured(webOrder('h-21')));
      await platform.settled();
      const { next } = (await platform.get('/v1/orders?limit=1')).body;
      expectProblem(
        await platform.get(`/v1/orders?limit=1&channel=web&cursor=${next}`),
        400,
        'bad-query',
        '/cursor',
      );
      expectProblem(await platform.get(`/v1/returns?cursor=${next}`), 400, 'bad-query', '/cursor');
    });

    it.each([
      '"',
      '" OR "1"="1',
      'NEAR(a b)',
      'a AND',
      '* * *',
      'orders: mug',
      '-mug',
      'mug^2',
      '%%%',
      '\\\\\\',
      '{mug}',
      '🙂🙂🙂',
      '\u0000\u0000\u0000',
      "'; DROP TABLE x; --",
      '() OR ()',
      'aaa NOT bbb',
    ])('search words %j are only words', async (q) => {
      const answer = await platform.get(`/v1/search?q=${encodeURIComponent(q)}`);
      if (answer.status !== 200) expectProblem(answer, 400, answer.body.code);
    });

    it('a search of a hundred words is answered with a problem', async () => {
      expectProblem(await platform.get(`/v1/search?q=${'a%20'.repeat(99)}b`), 400, 'bad-query');
    });
  });

  describe('as a path', () => {
    it.each(['/../../../../etc/passwd', '/..%2f..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/%2e%2e/etc/passwd', '/assets/../../package.json', '/assets/..%5c..%5cpackage.json', '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
      '/....//....//etc/passwd', '/%00/etc/passwd', '/assets/%00', '/docs/../../package.json', '/docs/%2e%2e/%2e%2e/package.json', '//etc/passwd', '/.git/config', '/index.html/../../package.json', '/%', '/%ff', '/%c0%ae%c0%ae/'])(
      '%s shows no file of this machine',
      async (path) => {
        const { status, text, type } = await rawRequest(platform.url, path);
        expect(text).not.toMatch(/root:x:|"dependencies"|\[core\]/);
        if (status !== 200) expect({ status, type }).toEqual({ status: expect.any(Number), type: 'application/problem+json; charset=utf-8' });
        expect(status).toBeLessThan(500);
      },
    ); // prettier-ignore

    it.each(['/v1/orders/%', '/v1/orders/%ff%fe', '/v1/%c0%ae%c0%ae/x', '/openapi.json/%'])(
      '%s is answered with a problem',
      async (path) => {
        const { status, type } = await rawRequest(platform.url, path, {
          headers: { authorization: `Bearer ${await platform.keyOf('ops')}` },
        });
        expect({ status, type }).toEqual({ status: 400, type: 'application/problem+json; charset=utf-8' });
      },
    );

    it.each([
      '/v1/orders/..%2f..%2fkeys',
      '/v1/orders/web.%00',
      '/v1/orders/web.%E2%80%AE1',
      '/v1/orders/%F0%9F%98%80',
      `/v1/orders/${'x'.repeat(290)}`,
    ])('an order id %s is answered with a problem', async (path) => {
      expectProblem(await platform.get(path), 400, 'invalid');
    });

    it.each([
      ['GET', '/v1/nothing'],
      ['POST', '/v1/orders/web.1/pay'],
    ])('%s %s is not there', async (method, path) => {
      expectProblem(
        await platform.ask(method, path, { json: method === 'GET' ? undefined : {} }),
        404,
        'not-found',
      );
    });

    it.each([
      ['PUT', '/v1/orders', 'GET, HEAD, POST'],
      ['DELETE', '/v1/orders/web.1', 'GET, HEAD'],
      ['PATCH', '/v1/events', 'POST'],
      ['GET', '/v1/events', 'POST'],
      ['DELETE', '/openapi.json', 'GET, HEAD'],
    ])('%s %s is told which methods there are', async (method, path, allow) => {
      const answer = await platform.ask(method, path, { json: method === 'GET' ? undefined : {} });
      expectProblem(answer, 405, 'method-not-allowed');
      expect(answer.headers.get('allow')).toBe(allow);
    });

    it('of an order that is not there is a clear 404', async () => {
      for (const path of ['/v1/orders/web.none', '/v1/orders/web.none/timeline'])
        expectProblem(await platform.get(path), 404, 'not-found');
      expectProblem(await platform.post('/v1/orders/web.none/cancel', {}), 404, 'not-found');
      expectProblem(await platform.post('/v1/inbox/none/release', undefined), 404, 'not-found');
    });
  });

  describe('to a command', () => {
    it.each<[string, unknown, string]>([
      ['/v1/orders', { ...webOrder('c-1'), completedAt: '2026-01-01T00:00:00Z' }, '/completedAt'],
      ['/v1/orders', { ...webOrder('c-1'), total: 1 }, '/total'],
      ['/v1/orders', { ...webOrder('c-1'), orderId: 'web.other' }, '/orderId'],
      ['/v1/orders', [], ''],
      ['/v1/orders/web.h-10/cancel', { lines: [{ lineId: '1', quantity: -1 }] }, '/lines/0/quantity'],
      ['/v1/keys', { name: 'x', role: 'superuser' }, '/role'],
      ['/v1/keys', { name: 'x', role: 'ops', keyId: 'mine' }, '/keyId'],
      ['/v1/keys', { name: ' ', role: 'ops' }, '/name'],
    ])('%s with %j is answered with a problem', async (path, body, pointer) => {
      expectProblem(await platform.post(path, body), 400, 'invalid', pointer);
    });

    it('that defines a location is checked', async () => {
      const location = { name: 'X', kind: 'store', address: { country: 'DE' }, capabilities: [] };
      expectProblem(
        await platform.put('/v1/locations/dc-9', { ...location, locationId: 'dc-1' }),
        400,
        'invalid',
        '/locationId',
      );
      expectProblem(
        await platform.put('/v1/locations/dc-9', { ...location, kind: 'ship' }),
        400,
        'invalid',
        '/kind',
      );
      expectProblem(await platform.put('/v1/locations/x%0A', location), 400, 'invalid');
    });
  });

  describe('as a file', () => {
    const send = (
      body: string | Uint8Array<ArrayBuffer>,
      headers: Record<string, string> = {},
      name = 'cloudevents',
    ) =>
      platform.ask('POST', `/v1/connectors/${name}`, {
        as: 'integrator',
        raw: body,
        headers: { 'content-type': 'application/octet-stream', ...headers },
      });
    const lastLine = ({ text }: Answer): Json => JSON.parse(text.trim().split('\n').at(-1)!);
    const counts = Array.from({ length: 20 }, (_, index) =>
      JSON.stringify(counted(`FILE-${index}`, 'dc-1', index)),
    );

    it('of an unknown format, or none, is answered with a problem', async () => {
      expectProblem(await send('x', {}, 'edi'), 404, 'unknown-connector');
      expectProblem(await send('x', {}, '__proto__'), 404, 'unknown-connector');
      expectProblem(await send('{}', { 'content-type': 'application/json' }), 415, 'unsupported-media-type');
    });

    it('is read in the charset of its content type, and refused in one that is not known', async () => {
      const named = {
        ...captured({}),
        id: randomUUID(),
        data: webOrder('charset-1', { customer: { name: 'Zoë' } }),
      };
      const body = Uint8Array.from(Buffer.from(JSON.stringify(named), 'latin1'));
      const sent = await send(body, { 'content-type': 'text/csv; charset="Windows-1252"' });
      expect(lastLine(sent)).toMatchObject({ kind: 'done', counts: { accepted: 1 } });
      expect(await platform.order('web.charset-1')).toMatchObject({ customer: { name: 'Zoë' } });
      const refused = await send(body, { 'content-type': 'text/csv; charset=klingon' });
      expectProblem(refused, 415, 'unsupported-charset');
      expect(refused.body.detail).toContain('klingon');
    });

    it('with lines of every kind is read to its end, each line accepted or quarantined', async () => {
      const deep =
        '{"specversion":"1.0","id":"deep","source":"urn:e2e","type":"com.example.unknown","data":1,"x":' +
        '['.repeat(50_000) +
        ']'.repeat(50_000) +
        '}';
      const bad = [
        '{"cut',
        'null',
        '[]',
        '{"__proto__":{"polluted":1}}',
        '"\u0000"',
        JSON.stringify(captured({ bad: 'file' })),
        deep,
        `"${'x'.repeat(1_100_000)}"`,
      ];
      const answer = await send([...counts, '', ...bad, ...counts.slice(0, 5)].join('\r\n'));
      expect(answer).toMatchObject({ status: 200, type: 'application/x-ndjson' });
      expect(lastLine(answer)).toMatchObject({
        kind: 'done',
        counts: { rows: 33, accepted: 20, duplicates: 5, quarantined: 8 },
      });
    });

    it('compressed may unfold to more than 10 MB', async () => {
      const padded = Array.from({ length: 24 }, (_, index) =>
        JSON.stringify({ ...counted(`ZIPPED-${index}`, 'dc-1', 1), padding: 'x'.repeat(500_000) }),
      );
      const answer = await send(Uint8Array.from(gzipSync(padded.join('\n'))), { 'content-encoding': 'gzip' });
      expect(lastLine(answer)).toMatchObject({ kind: 'done', counts: { accepted: 24, quarantined: 0 } });
    });

    it.each([
      ['cut off', () => Uint8Array.from(gzipSync(counts.join('\n'))).slice(0, 60)],
      ['not gzip', () => Uint8Array.from(Buffer.from(counts.join('\n')))],
    ])('compressed and %s is refused', async (_, body) => {
      expectProblem(await send(body(), { 'content-encoding': 'gzip' }), 400, 'malformed-gzip');
    });

    it('that is cut off later says so in its last line', async () => {
      const many = Array.from({ length: 2_000 }, (_, index) =>
        JSON.stringify({ ...counted(`CUT-${index}`, 'dc-1', 1), padding: randomUUID() }),
      );
      const cut = Uint8Array.from(gzipSync(many.join('\n'))).slice(0, -1_000);
      const answer = await send(cut, { 'content-encoding': 'gzip' });
      expect(answer).toMatchObject({ status: 200, type: 'application/x-ndjson' });
      expect(lastLine(answer)).toMatchObject({
        kind: 'failed',
        problem: { code: 'malformed-gzip', status: 400, requestId: expect.any(String) },
      });
    });

    it.each([
      ['cloudevents', 'a CSV', 'Invoice,StockCode,Quantity\n'.repeat(3_441), 'rows of a table (CSV)'],
      ['cloudevents', 'a JSON array', `[\n${counts.join(',\n')}\n]`, 'a JSON array'],
      ['cloudevents', 'gzip without saying so', Uint8Array.from(gzipSync('x')), 'a gzip archive'],
      ['online-retail', 'NDJSON', counts.join('\n'), 'The header lacks'],
      ['online-retail', 'rubbish', '\u0000\u0001 rubbish', 'It has: '],
    ])('for %s that is %s is refused once, and nothing of it is kept', async (name, _, body, looks) => {
      const before = (await platform.get('/v1/inbox')).body.open;
      const answer = await send(body, {}, name);
      expectProblem(answer, 422, 'unreadable-file');
      expect(answer.body.detail).toContain(looks);
      await platform.settled();
      expect((await platform.get('/v1/inbox')).body.open).toBe(before);
    });
  });

  it('loses nothing: each event of a batch is accepted, known or quarantined, and can be found', async () => {
    const good = Array.from({ length: 60 }, (_, index) =>
      event('tributary.order.captured.v1', webOrder(`mix-${index}`)),
    );
    const bad = Array.from({ length: 60 }, (_, index) => captured({ bad: index }));
    const batch = [...good, ...bad, ...good.slice(0, 30), ...bad.slice(0, 10)];
    const { status, body } = await publish(batch);
    const counts = Object.groupBy(
      body.results as { status: string; messageId: string }[],
      (result) => result.status,
    );
    expect(status).toBe(207);
    expect(body.results).toHaveLength(batch.length);
    expect(
      [counts['accepted'], counts['duplicate'], counts['quarantined']].map((all) => all?.length),
    ).toEqual([60, 30, 70]);
    await platform.settled();
    for (const index of good.keys()) expect(await platform.order(`web.mix-${index}`)).toBeDefined();
    const kept = new Set<string>();
    for (let cursor: string | undefined; ;) {
      const page = (await platform.get(`/v1/inbox?limit=200${cursor ? `&cursor=${cursor}` : ''}`)).body;
      for (const { messageId } of page.items) kept.add(messageId);
      cursor = page.next;
      if (cursor === undefined) break;
    }
    for (const { messageId } of counts['quarantined']!) expect(kept).toContain(messageId);
  });

  it('has left nothing on the prototype of all objects, and the log without a failure of ours', async () => {
    expect(platform.output).not.toMatch(/TypeError|RangeError|SyntaxError|"level":"fatal"/);
    expect(await platform.end('SIGTERM')).toMatchObject({ code: 0 });
    expect(platform.output).toContain('inherited by all objects: []');
    await platform.start();
  });
});

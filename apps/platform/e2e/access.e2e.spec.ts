import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '@tributary/contracts';
import { whoMayCall } from '@tributary/testing/access';
import { type Ask, type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { rawRequest } from './raw-request.ts';
import { event, line, openNetwork, webOrder } from './trade.ts';

const location = { name: 'Store', kind: 'store', address: { country: 'DE' }, capabilities: ['ship'] };

/** What would be recorded if the caller were let through. */
const effects: Readonly<Record<string, Json>> = {
  'POST /v1/events': event('tributary.order.captured.v1', webOrder('intruder')),
  'POST /v1/inbox/dismiss': { code: 'invalid-data', reason: 'intruder' },
  'POST /v1/keys': { name: 'intruder', role: 'admin' },
  'POST /v1/orders': webOrder('intruder'),
  'POST /v1/orders/{orderId}/cancel': {},
  'POST /v1/orders/{orderId}/pickup-decision': {
    choice: 'collect-elsewhere',
    pickupAt: 'store-2',
    lines: ['1'],
  },
  'PUT /v1/locations/{locationId}': location,
};

whenBuilt('Access', () => {
  let platform: PlatformUnderTest;
  let revoked: string;
  let revokedId: string;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    const { body } = await platform.post('/v1/keys', { name: 'gone', role: 'admin' });
    revoked = body.key;
    revokedId = body.keyId;
    await platform.ask('DELETE', `/v1/keys/${revokedId}`);
    await platform.publish(event('tributary.order.captured.v1', webOrder('1', { lines: [line('A')] })));
    for (const role of roles) await platform.keyOf(role);
    await platform.settled();
  });
  afterAll(() => platform?.remove());

  const recorded = async (): Promise<number> => {
    await platform.settled();
    const { body } = await platform.get('/v1/consumers');
    return body.items.reduce((sum: number, { position }: { position: number }) => sum + position, 0);
  };

  const parameters: Record<string, string> = {
    keyId: '',
    messageId: 'none',
    name: 'online-retail',
    sku: 'A',
    location: 'dc-1',
    orderId: 'web.1',
    locationId: 'intruder',
  };

  /** Calls a route; one that would never end is left after its head. */
  const call = async (route: string, ask: Ask): Promise<{ status: number; type: string; body?: Json }> => {
    const [method = '', template = ''] = route.split(' ');
    const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      name === 'keyId' ? revokedId : parameters[name]!,
    );
    if (!route.endsWith('/live')) return platform.ask(method, path, ask);
    const stop = new AbortController();
    const key = ask.key ?? (ask.as ? await platform.keyOf(ask.as) : '');
    const response = await fetch(platform.url + path, {
      headers: { authorization: `Bearer ${key}` },
      signal: stop.signal,
    });
    const body = response.status === 200 ? undefined : await response.json();
    stop.abort();
    return { status: response.status, type: response.headers.get('content-type') ?? '', body };
  };

  it('is decided for every route there is', async () => {
    const { paths } = (await platform.get('/openapi.json', { as: null })).body;
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.toSorted()).toEqual(Object.keys(whoMayCall).toSorted());
  });

  it.each(Object.entries(whoMayCall))('to %s is for those it is meant for', async (route, allowed) => {
    const before = await recorded();
    if (allowed === 'everyone') {
      // A body that cannot be taken shows that the door is open without going through it.
      const body = route.startsWith('POST') ? { json: [] } : {};
      const { status } = await call(route, { as: null, headers: { origin: platform.url }, ...body });
      expect({ status, open: [200, 204, 400].includes(status) }).toMatchObject({ open: true });
      return;
    }
    for (const ask of [
      { as: null },
      { key: 'trb_rubbish' },
      { key: revoked },
      { key: '' },
      { key: '__proto__' },
    ]) {
      const answer = await call(route, { ...ask, json: effects[route] });
      expect(answer).toMatchObject({
        status: 401,
        type: expect.stringContaining('application/problem+json'),
        body: { code: 'not-signed-in' },
      });
    }
    for (const role of roles) {
      if (allowed.includes(role)) {
        // A body that cannot be taken shows that the door is open without going through it.
        const { status } = await call(route, { as: role, ...(route.startsWith('GET') ? {} : { json: [] }) });
        expect({ role, status, open: status !== 401 && status !== 403 && status < 500 }).toMatchObject({
          role,
          open: true,
        });
      } else {
        expect({ role, ...(await call(route, { as: role, json: effects[route] })) }).toMatchObject({
          role,
          status: 403,
          body: { code: 'not-allowed' },
        });
      }
    }
    expect(await recorded()).toBe(before);
  });

  it.each([
    'cloudevents',
    '%63loudevents',
    'cloud%65vents',
    'cloudevents?source=urn:x',
    '%2563loudevents',
    'CloudEvents',
  ])('to files of any events is not had by the route of other files: %s', async (name) => {
    const file = JSON.stringify(event('tributary.order.captured.v1', webOrder('intruder')));
    const answer = await platform.ask('POST', `/v1/connectors/${name}`, {
      as: 'ops',
      raw: file,
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect([403, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('accepted');
  });

  it('left no trace of those it was refused to', async () => {
    expect((await platform.get('/v1/orders/web.intruder')).status).toBe(404);
    expect((await platform.get('/v1/keys')).text).not.toContain('intruder');
    expect((await platform.get('/v1/locations')).text).not.toContain('intruder');
    expect((await platform.get('/v1/orders/web.1')).body.status).not.toBe('cancelled');
  });

  it.each([
    ['an address in escapes', '/%76%31/orders'],
    ['an address with two slashes', '//v1/orders'],
    ['another method', '/v1/orders?_method=GET'],
    ['a key in the query', '/v1/orders?access_token=e2e-admin-key-never-used-elsewhere'],
  ])('cannot be had by %s', async (_, path) => {
    const { text, status } = await rawRequest(platform.url, path);
    expect(text).not.toContain('"items"');
    if (status === 200) expect(text).toContain('<html');
  });

  it.each([
    ['Basic', `Basic ${Buffer.from('admin:e2e-admin-key-never-used-elsewhere').toString('base64')}`],
    ['two keys', 'Bearer e2e-admin-key-never-used-elsewhere e2e-admin-key-never-used-elsewhere'],
    ['no scheme', 'e2e-admin-key-never-used-elsewhere'],
    ['a key of 10,000 characters', `Bearer ${'x'.repeat(10_000)}`],
    ['an unsigned token', 'Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYWRtaW4ifQ.'],
  ])('cannot be had with %s', async (_, authorization) => {
    const answer = await platform.get('/v1/orders', { as: null, headers: { authorization } });
    expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it("is checked before a stranger's body is read", async () => {
    for (const path of ['/v1/events', '/%76%31/events', '/v1/nothing', '/']) {
      const answer = await rawRequest(platform.url, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"a":',
      });
      expect({ path, status: answer.status, code: JSON.parse(answer.text).code }).toEqual({
        path,
        status: 401,
        code: 'not-signed-in',
      });
    }
  });

  it('is named by the timeline of an order beside whom a message says it is from', async () => {
    const claimed = event('tributary.order.captured.v1', webOrder('claimed', { lines: [line('A')] }));
    await platform.publish({ ...claimed, actor: 'csr:ann' });
    await platform.settled();
    const { items } = (await platform.get('/v1/orders/web.claimed/timeline')).body;
    const { keyId } = (await platform.get('/v1/me', { as: 'integrator' })).body;
    expect(items.length).toBeGreaterThan(1);
    for (const entry of items)
      expect(entry).toMatchObject({ actor: 'csr:ann', submittedBy: `integrator:${keyId}` });
  });

  it('has a name for whoever reads what was done with it, also once it is revoked, and no secrets', async () => {
    const { keyId } = (await platform.post('/v1/keys', { name: 'Ann Baker', role: 'csr' })).body;
    expect((await platform.ask('DELETE', `/v1/keys/${keyId}`)).status).toBe(204);
    const ann = { keyId, name: 'Ann Baker', role: 'csr' };
    const people = (query: string) => platform.get(`/v1/people?${query}`, { as: 'associate' });
    expect((await people(`keyId=${keyId}`)).body).toEqual({ items: [ann] });
    expect((await people(`keyId=nobody&keyId=${keyId}&keyId=${keyId}`)).body).toEqual({ items: [ann] });
    expect((await people('keyId=nobody')).body).toEqual({ items: [] });
    for (const query of ['', 'keyId=', Array.from({ length: 101 }, (_, id) => `keyId=${id}`).join('&')])
      expect(await people(query)).toMatchObject({ status: 400, body: { code: 'invalid' } });
  });

  it('is written without regard to the case of its scheme', async () => {
    expect(
      (
        await platform.get('/v1/me', {
          as: null,
          headers: { authorization: 'bearer e2e-admin-key-never-used-elsewhere' },
        })
      ).status,
    ).toBe(200);
  });

  it('ends at once when its key is revoked, and stays ended after a restart', async () => {
    const { body } = await platform.post('/v1/keys', { name: 'short-lived', role: 'ops' });
    expect((await platform.get('/v1/me', { key: body.key })).body).toMatchObject({
      role: 'ops',
      name: 'short-lived',
    });
    expect((await platform.ask('DELETE', `/v1/keys/${body.keyId}`)).status).toBe(204);
    expect((await platform.get('/v1/me', { key: body.key })).status).toBe(401);
    await platform.end('SIGTERM');
    await platform.start();
    expect((await platform.get('/v1/me', { key: body.key })).status).toBe(401);
    expect((await platform.get('/v1/me', { as: 'ops' })).status).toBe(200);
  });

  it('answers a HEAD to the live stream without waiting for its end', async () => {
    const headers = { authorization: `Bearer ${await platform.keyOf('ops')}` };
    expect((await rawRequest(platform.url, '/v1/orders/live', { method: 'HEAD', headers })).status).toBe(200);
    expect((await rawRequest(platform.url, '/v1/orders/live', { method: 'HEAD' })).status).toBe(401);
  });

  it('has at most 20 live streams open, and is told when to come back', async () => {
    const pages = new AbortController();
    // A key of its own: the server may learn late that streams of those used before were left.
    const { key } = (await platform.post('/v1/keys', { name: 'twenty pages', role: 'csr' })).body as {
      key: string;
    };
    const open = (by: string) =>
      fetch(`${platform.url}/v1/orders/live`, {
        headers: { authorization: `Bearer ${by}` },
        signal: pages.signal,
      });
    // A response that nobody holds any more is closed when it is collected.
    const held: Response[] = [];
    for (let count = 0; count < 20; count += 1) held.push(await open(key));
    const refused = await open(key);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused.json()).toMatchObject({ status: 429, code: 'too-many-streams', retryable: true });
    expect((await open(await platform.keyOf('csr'))).status).toBe(200);
    expect(held.map(({ status }) => status)).toEqual(Array(20).fill(200));
    pages.abort();
  });

  it('tells whoever stands between not to keep an answer, also one that refuses', async () => {
    const answers = [
      await platform.get('/v1/orders'),
      await platform.post('/v1/keys', { name: 'seen once', role: 'csr' }),
      await platform.get('/v1/orders/none.1'),
      await platform.get('/v1/orders', { as: null }),
      await platform.post('/v1/events', [], { as: 'integrator' }),
    ];
    expect(answers.map(({ status, headers }) => [status, headers.get('cache-control')])).toEqual(
      [200, 201, 404, 401, 400].map((status) => [status, 'no-store']),
    );
  });

  it('keeps keys as hashes only, in files nobody else can read', async () => {
    const local = JSON.parse(readFileSync(join(platform.data, 'access.json'), 'utf8')).key as string;
    const answer = await platform.get('/v1/me', { key: local });
    expect(answer.body).toMatchObject({ role: 'admin' });
    // What is written at this moment takes the place of a file that is looked at, and is gone then.
    for (const name of readdirSync(platform.data).filter((one) => !one.endsWith('.next'))) {
      const file = join(platform.data, name);
      expect({ name, mode: statSync(file).mode & 0o077 }).toEqual({ name, mode: 0 });
      const content = readFileSync(file);
      for (const key of [...platform.shownKeys, revoked])
        expect({ name, holds: content.includes(key) }).toEqual({ name, holds: false });
      if (name !== 'access.json') expect(content.includes(local)).toBe(false);
    }
    for (const key of [...platform.shownKeys, revoked, local]) expect(platform.output).not.toContain(key);
    const { text } = await platform.get('/v1/keys');
    expect(text).not.toMatch(/"hash"/);
  });
});

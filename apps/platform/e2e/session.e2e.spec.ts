import { text } from 'node:stream/consumers';
import type { Role } from '@tributary/contracts';
import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { openNetwork } from './trade.ts';

whenBuilt('A browser that signs in', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
  });
  afterAll(() => platform?.remove());

  const own = { 'sec-fetch-site': 'same-origin' };
  const begin = (key: string, headers: Readonly<Record<string, string>> = own) =>
    platform.ask('POST', '/v1/session', { as: null, json: { key }, headers });
  /** Somebody with a key of their own, signed in. */
  const signedIn = async (role: Role) => {
    const { key, keyId } = (await platform.post('/v1/keys', { name: `a ${role}`, role })).body;
    const answer = await begin(key);
    const [cookie = ''] = answer.headers.get('set-cookie')!.split(';');
    return { key, keyId, answer, cookie };
  };

  it('is told who it is and until when, and keeps what no script can read', async () => {
    const before = Date.now();
    const { key, keyId, answer, cookie } = await signedIn('csr');
    expect(answer).toMatchObject({ status: 200, body: { keyId, name: 'a csr', role: 'csr' } });
    const hours = (Date.parse(answer.body.until) - before) / 3_600_000;
    expect([Math.round(hours), answer.headers.get('cache-control')]).toEqual([12, 'no-store']);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^tributary-session=[\w.-]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(answer.text + cookie).not.toContain(key);
    expect((await platform.get('/v1/session', { as: null, headers: { cookie } })).body).toEqual(answer.body);
  });

  it('may do what its key may, at every service, and no more', async () => {
    const { cookie } = await signedIn('csr');
    const headers = { cookie, ...own };
    for (const path of ['/v1/me', '/v1/orders', '/v1/stock?sku=A', '/v1/locations', '/v1/hold-rules'])
      expect([path, (await platform.get(path, { as: null, headers })).status]).toEqual([path, 200]);
    const refused = await platform.ask('POST', '/v1/keys', { as: null, headers, json: {} });
    expect(refused).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    const page = await fetch(`${platform.url}/v1/orders/live`, { headers });
    expect(page.status).toBe(200);
    await page.body!.cancel();
  });

  it('is signed in no longer once the key is revoked, also where it listens', async () => {
    const { keyId, cookie } = await signedIn('ops');
    const page = await fetch(`${platform.url}/v1/orders/live`, { headers: { cookie, ...own } });
    await platform.ask('DELETE', `/v1/keys/${keyId}`);
    expect(await platform.get('/v1/session', { as: null, headers: { cookie } })).toMatchObject({
      status: 401,
      body: { code: 'key-revoked' },
    });
    await expect(text(page.body!)).rejects.toThrow('terminated');
  });

  it('is who its key says where it shows one', async () => {
    const { cookie } = await signedIn('csr');
    const { body } = await platform.get('/v1/session', { as: 'ops', headers: { cookie } });
    expect([body.role, body.until]).toEqual(['ops', undefined]);
    const wrong = await platform.get('/v1/session', { key: 'trb_rubbish', headers: { cookie } });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  });

  it('is nobody with a cookie that was cut, made up or of another platform', async () => {
    const { cookie } = await signedIn('csr');
    for (const shown of [cookie.slice(0, -1), cookie.slice(0, 40), 'tributary-session=e30..a.b.c'])
      expect(await platform.get('/v1/orders', { as: null, headers: { cookie: shown } })).toMatchObject({
        status: 401,
        body: { code: 'session-over' },
      });
    expect(await platform.get('/v1/session', { as: null })).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in' },
    });
  });

  it('changes nothing for the page of somebody else, nor is signed in or out by it', async () => {
    const { key, cookie } = await signedIn('csr');
    const origins = [{}, { origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }] as const;
    for (const origin of origins) {
      const headers = { cookie, ...origin };
      const answers = [
        await platform.ask('POST', '/v1/orders', { as: null, headers, json: {} }),
        await platform.ask('DELETE', '/v1/session', { as: null, headers }),
        await begin(key, origin),
      ];
      for (const answer of answers) {
        expect(answer).toMatchObject({ status: 403, body: { code: 'cross-origin' } });
        expect(answer.headers.get('set-cookie')).toBeNull();
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      }
    }
    expect((await platform.get('/v1/session', { as: null, headers: { cookie } })).status).toBe(200);
  });

  it('is told that a key is wrong, of any kind, and keeps nothing', async () => {
    for (const [key, status] of [
      ['trb_rubbish', 401],
      ['__proto__', 401],
      ['', 400],
      ['two words', 400],
      ['x'.repeat(2_001), 400],
      ['x'.repeat(5_000), 413],
    ] as const) {
      const answer = await begin(key);
      expect([key, answer.status, answer.headers.get('set-cookie')]).toEqual([key, status, null]);
      if (key !== '') expect(answer.text).not.toContain(key);
    }
    expect(platform.output).toContain('with keys that are unknown or revoked');
  });

  it('forgets its session when it signs out', async () => {
    const { cookie } = await signedIn('csr');
    const answer = await platform.ask('DELETE', '/v1/session', { as: null, headers: { cookie, ...own } });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([
      204,
      'tributary-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
    ]);
  });

  it('stays signed in when the platform starts anew', async () => {
    const { cookie } = await signedIn('csr');
    await platform.end('SIGTERM');
    await platform.start();
    expect((await platform.get('/v1/session', { as: null, headers: { cookie } })).status).toBe(200);
  });
});

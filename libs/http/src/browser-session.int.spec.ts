import { text } from 'node:stream/consumers';
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { authenticateBeforeBody, identityOf } from './access.ts';
import { assertOwnPage, sessionCookieOf } from './browser-session.ts';
import { sendProblem, problemOf } from './problem-filter.ts';
import { nameRequests, takeOver } from './request-id.ts';
import { endWhenRevoked } from './revocation.ts';

const desk = { keyId: 'desk', name: 'desk', role: 'csr' as const };
const cookie = 'theme=dark; tributary-session=sealed.desk; other=1';
const host = 'shop.example';

describe('A session of a browser', () => {
  let fastify: FastifyInstance;
  let until: number;
  beforeEach(async () => {
    until = Infinity;
    fastify = Fastify();
    nameRequests(fastify);
    const keys = {
      verify: (key: string) =>
        key === 'good' ? { keyId: 'key', name: 'key', role: 'ops' as const } : undefined,
      isRevoked: () => false,
      session: (sealed: string) =>
        Promise.resolve(
          sealed === 'sealed.desk'
            ? { identity: desk, until }
            : sealed === 'of-a-revoked-key'
              ? ('revoked' as const)
              : ('over' as const),
        ),
    };
    authenticateBeforeBody(fastify, keys);
    endWhenRevoked(fastify, keys);
    const config = { allowed: 'any' as const };
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)
      fastify.route({ method, url: '/v1/orders', config, handler: (request) => identityOf(request) });
    fastify.get('/v1/feed', { config }, (request) => identityOf(request));
    fastify.get('/v1/live', { config }, (_, reply) => void takeOver(reply).write('first'));
    fastify.post('/v1/session', { config: { allowed: 'everyone' } }, (request, reply) => {
      try {
        assertOwnPage(request);
        reply.header('set-cookie', sessionCookieOf(request, 'sealed.desk', 60)).send('begun');
      } catch (error) {
        sendProblem(reply, problemOf(error));
      }
    });
    await fastify.ready();
  });
  afterEach(() => fastify.close());

  const ask = async (method: InjectOptions['method'], url: string, headers: Record<string, string>) => {
    const answer = await fastify.inject({ method: method!, url, headers: { host, ...headers } });
    return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
  };

  it('lets in where no key is shown', async () => {
    expect(await ask('GET', '/v1/orders', { cookie })).toMatchObject({ status: 200, body: desk });
  });

  it.each(['Bearer bad', 'Basic xyz', ''])(
    'counts for nothing beside Authorization: %s',
    async (authorization) => {
      expect(await ask('GET', '/v1/orders', { cookie, authorization })).toMatchObject({
        status: 401,
        body: { code: 'not-signed-in' },
      });
    },
  );

  it('is passed over where a good key is shown, and so may come from anywhere', async () => {
    const headers = { cookie, authorization: 'Bearer good', 'sec-fetch-site': 'cross-site' };
    expect(await ask('POST', '/v1/orders', headers)).toMatchObject({ status: 200, body: { keyId: 'key' } });
  });

  it.each([
    ['tributary-session=of-a-revoked-key', 'key-revoked'],
    ['tributary-session=sealed.des', 'session-over'],
    ['tributary-session=', 'not-signed-in'],
    ['tributary-session=sealed desk', 'not-signed-in'],
    ['x-tributary-session=sealed.desk', 'not-signed-in'],
  ])('is refused with why: %s', async (shown, code) => {
    expect(await ask('GET', '/v1/orders', { cookie: shown })).toMatchObject({ status: 401, body: { code } });
  });

  const own = [
    { 'sec-fetch-site': 'same-origin' },
    { origin: `http://${host}` },
    { origin: `https://${host}` },
  ] as const;
  const strange = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: `https://${host}` },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://evil.example' },
    { origin: `https://${host}:8443` },
    { origin: 'null' },
  ] as const satisfies readonly Record<string, string>[];

  it.each(own)('changes things for a page of ours: %j', async (headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const)
      expect((await ask(method, '/v1/orders', { cookie, ...headers })).status).toBe(200);
  });

  it.each<Record<string, string>>([...strange, {}])(
    'changes nothing for anybody else: %j',
    async (headers) => {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const)
        expect(await ask(method, '/v1/orders', { cookie, ...headers })).toMatchObject({
          status: 403,
          body: {
            code: 'cross-origin',
            detail: expect.stringContaining(Object.values(headers)[0] ?? 'neither'),
          },
        });
    },
  );

  it.each(strange)('opens no stream of events for anybody else: %j', async (headers) => {
    const asked = { cookie, accept: 'text/event-stream', ...headers };
    for (const url of ['/v1/feed', '/v1/live'])
      expect(await ask('GET', url, asked)).toMatchObject({ status: 403, body: { code: 'cross-origin' } });
  });

  it('opens one where the browser tells nothing, as it does outside of HTTPS', async () => {
    expect((await ask('GET', '/v1/feed', { cookie, accept: 'text/event-stream' })).status).toBe(200);
  });

  it.each<Record<string, string>>([...strange, {}])(
    'does not begin by the page of somebody else: %j',
    async (headers) => {
      const { status, headers: answered } = await ask('POST', '/v1/session', headers);
      expect([status, answered['set-cookie']]).toEqual([403, undefined]);
    },
  );

  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, ''],
    [{ origin: `http://${host}` }, ''],
    [{ origin: `https://${host}` }, '; Secure'],
  ])('is kept out of reach of scripts and of others: %j', async (headers, secure) => {
    const answer = await fastify.inject({
      method: 'POST',
      url: '/v1/session',
      headers: { host, ...headers },
    });
    expect(answer.headers['set-cookie']).toBe(
      `tributary-session=sealed.desk; Max-Age=60; Path=/; HttpOnly${secure}; SameSite=Strict`,
    );
  });

  it('begins with no more than a short body, as is told before it is read', async () => {
    for (const [name, value] of [
      ['content-length', '4097'],
      ['transfer-encoding', 'chunked'],
      ['content-encoding', 'gzip'],
    ] as const)
      expect(
        await ask('POST', '/v1/session', { 'sec-fetch-site': 'same-origin', [name]: value }),
      ).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });

  it('ends what it listens to when its time is over', async () => {
    const url = await fastify.listen({ port: 0, host: '127.0.0.1' });
    until = Date.now();
    const { body } = await fetch(`${url}/v1/live`, { headers: { cookie } });
    await expect(text(body!)).rejects.toThrow('terminated');
  });
});

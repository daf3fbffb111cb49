import { Logger } from '@nestjs/common';
import { gzipSync } from 'node:zlib';
import { type FastifyInstance, fastify } from 'fastify';
import { authenticateBeforeBody } from './access.ts';
import { maxBodyBytes } from './held-bodies.ts';
import { readFileBodies, readJsonBodies } from './json-body.ts';
import { problemOf, sendProblem } from './problem-filter.ts';
import { nameRequests, takeOver } from './request-id.ts';

const key = 'trb_right';
const authorization = `Bearer ${key}`;

/** A server with what stands before every endpoint, and one that says what body it was given. */
const openDoor = (): FastifyInstance => {
  const door = fastify({
    bodyLimit: maxBodyBytes,
    frameworkErrors: (error, _request, reply) => sendProblem(reply, problemOf(error)),
  });
  door.setErrorHandler((error, _request, reply) => sendProblem(reply, problemOf(error)));
  nameRequests(door);
  authenticateBeforeBody(door, {
    verify: (shown) => (shown === key ? { keyId: 'k', name: 'spec', role: 'admin' } : undefined),
  });
  readJsonBodies(door);
  readFileBodies(door, ['/v1/connectors/']);
  door.post('/v1/echo', (request) => ({ body: request.body }));
  door.post('/hook', () => ({}));
  door.get('/v1/echo', () => ({ body: 'read' }));
  door.get('/livez', () => ({}));
  door.get('/v1/pieces', (_request, reply) => {
    takeOver(reply).writeHead(200, { 'content-type': 'text/plain' }).end('in pieces');
  });
  door.post('/v1/connectors/:name', async (request) => {
    let bytes = 0;
    for await (const chunk of request.body as AsyncIterable<Buffer>) bytes += chunk.length;
    return { bytes };
  });
  return door;
};

/** What is refused here is told by the answers. */
beforeAll(() => Logger.overrideLogger(false));

describe('The door', () => {
  let door: FastifyInstance;
  beforeAll(() => void (door = openDoor()));
  afterAll(() => door.close());

  const post = async (
    payload: string | Buffer,
    headers: Readonly<Record<string, string>> = {},
    url = '/v1/echo',
  ) => {
    const answer = await door.inject({
      method: 'POST',
      url,
      payload,
      headers: { authorization, 'content-type': 'application/json', ...headers },
    });
    return {
      status: answer.statusCode,
      ...(answer.json() as { code?: string; body?: unknown; bytes?: number }),
    };
  };

  it.each([
    ['application/json'],
    ['application/json; charset=utf-8'],
    ['application/cloudevents+json'],
    ['application/cloudevents-batch+json; charset=utf-8'],
    ['Application/JSON ; charset=utf-8'],
    ['APPLICATION/CloudEvents+JSON'],
  ])('reads %s, plain and gzipped', async (type) => {
    const headers = { 'content-type': type };
    expect(await post('{"a":1}', headers)).toEqual({ status: 200, body: { a: 1 } });
    expect(await post(gzipSync('{"a":1}'), { ...headers, 'content-encoding': 'gzip' })).toEqual({
      status: 200,
      body: { a: 1 },
    });
  });

  it.each([['application/json'], ['application/vnd.shop.count+json; v=2'], ['text/json']])(
    'reads the data of an event in binary mode as %s',
    async (type) => {
      expect(await post('{"a":1}', { 'content-type': type, 'ce-id': 'e1' })).toEqual({
        status: 200,
        body: { a: 1 },
      });
    },
  );

  it('says what it reads where a content type is none of it, or is not there', async () => {
    for (const headers of [
      { 'content-type': 'text/plain', 'ce-id': 'e1' },
      { 'content-type': 'application/vnd.shop+json' },
      { 'content-type': 'text/csv' },
      { 'content-type': 'rubbish' },
      {},
    ]) {
      const answer = await door.inject({
        method: 'POST',
        url: '/v1/echo',
        payload: Buffer.from('{}'),
        headers: { authorization, ...headers },
      });
      expect([answer.statusCode, answer.json().code]).toEqual([415, 'unsupported-media-type']);
      expect(answer.json().detail).toContain('application/cloudevents+json');
    }
  });

  it.each([
    ['a content type nobody reads', 'x', { 'content-type': 'text/plain' }, 415, 'unsupported-media-type'],
    [
      'a name that only begins as JSON',
      '1',
      { 'content-type': 'application/jsonp' },
      415,
      'unsupported-media-type',
    ],
    ['a file where JSON is expected', 'x', { 'content-type': 'text/csv' }, 415, 'unsupported-media-type'],
    ['another encoding', '{}', { 'content-encoding': 'br' }, 415, 'unsupported-encoding'],
    ['no gzip', '{}', { 'content-encoding': 'gzip' }, 400, 'malformed-gzip'],
    [
      'half a gzip',
      gzipSync('{"a":1}').subarray(0, 20),
      { 'content-encoding': 'gzip' },
      400,
      'malformed-gzip',
    ],
    ['deep nesting', '['.repeat(100), {}, 400, 'too-deep'],
    ['a large body', 'x'.repeat(maxBodyBytes + 1), {}, 413, 'too-large'],
    [
      'a body that is large when it is unpacked',
      gzipSync(' '.repeat(maxBodyBytes + 1)),
      { 'content-encoding': 'gzip' },
      413,
      'too-large',
    ],
  ])('refuses %s', async (_, payload, headers, status, code) => {
    expect(await post(payload, headers)).toMatchObject({ status, code });
  });

  it('takes files as streams of any length where files are expected', async () => {
    const type = { 'content-type': 'application/octet-stream' };
    const large = Buffer.alloc(maxBodyBytes + 5);
    expect(
      await post(gzipSync(large), { ...type, 'content-encoding': 'gzip' }, '/v1/connectors/csv'),
    ).toEqual({
      status: 200,
      bytes: large.length,
    });
  });

  it('tells that there is nothing at an address before it looks at the body', async () => {
    expect((await post('x', { 'content-type': 'text/plain' }, '/v1/nowhere')).status).toBe(404);
  });

  it.each([
    ['no key', undefined],
    ['an unknown key', 'Bearer trb_wrong'],
    ['no scheme', key],
    ['another scheme', `Basic ${key}`],
    ['two keys', `Bearer ${key} ${key}`],
    ['a key with more', `Bearer ${key}x`],
  ])('asks for a key before it reads a body: %s', async (_, shown) => {
    for (const [method, url] of [
      ['POST', '/v1/echo'],
      ['POST', '/hook'],
      ['POST', '/nowhere'],
      ['GET', '/v1/echo'],
      ['GET', '/v1/nowhere'],
      ['GET', '/%76%31/echo'],
    ] as const) {
      const headers = { ...(shown && { authorization: shown }), 'content-type': 'application/json' };
      const answer = await door.inject({ method, url, headers, ...(method === 'POST' && { payload: '{' }) });
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 401, 'not-signed-in']);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
  });

  it('takes its time over a key that is checked asynchronously, and reads no body before', async () => {
    const slow = fastify();
    const checked: string[] = [];
    authenticateBeforeBody(slow, {
      verify: async (shown) => {
        await Promise.resolve();
        checked.push(shown);
        if (shown === 'broken') throw new Error('cannot be checked');
        if (shown === 'away') throw Object.assign(new Error('away'), { code: 'store-unavailable' });
        return shown === key ? { keyId: 'k', name: 'spec', role: 'admin' } : undefined;
      },
    });
    slow.post('/v1/echo', () => 'read');
    const asked = async (credential: string) =>
      (
        await slow.inject({
          method: 'POST',
          url: '/v1/echo',
          headers: { authorization: `Bearer ${credential}`, 'content-type': 'application/json' },
          payload: credential === key ? '{}' : '{',
        })
      ).statusCode;
    const shown = [key, 'wrong', 'broken', 'away'];
    const answers: number[] = [];
    for (const each of shown) answers.push(await asked(each));
    expect(answers).toEqual([200, 401, 500, 503]);
    expect(checked).toEqual(shown);
    await slow.close();
  });

  it('knows a key however the scheme is written, and leaves health to everyone', async () => {
    const get = async (url: string, shown?: string) =>
      (await door.inject({ method: 'GET', url, headers: { ...(shown && { authorization: shown }) } }))
        .statusCode;
    expect([await get('/v1/echo', `bearer ${key}`), await get('/livez')]).toEqual([200, 200]);
  });

  const named = async (url: string, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await door.inject({ method: 'GET', url, headers: { authorization, ...headers } });
    const told = answer.headers['x-request-id'];
    const { requestId } = (answer.statusCode < 400 ? {} : answer.json()) as { requestId?: string };
    return { told: String(told), problem: requestId };
  };

  it('names a request as its sender does, in every answer and in its problem', async () => {
    const own = { 'x-request-id': 'shop-7:2026.11' };
    for (const url of ['/v1/echo', '/livez', '/v1/pieces'])
      expect(await named(url, own)).toEqual({ told: 'shop-7:2026.11', problem: undefined });
    for (const [url, more] of [
      ['/v1/echo', { authorization: 'Bearer trb_wrong' }],
      ['/v1/%zz', {}],
    ] as const)
      expect(await named(url, { ...own, ...more })).toEqual({
        told: 'shop-7:2026.11',
        problem: 'shop-7:2026.11',
      });
  });

  it.each([
    ['that has none', {}],
    ['whose own is long', { 'x-request-id': 'x'.repeat(129) }],
    ['whose own is not plain', { 'x-request-id': 'a b;$(c)' }],
    ['whose own is empty', { 'x-request-id': '' }],
  ])('names a request %s itself, each another way', async (_, headers) => {
    const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
    const [one, other] = [await named('/v1/echo', headers), await named('/v1/echo', headers)];
    expect(one.told).toMatch(uuid);
    expect(other.told).not.toBe(one.told);
  });
});

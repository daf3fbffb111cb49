import { Body, Controller, Get, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AllowAnyRole, AllowEveryone } from '@tributary/http';
import { openDoor } from './door.ts';

const silent = { log() {}, error() {}, warn() {} };

@Controller()
class Everything {
  @Get('livez')
  @AllowEveryone()
  live() {
    return {};
  }

  @Get('open')
  @AllowEveryone()
  open() {
    return {};
  }

  @Post('v1/echo')
  @AllowAnyRole()
  echo(@Body() body: unknown) {
    return { body };
  }
}

class Root {}

describe('The rate of requests', () => {
  let app: NestFastifyApplication;
  const open = async (requestsASecond: number, isPublic = true) => {
    app = await openDoor({
      module: { module: Root, controllers: [Everything] },
      keys: { verify: (key) => ({ keyId: key, name: key, role: 'ops' }) },
      isPublic,
      logger: silent,
      requestsASecond,
    });
    await app.init();
  };
  afterEach(() => app.close());

  const ask = (key: string, payload = '{}') =>
    app.inject({
      method: 'POST',
      url: '/v1/echo',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      payload,
    });
  const statuses = async (count: number, one: () => Promise<{ statusCode: number }>) => {
    const answers: number[] = [];
    while (answers.length < count) answers.push((await one()).statusCode);
    return answers;
  };

  it('is bounded for each key by itself', async () => {
    await open(2);
    expect(await statuses(3, () => ask('shop'))).toEqual([201, 201, 429]);
    expect(await statuses(1, () => ask('erp'))).toEqual([201]);
  });

  it('is told with every answer, and past it what to do', async () => {
    await open(1);
    expect((await ask('shop')).headers).toMatchObject({ 'ratelimit-limit': '1', 'ratelimit-remaining': '0' });
    // Refused before its body is read, which would not be taken.
    const refused = await ask('shop', '{"not json');
    expect(refused.headers).toMatchObject({
      'content-type': expect.stringContaining('application/problem+json') as string,
      'ratelimit-remaining': '0',
      'retry-after': '1',
    });
    expect([refused.statusCode, refused.json()]).toMatchObject([
      429,
      { code: 'rate-limited', retryable: true, requestId: refused.headers['x-request-id'] },
    ]);
  });

  it('is bounded by address for whoever shows no key, and does not count who watches the process', async () => {
    await open(1);
    expect(await statuses(2, () => app.inject({ url: '/open' }))).toEqual([200, 429]);
    expect(await statuses(3, () => app.inject({ url: '/livez' }))).toEqual([200, 200, 200]);
  });

  it('is not bounded where that is said, nor behind the gateway', async () => {
    await open(0);
    expect(new Set(await statuses(20, () => ask('shop')))).toEqual(new Set([201]));
    await app.close();
    await open(1, false);
    expect(new Set(await statuses(20, () => ask('shop')))).toEqual(new Set([201]));
  });
});

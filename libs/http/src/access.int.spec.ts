import 'reflect-metadata';
import { Controller, type ExecutionContext, Get, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Role, roles } from '@tributary/contracts';
import {
  AccessGuard,
  Allow,
  AllowAnyRole,
  AllowEveryone,
  AllowGateway,
  authenticateBeforeBody,
  gatewayItself,
} from './access.ts';
import { readJsonBodies } from './json-body.ts';
import { ProblemFilter } from './problem-filter.ts';

@Controller()
class Endpoints {
  @Get('everyone') @AllowEveryone() everyone() {}
  @Get('any') @AllowAnyRole() any() {}
  @Get('ops-and-csr') @Allow('ops', 'csr') opsAndCsr() {}
  @Get('admin') @Allow('admin') admin() {}
  @Get('none') @Allow() none() {}
  @Get('gateway') @AllowGateway() gateway() {}
  @Get('v1/unmarked') unmarked() {}
  @Post('v1/any') @AllowAnyRole() writeAny() {}
  @Post('v1/ops-and-csr') @Allow('ops', 'csr') write() {}
  @Post('v1/gateway') @AllowGateway() writeGateway() {}
}

class Root {}

const openDoor = async (): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter();
  const fastify = adapter.getInstance();
  authenticateBeforeBody(fastify, {
    verify: (shown) => {
      if (shown === 'gateway') return gatewayItself;
      const role = roles.find((each) => each === shown);
      return role && { keyId: 'k', name: 'key', role };
    },
  });
  readJsonBodies(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: Root, controllers: [Endpoints] },
    adapter,
    { bodyParser: false, logger: false },
  );
  app.useGlobalGuards(new AccessGuard()).useGlobalFilters(new ProblemFilter());
  await app.init();
  return app;
};

describe('An endpoint', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => void (app = await openDoor()));
  afterAll(() => app.close());

  /** The body of a POST cannot be read: 400 says that somebody tried. */
  const ask = async (method: 'GET' | 'HEAD' | 'POST', url: string, key?: Role | 'gateway') => {
    const headers = {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(method === 'POST' && { 'content-type': 'application/json' }),
    };
    const answer = await app.inject({ method, url, headers, ...(method === 'POST' && { payload: '{' }) });
    return answer.statusCode;
  };
  const keys = [undefined, ...roles, 'gateway'] as const;

  it.each<[string, (Role | 'gateway' | undefined)[]]>([
    ['everyone', [...keys]],
    ['any', [...roles, 'gateway']],
    ['ops-and-csr', ['ops', 'csr', 'supervisor', 'admin']],
    ['admin', ['admin']],
    ['none', ['admin']],
    ['v1/unmarked', ['admin']],
    ['gateway', ['gateway']],
  ])('for %s is open to exactly those keys', async (name, expected) => {
    for (const method of ['GET', 'HEAD'] as const)
      for (const key of keys) {
        const open = expected.includes(key);
        const status = await ask(method, `/${name}`, key);
        expect([method, key, status]).toEqual([method, key, open ? 200 : key ? 403 : 401]);
      }
  });

  it.each<[string, (Role | 'gateway')[]]>([
    ['any', [...roles, 'gateway']],
    ['ops-and-csr', ['ops', 'csr', 'supervisor', 'admin']],
    ['gateway', ['gateway']],
  ])('for %s reads the bodies of those keys alone', async (name, expected) => {
    for (const key of [...roles, 'gateway'] as const)
      expect([key, await ask('POST', `/v1/${name}`, key)]).toEqual([key, expected.includes(key) ? 400 : 403]);
    expect(await ask('POST', `/v1/${name}`)).toBe(401);
  });

  it('is not guarded by keys where events come from the log', () => {
    expect(new AccessGuard().canActivate({ getType: () => 'rpc' } as ExecutionContext)).toBe(true);
  });

  it('tells a role that may not call it which may', async () => {
    const headers = { authorization: 'Bearer analyst' };
    expect((await app.inject({ method: 'POST', url: '/v1/ops-and-csr', headers })).json()).toMatchObject({
      code: 'not-allowed',
      detail: 'The role analyst may not do this; it takes admin or ops or csr.',
    });
    expect((await app.inject({ method: 'GET', url: '/gateway', headers })).json().detail).toContain(
      'gateway',
    );
  });
});

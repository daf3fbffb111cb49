import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, type Server, request } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import 'reflect-metadata';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Identity, type Service, roles } from '@tributary/contracts';
import {
  Allow,
  AllowAnyRole,
  Caller,
  Problem,
  identitySigner,
  maxBodyBytes,
  signedIdentities,
  takeOver,
} from '@tributary/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openDoor } from './door.ts';
import { forwardToOwners } from './forwarding.ts';
import type { Declared } from './route-owners.ts';
import type { ServiceUrls } from './shape.ts';

const secrets = ['a-secret-of-the-gateway-and-its-services'];
const silent = { log() {}, error() {}, warn() {}, debug() {}, verbose() {} };
const patience = 400;
/** Port 1 of this machine: nobody is there. */
const nowhere = 'http://127.0.0.1:1';

/** What happened to requests at their owner. */
class Told {
  readonly heads: IncomingHttpHeaders[] = [];
  tries = 0;
  failures = 0;
  left = Promise.withResolvers<void>();
  arrived = Promise.withResolvers<void>();
}

@Controller('v1/orders')
class WritingController {
  constructor(@Inject('place') private readonly place: string) {}

  @Post()
  @Allow('csr')
  record(@Req() { headers }: FastifyRequest, @Body() body: unknown, @Caller() caller: Identity) {
    return { place: this.place, caller, body, type: headers['content-type'] };
  }

  @Delete(':orderId')
  @HttpCode(204)
  @AllowAnyRole()
  remove() {}
}

@Controller('v1')
class ReadingController {
  constructor(
    @Inject('place') private readonly place: string,
    @Inject(Told) private readonly told: Told,
  ) {}

  @Get('orders')
  @AllowAnyRole()
  list(@Req() { headers, query }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    this.told.heads.push(headers);
    void reply.headers({
      connection: 'x-of-this-hop',
      'x-of-this-hop': '1',
      'keep-alive': 'timeout=7',
      etag: '"7"',
    });
    return { place: this.place, query };
  }

  @Get('orders/live')
  @AllowAnyRole()
  live(@Res() reply: FastifyReply): void {
    const answer = takeOver(reply);
    answer.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: first\n\n');
    answer.once('close', () => this.told.left.resolve());
  }

  @Get('orders/:orderId')
  @AllowAnyRole()
  read(@Param('orderId') orderId: string) {
    if (orderId === 'none')
      throw new Problem(404, 'not-found', 'There is no such order.', { retryable: false });
    return { orderId };
  }

  @Get('large')
  @AllowAnyRole()
  large(@Res() reply: FastifyReply): void {
    const piece = Buffer.alloc(1_024 * 1_024, 'x');
    void reply.send(Readable.from(Array.from({ length: 40 }, () => piece)));
  }

  @Post('connectors/:name')
  @AllowAnyRole()
  async upload(@Req() incoming: FastifyRequest) {
    this.told.arrived.resolve();
    let bytes = 0;
    for await (const piece of incoming.body as AsyncIterable<Buffer>) bytes += piece.length;
    return { bytes };
  }

  /** Ends the connection without an answer, as often as it is told to. */
  @Get('flaky')
  @AllowAnyRole()
  flaky(@Res() reply: FastifyReply): void {
    this.told.tries += 1;
    if (this.told.tries <= this.told.failures) reply.raw.destroy();
    else void reply.send({ tries: this.told.tries });
  }

  @Post('flaky')
  @AllowAnyRole()
  flakyWrite(@Res() reply: FastifyReply): void {
    this.flaky(reply);
  }

  @Get('silent')
  @AllowAnyRole()
  silent(@Res() reply: FastifyReply): void {
    this.told.arrived.resolve();
    reply.raw.once('close', () => this.told.left.resolve());
    reply.hijack();
  }

  @Get('busy')
  @AllowAnyRole()
  busy(): void {
    this.told.tries += 1;
    throw new Problem(503, 'too-many-listeners', 'Too many pages listen already.', { retryable: true });
  }
}

class OrderModule {}
class RepositoryModule {}
class AwayModule {}
@Controller('v1/stock')
class AwayController {
  @Get()
  @AllowAnyRole()
  read() {}
  @Post()
  @AllowAnyRole()
  write() {}
  @Delete()
  @Allow('csr')
  remove() {}
}
class Root {}

const modulesAt = (place: string, told: Told): readonly Declared[] => {
  const providers = [
    { provide: 'place', useValue: place },
    { provide: Told, useValue: told },
  ];
  return [
    { name: 'order', module: { module: OrderModule, controllers: [WritingController], providers } },
    { name: 'repository', module: { module: RepositoryModule, controllers: [ReadingController], providers } },
    { name: 'inventory', module: { module: AwayModule, controllers: [AwayController] } },
  ];
};

const listening = async (app: NestFastifyApplication): Promise<string> => {
  await app.listen(0, '127.0.0.1');
  return `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`;
};

const ownerOf = async (name: Service, told: Told): Promise<[NestFastifyApplication, string]> => {
  const own = modulesAt(name, told).filter((service) => service.name === name);
  const app = await openDoor({
    module: { module: Root, imports: own.map(({ module }) => module) },
    keys: signedIdentities(secrets, [name]),
    isPublic: false,
    logger: silent,
  });
  return [app, await listening(app)];
};

describe('A request for a service in another process', () => {
  let told: Told;
  let apps: NestFastifyApplication[];
  let url: string;
  let orderUrl: string;
  let isRevoked: (keyId: string) => boolean;
  let repositoryUrl: string;

  const gatewayTo = async (
    urls: ServiceUrls,
    requestsASecond = 0,
  ): Promise<[NestFastifyApplication, string]> => {
    const services = modulesAt('gateway', told);
    const gateway = await openDoor({
      module: { module: Root, imports: services.map(({ module }) => module) },
      keys: {
        verify: (shown) => {
          const role = roles.find((each) => shown === `key-of-${each}`);
          return role && { keyId: `k-${role}`, name: 'spec', role };
        },
        isRevoked: (keyId) => isRevoked(keyId),
      },
      isPublic: true,
      logger: silent,
      requestsASecond,
    });
    const sign = identitySigner(secrets);
    await forwardToOwners(gateway.getHttpAdapter().getInstance(), { services, urls, sign, patience });
    return [gateway, await listening(gateway)];
  };
  const key = (role: string) => ({ authorization: `Bearer key-of-${role}` });

  beforeEach(async () => {
    told = new Told();
    isRevoked = () => false;
    const [order, orders] = await ownerOf('order', told);
    const [repository, repositories] = await ownerOf('repository', told);
    repositoryUrl = repositories;
    const urls = { order: [orders], repository: [repositories], inventory: [nowhere] };
    const [gateway, gateways] = await gatewayTo(urls);
    url = gateways;
    orderUrl = orders;
    apps = [gateway, order, repository];
  });
  afterEach(() => Promise.all(apps.map((app) => app.close())));

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(url + path, { ...init, headers: { ...key('csr'), ...(init.headers as Record<string, string>) } });
  const json = { 'content-type': 'application/json' };
  const away = (service: string) => ({ status: 503, code: 'service-unavailable', retryable: true, service });

  it('is answered by the owner of its route, and told by whom it is asked', async () => {
    const placed = await ask('/v1/orders', { method: 'POST', headers: json, body: '{"a":1}' });
    expect([placed.status, await placed.json()]).toEqual([
      201,
      {
        place: 'order',
        caller: { keyId: 'k-csr', name: 'spec', role: 'csr' },
        body: { a: 1 },
        type: 'application/json',
      },
    ]);
    const listed = await ask('/v1/orders?sku=A&sku=B%20C');
    expect(await listed.json()).toEqual({ place: 'repository', query: { sku: ['A', 'B C'] } });
    expect((await ask('/v1/orders/1', { method: 'DELETE' })).status).toBe(204);
  });

  it('ends at its owner, too, when the key that listens is revoked', async () => {
    const { body } = await ask('/v1/orders/live');
    isRevoked = (keyId) => keyId === 'k-csr';
    await expect(new Response(body).text()).rejects.toThrow('terminated');
    await told.left.promise;
  });

  it('goes on without key and session, with its name and trace, and without what is for one connection', async () => {
    const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const outgoing = request(`${url}/v1/orders`, {
      headers: {
        ...key('ops'),
        cookie: 'tributary-session=sealed',
        'x-request-id': 'shop-7',
        traceparent: trace,
        connection: 'keep-alive, x-hop, authorization',
        'x-hop': '1',
        te: 'trailers',
        'keep-alive': '5',
      },
    }).end();
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    await text(answer);
    const [head] = told.heads;
    expect(head).toMatchObject({ 'x-request-id': 'shop-7', traceparent: trace });
    expect(JSON.stringify(head)).not.toContain('key-of-');
    for (const name of ['x-hop', 'te', 'keep-alive', 'cookie']) expect(head).not.toHaveProperty(name);
    expect(answer.headers).toMatchObject({ 'x-request-id': 'shop-7', etag: '"7"' });
    expect(answer.headers).not.toHaveProperty('x-of-this-hop');
    expect(answer.headers['keep-alive']).not.toBe('timeout=7');
  });

  it('has a way to every owner, or the door does not open', async () => {
    const keys = { verify: () => undefined };
    const bare = await openDoor({ module: { module: Root }, keys, isPublic: true, logger: silent });
    const services = modulesAt('gateway', told);
    const forwarding = { services, sign: identitySigner(secrets) };
    const server = bare.getHttpAdapter().getInstance();
    await expect(forwardToOwners(server, { ...forwarding, urls: {} })).rejects.toThrow(
      'Where order runs is not said.',
    );
    const urls = { order: [orderUrl], repository: [orderUrl], inventory: [orderUrl] };
    await forwardToOwners(server, { ...forwarding, urls });
    await expect(bare.listen(0, '127.0.0.1')).rejects.toThrow('The door does not know POST /v1/orders.');
    await bare.close();
  });

  it('has one name at both, also where the caller gave none', async () => {
    const answer = await ask('/v1/orders');
    expect(told.heads[0]!['x-request-id']).toBe(answer.headers.get('x-request-id'));
  });

  it('is not let through without a key, nor to a service with anything but the word of the gateway', async () => {
    expect((await fetch(`${url}/v1/orders`)).status).toBe(401);
    expect((await fetch(`${orderUrl}/v1/orders`, { method: 'POST', headers: key('admin') })).status).toBe(
      401,
    );
    const other = await identitySigner(secrets)({ keyId: 'k', name: 'k', role: 'admin' }, 'repository');
    const headers = { authorization: `Bearer ${other}` };
    expect((await fetch(`${orderUrl}/v1/orders`, { method: 'POST', headers })).status).toBe(401);
  });

  it('is not handed on where the role may not call it, nor is its body read', async () => {
    const body = Buffer.alloc(10 * 1_024 * 1_024, '[');
    const headers = { ...json, ...key('ops') };
    const refused = await ask('/v1/orders', { method: 'POST', headers, body });
    expect(await refused.json()).toMatchObject({ status: 403, code: 'not-allowed' });
    // Nobody is there to refuse it but the gateway.
    expect((await ask('/v1/stock', { method: 'DELETE', headers })).status).toBe(403);
  });

  it("gets its owner's problems as they are", async () => {
    const lost = await ask('/v1/orders/none', { headers: { 'x-request-id': 'r-1' } });
    expect(lost.headers.get('content-type')).toContain('application/problem+json');
    expect(await lost.json()).toMatchObject({ status: 404, code: 'not-found', requestId: 'r-1' });
    const init = { method: 'POST', headers: { ...json, ...key('ops') }, body: '{}' };
    expect(await (await ask('/v1/orders', init)).json()).toMatchObject({ status: 403, code: 'not-allowed' });
    const deep = { method: 'POST', headers: json, body: '['.repeat(100) };
    expect(await (await ask('/v1/orders', deep)).json()).toMatchObject({ status: 400, code: 'too-deep' });
    expect(await (await ask('/v1/busy')).json()).toMatchObject({ status: 503, code: 'too-many-listeners' });
    expect(told.tries).toBe(1);
  });

  it('counts towards what its key may ask in a second', async () => {
    const [bounded, at] = await gatewayTo(
      { order: [orderUrl], repository: [repositoryUrl], inventory: [nowhere] },
      2,
    );
    apps.push(bounded);
    const answers: number[] = [];
    while (answers.length < 12)
      answers.push((await fetch(`${at}/v1/orders`, { headers: key('csr') })).status);
    expect(answers[0]).toBe(200);
    expect(answers).toContain(429);
    expect((await fetch(`${at}/v1/orders`, { headers: key('ops') })).status).toBe(200);
  });

  it('is answered for HEAD as for GET, without a body', async () => {
    const answer = await ask('/v1/orders', { method: 'HEAD' });
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([200, '"7"', '']);
  });

  it('keeps its address as it was written', async () => {
    const read = async (id: string) => {
      const outgoing = request(`${url}/v1/orders/x`, { path: `/v1/orders/${id}`, headers: key('ops') }).end();
      const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
      return JSON.parse(await text(answer)) as object;
    };
    expect(await read('a%2Fb%20c')).toEqual({ orderId: 'a/b c' });
    expect(await read('a\\b')).toEqual({ orderId: 'a\\b' });
    expect(await read('a..b')).toEqual({ orderId: 'a..b' });
    expect(await read('%2e%2e')).toMatchObject({ status: 400, code: 'bad-request' });
  });

  it('is a problem that says whose service is away, at once and whatever it carries', async () => {
    expect(await (await ask('/v1/stock')).json()).toMatchObject(away('inventory'));
    const body = Buffer.alloc(8 * 1_024 * 1_024);
    const sent = await ask('/v1/stock', { method: 'POST', headers: json, body });
    expect(await sent.json()).toMatchObject(away('inventory'));
  });

  it('does not wait longer than patience for its answer to begin', async () => {
    expect(await (await ask('/v1/silent')).json()).toMatchObject(away('repository'));
    await told.left.promise;
  });

  it('is tried again where it only reads and no answer began', async () => {
    told.failures = 2;
    expect(await (await ask('/v1/flaky')).json()).toEqual({ tries: 3 });
    told.failures = Infinity;
    told.tries = 0;
    expect(await (await ask('/v1/flaky')).json()).toMatchObject(away('repository'));
    expect(told.tries).toBe(3);
  });

  it('is asked of the replicas that are there, of those of its owner', async () => {
    const [gateway, several] = await gatewayTo({
      order: [orderUrl],
      repository: [nowhere, repositoryUrl],
      inventory: [nowhere],
    });
    apps.push(gateway);
    for (let each = 0; each < 4; each += 1)
      expect((await fetch(`${several}/v1/orders`, { headers: key('csr') })).status).toBe(200);
  });

  it('is not tried again where it may have had an effect', async () => {
    told.failures = 1;
    const answer = await ask('/v1/flaky', { method: 'POST' });
    expect(await answer.json()).toMatchObject(away('repository'));
    expect(told.tries).toBe(1);
  });

  it('carries a file of any length, as slowly as it comes', async () => {
    const outgoing = request(`${url}/v1/connectors/csv`, {
      method: 'POST',
      headers: { ...key('ops'), 'content-type': 'text/csv' },
    });
    const piece = Buffer.alloc(maxBodyBytes);
    outgoing.write(piece);
    await told.arrived.promise;
    // As long as another loses its patience.
    expect((await ask('/v1/silent')).status).toBe(503);
    outgoing.end(piece);
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    expect(JSON.parse(await text(answer))).toEqual({ bytes: 2 * maxBodyBytes });
  });

  it.each([
    ['refused', '/v1/orders', '413'],
    ['for a service that is away', '/v1/stock', '503'],
  ])('is answered where its body is %s, also to who sends it all before reading', async (_, path, status) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const head = (line: string, more: string) =>
      `${line} HTTP/1.1\r\nhost: spec\r\n${more}\r\nauthorization: Bearer key-of-csr\r\n\r\n`;
    const length = 3 * maxBodyBytes;
    const sized = `content-type: application/json\r\ncontent-length: ${length}`;
    socket.write(head(`POST ${path}`, sized));
    await new Promise((sent) => socket.write(Buffer.alloc(length, ' '), sent));
    // The connection is as good as before.
    socket.write(head('GET /v1/orders', 'connection: close'));
    const answers = [...(await text(socket)).matchAll(/HTTP\/1.1 (\d+)/g)].map(([, each]) => each);
    expect(answers).toEqual([status, '200']);
  });

  it('is answered with a file of any length, piece by piece', async () => {
    let bytes = 0;
    for await (const piece of (await ask('/v1/large')).body!) bytes += (piece as Uint8Array).length;
    expect(bytes).toBe(40 * 1_024 * 1_024);
  });

  it('follows what is told live, and ends at its owner when the caller leaves', async () => {
    const leaving = new AbortController();
    const reader = (await ask('/v1/orders/live', { signal: leaving.signal })).body!.getReader();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe('data: first\n\n');
    leaving.abort();
    await told.left.promise;
  });

  it('ends with its owner where that dies in the middle of its answer', async () => {
    const reader = (await ask('/v1/orders/live')).body!.getReader();
    await reader.read();
    (apps[2]!.getHttpServer() as Server).closeAllConnections();
    await expect(reader.read()).rejects.toThrow('terminated');
  });
});

import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { PublishedEvent } from '@tributary/contracts';
import { until } from '@tributary/testing';
import { Webhook } from 'standardwebhooks';
import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

/** A receiver as an integrator writes it: it verifies, keeps what it has not seen yet, and says so. */
class Receiver {
  readonly events: PublishedEvent[] = [];
  readonly ids = new Set<string>();
  secret = '';
  refuses: (event: PublishedEvent) => number | undefined = () => undefined;
  private server: Server | undefined;
  port = 0;

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      void text(request).then((body) => response.writeHead(this.take(body, request.headers)).end());
    }).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** As if it were killed: connections are cut. */
  async kill(): Promise<void> {
    const ended = once(this.server!, 'close');
    this.server!.close();
    this.server!.closeAllConnections();
    await ended;
  }

  /** As if it were another one. */
  forget(): void {
    this.events.length = 0;
    this.ids.clear();
  }

  private take(body: string, headers: object): number {
    let told: PublishedEvent;
    try {
      told = new Webhook(this.secret).verify(body, headers as Record<string, string>) as PublishedEvent;
    } catch {
      return 401;
    }
    const refused = this.refuses(told);
    if (refused !== undefined) return refused;
    if (!this.ids.has(told.id)) this.events.push(told);
    this.ids.add(told.id);
    return 204;
  }
}

whenBuilt('A webhook', () => {
  let platform: PlatformUnderTest;
  const receiver = new Receiver();
  beforeAll(async () => {
    platform = await PlatformUnderTest.start({ TRIBUTARY_WEBHOOK_NETWORKS: '127.0.0.0/8' });
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 500 });
    await receiver.start();
  });
  afterAll(async () => {
    await receiver.kill().catch(() => {});
    await platform?.remove();
  });

  const subscribe = async (more: object = {}) => {
    receiver.forget();
    const url = `http://127.0.0.1:${receiver.port}/hook`;
    const { status, body } = await platform.post(
      '/v1/webhooks',
      { name: 'spec', url, ...more },
      { as: 'integrator' },
    );
    expect(status).toBe(201);
    receiver.secret = body.secret;
    return body.webhookId as string;
  };
  const order = (number: string) =>
    platform.publish(event('tributary.order.captured.v1', webOrder(number, { lines: [line('MUG-RED', 1)] })));
  const deliveries = async (webhookId: string): Promise<Json> =>
    (await platform.get(`/v1/webhooks/${webhookId}/deliveries`)).body;

  it('loses nothing and keeps the order of every order while its receiver is killed, and the platform too', async () => {
    const webhookId = await subscribe({
      types: ['tributary.order.placed.v2', 'tributary.order.allocated.v1'],
    });
    const numbers = Array.from({ length: 40 }, (_, index) => `h${index}`);
    for (const [index, number] of numbers.entries()) {
      await order(number);
      if (index === 10) await receiver.kill();
      if (index === 20) await platform.end('SIGKILL');
      if (index === 20) await platform.start();
      if (index === 30) await receiver.start();
    }
    await until('everything was taken', () => receiver.events.length >= 80);
    for (const number of numbers)
      expect(
        receiver.events.filter(({ subject }) => subject === `order-web.${number}`).map(({ type }) => type),
      ).toEqual(['tributary.order.placed.v2', 'tributary.order.allocated.v1']);
    await platform.ask('DELETE', `/v1/webhooks/${webhookId}`);
  });

  it('is told only what it asked for, from the moment it asked for', async () => {
    await order('early');
    await platform.settled();
    const from = new Date().toISOString();
    await platform.publish(
      event('tributary.stock.counted.v1', { sku: 'MUG-RED', location: 'dc-1', quantity: 490 }),
    );
    await order('late');
    await platform.settled();
    const webhookId = await subscribe({
      types: ['tributary.inventory.*', 'tributary.order.placed.v2'],
      from,
    });
    await until('the late order was told', () =>
      receiver.events.some(({ subject }) => subject === 'order-web.late'),
    );
    await until('the count was told', () =>
      receiver.events.some(({ type }) => type === 'tributary.inventory.counted.v1'),
    );
    expect(receiver.events.some(({ subject }) => subject === 'order-web.early')).toBe(false);
    await platform.ask('DELETE', `/v1/webhooks/${webhookId}`);
  });

  it('shows what is being tried, and sends once more what somebody asks for', async () => {
    const webhookId = await subscribe({ types: ['tributary.order.placed.v2'] });
    receiver.refuses = () => 500;
    await order('refused');
    await until('it is being tried again', async () => (await deliveries(webhookId)).failing.length === 1);
    const [{ eventId, status, error }] = (await deliveries(webhookId)).failing;
    expect([status, error]).toEqual([500, 'answered 500']);
    const again = () =>
      platform.post(`/v1/webhooks/${webhookId}/redeliver`, { eventId }, { as: 'integrator' });
    expect((await again()).body).toMatchObject({ status: 422, code: 'not-taken' });
    receiver.refuses = () => undefined;
    expect((await again()).body).toEqual({ eventId, status: 204 });
    await until('it was taken', async () => (await deliveries(webhookId)).taken === 1);
    expect((await platform.get(`/v1/webhooks/${webhookId}/given-up`)).body).toEqual({ items: [] });
    const unknown = { eventId: '00000000-0000-7000-8000-000000000000' };
    expect((await platform.post(`/v1/webhooks/${webhookId}/redeliver`, unknown)).status).toBe(404);
    await platform.ask('DELETE', `/v1/webhooks/${webhookId}`);
  });

  it('waits while it is paused, and goes on where it stopped, under another secret', async () => {
    const webhookId = await subscribe({ types: ['tributary.order.placed.v2'], channels: ['web'] });
    const path = `/v1/webhooks/${webhookId}`;
    const paused = await platform.ask('PATCH', path, { json: { state: 'paused' } });
    expect(paused.body).toMatchObject({ state: 'paused', pausedBecause: 'asked', channels: ['web'] });
    await order('while-paused');
    await platform.settled();
    const { body } = await platform.post(`${path}/rotate-secret`, undefined);
    const before = receiver.secret;
    receiver.secret = body.secret;
    expect(receiver.secret).not.toBe(before);
    await platform.ask('PATCH', path, { json: { state: 'delivering' } });
    await until('the order was told', () =>
      receiver.events.some(({ subject }) => subject === 'order-web.while-paused'),
    );
    receiver.secret = before;
    await order('either-secret');
    await until('the order was told', () =>
      receiver.events.some(({ subject }) => subject === 'order-web.either-secret'),
    );
    await platform.ask('DELETE', path);
  });

  it('ends with the key that asked for it, until another resumes it', async () => {
    const { body: key } = await platform.post('/v1/keys', { name: 'short-lived', role: 'integrator' });
    const url = `http://127.0.0.1:${receiver.port}/hook`;
    const { body: hook } = await platform.post(
      '/v1/webhooks',
      { name: 'spec', url, types: ['tributary.order.placed.v2'] },
      { key: key.key },
    );
    receiver.secret = hook.secret;
    await platform.ask('DELETE', `/v1/keys/${key.keyId}`);
    await until(
      'it is seen to be revoked',
      async () => (await platform.get(`/v1/webhooks/${hook.webhookId}`)).body.state === 'revoked',
    );
    await platform.ask('PATCH', `/v1/webhooks/${hook.webhookId}`, { json: { state: 'delivering' } });
    await order('after-revocation');
    await until('the order was told', () =>
      receiver.events.some(({ subject }) => subject === 'order-web.after-revocation'),
    );
    await platform.ask('DELETE', `/v1/webhooks/${hook.webhookId}`);
  });

  it('is not sent where it may not be, and says so', async () => {
    const refused = async (url: string) =>
      (await platform.post('/v1/webhooks', { name: 'spec', url }, { as: 'integrator' })).body;
    for (const url of ['https://10.0.0.1/', 'http://169.254.169.254/', 'https://[::1]/', 'http://8.8.8.8/'])
      expect(await refused(url)).toMatchObject({ status: 422, code: 'address-not-allowed' });
    expect(
      (
        await platform.post('/v1/webhooks', {
          name: 'x',
          url: 'https://a.example',
          types: ['tributary.lost.v1'],
        })
      ).body,
    ).toMatchObject({ code: 'unknown-type' });
    expect((await platform.get('/v1/webhooks', { as: 'csr' })).status).toBe(403);
  });
});

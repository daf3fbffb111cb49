import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { adminKey, type Json, PlatformUnderTest, startThatFails, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';
import { until } from '@tributary/testing';

/** What a client was promised: recorded, under this name. */
interface Acknowledged {
  readonly orders: Set<string>;
  readonly quarantined: Set<string>;
}

/** Publishes batches, good and bad ones, as fast as it is answered, until the platform goes away. */
const publishUntilGone = async (
  platform: PlatformUnderTest,
  name: string,
  { orders, quarantined }: Acknowledged,
  key: string,
): Promise<void> => {
  for (let count = 0; ; count += 1) {
    const numbers = [0, 1, 2].map((index) => `${name}-${count}-${index}`);
    const batch = [
      ...numbers.map((number) =>
        event('tributary.order.captured.v1', webOrder(number, { lines: [line('MUG-RED')] })),
      ),
      { ...event('tributary.order.captured.v1', webOrder(numbers[0]!)), data: { bad: `${name}-${count}` } },
    ];
    try {
      const { body } = await platform.post('/v1/events', batch, { key });
      for (const [index, { status, messageId }] of (
        body.results as { status: string; messageId: string }[]
      ).entries()) {
        if (status === 'quarantined') quarantined.add(messageId);
        else orders.add(`web.${numbers[index]}`);
      }
    } catch {
      return;
    }
  }
};

whenBuilt('The platform', () => {
  const opened: PlatformUnderTest[] = [];
  const open = async (): Promise<PlatformUnderTest> => {
    const platform = await PlatformUnderTest.start();
    opened.push(platform);
    await openNetwork(platform);
    return platform;
  };
  afterAll(() => Promise.all(opened.map((platform) => platform.remove())));

  it('has applied or quarantined everything it acknowledged, whenever it was killed', async () => {
    const platform = await open();
    await stock(platform, 'MUG-RED', { 'dc-1': 1_000_000 });
    const acknowledged: Acknowledged = { orders: new Set(), quarantined: new Set() };
    const key = await platform.keyOf('integrator');
    // On a slow machine little is answered before it is killed: then more often.
    for (let round = 0; round < 6 || acknowledged.orders.size <= 20; round += 1) {
      const clients = [1, 2, 3, 4].map((client) =>
        publishUntilGone(platform, `r${round}-${client}`, acknowledged, key),
      );
      // A random moment is the point of this one: it is not waited for anything.
      await delay(150 + Math.random() * 400);
      expect(await platform.end('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
      await Promise.all(clients);
      await platform.start();
    }
    await platform.settled();

    const orders = new Map<string, Json>();
    for (let cursor: string | undefined; ;) {
      const { body } = await platform.get(`/v1/orders?limit=200${cursor ? `&cursor=${cursor}` : ''}`);
      for (const order of body.items) orders.set(order.orderId, order);
      if ((cursor = body.next) === undefined) break;
    }
    for (const orderId of acknowledged.orders)
      expect([orderId, orders.get(orderId)?.status]).toEqual([orderId, 'allocated']);

    const kept = new Set<string>();
    for (let cursor: string | undefined; ;) {
      const { body } = await platform.get(`/v1/inbox?limit=200${cursor ? `&cursor=${cursor}` : ''}`);
      for (const { messageId } of body.items) kept.add(messageId);
      if ((cursor = body.next) === undefined) break;
    }
    expect([...acknowledged.quarantined].filter((messageId) => !kept.has(messageId))).toEqual([]);
    const [position] = await platform.stockOf('MUG-RED');
    expect(position).toMatchObject({ onHand: 1_000_000, reserved: orders.size });
  });

  it('takes an event that was cut off and is sent again once', async () => {
    const platform = await open();
    await stock(platform, 'MUG-RED', { 'dc-1': 1_000 });
    const batch = Array.from({ length: 300 }, (_, index) =>
      event('tributary.order.captured.v1', webOrder(`cut-${index}`)),
    );
    const cutOff = platform.post('/v1/events', batch, { as: 'admin' }).catch(() => undefined);
    await delay(15);
    await platform.end('SIGKILL');
    await cutOff;
    await platform.start();
    const { body } = await platform.post('/v1/events', batch);
    expect(body.results.every(({ status }: Json) => status === 'accepted' || status === 'duplicate')).toBe(
      true,
    );
    await platform.settled();
    expect((await platform.stockOf('MUG-RED'))[0]).toMatchObject({ reserved: 300 });
  });

  it('refuses to run twice over one data folder, and says so', async () => {
    const platform = await open();
    const { code, said } = await startThatFails(platform.data, {
      ...platform.settings,
      TRIBUTARY_ADMIN_KEY: adminKey,
    });
    expect(code).not.toBe(0);
    expect(said).toMatch(/another process|another platform/i);
    expect(said).not.toMatch(/\n\s+at /);
    expect((await platform.get('/readyz', { as: null })).status).toBe(200);
    expect(existsSync(join(platform.data, 'access.json'))).toBe(true);
  });

  it('refuses a configuration it cannot use, and names what is wrong', async () => {
    const platform = await open();
    await platform.end('SIGTERM');
    for (const [name, value] of [
      ['TRIBUTARY_PORT', 'eighty'],
      ['TRIBUTARY_ADMIN_KEY', 'short'],
    ] as const) {
      const { code, said } = await startThatFails(platform.data, { [name]: value });
      expect({
        code,
        named: said.includes(name),
        value: name === 'TRIBUTARY_ADMIN_KEY' && said.includes(value),
      }).toEqual({ code: 1, named: true, value: false });
    }
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'stops cleanly on %s within 5 s under load and with open pages, and loses nothing',
    async (signal) => {
      const platform = await open();
      await stock(platform, 'MUG-RED', { 'dc-1': 1_000_000 });
      const key = await platform.keyOf('integrator');
      const pages = await Promise.all(
        Array.from({ length: 20 }, () =>
          fetch(`${platform.url}/v1/orders/live`, { headers: { authorization: `Bearer ${key}` } }),
        ),
      );
      const reading = pages.map((page) => page.text().catch(() => ''));
      const acknowledged: Acknowledged = { orders: new Set(), quarantined: new Set() };
      const clients = [1, 2, 3, 4].map((client) =>
        publishUntilGone(platform, `s${client}`, acknowledged, key),
      );
      const waiting = platform
        .post('/v1/orders?wait=sourced', webOrder('waiting'), { key })
        .catch(() => undefined);
      await until('the load is on', () => acknowledged.orders.size > 30);
      const { code, took } = await platform.end(signal);
      expect({ code, within: took < 5_000 }).toEqual({ code: 0, within: true });
      await Promise.all([...clients, ...reading, waiting]);
      expect(existsSync(join(platform.data, 'access.json'))).toBe(false);

      await platform.start();
      await platform.settled();
      for (const orderId of acknowledged.orders)
        expect((await platform.get(`/v1/orders/${orderId}`)).body).toMatchObject({
          orderId,
          status: 'allocated',
        });
    },
  );

  it('builds the same documents again when its read models are deleted', async () => {
    const platform = await open();
    await stock(platform, 'MUG-RED', { 'dc-1': 20 });
    await platform.publish(
      ...Array.from({ length: 30 }, (_, index) =>
        event('tributary.order.captured.v1', webOrder(`rm-${index}`)),
      ),
    );
    await platform.post('/v1/events', { bad: true });
    await platform.publish(
      event('tributary.order.cancel-requested.v1', { orderId: 'web.rm-3' }),
      event('tributary.return.received.v1', {
        returnId: 'blind',
        currency: 'EUR',
        lines: [{ sku: 'MUG-RED', quantity: 1 }],
      }),
    );
    await platform.settled();
    const addresses = [
      '/v1/orders?limit=200', '/v1/orders?status=backordered', '/v1/search?q=rm-3', '/v1/stock', '/v1/inbox', '/v1/returns', '/v1/locations',
      ...Array.from({ length: 30 }, (_, index) => [`/v1/orders/web.rm-${index}`, `/v1/orders/web.rm-${index}/timeline`, `/v1/orders/web.rm-${index}/decisions`]).flat(),
    ]; // prettier-ignore
    const all = () =>
      Promise.all(addresses.map(async (address) => [address, (await platform.get(address)).text]));
    const before = await all();
    await platform.end('SIGTERM');
    for (const name of readdirSync(platform.data).filter((one) => one.startsWith('read-models')))
      rmSync(join(platform.data, name));
    await platform.start();
    await platform.settled();
    expect(await all()).toEqual(before);
  });
});

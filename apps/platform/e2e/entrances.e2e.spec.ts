import { exec } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { type SafeProducer, openKafka, openProducer, partitionOf } from '@tributary/event-bus/kafka';
import { describeOnEngine } from '@tributary/testing/engines';
import { dropTopics } from './own-databases.ts';
import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { runProgram } from './programs.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';
import { until } from '@tributary/testing';

const ordersTopic = 'tributary.inbound.orders';
const partitions = 12;

/** Messages that are under way while the platform is killed, and a broker where there are several: see CONTRIBUTING. */
const count = Number(process.env['TRIBUTARY_E2E_MESSAGES'] ?? 2_000);
const { KAFKA_CLUSTER: cluster, KAFKA_KILL: kill, KAFKA_HEAL: heal } = process.env;

interface Sent {
  readonly value: string | Buffer | null;
  readonly headers?: Record<string, string>;
  readonly topic?: string;
  readonly key?: string;
}

whenBuilt('The entrances on Kafka', () => {
  describeOnEngine('kafka', (address) => {
    let [platform, producer, namespace, brokers] = [] as unknown as [
      PlatformUnderTest,
      SafeProducer,
      string,
      string,
    ];
    const send = (...messages: readonly Sent[]) =>
      producer.publish(
        messages.map(({ value, headers, topic = ordersTopic, key = '' }) => ({
          topic: `${namespace}.${topic}`,
          partition: partitionOf(key, partitions),
          message: { key, value, ...(headers && { headers }) },
        })),
      );
    const order = (number: string) =>
      event('tributary.order.captured.v1', webOrder(number, { lines: [line('MUG-RED')] }));
    const quarantined = async (): Promise<Json[]> =>
      (await platform.get('/v1/inbox?state=quarantined&limit=200')).body.items;

    beforeAll(async () => {
      brokers = cluster ?? address();
      namespace = `e2e_${randomUUID().slice(0, 8)}`;
      platform = new PlatformUnderTest({
        TRIBUTARY_BUS: `kafka://${brokers}`,
        TRIBUTARY_KAFKA_NAMESPACE: namespace,
        TRIBUTARY_KAFKA_ENTRANCES: 'acme.orders',
      });
      await platform.start();
      await openNetwork(platform);
      await stock(platform, 'MUG-RED', { 'dc-1': 1_000_000 });
      producer = openProducer({ kafka: openKafka({ brokers: brokers.split(','), clientId: 'e2e-shop' }) });
    });
    afterAll(async () => {
      await producer?.close();
      await platform?.remove();
      await dropTopics(brokers, namespace);
    });

    it('take a line typed into a console producer, and an event in headers, and tell that they follow', async () => {
      await send({ value: JSON.stringify(order('typed')) });
      const { data, ...attributes } = order('headers');
      const headers = Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [`ce_${name}`, String(value)]),
      );
      await send({
        value: JSON.stringify(data),
        headers: { ...headers, 'content-type': 'application/json' },
      });
      for (const number of ['typed', 'headers'])
        await platform.order(`web.${number}`, ({ status }) => status === 'allocated');
      const { body } = await platform.get('/v1/consumers');
      expect(body.items).toContainEqual(
        expect.objectContaining({ group: 'gateway-entrances', lag: 0, parked: 0 }),
      );
    });

    it('take what lies on a topic of the integrator’s own', async () => {
      await send({ topic: 'acme.orders', value: JSON.stringify(order('own-topic')) });
      await platform.order('web.own-topic', ({ status }) => status === 'allocated');
    });

    it('keep in quarantine what is no event, with its place, and take what lies behind it', async () => {
      await send(
        { value: 'no JSON at all' },
        { value: null },
        { value: Buffer.from([0xff, 0xfe, 0x00]) },
        { value: JSON.stringify({ ...order('bad'), data: { channel: 'web' } }) },
        { value: JSON.stringify(order('behind')) },
      );
      await platform.order('web.behind', ({ status }) => status === 'allocated');
      await platform.settled();
      const reasons = (await quarantined()).map(({ reason }) => reason);
      expect(reasons).toHaveLength(4);
      expect(reasons.filter((reason) => reason.includes(`${namespace}.${ordersTopic}/`))).toHaveLength(3);
    });

    it('take what comes twice once', async () => {
      const twice = order('twice');
      await send({ value: JSON.stringify(twice) }, { value: JSON.stringify(twice) });
      await platform.order('web.twice', ({ status }) => status === 'allocated');
      await platform.settled();
      const { body } = await platform.get('/v1/orders/web.twice/timeline');
      expect(body.items.filter(({ type }: Json) => type === 'tributary.order.placed.v2')).toHaveLength(1);
    });

    it(
      `apply each of ${count} once or keep it in quarantine, though the platform is killed amid them`,
      async () => {
        const before = (await quarantined()).length;
        const reserved = async () => (await platform.stockOf('MUG-RED'))[0]!.reserved;
        const earlier = await reserved();
        const numbers = Array.from({ length: count }, (_, n) => `k-${n}`);
        // Every hundredth is none that can be taken in.
        const junk = numbers.filter((_, n) => n % 100 === 99);
        const messages = numbers.map((number, n) => ({
          key: `web.${number}`,
          value: n % 100 === 99 ? `junk ${number}` : JSON.stringify(order(number)),
        }));
        const third = Math.ceil(count / 3);
        const taken = async () =>
          (await platform.get('/v1/consumers')).body.items.find(
            ({ group }: Json) => group === 'gateway-entrances',
          ).lag;
        await send(...messages.slice(0, 2 * third));
        await until('a part was taken in', async () => (await taken()) < 1.5 * third, 120_000);
        await platform.end('SIGKILL');
        await platform.start();
        const sending = send(...messages.slice(2 * third));
        if (kill !== undefined) await promisify(exec)(kill);
        await sending;
        await until('a part was taken in', async () => (await taken()) < third, 300_000);
        if (heal !== undefined) await promisify(exec)(heal);
        await until('all were taken in', async () => (await taken()) === 0, 600_000);
        await platform.settled(1_200_000);
        expect(await reserved()).toBe(earlier + count - junk.length);
        expect((await quarantined()).length).toBe(Math.min(200, before + junk.length));
        expect(await runProgram('verify', platform).catch(() => 'runs')).toBe('runs');
        await platform.end('SIGTERM');
        expect(await runProgram('verify', platform)).toMatch(/ 0 messages still .* 0 violations/);
      },
      60 * 60_000,
    );
  });
});

import { randomBytes } from 'node:crypto';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stateTopics } from '@tributary/contracts';
import type { EventBus, StateTopic } from '@tributary/event-bus';
import {
  type KafkaClient,
  type SafeProducer,
  ensureTopics,
  openKafka,
  openKafkaBus,
  openProducer,
  openStateTopic,
} from '@tributary/event-bus/kafka';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { describeOnEngine } from '@tributary/testing/engines';
import { LiveOrders } from './live-orders.ts';

const topic = stateTopics.orders;
const time = '2026-03-02T12:00:00.000Z';
const order = (orderId: string, rev: number) => {
  const data = { orderId, channel: 'web', status: 'allocated', rev };
  return { key: orderId, data, time };
};

describeOnEngine('kafka', (address) => {
  describe('Pages that are open at several processes', () => {
    let [kafka, producer, namespace, orders] = [] as unknown as [
      KafkaClient,
      SafeProducer,
      string,
      StateTopic,
    ];
    let processes: { bus: EventBus; live: LiveOrders; server: Server }[];
    const log = openSqliteEventLog(':memory:');
    const common = () => ({ kafka, producer, namespace, partitions: 3, replication: 1, log });

    beforeEach(async () => {
      processes = [];
      namespace = `spec-${randomBytes(5).toString('hex')}.`;
      kafka = openKafka({ brokers: address().split(','), clientId: namespace });
      producer = openProducer({ kafka });
      await ensureTopics(kafka, { ...common(), topics: [{ name: topic, kind: 'state' }] });
      orders = openStateTopic({ ...common(), topic, source: 'tributary/repository' });
    });
    afterEach(async () => {
      for (const { bus, live, server } of processes) {
        live.close();
        server.close();
        await bus.close();
      }
      await producer.close();
      const admin = kafka.admin();
      await admin.connect();
      await admin.deleteTopics({ topics: [namespace + topic] });
      await admin.disconnect();
    });

    /** A page that is open at a process of its own, as the lines that it is told. */
    const opened = async () => {
      const live = new LiveOrders();
      const bus = openKafkaBus({ ...common(), clientId: namespace });
      const server = createServer((_, response) => live.listen(response, 'key-1')).listen(0);
      processes.push({ bus, live, server });
      await live.start(bus);
      const { port } = server.address() as AddressInfo;
      const { body } = await fetch(`http://127.0.0.1:${port}`);
      return body!.pipeThrough(new TextDecoderStream()).getReader();
    };

    it('are told of what any of them publishes, from when they were opened', async () => {
      await orders.publish([order('web.1', 1)]);
      const pages = [await opened(), await opened()];
      await orders.publish([{ key: 'web.2', time }, order('web.1', 2)]);
      for (const page of pages) {
        let told = '';
        while (!told.includes('event: order')) told += (await page.read()).value;
        expect(told).toBe(`retry: 2000\n\nevent: order\ndata: ${JSON.stringify(order('web.1', 2).data)}\n\n`);
      }
    });
  });
});

import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { stateTopics } from '@tributary/contracts';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { describeOnEngine } from '@tributary/testing/engines';
import { until } from '../contract/subject.ts';
import type { Broadcast, EventBus, StateTopic } from '../port.ts';
import { type KafkaClient, openKafka } from './client.ts';
import { openKafkaBus } from './kafka-bus.ts';
import { type SafeProducer, openProducer } from './produce.ts';
import { openStateTopic } from './state-topic.ts';
import { ensureTopics, physicalTopic } from './topics.ts';

const topic = stateTopics.orders;
const partitions = 3;
const time = '2026-03-01T10:00:00.000Z';
const order = (orderId: string, rev: number) => ({
  key: orderId,
  data: { orderId, channel: 'web', status: 'open', rev },
  time,
});

describeOnEngine('kafka', (address) => {
  describe('States on Kafka', () => {
    let [kafka, producer, namespace, states] = [] as unknown as [
      KafkaClient,
      SafeProducer,
      string,
      StateTopic,
    ];
    let buses: EventBus[];
    const log = openSqliteEventLog(':memory:');

    beforeEach(async () => {
      namespace = `spec-${randomBytes(5).toString('hex')}.`;
      kafka = openKafka({ brokers: address().split(','), clientId: namespace });
      producer = openProducer({ kafka });
      buses = [];
      const topics = [{ name: topic, kind: 'state' as const }];
      await ensureTopics(kafka, { namespace, partitions, replication: 1, topics });
      states = openStateTopic({ producer, namespace, partitions, topic, source: 'tributary/repository' });
    });
    afterEach(async () => {
      await Promise.all(buses.map((bus) => bus.close()));
      await producer.close();
      const admin = kafka.admin();
      await admin.connect();
      await admin.deleteTopics({ topics: [physicalTopic(namespace, topic)] });
      await admin.disconnect();
    });

    /** A process that follows the states, of a platform whose logs have an epoch that says nothing of them. */
    const following = async (from: Broadcast['from']): Promise<[string, unknown][]> => {
      const epochs = new Set(['first']);
      const common = { kafka, producer, namespace, partitions, replication: 1, log, epochs };
      const bus = openKafkaBus({ ...common, clientId: namespace });
      buses.push(bus);
      const seen: [string, unknown][] = [];
      await bus.broadcast({
        topics: [topic],
        from,
        handle: (messages) => {
          seen.push(...messages.map(({ key, event }): [string, unknown] => [key, event.data]));
          return Promise.resolve();
        },
      });
      return seen;
    };

    it('reach every process from the beginning, in the order of each key, those that are no more as null', async () => {
      await states.publish([order('web.1', 1), order('web.2', 1), order('web.1', 2)]);
      const early = await following('beginning');
      await states.publish([{ key: 'web.2', time }]);
      await until(() => early.length === 4, 'all were given');
      const late = await following('beginning');
      for (const seen of [early, late]) {
        const dataOf = (id: string) => seen.filter(([key]) => key === id).map(([, data]) => data);
        expect(dataOf('web.1')).toEqual([order('web.1', 1).data, order('web.1', 2).data]);
        expect(dataOf('web.2')).toEqual([order('web.2', 1).data, null]);
      }
    });

    it('reach every process that follows from now, those before not', async () => {
      await states.publish([order('web.1', 1)]);
      const both = [await following('now'), await following('now')];
      await states.publish([order('web.1', 2)]);
      for (const seen of both) {
        await until(() => seen.length > 0, 'the next was given');
        expect(seen).toEqual([['web.1', order('web.1', 2).data]]);
      }
    });

    it('are given again where they are published again', async () => {
      const seen = await following('beginning');
      for (const rev of [1, 2, 1]) await states.publish([order('web.1', rev)]);
      await until(() => seen.length === 3, 'all were given');
      expect(seen.map(([, data]) => (data as { rev: number }).rev)).toEqual([1, 2, 1]);
    });

    it('lie on a topic that keeps the newest of each key', async () => {
      const admin = kafka.admin();
      await admin.connect();
      const { resources } = await admin.describeConfigs({
        includeSynonyms: false,
        // 2: a topic, in Kafka's protocol.
        resources: [{ type: 2, name: physicalTopic(namespace, topic), configNames: ['cleanup.policy'] }],
      });
      await admin.disconnect();
      expect(resources[0]!.configEntries).toMatchObject([
        { configName: 'cleanup.policy', configValue: 'compact' },
      ]);
    });
  });
});

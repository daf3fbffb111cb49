import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Coordination, EventLog, EventStore } from '@tributary/event-store';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { describeOnEngine } from '@tributary/testing/engines';
import type { AdminConfig, Consumer, ConsumerConfig } from 'kafkajs';
import { type Opened, type Publication, describeEventBus } from '../contract/index.ts';
import { ledger, messages, opener, orders, until } from '../contract/subject.ts';
import type { EventBus } from '../port.ts';
import { type KafkaClient, openKafka, openKafkaBus, openProducer, startRelay } from './index.ts';
import { ensureTopics } from './topics.ts';

const partitions = 3;
const replication = 1;
const topics = ['tributary.order.v1', 'tributary.inventory.v1', 'tributary.dead-letters.v1'];
/** The shortest that brokers accept without being told. */
const sessionTimeout = 6_000;

const appendTo = async (log: EventLog, events: readonly Publication[]): Promise<void> => {
  const appends = events.map(({ service, stream, type, data = {} }) =>
    log.forService(service).append([
      {
        stream,
        expectedVersion: 'any',
        events: [
          {
            id: randomUUID(),
            type,
            time: '2026-03-01T10:00:00.000Z',
            data,
            metadata: { source: 'contract' },
          },
        ],
      },
    ]),
  );
  await Promise.all(appends);
};

/** One process that remembers nothing. */
const alone = (): Coordination => {
  const positions = new Map<string, number>();
  return {
    alone: async (_, signal, work) => {
      while (!signal.aborted) await work(signal);
    },
    position: (name) => Promise.resolve(positions.get(name)),
    savePosition: (name, position) => Promise.resolve(void positions.set(name, position)),
  };
};

/** Publishes what a log records, from its beginning. */
const relaying = (log: EventLog, kafka: KafkaClient, namespace: string, epoch: string) => {
  const producer = openProducer({ kafka });
  const relay = startRelay({
    log,
    coordination: alone(),
    producer,
    namespace,
    partitions,
    name: 'relay',
    epoch,
  });
  return {
    through: async () => {
      const head = await log.all.head();
      await until(() => relay.status().position >= head, 'all was relayed');
    },
    close: async () => {
      await relay.close();
      await producer.close();
    },
  };
};

/** Kafka and a log as one process sees them: after `crash` it neither commits nor records any more. */
const processOn = (kafka: KafkaClient, log: EventLog, committed: Map<string, Map<string, number>>) => {
  const connected: { disconnect(): Promise<void> }[] = [];
  let crashed = false;
  const dead = () => Promise.reject(Object.assign(new Error('crashed'), { code: 'store-unavailable' }));
  const noting =
    (groupId: string, { commitOffsets }: Consumer): Consumer['commitOffsets'] =>
    async (offsets) => {
      if (crashed) return dead();
      await commitOffsets(offsets);
      const places = committed.get(groupId) ?? new Map<string, number>();
      for (const { topic, partition, offset } of offsets) places.set(`${topic}:${partition}`, Number(offset));
      committed.set(groupId, places);
    };
  const consumer = (config: ConsumerConfig): Consumer => {
    const made = kafka.consumer(config);
    connected.push(made);
    return { ...made, commitOffsets: noting(config.groupId, made) };
  };
  const admin = (config?: AdminConfig) => {
    const made = kafka.admin(config);
    connected.push(made);
    return made;
  };
  const forService = (service: string): EventStore => {
    const own = log.forService(service);
    return { ...own, append: (appends) => (crashed ? dead() : own.append(appends)) };
  };
  return {
    kafka: Object.create(kafka, { consumer: { value: consumer }, admin: { value: admin } }) as KafkaClient,
    log: { forService },
    crash: async () => {
      crashed = true;
      // Its members leave, as a session that lapses does for them seconds later.
      await Promise.all(connected.map((each) => each.disconnect()));
    },
  };
};

const removed = async (kafka: KafkaClient, namespace: string): Promise<void> => {
  const admin = kafka.admin();
  await admin.connect();
  const there = (await admin.listTopics()).filter((topic) => topic.startsWith(namespace));
  await admin.deleteTopics({ topics: there });
  const { groups } = await admin.listGroups();
  const ours = groups.map(({ groupId }) => groupId).filter((id) => id.startsWith(namespace));
  await admin.deleteGroups(ours).catch(() => {});
  await admin.disconnect();
};

interface OpenedOnKafka extends Opened {
  /** Sends everything that the log has recorded once more, as a relay does that has lost its place. */
  sendAgain(epoch?: string): Promise<void>;
  /** The bus of a second process of the same service. */
  replica(): EventBus;
}

const openOn = async (brokers: string): Promise<OpenedOnKafka> => {
  const namespace = `spec-${randomBytes(5).toString('hex')}.`;
  const kafka = openKafka({ brokers: brokers.split(','), clientId: namespace });
  await ensureTopics(kafka, {
    namespace,
    partitions,
    replication,
    topics: topics.map((name) => ({ name, kind: 'facts' })),
  });
  const log = openSqliteEventLog(':memory:');
  const relay = relaying(log, kafka, namespace, 'first');
  const producer = openProducer({ kafka });
  const committed = new Map<string, Map<string, number>>();
  const start = () => {
    const process = processOn(kafka, log, committed);
    const common = { producer, namespace, partitions, replication, clientId: namespace, sessionTimeout };
    const bus = openKafkaBus({ ...common, kafka: process.kafka, log: process.log });
    const crash = async () => {
      // It may hang on a handler that never ends, like the process that it stands for.
      bus.close().catch(() => {});
      await process.crash();
    };
    return { bus, crash };
  };
  const replicas: ReturnType<typeof start>[] = [];
  let running = start();
  const isCommitted = ({ group, position }: { group: string; position: number }) => {
    const places = [...(committed.get(namespace + group)?.values() ?? [])];
    return places.reduce((sum, each) => sum + each, 0) === position;
  };
  return {
    get bus() {
      return running.bus;
    },
    publish: async (events) => {
      await appendTo(log, events);
      await relay.through();
    },
    settled: () => until(() => running.bus.status().every(isCommitted), 'the places were committed'),
    restart: async () => {
      await running.crash();
      running = start();
    },
    sendAgain: async (epoch = 'first') => {
      const second = relaying(log, kafka, namespace, epoch);
      await second.through();
      await second.close();
    },
    replica: () => {
      replicas.push(start());
      return replicas.at(-1)!.bus;
    },
    close: async () => {
      await Promise.all(replicas.map(({ crash }) => crash()));
      await running.crash();
      await relay.close();
      await producer.close();
      await log.close();
      await removed(kafka, namespace);
    },
  };
};

describeOnEngine('kafka', (address) => {
  const opened = () => openOn(address());

  describeEventBus(
    'Kafka',
    opened,
    { progressOverOtherTopics: 'a group reads only the topics it subscribed to' },
    { histories: 12 },
  );

  describe('Two processes of a group on Kafka', () => {
    let subject: OpenedOnKafka;
    const open = opener(async () => (subject = await opened()));

    it('share its keys, and the one goes on where the other ended', async () => {
      const { bus, publish } = await open();
      const [one, two] = [messages(), messages()];
      const replica = subject.replica();
      await bus.subscribe(one.subscription);
      await replica.subscribe(two.subscription);
      const keys = Array.from({ length: 12 }, (_, n) => `k${n}.`);
      await publish(keys.flatMap((key) => orders(key, 3)));
      await until(() => new Set([...one.seen, ...two.seen]).size === 36, 'all were handled');
      expect(one.seen.length).toBeGreaterThan(0);
      expect(two.seen.length).toBeGreaterThan(0);
      await replica.close();
      const before = two.seen.length;
      await publish(keys.flatMap((key) => orders(key, 1, 4)));
      await until(() => keys.every((key) => one.seen.includes(`${key}4`)), 'one has all keys');
      expect(two.seen).toHaveLength(before);
      for (const key of keys) {
        const ofKey = [...two.seen, ...one.seen].filter((name) => name.startsWith(key));
        expect([...new Set(ofKey)]).toEqual([1, 2, 3, 4].map((n) => `${key}${n}`));
      }
    });
  });

  describe('What a relay sends again on Kafka', () => {
    let subject: OpenedOnKafka;
    const open = opener(async () => (subject = await opened()));

    it('is passed over, also after a restart', async () => {
      const { publish, settled } = await open();
      const first = messages();
      const stock = ledger();
      await subject.bus.subscribe(first.subscription);
      await subject.bus.subscribe(stock.subscription);
      await publish(orders('a', 3));
      await until(() => first.seen.length === 3, 'all were handled');
      await subject.sendAgain();
      await publish(orders('a', 1, 4));
      await until(() => first.seen.includes('a4'), 'the next was handled');
      expect(first.seen).toEqual(['a1', 'a2', 'a3', 'a4']);
      await settled();
      await subject.restart();
      await subject.sendAgain();
      const second = messages();
      await subject.bus.subscribe(second.subscription);
      await subject.bus.subscribe(stock.subscription);
      await publish(orders('a', 1, 5));
      await until(() => second.seen.length > 0 && stock.stored.effect.includes('a5'), 'the next was handled');
      expect(second.seen).toEqual(['a5']);
      expect(stock.stored.effect).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
    });

    it('is given again when the log was restored from a backup: then ids decide', async () => {
      const { publish } = await open();
      const { seen, subscription } = messages();
      await subject.bus.subscribe(subscription);
      await publish(orders('a', 2));
      await until(() => seen.length === 2, 'all were handled');
      await subject.sendAgain('second');
      await until(() => seen.length === 4, 'all were given again');
      expect(seen).toEqual(['a1', 'a2', 'a1', 'a2']);
    });
  });
});

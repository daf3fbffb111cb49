import { randomBytes, randomUUID } from 'node:crypto';
import type { EventLog } from '@tributary/event-store';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { describeOnEngine } from '@tributary/testing/engines';
import { type Opened, type Publication, describeEventBus } from '../contract/index.ts';
import { until } from '../contract/subject.ts';
import type { EventBus } from '../port.ts';
import { encodeEvent } from './codec.ts';
import { type KafkaClient, type SafeProducer, openKafka, openKafkaBus, openProducer } from './index.ts';
import { ensureTopics, partitionOf, physicalTopic } from './topics.ts';

const partitions = 3;
const topics = ['tributary.order.v1', 'tributary.inventory.v1', 'tributary.dead-letters.v1'];

/** What a relay does, as far as the contract needs it: the events of a log, in order, to their partitions. */
const publishFrom = async (
  log: EventLog,
  after: number,
  producer: SafeProducer,
  namespace: string,
): Promise<number> => {
  const events = await log.all.readAll(after, 100_000);
  await producer.publish(
    events.map((event) => {
      const { topic, key, partitionKey, headers, value, timestamp } = encodeEvent(event);
      const message = { key, headers, value, timestamp };
      return {
        topic: physicalTopic(namespace, topic),
        partition: partitionOf(partitionKey, partitions),
        message,
      };
    }),
  );
  return events.at(-1)?.position ?? after;
};

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

/** Relays what a log records, as soon as it is recorded, until it is closed. */
const relaying = (log: EventLog, producer: SafeProducer, namespace: string) => {
  const ended = new AbortController();
  let published = 0;
  const running = (async () => {
    for await (const _ of log.all.follow(0, ended.signal))
      published = await publishFrom(log, published, producer, namespace);
  })();
  return {
    through: async () => {
      const head = await log.all.head();
      await until(() => published >= head, 'all was relayed');
    },
    close: async () => {
      ended.abort();
      await running;
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

describeOnEngine('kafka', (address) => {
  const opened = async (): Promise<Opened> => {
    const namespace = `spec-${randomBytes(5).toString('hex')}.`;
    const kafka = openKafka({ brokers: address().split(','), clientId: namespace });
    await ensureTopics(kafka, {
      namespace,
      partitions,
      replication: 1,
      topics: topics.map((name) => ({ name, kind: 'facts' })),
    });
    const log = openSqliteEventLog(':memory:');
    const producer = openProducer({ kafka });
    const relay = relaying(log, producer, namespace);
    const processes: EventBus[] = [];
    const start = (): EventBus => {
      const bus = openKafkaBus({
        kafka,
        producer,
        namespace,
        partitions,
        replication: 1,
        log,
        clientId: namespace,
        sessionTimeout: 6_000,
      });
      processes.push(bus);
      return bus;
    };
    let bus = start();
    return {
      get bus() {
        return bus;
      },
      publish: async (events) => {
        await appendTo(log, events);
        await relay.through();
      },
      settled: () => until(() => bus.status().every(({ lag }) => lag === 0), 'all was committed'),
      restart: async () => {
        // The members of the group leave, as a session that lapses does for them.
        await bus.close();
        bus = start();
      },
      close: async () => {
        await Promise.all(processes.map((each) => each.close()));
        await relay.close();
        await producer.close();
        await log.close();
        await removed(kafka, namespace);
      },
    };
  };

  describeEventBus('Kafka', opened);
});

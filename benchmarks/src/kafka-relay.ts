import { openProducer } from '@tributary/event-bus/kafka';
import type { EventLog } from '@tributary/event-store';
import { openBarePublisher } from './bare-kafka.ts';
import { batchesOf, fill, inLog, relayAll } from './kafka-log.ts';
import { type Namespace, inNamespace } from './kafka-namespace.ts';
import { type Contender, type Report, compare } from './measure.ts';

const events = 50_000;

const ourRelay = (log: EventLog, { kafka, namespace }: Namespace): Contender => {
  const producer = openProducer({ kafka });
  return {
    name: 'relay',
    run: async () => {
      await relayAll(log, { producer, namespace });
      return events;
    },
    close: () => producer.close(),
  };
};

const bareProducer = async (log: EventLog, place: Namespace): Promise<Contender> => {
  const batches = await batchesOf(log, place.namespace);
  const { publish, close } = await openBarePublisher(place);
  return {
    name: 'kafkajs send',
    run: async () => {
      await publish(batches);
      return events;
    },
    close,
  };
};

/** The relay from a log in SQLite, against the driver sending what the relay makes of it. */
export const kafkaRelay = (brokers: string): Promise<Report> =>
  inNamespace(brokers, (place) =>
    inLog(async (log) => {
      await fill(log, events);
      return compare({
        title: 'relay to Kafka',
        ours: ourRelay(log, place),
        theirs: await bareProducer(log, place),
        unit: 'event',
        goal: 0.5,
        by: 'cpu',
        rounds: 5,
      });
    }),
  );

import { openKafkaBus, openProducer } from '@tributary/event-bus/kafka';
import type { EventLog } from '@tributary/event-store';
import { bareReader, openBarePublisher } from './bare-kafka.ts';
import { batchesOf, fill, inLog } from './kafka-log.ts';
import { type Namespace, inNamespace, partitions, topic } from './kafka-namespace.ts';
import { type Contender, type Report, compare } from './measure.ts';
import { Tally } from './tally.ts';

const events = 50_000;
const group = 'ours';
/** Before the first event. */
const beginning = '1970-01-01T00:00:00.000Z';

/** A bus of one process, which parks in the log what fails. */
export const openBus = (log: EventLog, { kafka, namespace }: Namespace) => {
  const producer = openProducer({ kafka });
  const bus = openKafkaBus({
    kafka,
    producer,
    namespace,
    partitions,
    replication: 1,
    log,
    clientId: namespace,
  });
  return {
    bus,
    close: async () => {
      await bus.close();
      await producer.close();
    },
  };
};

const publishOnce = async (log: EventLog, place: Namespace): Promise<void> => {
  const { publish, close } = await openBarePublisher(place);
  await publish(await batchesOf(log, place.namespace));
  await close();
};

const ourGroup = async (log: EventLog, place: Namespace): Promise<Contender> => {
  const tally = new Tally();
  const { bus, close } = openBus(log, place);
  const first = tally.next(events);
  await bus.subscribe({
    kind: 'message',
    group,
    topics: [topic],
    handle: () => Promise.resolve(tally.came(1)),
  });
  await first;
  return {
    name: 'message group',
    run: async () => {
      const all = tally.next(events);
      await bus.replay(group, { time: beginning });
      await all;
      return events;
    },
    close,
  };
};

/** A message group whose handler does nothing, against the driver's `eachBatch`, over the same messages. */
export const kafkaGroup = (brokers: string): Promise<Report> =>
  inNamespace(brokers, (place) =>
    inLog(async (log) => {
      await fill(log, events);
      await publishOnce(log, place);
      return compare({
        title: 'message group on Kafka',
        ours: await ourGroup(log, place),
        theirs: await bareReader(place, events),
        unit: 'message',
        goal: 0.5,
        by: 'cpu',
        rounds: 5,
      });
    }),
  );

import type { Outgoing } from '@tributary/event-bus/kafka';
import { type Namespace, partitions, topic } from './kafka-namespace.ts';
import type { Contender } from './measure.ts';
import { Tally } from './tally.ts';

/**
 * What is left of relaying when reading, encoding and keeping the place are left out: the driver sends
 * batches that lie ready, one after the other, idempotent and with all replicas in sync asked.
 * @returns resolves when all is acknowledged; `close` it
 */
export const openBarePublisher = async ({ kafka }: Namespace) => {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner:
      () =>
      ({ message }) =>
        message.partition!,
  });
  await producer.connect();
  return {
    publish: async (batches: readonly (readonly Outgoing[])[]): Promise<void> => {
      for (const batch of batches) {
        const messages = batch.map(({ message, partition }) => ({ ...message, partition }));
        await producer.send({ topic: batch[0]!.topic, acks: -1, messages });
      }
    },
    close: () => producer.disconnect(),
  };
};

/**
 * What is left of a message group when decoding, keys, retries and parking are left out: the driver's
 * `eachBatch`, which commits after each batch.
 * @param events that lie on the topic, all of which are read in each round
 */
export const bareReader = async ({ kafka, namespace }: Namespace, events: number): Promise<Contender> => {
  const tally = new Tally();
  const physical = namespace + topic;
  const consumer = kafka.consumer({
    groupId: `${namespace}bare`,
    // As ours: a longer one would be waited for before a round, since a seek waits for the fetch before it.
    maxWaitTimeInMs: 250,
    allowAutoTopicCreation: false,
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [physical], fromBeginning: true });
  const first = tally.next(events);
  await consumer.run({
    partitionsConsumedConcurrently: 4,
    eachBatch: ({ batch }) => Promise.resolve(tally.came(batch.messages.length)),
  });
  await first;
  return {
    name: 'kafkajs eachBatch',
    run: async () => {
      const all = tally.next(events);
      for (let partition = 0; partition < partitions; partition += 1)
        consumer.seek({ topic: physical, partition, offset: '0' });
      await all;
      return events;
    },
    close: () => consumer.disconnect(),
  };
};

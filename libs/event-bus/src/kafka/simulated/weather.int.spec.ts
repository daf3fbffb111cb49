import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { calm, type Fate, fated } from '@tributary/event-store/simulated';
import type { EventLog } from '@tributary/event-store';
import fc from 'fast-check';
import { atOnce } from '../../contract/kafka-subject.ts';
import {
  deadLetters,
  messages,
  numbersOf,
  orders,
  recordIn,
  stock,
  topics,
  until,
} from '../../contract/subject.ts';
import { busPartitionOf, ensureTopics, openKafkaBus, openProducer, startRelay } from '../index.ts';
import { SimulatedCluster, simulatedKafka } from './index.ts';

const partitions = 3;
const namespace = 'weather.';
const epoch = 'first';
const keys = Array.from({ length: 6 }, (_, n) => `k${n}.`);
const oneToTen = Array.from({ length: 10 }, (_, n) => n + 1);
/** Of few keys, as each stretch of weather is shared by the partitions that are written. */
const few = (first: number) => [...orders('a', 3, first), stock('a', first)];

/** In stretches, as weather comes. */
const anyFates = (longest: number, stretches: number): fc.Arbitrary<Fate[]> => {
  const fate = fc.constantFrom<Fate>('done', 'lost', 'answer-lost');
  return fc
    .array(fc.tuple(fate, fc.integer({ min: 1, max: longest })), { maxLength: stretches })
    .map((all) => all.flatMap(([each, count]) => Array<Fate>(count).fill(each)));
};

/** Retries wait in real time: several histories at once. */
const sideBySide = <T>(history: fc.Arbitrary<T>) => fc.array(history, { minLength: 8, maxLength: 8 });

interface World {
  readonly cluster: SimulatedCluster;
  readonly log: EventLog;
}

const aWorld = async (): Promise<World> => {
  const cluster = new SimulatedCluster({ now: Date.now });
  const kafka = simulatedKafka({ cluster, weather: calm, clientId: 'setup' });
  const names = [...Object.values(topics), deadLetters];
  await ensureTopics(kafka, {
    namespace,
    partitions,
    replication: 1,
    topics: names.map((name) => ({ name, kind: 'facts' })),
  });
  return { cluster, log: openSqliteEventLog(':memory:') };
};

/** From the beginning of the log, in a process of its own. */
const relaying = ({ cluster, log }: World, fates: readonly Fate[]) => {
  // The first opens the session.
  const weather = fated(['done', ...fates], 'write');
  const kafka = simulatedKafka({ cluster, weather, clientId: 'relay' });
  const producer = openProducer({ kafka });
  const common = { log, epoch, coordination: atOnce(), producer, namespace, partitions };
  const relay = startRelay({ ...common, name: 'relay' });
  return {
    through: async () => {
      const head = await log.all.head();
      await until(() => relay.status().position >= head, 'all was relayed', 60_000);
    },
    close: async () => {
      await relay.close();
      await producer.close();
    },
  };
};

/** Positions in the order in which they lie in each partition, by the name that groups have for it. */
const writtenIn = (cluster: SimulatedCluster): Record<string, number[]> =>
  Object.fromEntries(
    Object.values(topics).flatMap((topic) =>
      cluster.partitionsOf(namespace + topic).map(({ records }, number) => {
        const positions = records.map(({ headers }) => Number(String(headers!['ce_logposition'])));
        return [`${topic}:${number}:${epoch}`, positions];
      }),
    ),
  );

const recordedFor = async ({ log }: World, partition: string): Promise<number[]> =>
  (await log.all.readAll(0, 10_000))
    .filter((event) => busPartitionOf(event, epoch, partitions) === partition)
    .map(({ position }) => position);

describe('A relay to simulated brokers in bad weather', () => {
  it('has each event in its partition, first appearances ascending without a gap', async () => {
    const history = async (ofRelays: readonly Fate[][]) => {
      const world = await aWorld();
      await recordIn(world.log, few(1));
      const relays = ofRelays.map((fates) => relaying(world, fates));
      await Promise.all(relays.map((relay) => relay.through()));
      await recordIn(world.log, few(4));
      await Promise.all(relays.map((relay) => relay.through()));
      for (const [partition, positions] of Object.entries(writtenIn(world.cluster)))
        expect([...new Set(positions)]).toEqual(await recordedFor(world, partition));
      for (const relay of relays) await relay.close();
      await world.log.close();
    };
    // Longer than a session of either partition holds out.
    const storms = (['lost', 'answer-lost'] as const).map((fate) => [Array<Fate>(20).fill(fate)]);
    const relays = fc.array(anyFates(20, 2), { minLength: 1, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(sideBySide(relays), (histories) => Promise.all(histories.map(history)).then(() => {})),
      { numRuns: 2, endOnFailure: true, examples: [[storms]] },
    );
  });
});

describe('A message group over simulated brokers in bad weather', () => {
  it('handles each event, those of a key for the first time in their order', async () => {
    const history = async ([one, other]: readonly Fate[][]) => {
      const world = await aWorld();
      const relay = relaying(world, []);
      const seen: string[] = [];
      const buses = [one!, other!].map((fates, n) => {
        const clientId = `process-${n}`;
        const kafka = simulatedKafka({ cluster: world.cluster, weather: fated(fates), clientId });
        const producer = openProducer({ kafka });
        const common = { kafka, producer, namespace, partitions, replication: 1, sessionTimeout: 1_500 };
        return openKafkaBus({ ...common, log: world.log, clientId });
      });
      for (const bus of buses) {
        const { subscription } = messages({ topics: [topics.order] });
        const handle: typeof subscription.handle = ({ key, event }) =>
          Promise.resolve(void seen.push(`${key}${(event.data as { n: number }).n}`));
        await subscribed(() => bus.subscribe({ ...subscription, handle }));
      }
      await recordIn(
        world.log,
        keys.flatMap((key) => orders(key, 10)),
      );
      await until(() => new Set(seen).size === keys.length * 10, 'all were handled', 60_000);
      // One that is thrown out may still have something in work: only first times are in order.
      for (const key of keys) expect([...new Set(numbersOf(seen, key))]).toEqual(oneToTen);
      for (const bus of buses) await bus.close();
      await relay.close();
      await world.log.close();
    };
    const fates = fc.tuple(anyFates(3, 8), anyFates(3, 8));
    await fc.assert(
      fc.asyncProperty(sideBySide(fates), (histories) => Promise.all(histories.map(history)).then(() => {})),
      { numRuns: 1, endOnFailure: true },
    );
  });
});

/** Subscribing is refused while the brokers do not answer: whoever starts tries again. */
const subscribed = async (subscribe: () => Promise<void>): Promise<void> => {
  for (;;) {
    try {
      return await subscribe();
    } catch (error) {
      expect(error).toMatchObject({ code: 'store-unavailable' });
    }
  }
};

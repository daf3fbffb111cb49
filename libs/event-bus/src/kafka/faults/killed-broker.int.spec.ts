import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { type OpenedOnKafka, openOnKafka } from '../../contract/kafka-subject.ts';
import { opener, orders, topics, until } from '../../contract/subject.ts';

const run = promisify(exec);

/**
 * Three brokers, since a fault needs somebody who carries on: `KAFKA_CLUSTER` are their addresses,
 * `KAFKA_KILL` is a command that kills one of them at once, `KAFKA_HEAL` one that starts it again.
 */
const { KAFKA_CLUSTER: cluster, KAFKA_KILL: kill, KAFKA_HEAL: heal } = process.env;
const isHere = cluster !== undefined && kill !== undefined && heal !== undefined;
const subject = 'A broker of three that is killed while a relay publishes';

const keys = Array.from({ length: 50 }, (_, n) => `k${n}.`);
const rounds = 100;
const count = keys.length * rounds;
/** Milliseconds for elections, and for a broker to come back. */
const patience = 120_000;

interface Written {
  readonly key: string;
  readonly n: number;
  readonly position: number;
}

/** What lies on the topic of orders, by partition, in its order, repeats included. */
const writtenOn = async ({ kafka, namespace, physical, written }: OpenedOnKafka): Promise<Written[][]> => {
  const total = await written();
  const found: Written[][] = [];
  let read = 0;
  const consumer = kafka.consumer({ groupId: `${namespace}witness` });
  await consumer.connect();
  await consumer.subscribe({ topic: physical(topics.order), fromBeginning: true });
  await consumer.run({
    eachMessage: ({ partition, message: { key, value, headers } }) => {
      const { n } = JSON.parse(value!.toString()) as { n: number };
      const position = Number(headers!['ce_logposition']!.toString());
      (found[partition] ??= []).push({ key: key!.toString(), n, position });
      read += 1;
      return Promise.resolve();
    },
  });
  await until(() => read >= total, 'all was read', patience);
  await consumer.disconnect();
  return found;
};

const firstAppearances = (of: readonly number[]): number[] => [...new Set(of)];
const ascending = (of: readonly number[]): number[] => of.toSorted((a, b) => a - b);

(isHere ? describe : describe.skip)(
  isHere ? subject : `${subject} – skipped: set KAFKA_CLUSTER, KAFKA_KILL and KAFKA_HEAL`,
  () => {
    const open = opener(() => openOnKafka(cluster!, { replication: 3 }));

    it(
      'costs nothing: all that the relay takes for published is there, first appearances in order',
      async () => {
        const opened = await open();
        const { relay } = opened;
        let faults: Promise<unknown> = Promise.resolve();
        let atTheKill = 0;
        for (let round = 1; round <= rounds; round += 1) {
          await opened.append(keys.flatMap((key) => orders(key, 1, round)));
          if (round === rounds / 5) {
            atTheKill = relay.status().position;
            faults = run(kill!).then(() => run(heal!));
          }
          await until(
            () => round * keys.length - relay.status().position < 500,
            'the relay kept up',
            patience,
          );
        }
        expect(atTheKill).toBeGreaterThan(0);
        await until(() => relay.status().position >= count, 'all was relayed', patience);
        await faults;
        const written = await writtenOn(opened);
        for (const partition of written) {
          const positions = firstAppearances(partition.map(({ position }) => position));
          expect(positions).toEqual(ascending(positions));
        }
        const all = written.flat();
        expect(new Set(all.map(({ position }) => position)).size).toBe(count);
        for (const key of keys) {
          const numbers = firstAppearances(all.filter((each) => each.key === key).map(({ n }) => n));
          expect(numbers).toEqual(Array.from({ length: rounds }, (_, n) => n + 1));
        }
      },
      3 * patience,
    );
  },
);

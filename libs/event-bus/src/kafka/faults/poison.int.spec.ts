import { describe, expect, it } from '@jest/globals';
import { describeOnEngine } from '@tributary/testing/engines';
import kafkajs from 'kafkajs';
import { type OpenedOnKafka, openOnKafka, partitions } from '../../contract/kafka-subject.ts';
import {
  type Publication,
  deadLetters,
  ledger,
  messages,
  numbersOf,
  opener,
  order,
  orders,
  statusOf,
  topics,
  tracked,
  until,
} from '../../contract/subject.ts';
import type { BusMessage } from '../../port.ts';
import { encodeEvent } from '../codec.ts';
import { partitionOf } from '../topics.ts';

/** Enough that each partition has some. */
const keys = Array.from({ length: 12 }, (_, n) => `k${n}.`);
const groups = ['ledger', 'readers'];

interface Raw {
  readonly key?: string;
  readonly value: Buffer | null;
  readonly headers?: Record<string, string>;
}

/** A message as a relay writes it, of a log that nobody knows. */
const wellFormed = (type = tracked): Raw & { readonly headers: Record<string, string> } => {
  const time = '2026-03-01T10:00:00.000Z';
  const event = {
    id: 'stray',
    type: tracked,
    time,
    recordedTime: time,
    data: { n: 0 },
    metadata: { source: 'elsewhere' },
    stream: 'order/stray',
    position: 1,
    version: 1,
  };
  const { key, value, headers } = encodeEvent(event, 'elsewhere');
  return { key, value, headers: { ...headers, ce_type: type } };
};

const without = ({ headers, ...rest }: ReturnType<typeof wellFormed>, name: string): Raw => {
  const { [name]: _, ...others } = headers;
  return { ...rest, headers: others };
};

const unreadable: readonly { what: string; raw: Raw; error: string }[] = [
  {
    what: 'bytes that are no JSON',
    raw: { ...wellFormed(), value: Buffer.from('<xml/>') },
    error: 'not JSON',
  },
  {
    what: 'bytes that are no text',
    raw: { ...wellFormed(), value: Buffer.from([0xff, 0xfe, 0]) },
    error: 'not UTF-8',
  },
  { what: 'a tombstone', raw: { ...wellFormed(), value: null }, error: 'value is empty' },
  {
    what: 'a tombstone without key and headers',
    raw: { value: null },
    error: 'ce_specversion is missing',
  },
  {
    what: 'JSON without a header',
    raw: { key: 'k0.', value: Buffer.from('{"n":1}') },
    error: 'ce_specversion is missing',
  },
  {
    what: 'a message without its place in a log',
    raw: without(wellFormed(), 'ce_logposition'),
    error: 'ce_logposition is missing',
  },
  {
    what: 'a megabyte of nothing',
    raw: { key: 'k0.', value: Buffer.alloc(1_000_000) },
    error: 'ce_specversion is missing',
  },
];

/** Writes to every partition of the topic of orders, as anybody may whom the brokers let in. */
const writtenByHand = async ({ kafka, physical }: OpenedOnKafka, raw: Raw) => {
  const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await producer.connect();
  const all = Array.from({ length: partitions }, (_, partition) => ({ ...raw, partition }));
  await producer.send({ topic: physical(topics.order), messages: all });
  await producer.disconnect();
};

/** Good messages of every key, what was written by hand, and good ones again, for both kinds of group. */
const between = async (subject: OpenedOnKafka, raw: Raw) => {
  const letters: BusMessage[] = [];
  const [read, stock] = [messages(), ledger()];
  await subject.bus.subscribe(read.subscription);
  await subject.bus.subscribe(stock.subscription);
  await subject.bus.subscribe({
    kind: 'message',
    group: 'undertaker',
    topics: [deadLetters],
    handle: (letter) => Promise.resolve(void letters.push(letter)),
  });
  await subject.publish(keys.flatMap((key) => orders(key, 2)));
  await writtenByHand(subject, raw);
  await subject.publish(keys.flatMap((key) => orders(key, 2, 3)));
  const isThrough = (names: readonly string[]) => names.length >= 4 * keys.length;
  await until(() => isThrough(read.seen) && isThrough(stock.stored.effect), 'the good ones were handled');
  const hasNoLag = (group: string) => statusOf(subject.bus, group).lag === 0;
  await until(() => groups.every(hasNoLag), 'nothing was left');
  for (const key of keys)
    for (const names of [read.seen, stock.stored.effect]) expect(numbersOf(names, key)).toEqual([1, 2, 3, 4]);
  return letters;
};

const setLimit = async ({ kafka, physical }: OpenedOnKafka, bytes: number): Promise<void> => {
  const admin = kafka.admin();
  await admin.connect();
  const type = kafkajs.ConfigResourceTypes.TOPIC;
  const configEntries = [{ name: 'max.message.bytes', value: String(bytes) }];
  const resources = [{ type, name: physical(topics.order), configEntries }];
  await admin.alterConfigs({ validateOnly: false, resources });
  await admin.disconnect();
};

const large = (stream: string, n: number, bytes: number): Publication => ({
  ...order(stream, n),
  data: { n, note: 'x'.repeat(bytes) },
});

describeOnEngine('kafka', (address) => {
  describe('Among good messages of a topic on Kafka', () => {
    const open = opener(() => openOnKafka(address()));

    it.each(unreadable)('$what goes to the dead letters, and the rest flows on', async ({ raw, error }) => {
      const letters = await between(await open(), raw);
      const expected = groups.flatMap((group) =>
        Array.from({ length: partitions }, (_, n) => `${group} ${topics.order}:${n}:unreadable`),
      );
      await until(() => letters.length >= expected.length, 'the letters came');
      const told = letters.map(({ event }) => event.data as Record<string, string>);
      expect(told.map(({ group, partition }) => `${group} ${partition}`).sort()).toEqual(expected);
      for (const letter of told) expect(letter['error']).toContain(error);
    });

    it('an event of a type that nobody knows is passed over, and the rest flows on', async () => {
      const subject = await open();
      await between(subject, wellFormed('tributary.weather.changed.v1'));
      for (const group of groups) expect(statusOf(subject.bus, group).parked).toBe(0);
    });

    it('a large one takes its place in the order of its key', async () => {
      const { bus, publish } = await open();
      const [read, stock] = [messages(), ledger()];
      await bus.subscribe(read.subscription);
      await bus.subscribe(stock.subscription);
      await publish([order('a', 1), large('a', 2, 1_040_000), order('a', 3), large('a', 4, 6_000_000)]);
      await publish(orders('a', 2, 5));
      await until(() => read.seen.length >= 6 && stock.stored.effect.length >= 6, 'all were handled');
      for (const names of [read.seen, stock.stored.effect])
        expect(names).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6']);
    });

    it('one that is larger than the topic takes waits, says why, and leaves nothing out', async () => {
      const subject = await open();
      const { seen, subscription } = messages();
      await subject.bus.subscribe(subscription);
      await setLimit(subject, 1_000_000);
      await subject.append([order('a', 1), large('a', 2, 2_000_000), order('a', 3)]);
      await until(() => subject.relay.status().problem !== undefined, 'the relay said why it stands');
      const partition = partitionOf('a', partitions);
      const { problem } = subject.relay.status();
      expect(problem).toContain(`${subject.physical(topics.order)}, partition ${partition}: `);
      expect(problem).toContain('larger than');
      await setLimit(subject, 3_000_000);
      await until(() => seen.length >= 3, 'all were handled');
      expect(seen).toEqual(['a1', 'a2', 'a3']);
      await until(() => subject.relay.status().problem === undefined, 'the relay went on');
    });
  });
});

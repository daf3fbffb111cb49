import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { describeOnEngine } from '@tributary/testing/engines';
import type { Message } from 'kafkajs';
import { type OpenedOnKafka, openOnKafka, partitions, sessionTimeout } from '../contract/kafka-subject.ts';
import { gate, repeatsOnlySuffixes, until } from '../contract/subject.ts';
import type { KafkaClient } from './client.ts';
import { type Entrances, openEntrances } from './entrances.ts';
import type { InboundRecord } from './inbound-record.ts';
import type { TakeInbound } from './inbound-taking.ts';
import { Offsets } from './offsets.ts';
import { type SafeProducer, openProducer } from './produce.ts';
import { ensureTopics, partitionOf } from './topics.ts';

const stockEntrance = 'tributary.inbound.stock.v1';
const orderEntrance = 'tributary.inbound.orders.v1';
const topics = [stockEntrance, orderEntrance];
const group = 'gateway-inbound';
const keys = Array.from({ length: 12 }, (_, n) => `k${n}.`);

const event = (id: string) => ({ specversion: '1.0', id, source: 'urn:wms', type: 'counted', data: { id } });
const good = (key: string, n: number): Message => ({ key, value: JSON.stringify(event(`${key}${n}`)) });
const binary = (id: string): Message => ({
  value: JSON.stringify({ id }),
  headers: { ce_specversion: '1.0', ce_id: id, ce_source: 'urn:wms', ce_type: 'counted' },
});

const poison: readonly { what: string; message: Message; reason: string }[] = [
  { what: 'a tombstone', message: { value: null }, reason: 'tombstone' },
  { what: 'an empty value', message: { value: '' }, reason: 'empty' },
  { what: 'broken JSON', message: { value: '{"specversion":' }, reason: 'not acceptable JSON' },
  { what: 'bytes that are no UTF-8', message: { value: Buffer.from([0xff, 0xfe]) }, reason: 'UTF-8' },
  { what: 'deep nesting', message: { value: '['.repeat(100_000) }, reason: 'depth' },
  {
    what: 'another content type',
    message: { value: '<xml/>', headers: { 'content-type': 'text/xml' } },
    reason: 'text/xml',
  },
  {
    what: 'a header that is there twice',
    message: { value: '{}', headers: { ce_id: ['1', '2'] } },
    reason: 'twice',
  },
  { what: 'a megabyte of nothing', message: { value: Buffer.alloc(1_000_000) }, reason: 'not acceptable' },
];

const idOf = (record: InboundRecord): string =>
  record.kind === 'event' ? (record.event['id'] as string) : record.reason;
const numbersOf = (ids: readonly string[], key: string): number[] =>
  ids.filter((id) => id.startsWith(key)).map((id) => Number(id.slice(key.length)));

/** What was taken in, in the order it was, after what a test puts before it. */
const taking = (before: TakeInbound = () => Promise.resolve()) => {
  const ids: string[] = [];
  const records: InboundRecord[] = [];
  const portions: string[][] = [];
  const take: TakeInbound = async (portion) => {
    portions.push(portion.map(idOf));
    await before(portion);
    records.push(...portion);
    ids.push(...portion.map(idOf));
  };
  return { ids, records, portions, take };
};

const away = () => Promise.reject(Object.assign(new Error('away'), { code: 'store-unavailable' }));

describeOnEngine('kafka', (address) => {
  describe('The entrances on Kafka', () => {
    let [subject, producer] = [] as unknown as [OpenedOnKafka, SafeProducer];
    const running: Entrances[] = [];

    beforeEach(async () => {
      subject = await openOnKafka(address());
      const { kafka, namespace } = subject;
      const plans = topics.map((name) => ({ name, kind: 'inbound' as const }));
      await ensureTopics(kafka, { namespace, partitions, replication: 1, topics: plans });
      producer = openProducer({ kafka });
    });

    afterEach(async () => {
      await Promise.all(running.splice(0).map((entrances) => entrances.close()));
      await producer.close();
      await subject.close();
    });

    const open = async (take: TakeInbound, kafka = subject.kafka) => {
      const { namespace } = subject;
      const entrances = await openEntrances({ kafka, namespace, topics, group, take, sessionTimeout });
      running.push(entrances);
      return entrances;
    };
    const close = async (entrances: Entrances) => {
      running.splice(running.indexOf(entrances), 1);
      await entrances.close();
    };
    const publish = (messages: readonly Message[], topic = stockEntrance) =>
      producer.publish(
        messages.map(({ partition, ...message }) => ({
          topic: subject.physical(topic),
          partition: partition ?? partitionOf(message.key as string, partitions),
          message,
        })),
      );
    const rounds = (count: number, first = 1) =>
      Array.from({ length: count }, (_, n) => keys.map((key) => good(key, first + n))).flat();
    const committed = async () => {
      const offsets = new Offsets(subject.kafka);
      const found = await offsets.committed(subject.physical(group), topics.map(subject.physical));
      await offsets.close();
      return [...found.values()].reduce((sum, { offset }) => sum + offset, 0);
    };

    it('take a message in either mode, say where it lay, and have no lag then', async () => {
      await publish([{ ...good('a', 1), partition: 2 }]);
      await publish([{ ...binary('b1'), partition: 1 }], orderEntrance);
      const { records, take } = taking();
      const entrances = await open(take);
      await until(() => records.length === 2, 'both were taken');
      expect(records).toContainEqual({
        kind: 'event',
        topic: stockEntrance,
        place: `${subject.physical(stockEntrance)}/2@0`,
        event: event('a1'),
      });
      expect(records).toContainEqual({
        kind: 'event',
        topic: orderEntrance,
        place: `${subject.physical(orderEntrance)}/1@0`,
        event: event('b1'),
      });
      await until(() => entrances.status().position === 2, 'its place moved');
      expect(entrances.status()).toEqual({ group, lag: 0, position: 2, parked: 0, following: true });
      await publish(rounds(1));
      await until(() => records.length === 2 + keys.length, 'the rest was taken');
      await entrances.refresh();
      expect(entrances.status()).toMatchObject({ lag: 0, position: 2 + keys.length });
    });

    it('take what is long in portions of at most 200 messages or 4 MB, in order', async () => {
      const large = Array.from({ length: 9 }, (_, n): Message => ({
        key: 'a',
        value: JSON.stringify({ ...event(`a${n + 1}`), note: 'x'.repeat(1_000_000) }),
      }));
      for (const message of large) await publish([message]);
      await publish(Array.from({ length: 500 }, (_, n) => good('a', n + 10)));
      const { ids, portions, take } = taking();
      await open(take);
      await until(() => ids.length === 509, 'all were taken');
      expect(numbersOf(ids, 'a')).toEqual(Array.from({ length: 509 }, (_, n) => n + 1));
      for (const portion of portions) {
        expect(portion.length).toBeLessThanOrEqual(200);
        expect(numbersOf(portion, 'a').filter((n) => n < 10).length).toBeLessThanOrEqual(4);
      }
    });

    it.each(poison)('hand over $what with its reason and its place, and the rest flows on', async (each) => {
      const all = Array.from({ length: partitions }, (_, partition) => ({ ...each.message, partition }));
      await publish(rounds(2));
      await publish(all);
      await publish(rounds(2, 3));
      const { ids, records, take } = taking();
      await open(take);
      await until(() => ids.length === keys.length * 4 + partitions, 'all were taken');
      for (const key of keys) expect(numbersOf(ids, key)).toEqual([1, 2, 3, 4]);
      const unreadable = records.filter(({ kind }) => kind === 'unreadable');
      const places = unreadable.map(({ place }) => place.split('@')[0]).sort();
      expect(places).toEqual(all.map(({ partition }) => `${subject.physical(stockEntrance)}/${partition}`));
      for (const record of unreadable) expect(idOf(record)).toContain(each.reason);
    });

    it('give up the one message that cannot be taken in, and no other', async () => {
      const { ids, records, take } = taking((portion) =>
        portion.some((record) => record.kind === 'event' && idOf(record) === 'a3')
          ? Promise.reject(new Error('This one is too much.'))
          : Promise.resolve(),
      );
      await publish([1, 2, 3, 4, 5].map((n) => good('a', n)));
      await open(take);
      await until(() => ids.length === 5, 'all were taken');
      expect(ids).toEqual(['a1', 'a2', 'It could not be taken in: This one is too much.', 'a4', 'a5']);
      expect(records[2]).toMatchObject({ kind: 'unreadable', raw: JSON.stringify(event('a3')) });
    });

    it('wait while the store is away, give nothing up, and commit nothing that is not taken', async () => {
      let isAway = true;
      const { ids, records, portions, take } = taking(() => (isAway ? away() : Promise.resolve()));
      await publish(rounds(3));
      const entrances = await open(take);
      await until(() => portions.length > 3 * 5, 'it was tried more often than a fault would be');
      expect(await committed()).toBe(0);
      expect(entrances.status().lag).toBe(3 * keys.length);
      isAway = false;
      await until(() => ids.length === 3 * keys.length, 'all were taken');
      for (const key of keys) expect(numbersOf(ids, key)).toEqual([1, 2, 3]);
      expect(records.every(({ kind }) => kind === 'event')).toBe(true);
    });

    it('take again after a crash what was taken and not committed, and go on from there', async () => {
      await publish(rounds(2));
      const first = taking();
      const entrances = await open(first.take, withoutCommits(subject.kafka));
      await until(() => first.ids.length === 2 * keys.length, 'all were taken');
      await close(entrances);
      expect(await committed()).toBe(0);
      const second = taking();
      const successor = await open(second.take);
      await publish(rounds(1, 3));
      await until(() => second.ids.length === 3 * keys.length, 'all were taken again');
      for (const key of keys) expect(numbersOf(second.ids, key)).toEqual([1, 2, 3]);
      await close(successor);
      expect(await committed()).toBe(3 * keys.length);
      const third = taking();
      await open(third.take);
      await publish(rounds(1, 4));
      await until(() => third.ids.length === keys.length, 'the new ones were taken');
      for (const key of keys) expect(numbersOf(third.ids, key)).toEqual([4]);
    });

    it('end what is in work before they close, commit it, and begin nothing more', async () => {
      const inWork = gate();
      const { ids, portions, take } = taking(() => inWork.opened);
      await publish(Array.from({ length: 450 }, (_, n) => good('a', n + 1)));
      const entrances = await open(take);
      await until(() => portions.length === 1, 'a portion is in work');
      const closed = close(entrances);
      inWork.open();
      await closed;
      expect(portions).toHaveLength(1);
      expect(await committed()).toBe(ids.length);
    });

    it('share the partitions with others of the group: each message is taken, each key in order', async () => {
      const [one, two] = [taking(), taking()];
      const seen: string[] = [];
      const noting =
        ({ take }: { readonly take: TakeInbound }): TakeInbound =>
        async (portion) => {
          await take(portion);
          seen.push(...portion.map(idOf));
        };
      await open(noting(one));
      await publish(rounds(20));
      const second = await open(noting(two));
      await publish(rounds(20, 21));
      await until(() => new Set(seen).size === 40 * keys.length, 'all were taken');
      await publish(rounds(5, 41));
      await until(() => new Set(seen).size === 45 * keys.length, 'both take');
      expect(two.ids.length).toBeGreaterThan(0);
      const leaving = close(second);
      await publish(rounds(20, 46));
      await leaving;
      await until(() => new Set(seen).size === 65 * keys.length, 'the one has all');
      for (const key of keys) {
        const numbers = numbersOf(seen, key);
        expect([...new Set(numbers)]).toEqual(Array.from({ length: 65 }, (_, n) => n + 1));
        expect(repeatsOnlySuffixes(numbers)).toBe(true);
      }
    });
  });
});

/** As a process that crashes between taking messages in and committing them leaves the group. */
const withoutCommits = (kafka: KafkaClient): KafkaClient => {
  const consumer: KafkaClient['consumer'] = (config) => ({
    ...kafka.consumer(config),
    commitOffsets: () => Promise.reject(new Error('crashed')),
  });
  return Object.create(kafka, { consumer: { value: consumer } }) as KafkaClient;
};

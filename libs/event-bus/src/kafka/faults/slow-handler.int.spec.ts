import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { describeOnEngine } from '@tributary/testing/engines';
import { openOnKafka, sessionTimeout } from '../../contract/kafka-subject.ts';
import {
  type Publication,
  messages,
  numbersOf,
  opener,
  order,
  orders,
  sharedLedger,
  until,
} from '../../contract/subject.ts';

/** Milliseconds: longer than a process may be silent. */
const slowness = sessionTimeout + 2_000;
const keys = Array.from({ length: 12 }, (_, n) => `k${n}.`);
const all = [1, 2, 3, 4];

/** Slow once, whoever is first. */
const slowAtFirst = () => {
  let first = true;
  return async () => {
    const isFirst = first;
    first = false;
    if (isFirst) await delay(slowness);
  };
};

/** So much data that nothing more is fetched while it waits: signs of life must not hang on fetching. */
const large = (stream: string, n: number): Publication => ({
  ...order(stream, n),
  data: { n, note: 'x'.repeat(1_000_000) },
});

describeOnEngine('kafka', (address) => {
  describe('A handler on Kafka that is slower than a process may be silent', () => {
    const open = opener(() => openOnKafka(address()));

    it('keeps its partitions, in a message group and in a batch group: nothing is handled twice', async () => {
      const subject = await open();
      const [one, two] = [messages({ handle: slowAtFirst() }), messages()];
      const stock = sharedLedger();
      const replica = subject.replica();
      const batches = [stock.subscription({ handle: slowAtFirst() }), stock.subscription()] as const;
      await subject.bus.subscribe(one.subscription);
      await subject.bus.subscribe(batches[0]);
      await replica.subscribe(two.subscription);
      await replica.subscribe(batches[1]);
      await subject.publish(keys.flatMap((key) => orders(key, 2)));
      await subject.publish(keys.flatMap((key) => orders(key, 2, 3)));
      const isThrough = (names: readonly string[]) => names.length >= 4 * keys.length;
      await until(
        () => isThrough([...one.seen, ...two.seen]) && isThrough(stock.stored.effect),
        'all was done',
      );
      for (const key of keys) {
        const handledBy = [one.seen, two.seen].map((names) => numbersOf(names, key));
        expect(handledBy.filter((numbers) => numbers.length > 0)).toEqual([all]);
        expect(numbersOf(stock.stored.effect, key)).toEqual(all);
      }
    });

    it('keeps them also while so much waits that nothing is fetched', async () => {
      const subject = await open();
      const { seen, subscription } = messages({ handle: slowAtFirst(), concurrency: 1 });
      const stock = sharedLedger();
      await subject.bus.subscribe(subscription);
      await subject.bus.subscribe(stock.subscription({ handle: slowAtFirst(), maxBatch: 1 }));
      const count = 12;
      await subject.publish(Array.from({ length: count }, (_, n) => large('a', n + 1)));
      await until(() => seen.length >= count && stock.stored.effect.length >= count, 'all was done');
      const inOrder = Array.from({ length: count }, (_, n) => `a${n + 1}`);
      expect(seen).toEqual(inOrder);
      expect(stock.stored.effect).toEqual(inOrder);
    });
  });
});

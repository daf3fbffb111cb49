import { describe, expect, it } from '@jest/globals';
import { describeOnEngine } from '@tributary/testing/engines';
import { describeEventBus } from '../contract/index.ts';
import { type OpenedOnKafka, openOnKafka } from '../contract/kafka-subject.ts';
import { ledger, messages, nameOf, opener, orders, statusOf, topics, until } from '../contract/subject.ts';

describeOnEngine('kafka', (address) => {
  const opened = () => openOnKafka(address());

  describeEventBus(
    'Kafka',
    opened,
    { progressOverOtherTopics: 'a group reads only the topics it subscribed to' },
    { histories: 12 },
  );

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

    it('by a log that another was put in the place of is passed over', async () => {
      const { publish } = await open();
      await publish(orders('a', 2));
      const { seen, subscription } = messages();
      const heard: string[] = [];
      const after = subject.replica({ epochs: new Set(['second']) });
      await after.subscribe(subscription);
      await after.broadcast({
        topics: Object.values(topics),
        from: 'beginning',
        handle: (batch) => Promise.resolve(void heard.push(...batch.map(nameOf))),
      });
      await until(() => statusOf(after, 'readers').lag === 0, 'it was through');
      expect([seen, heard]).toEqual([[], []]);
      await subject.sendAgain('second');
      await until(() => seen.length === 2 && heard.length === 2, 'what the new log published was handled');
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

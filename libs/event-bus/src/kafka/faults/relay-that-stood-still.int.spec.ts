import { describe, expect, it } from '@jest/globals';
import { describeOnEngine } from '@tributary/testing/engines';
import { atOnce, openOnKafka } from '../../contract/kafka-subject.ts';
import { gate, ledger, messages, numbersOf, opener, orders, until } from '../../contract/subject.ts';
import type { SafeProducer } from '../produce.ts';

const keys = Array.from({ length: 12 }, (_, n) => `k${n}.`);
const publications = (count: number, first = 1) =>
  Array.from({ length: count }, (_, n) => keys.flatMap((key) => orders(key, 1, first + n))).flat();

/** Two relays of one log that agree on positions: the first holds what it sends, and its lease lapses unnoticed. */
const overlapping = () => {
  const positions = new Map<string, number>();
  const noticed = new AbortController();
  const asleep = gate();
  let held = 0;
  const holding = (producer: SafeProducer): SafeProducer => ({
    ...producer,
    get problem() {
      return producer.problem;
    },
    publish: async (messages, signal) => {
      held += 1;
      await asleep.opened;
      await producer.publish(messages, signal);
    },
    close: () => producer.close(),
  });
  return {
    first: { coordination: atOnce(positions, noticed.signal), before: holding },
    second: { coordination: atOnce(positions) },
    holds: () => held > 0,
    wake: asleep.open,
    noticeThatItsLeaseIsGone: () => noticed.abort(),
  };
};

describeOnEngine('kafka', (address) => {
  describe('A relay to Kafka that stood still while another took over', () => {
    const relays = overlapping();
    const open = opener(() => openOnKafka(address(), relays.first));

    it('repeats what is there already: each group is given each event once, in order', async () => {
      const subject = await open();
      const [read, stock] = [messages(), ledger()];
      await subject.bus.subscribe(read.subscription);
      await subject.bus.subscribe(stock.subscription);
      await subject.append(publications(20));
      await until(relays.holds, 'the first had begun to send');
      const second = subject.secondRelay(relays.second);
      await second.through();
      await until(() => read.seen.length === 240, 'what the second sent was handled');
      relays.wake();
      await subject.append(publications(20, 21));
      await Promise.all([second.through(), subject.relay.through()]);
      relays.noticeThatItsLeaseIsGone();
      await subject.append(publications(1, 41));
      await second.through();
      const isThrough = (names: readonly string[]) =>
        names.filter((name) => name.endsWith('.41')).length === 12;
      await until(() => isThrough(read.seen) && isThrough(stock.stored.effect), 'all were handled');
      const all = Array.from({ length: 41 }, (_, n) => n + 1);
      for (const key of keys)
        for (const names of [read.seen, stock.stored.effect]) expect(numbersOf(names, key)).toEqual(all);
      expect(await subject.written()).toBeGreaterThanOrEqual(keys.length * (41 + 20));
      await second.close();
    });
  });
});

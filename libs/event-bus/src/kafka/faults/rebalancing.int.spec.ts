import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { describeOnEngine } from '@tributary/testing/engines';
import { type OpenedOnKafka, openOnKafka } from '../../contract/kafka-subject.ts';
import {
  messages,
  numbersOf,
  opener,
  orders,
  repeatsOnlySuffixes,
  sharedLedger,
  until,
} from '../../contract/subject.ts';
import type { EventBus } from '../../port.ts';

const keys = Array.from({ length: 20 }, (_, n) => `k${n}.`);
const perKey = 100;
/** Milliseconds. */
const cadence = 500;
const duration = 10_000;
const mostMembers = 4;

/** Processes that come, one after the other, until they are many, and go, the oldest first. */
const comingAndGoing = (replica: () => EventBus, join: (bus: EventBus) => Promise<void>) => {
  const members: EventBus[] = [];
  const moves: Promise<void>[] = [];
  let growing = true;
  const come = () => {
    const bus = replica();
    members.push(bus);
    return join(bus);
  };
  return {
    next: () => {
      if (members.length === 0) growing = true;
      if (members.length === mostMembers) growing = false;
      moves.push(growing ? come() : members.shift()!.close());
    },
    /** All go; says why some failed to come or to go, if they did. */
    end: async () => {
      moves.push(...members.splice(0).map((bus) => bus.close()));
      const outcomes = await Promise.allSettled(moves);
      return outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
    },
  };
};

describeOnEngine('kafka', (address) => {
  describe('A group on Kafka whose processes come and go every half second', () => {
    let subject: OpenedOnKafka;
    const open = opener(async () => (subject = await openOnKafka(address())));

    it('handles every message, each key in order, and applies each to a batch group once', async () => {
      await open();
      const read = messages({ handle: () => delay(2) });
      const stock = sharedLedger();
      const join = async (bus: EventBus) => {
        await bus.subscribe(read.subscription);
        await bus.subscribe(stock.subscription({ maxBatch: 20, handle: () => delay(2) }));
      };
      const members = comingAndGoing(subject.replica, join);
      await join(subject.bus);
      const rounds = duration / cadence;
      for (let round = 0; round < rounds; round += 1) {
        members.next();
        const first = 1 + (round * perKey) / rounds;
        await Promise.all([
          subject.append(keys.flatMap((key) => orders(key, perKey / rounds, first))),
          delay(cadence),
        ]);
      }
      const isThrough = (names: readonly string[]) => new Set(names).size === keys.length * perKey;
      await until(() => isThrough(read.seen) && isThrough(stock.stored.effect), 'all were handled');
      const all = Array.from({ length: perKey }, (_, n) => n + 1);
      for (const key of keys) {
        const numbers = numbersOf(read.seen, key);
        expect([...new Set(numbers)]).toEqual(all);
        expect(repeatsOnlySuffixes(numbers)).toBe(true);
        expect(numbersOf(stock.stored.effect, key)).toEqual(all);
      }
      // Where the machine is slow, one may have to go before it has come.
      for (const failure of await members.end()) expect(failure).toContain('The event bus is closed.');
    });
  });
});

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { describeOnEngine } from '@tributary/testing/engines';
import type { Answer, Asked, MemberSettings, Question } from '../../contract/kafka-member.ts';
import { type OpenedOnKafka, openOnKafka, partitions, sessionTimeout } from '../../contract/kafka-subject.ts';
import {
  gate,
  messages,
  nameOf,
  numbersOf,
  opener,
  orders,
  sharedLedger,
  topics,
  until,
} from '../../contract/subject.ts';

const script = path.resolve(import.meta.dirname, '../../contract/kafka-member.ts');
const execArgv = [
  '--experimental-transform-types',
  '--disable-warning=ExperimentalWarning',
  '--conditions=tributary-source',
];
const keys = Array.from({ length: 12 }, (_, n) => `k${n}.`);

/** A process of its own in both groups; what it asks is answered here, where the store is. */
const started = (settings: MemberSettings, answer: (question: Question) => Promise<unknown>) => {
  const child = fork(script, [JSON.stringify(settings)], { execArgv });
  child.on('message', ({ id, question }: Asked) => {
    const send = (what: Omit<Answer, 'id'>) => child.connected && child.send({ id, ...what });
    answer(question).then(
      (answered) => send({ answer: answered }),
      (error: { code: string }) => send({ code: error.code }),
    );
  });
  return child;
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
};

describeOnEngine('kafka', (address) => {
  describe('A process of a Kafka group that is paused for longer than it may be silent', () => {
    const children: ChildProcess[] = [];
    const open = opener(() => openOnKafka(address()));
    afterEach(() => Promise.all(children.splice(0).map(ended)));

    const settingsFor = ({ namespace }: OpenedOnKafka): MemberSettings => ({
      brokers: address(),
      namespace,
      partitions,
      sessionTimeout,
      topics: Object.values(topics),
    });

    it('is replaced, and wakes up to find its batch refused: no effect twice, none lost', async () => {
      const subject = await open();
      const { seen, subscription } = messages();
      const seenByChild: string[] = [];
      const stock = sharedLedger();
      const stockOfChild = stock.subscription();
      const [joined, taken, awake] = [gate(), gate(), gate()];
      const refused: unknown[] = [];
      const questions: Record<string, number> = {};
      const answer = async (question: Question): Promise<unknown> => {
        questions[question.kind] = (questions[question.kind] ?? 0) + 1;
        switch (question.kind) {
          case 'joined':
            return joined.open();
          case 'handle':
            return void seenByChild.push(nameOf(question.message));
          case 'checkpoints':
            return stockOfChild.checkpoints();
          case 'batch': {
            taken.open();
            await awake.opened;
            const written = stockOfChild.handle(question.messages, question.through);
            return written.catch((error: { code: string }) => {
              refused.push(error.code);
              throw error;
            });
          }
        }
      };
      const child = started(settingsFor(subject), answer);
      children.push(child);
      await joined.opened;
      await subject.bus.subscribe(subscription);
      await subject.bus.subscribe(stock.subscription());
      await subject.append(keys.flatMap((key) => orders(key, 10)));
      await taken.opened;
      child.kill('SIGSTOP');
      await subject.append(keys.flatMap((key) => orders(key, 10, 11)));
      const isThrough = (each: number) =>
        [[...seen, ...seenByChild], stock.stored.effect].every(
          (names) => new Set(names).size === each * keys.length,
        );
      await until(() => isThrough(20), 'it was replaced');
      child.kill('SIGCONT');
      awake.open();
      const before = questions['checkpoints']!;
      await until(() => questions['checkpoints']! > before, 'it asked where to go on');
      await subject.append(keys.flatMap((key) => orders(key, 10, 21)));
      await until(() => isThrough(30), 'all were handled');
      expect(refused).toContain('stale-checkpoint');
      const all = Array.from({ length: 30 }, (_, n) => n + 1);
      for (const key of keys) {
        // A process that wakes up still does what it had at hand: behind the others, in its own order.
        for (const names of [seen, seenByChild]) {
          const numbers = [...new Set(numbersOf(names, key))];
          expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        }
        expect(numbersOf(stock.stored.effect, key)).toEqual(all);
      }
    });
  });
});

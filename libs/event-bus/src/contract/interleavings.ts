import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { BusMessage } from '../port.ts';
import {
  type Effort,
  type Open,
  type Opened,
  type Publication,
  ledger,
  messages,
  nameOf,
  numbersOf,
  order,
  quickly,
  repeatsOnlySuffixes,
  stock,
  until,
} from './subject.ts';

type Step =
  | { readonly kind: 'publish'; readonly keys: readonly string[] }
  | { readonly kind: 'turns'; readonly count: number }
  | { readonly kind: 'restart' };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      keys: fc.array(fc.constantFrom('a', 'b', 'c', 's'), { minLength: 1, maxLength: 12 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('turns' as const), count: fc.integer({ min: 1, max: 8 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
);

const anyHistory = fc.record({
  steps: fc.array(anyStep, { minLength: 1, maxLength: 12 }),
  /** Which handlings fail, one after the other, over all groups. */
  failures: fc.array(fc.boolean(), { maxLength: 40 }),
  concurrency: fc.integer({ min: 1, max: 4 }),
  maxBatch: fc.integer({ min: 1, max: 9 }),
});

const runHistory = async (
  subject: Opened,
  history: typeof anyHistory extends fc.Arbitrary<infer H> ? H : never,
) => {
  const failures = [...history.failures];
  let processes = 1;
  const handle = async () => {
    const own = processes;
    await new Promise(setImmediate);
    // A process that crashed meanwhile writes nothing any more.
    if (own !== processes) await new Promise(() => {});
    if (failures.shift()) throw new Error('by chance');
  };
  const published = new Map<string, number>();
  const seen = new Map<string, string[]>();
  const { stored, subscription: batches } = ledger({ maxBatch: history.maxBatch, handle });
  const subscribe = async () => {
    const own = processes;
    // What a process still has at hand when it crashes, it hands to nobody.
    const alive = () => (own === processes ? Promise.resolve() : new Promise<void>(() => {}));
    for (const group of ['one', 'two']) {
      const noting = async (message: BusMessage) => {
        await alive();
        seen.set(group, [...(seen.get(group) ?? []), nameOf(message)]);
        return handle();
      };
      const retry = { ...quickly, attempts: 50 };
      await subject.bus.subscribe(
        messages({ group, handle: noting, concurrency: history.concurrency, retry }).subscription,
      );
    }
    await subject.bus.subscribe({
      ...batches,
      retry: { ...quickly, attempts: 50 },
      handle: (batch, through) => alive().then(() => batches.handle(batch, through)),
    });
  };
  const next = (key: string): Publication => {
    const n = (published.get(key) ?? 0) + 1;
    published.set(key, n);
    return key === 's' ? stock(key, n) : order(key, n);
  };
  await subscribe();
  for (const step of history.steps) {
    if (step.kind === 'publish') await subject.publish(step.keys.map(next));
    else if (step.kind === 'turns') for (let n = 0; n < step.count; n += 1) await new Promise(setImmediate);
    else {
      processes += 1;
      await subject.restart();
      await subscribe();
    }
  }
  const count = [...published.values()].reduce((sum, each) => sum + each, 0);
  const isThrough = (names: readonly string[] = []) => new Set(names).size === count;
  await until(
    () => isThrough(seen.get('one')) && isThrough(seen.get('two')) && isThrough(stored.effect),
    'all were through',
  );
  return { published, seen, effect: stored.effect };
};

export const interleavings = (open: Open, { histories }: Effort): void => {
  it('of publishing, failing and crashing loses nothing and repeats only what came last', async () => {
    const property = fc.asyncProperty(anyHistory, async (history) => {
      const subject = await open();
      try {
        const { published, seen, effect } = await runHistory(subject, history);
        for (const [key, count] of published) {
          const all = Array.from({ length: count }, (_, index) => index + 1);
          for (const names of seen.values()) {
            const numbers = numbersOf(names, key);
            expect([...new Set(numbers)]).toEqual(all);
            expect(repeatsOnlySuffixes(numbers)).toBe(true);
          }
          expect(numbersOf(effect, key)).toEqual(all);
        }
      } finally {
        await subject.close();
      }
    });
    await fc.assert(property, { numRuns: histories ?? 60, endOnFailure: histories !== undefined });
  });
};

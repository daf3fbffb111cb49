import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type EventStore, PartlyRecorded, type StreamAppend, WrongExpectedVersion } from '../port.ts';
import { type Subject, anEvent, to } from './subject.ts';

/** What the port means, in a few lines: appends take effect one after the other. */
class Model {
  readonly order: { readonly id: string; readonly stream: string; readonly version: number }[] = [];

  version(stream: string): number {
    return this.order.filter((event) => event.stream === stream).length;
  }

  /** What an append is answered, in a form that can be compared. */
  append(appends: readonly StreamAppend[]): Answer {
    const wanted = appends.flatMap(({ stream, events }) => events.map(({ id }) => ({ id, stream })));
    const known = wanted.filter(({ id }) => this.order.some((event) => event.id === id));
    const same = wanted.filter(({ id, stream }) =>
      this.order.some((event) => event.id === id && event.stream === stream),
    );
    if (new Set(wanted.map(({ id }) => id)).size < wanted.length) return 'partly recorded';
    if (same.length === wanted.length) return this.answer(wanted, true);
    if (known.length > 0) return 'partly recorded';
    const ahead = new Map<string, number>();
    for (const { stream, expectedVersion, events } of appends) {
      const actual = this.version(stream) + (ahead.get(stream) ?? 0);
      if (expectedVersion !== 'any' && expectedVersion !== actual) return `${stream} at ${actual}`;
      ahead.set(stream, (ahead.get(stream) ?? 0) + events.length);
    }
    for (const { id, stream } of wanted) this.order.push({ id, stream, version: this.version(stream) + 1 });
    return this.answer(wanted, false);
  }

  private answer(wanted: readonly { readonly id: string }[], duplicate: boolean): Answer {
    return {
      duplicate,
      versions: wanted.map(({ id }) => this.order.find((event) => event.id === id)!.version),
    };
  }
}

type Answer = string | { readonly duplicate: boolean; readonly versions: readonly number[] };

const answerOf = async (store: EventStore, appends: readonly StreamAppend[]): Promise<Answer> => {
  try {
    const { duplicate, recorded } = await store.append(appends);
    return { duplicate, versions: recorded.map(({ version }) => version) };
  } catch (error) {
    if (error instanceof PartlyRecorded) return 'partly recorded';
    if (error instanceof WrongExpectedVersion) return `${error.stream} at ${error.actual}`;
    throw error;
  }
};

const part = fc.record({
  stream: fc.constantFrom('a', 'b', 'c'),
  /** Distance from what the model says the version will be; `null` is any. */
  off: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: -3, max: 3 }) },
    { weight: 2, arbitrary: fc.constant(null) },
  ),
  /** Ids out of a small set, so that they meet again. */
  ids: fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 3 }),
});
const rounds = fc.array(
  fc.array(fc.array(part, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 8 }),
  {
    minLength: 1,
    maxLength: 5,
  },
);

/** `<stream>@<version>` that an append would have led to. */
const endsOf = (appends: readonly StreamAppend[]): string[] => {
  const versions = new Map<string, number>();
  for (const { stream, expectedVersion, events } of appends) {
    const start = versions.get(stream) ?? (expectedVersion === 'any' ? undefined : expectedVersion);
    if (start !== undefined) versions.set(stream, start + events.length);
  }
  return [...versions].map(([stream, version]) => `${stream}@${version}`);
};

export const interleavings = ({ fresh, missing }: Subject): void => {
  it('leads to what appending one after the other leads to', async () => {
    const { log } = await fresh();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(rounds, async (plan) => {
        run += 1;
        const store = log.forService(`run-${run}`);
        const ids = Array.from({ length: 41 }, () => randomUUID());
        const model = new Model();
        const start = await log.all.head();
        for (const round of plan) {
          const pending: Promise<Answer>[] = [];
          const expected: Answer[] = [];
          // Whether an append stands on what came to nothing, or on what is there, only its maker knows: not asked here.
          const nothing = new Set<string>();
          for (const parts of missing.severalStreams === undefined
            ? round
            : round.map((each) => each.slice(0, 1))) {
            const appends = parts.map(({ stream, off, ids: chosen }) => {
              const version = Math.max(0, model.version(stream) + (off ?? 0));
              return to(
                stream,
                off === null || nothing.has(`${stream}@${version}`) ? 'any' : version,
                ...chosen.map((index) => anEvent({ id: ids[index]! })),
              );
            });
            const answer = model.append(appends);
            // Nothing was written for a repeat either: what stands on where it would have led stands on nothing.
            if (typeof answer === 'string' || answer.duplicate)
              endsOf(appends).forEach((end) => nothing.add(end));
            expected.push(answer);
            pending.push(answerOf(store, appends));
            if (missing.pipelining !== undefined) await pending.at(-1);
          }
          expect(await Promise.all(pending)).toEqual(expected);
        }
        const all = await store.readAll(start, 1_000);
        expect(all.map(({ id, stream, version }) => ({ id, stream, version }))).toEqual(model.order);
        for (const stream of ['a', 'b', 'c']) {
          expect(await store.readStream(stream)).toEqual(all.filter((event) => event.stream === stream));
        }
      }),
      { numRuns: 100 },
    );
    for await (const fault of log.verify()) expect(fault).toBeUndefined();
  });
};

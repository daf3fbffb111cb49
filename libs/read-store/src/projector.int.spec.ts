import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { jest } from '@jest/globals';
import * as fc from 'fast-check';
import type { BusMessage } from '@tributary/event-bus';
import { openLogBus } from '@tributary/event-bus/log';
import type { RecordedEvent } from '@tributary/event-store';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import type { Collection, ReadStore, Stored, Write } from './port.ts';
import { type Projection, Projector, type ProjectorOptions } from './projector.ts';
import { openSqliteReadStore } from './sqlite/index.ts';

/** An order as a sum of its lines: a fold that shows every event applied twice, missed or out of order. */
interface Tally {
  readonly total: number;
  readonly history: string;
  readonly tracking: readonly string[];
}

const tallies: Collection<Tally> = {
  name: 'spec.tallies',
  version: 1,
  fields: { total: { type: 'integer', of: ({ total }) => total } },
  indexes: [['total']],
};

/** Which order a parcel belongs to: follows from the tally alone. */
const parcels: Collection<{ order: string }> = {
  name: 'spec.parcels',
  version: 1,
  fields: { order: { type: 'text', of: ({ order }) => order } },
  indexes: [['order']],
};

type Fact =
  | { readonly add: number }
  | { readonly track: string }
  | { readonly untrack: string }
  | { readonly forget: true };

const empty: Tally = { total: 0, history: '', tracking: [] };

const evolve = (tally: Tally = empty, { data, version }: RecordedEvent): Tally | undefined => {
  const fact = data as Fact;
  const history = `${tally.history} ${version}`;
  if ('add' in fact) return { ...tally, history, total: tally.total + fact.add };
  if ('track' in fact) return { ...tally, history, tracking: [...tally.tracking, fact.track] };
  if ('untrack' in fact)
    return { ...tally, history, tracking: tally.tracking.filter((each) => each !== fact.untrack) };
  return undefined;
};

const tally: Projection<Tally> = {
  collection: tallies,
  idOf: ({ stream }) => (stream === 'nobody' ? undefined : stream),
  evolve,
  also: ({ tracking }, id) =>
    tracking.map((parcel): Write => ({
      collection: parcels,
      id: `${id}/${parcel}`,
      document: { order: id },
    })),
};

/** Another question of the same facts, asked later. */
const added: Collection<Tally> = { ...tallies, name: 'spec.added' };
const withAdded: Partial<ProjectorOptions> = {
  projections: [tally, { collection: added, idOf: tally.idOf, evolve }],
};

const topic = 'tributary.order.v1';
const options: ProjectorOptions = {
  group: 'tallies',
  topics: [topic],
  projections: [tally],
  derived: [parcels],
};

/** Messages of a log that holds these facts, and nothing else. */
const messagesOf = (facts: readonly (readonly [stream: string, fact: Fact])[]): BusMessage[] => {
  const versions = new Map<string, number>();
  return facts.map(([stream, data], index) => {
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    const time = '2026-03-01T10:00:00.000Z';
    const event = {
      id: `${stream}-${version}`, type: 'tributary.order.tracked.v1', time, recordedTime: time, data,
      metadata: { source: 'spec' }, position: index + 1, stream, version,
    }; // prettier-ignore
    return { topic, key: stream, partition: 'log', offset: index + 1, event };
  });
};

const through = (batch: readonly BusMessage[]) => ({ partition: 'log', offset: batch.at(-1)!.offset });

const allOf = async (store: ReadStore, collection: Collection): Promise<Stored[]> => {
  const documents: Stored[] = [];
  for await (const stored of store.scan(collection)) documents.push({ id: stored.id, json: stored.json });
  return documents;
};

const everythingIn = async (store: ReadStore) => ({
  tallies: await allOf(store, tallies),
  parcels: await allOf(store, parcels),
  checkpoints: { ...(await store.checkpoints('tallies')) },
});

const open = async (parts: Partial<ProjectorOptions> = {}) => {
  const store = openSqliteReadStore(':memory:');
  await store.declare([tallies, parcels]);
  return { store, projector: new Projector(store, { ...options, ...parts }) };
};

const totalOf = async (store: ReadStore, id: string): Promise<number | undefined> => {
  const stored = await store.get(tallies, id);
  return stored && (JSON.parse(stored.json) as Tally).total;
};

const addedTotal = async (store: ReadStore): Promise<number | undefined> => {
  const stored = await store.get(added, 'a');
  return stored && (JSON.parse(stored.json) as Tally).total;
};

const until = async (condition: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 10_000; !(await condition()); await delay(1))
    if (Date.now() > end) throw new Error('Waited in vain.');
};

/** The store, failing as often as told: the database is locked, the disk is full. */
const failingStore = (store: ReadStore) => {
  const failures = { left: 0 };
  const apply: ReadStore['apply'] = (writes, checkpoints) =>
    failures.left-- > 0 ? Promise.reject(new Error('The disk is full.')) : store.apply(writes, checkpoints);
  const failing = Object.assign(Object.create(store) as ReadStore, { apply });
  // The store's own methods need the store itself as `this`.
  for (const name of ['declare', 'get', 'getMany', 'checkpoints', 'reset', 'scan', 'close'] as const)
    Object.assign(failing, { [name]: store[name].bind(store) });
  return { failing, failures };
};

describe('A projector', () => {
  it('folds the events of a document in order and keeps how far it has come', async () => {
    const { store, projector } = await open();
    const batch = messagesOf([['a', { add: 5 }], ['b', { add: 1 }], ['nobody', { add: 9 }], ['a', { add: 2 }]]); // prettier-ignore
    await projector.apply(batch, through(batch));
    expect(await everythingIn(store)).toEqual({
      tallies: [
        { id: 'a', json: '{"total":7,"history":" 1 2","tracking":[]}' },
        { id: 'b', json: '{"total":1,"history":" 1","tracking":[]}' },
      ],
      parcels: [],
      checkpoints: { log: 4 },
    });
  });

  it('removes a document, and begins anew when it comes back', async () => {
    const { store, projector } = await open();
    const batch = messagesOf([['a', { add: 5 }], ['a', { forget: true }], ['a', { add: 1 }]]); // prettier-ignore
    await projector.apply(batch.slice(0, 2), through(batch.slice(0, 2)));
    expect(await allOf(store, tallies)).toEqual([]);
    await projector.apply(batch.slice(2), through(batch));
    expect(await totalOf(store, 'a')).toBe(1);
  });

  it('writes what follows from a document with it, and removes it with it', async () => {
    const { store, projector } = await open();
    const batch = messagesOf([['a', { track: 'p1' }], ['a', { track: 'p2' }], ['a', { untrack: 'p1' }], ['a', { forget: true }]]); // prettier-ignore
    const parcelsAfter = async (index: number) => {
      await projector.apply([batch[index]!], through([batch[index]!]));
      return (await allOf(store, parcels)).map(({ id }) => id);
    };
    expect(await parcelsAfter(0)).toEqual(['a/p1']);
    expect(await parcelsAfter(1)).toEqual(['a/p1', 'a/p2']);
    expect(await parcelsAfter(2)).toEqual(['a/p2']);
    expect(await parcelsAfter(3)).toEqual([]);
  });

  it('tells what changed only once it can be read', async () => {
    const visible: Promise<number | undefined>[] = [];
    const told: string[] = [];
    const onApplied = (documents: ReadonlyMap<string, object | undefined>) => {
      told.push(...documents.keys());
      visible.push(totalOf(store, 'a'));
    };
    const { store, projector } = await open({ onApplied });
    const batch = messagesOf([['a', { add: 5 }], ['b', { add: 1 }], ['a', { add: 1 }]]); // prettier-ignore
    await projector.apply(batch, through(batch));
    expect(told).toEqual(['a', 'b']);
    expect(await Promise.all(visible)).toEqual([6]);
    await projector.apply([], { partition: 'log', offset: 9 });
    expect(visible).toHaveLength(1);
  });

  it('applies a batch once although the listener fails', async () => {
    const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const onApplied = () => {
      throw new Error('nobody listens');
    };
    const { store, projector } = await open({ onApplied });
    const batch = messagesOf([['a', { add: 5 }]]);
    await projector.apply(batch, through(batch));
    expect(await totalOf(store, 'a')).toBe(5);
    expect(warned).toHaveBeenCalledTimes(1);
    warned.mockRestore();
  });

  it('leaves store and memory as they were when a batch fails', async () => {
    const { store } = await open();
    const { failing, failures } = failingStore(store);
    const told: string[] = [];
    const projector = new Projector(failing, {
      ...options,
      onApplied: (documents) => told.push(...documents.keys()),
    });
    const batch = messagesOf([['a', { add: 5 }], ['a', { add: 1 }], ['b', { add: 3 }]]); // prettier-ignore
    await projector.apply(batch.slice(0, 1), through(batch.slice(0, 1)));
    const before = await everythingIn(store);
    failures.left = 2;
    for (let n = 0; n < 2; n += 1)
      await expect(projector.apply(batch.slice(1), through(batch))).rejects.toThrow('full');
    expect(await everythingIn(store)).toEqual(before);
    expect(told).toEqual(['a']);
    await projector.apply(batch.slice(1), through(batch));
    expect([await totalOf(store, 'a'), await totalOf(store, 'b')]).toEqual([6, 3]);
  });

  it('forgets what it remembers when it is subscribed again, for the store may have been emptied', async () => {
    const { store, projector } = await open();
    const batch = messagesOf([['a', { add: 5 }]]);
    await projector.apply(batch, through(batch));
    await store.reset('tallies', [tallies, parcels]);
    expect(await projector.subscription().checkpoints()).toEqual({});
    await projector.apply(batch, through(batch));
    expect(await totalOf(store, 'a')).toBe(5);
  });
});

describe('Two projectors of one group', () => {
  it('apply an event once: the one that lost the partition writes nothing, then goes on from what is stored', async () => {
    const { store, projector: paused } = await open();
    const next = new Projector(store, options);
    const batch = messagesOf([['a', { add: 1 }], ['a', { add: 2 }], ['a', { add: 4 }]]); // prettier-ignore
    await paused.apply(batch.slice(0, 1), through(batch.slice(0, 1)));
    await next.subscription().checkpoints();
    await next.apply(batch.slice(1, 2), through(batch.slice(0, 2)));

    const late = () => paused.apply(batch.slice(1), through(batch));
    await expect(late()).rejects.toEqual(expect.objectContaining({ code: 'stale-checkpoint' }));
    expect(await totalOf(store, 'a')).toBe(3);
    await late();
    expect(await allOf(store, tallies)).toEqual([
      { id: 'a', json: '{"total":7,"history":" 1 2 3","tracking":[]}' },
    ]);
  });

  it('pass over a batch that was stored and comes again since nobody heard so', async () => {
    const { store, projector } = await open();
    const batch = messagesOf([['a', { add: 1 }], ['a', { add: 2 }]]); // prettier-ignore
    const next = new Projector(store, options);
    await next.subscription().checkpoints();
    await projector.apply(batch, through(batch));
    await expect(next.apply(batch, through(batch))).rejects.toMatchObject({ code: 'stale-checkpoint' });
    await next.apply(batch, through(batch));
    expect(await totalOf(store, 'a')).toBe(3);
  });

  it('pass over what the bus delivers again', async () => {
    const told: number[] = [];
    const { store, projector } = await open({ onApplied: ({ size }) => told.push(size) });
    const batch = messagesOf([['a', { add: 1 }], ['b', { add: 2 }], ['a', { add: 4 }]]); // prettier-ignore
    await projector.apply(batch.slice(0, 2), through(batch.slice(0, 2)));
    await projector.apply(batch.slice(0, 1), through(batch.slice(0, 1)));
    await projector.apply(batch, through(batch));
    expect([await totalOf(store, 'a'), await totalOf(store, 'b')]).toEqual([5, 2]);
    expect(told).toEqual([2, 1]);
  });
});

describe('A message that was parked', () => {
  it('is folded when it is redriven, and the checkpoint stays', async () => {
    const { store, projector } = await open();
    const batch = messagesOf([['a', { add: 1 }], ['a', { add: 2 }], ['b', { add: 4 }]]); // prettier-ignore
    const [first, parked, last] = batch as [BusMessage, BusMessage, BusMessage];
    await projector.apply([first, last], through(batch));
    await projector.apply([parked], through(batch), true);
    expect([await totalOf(store, 'a'), await totalOf(store, 'b')]).toEqual([3, 4]);
    expect(await store.checkpoints('tallies')).toMatchObject({ log: 3 });
  });

  it('is folded once, although it is redriven again because the first time was not answered', async () => {
    const { store, projector } = await open();
    const batch = messagesOf([['a', { add: 1 }], ['a', { add: 2 }]]); // prettier-ignore
    await projector.apply(batch.slice(0, 1), through(batch));
    for (const each of [projector, projector, new Projector(store, options)])
      await each.apply(batch.slice(1), through(batch), true);
    expect(await totalOf(store, 'a')).toBe(3);
  });
});

describe('Topics divided into partitions of the same numbers', () => {
  const [orders, sourcing] = ['tributary.order.v1', 'tributary.sourcing.v1'];
  const batch = messagesOf([['a', { add: 1 }], ['a', { add: 2 }], ['a', { add: 4 }]]); // prettier-ignore
  const parts = { topics: [orders, sourcing] };
  const apply = (projector: Projector, index: number, partition: string) =>
    projector.apply([{ ...batch[index]!, partition }], { partition, offset: index + 1 });

  it('let a process that lost one number write nothing to the documents they share', async () => {
    const { store, projector: paused } = await open(parts);
    const next = new Projector(store, { ...options, ...parts });
    await apply(paused, 0, `${sourcing}:3`);
    await apply(next, 1, `${orders}:3`);
    const late = () => apply(paused, 2, `${sourcing}:3`);
    await expect(late()).rejects.toEqual(expect.objectContaining({ code: 'stale-checkpoint' }));
    expect(await totalOf(store, 'a')).toBe(3);
    await late();
    expect(await totalOf(store, 'a')).toBe(7);
    expect(await store.checkpoints('tallies')).toMatchObject({ [`${sourcing}:3`]: 3, [`${orders}:3`]: 2 });
  });

  it('do so also where the other went on with a log that this process never saw', async () => {
    const { store, projector: paused } = await open(parts);
    const next = new Projector(store, { ...options, ...parts });
    await apply(paused, 0, `${sourcing}:3:first-log`);
    await apply(next, 1, `${orders}:3:second-log`);
    const late = () => apply(paused, 2, `${sourcing}:3:first-log`);
    await expect(late()).rejects.toEqual(expect.objectContaining({ code: 'stale-checkpoint' }));
    await late();
    expect(await totalOf(store, 'a')).toBe(7);
  });

  it('do not hold up the work on other numbers', async () => {
    const { store, projector } = await open(parts);
    const other = new Projector(store, { ...options, ...parts });
    await apply(projector, 0, `${sourcing}:3`);
    await apply(other, 1, `${orders}:4`);
    await apply(projector, 2, `${orders}:3`);
    expect(await store.checkpoints('tallies')).toMatchObject({ [`${orders}:3`]: 3, [`${orders}:4`]: 2 });
  });
});

describe('Batches of several partitions', () => {
  const onPartition = (partition: string) => (message: BusMessage) => ({ ...message, partition });

  it('that come at once are folded one after another', async () => {
    const { store, projector } = await open();
    const batch = messagesOf([['a', { add: 1 }], ['a', { add: 2 }], ['a', { add: 4 }]]); // prettier-ignore
    await Promise.all(
      batch.map((message, index) => {
        const partition = `p${index}`;
        return projector.apply([onPartition(partition)(message)], { partition, offset: message.offset });
      }),
    );
    expect(await totalOf(store, 'a')).toBe(7);
    expect({ ...(await store.checkpoints('tallies')) }).toEqual({ p0: 1, p1: 2, p2: 3 });
  });

  it('are counted apart where a projection says so, however the partitions move', async () => {
    const { store } = await open();
    const counting = { ...options, projections: [{ ...tally, partitioned: true as const }] };
    const batch = messagesOf([['a', { add: 1 }], ['a', { add: 2 }], ['a', { add: 4 }]]); // prettier-ignore
    for (const [index, partition] of ['p0', 'p1', 'p0'].entries()) {
      const message = onPartition(partition)(batch[index]!);
      await new Projector(store, counting).apply([message], { partition, offset: message.offset });
    }
    const ids = (await allOf(store, tallies)).map(({ id }) => id);
    expect(ids).toEqual(['a~p0', 'a~p1']);
    expect([await totalOf(store, 'a~p0'), await totalOf(store, 'a~p1')]).toEqual([5, 2]);
  });
});

describe('Counts over many documents', () => {
  interface Sum {
    readonly sum: number;
    readonly steps: number;
  }
  const sums: Collection<Sum> = { name: 'spec.sums', version: 1, fields: {}, indexes: [] };
  const counted: Projection<Tally> = {
    ...tally,
    counts: {
      collection: sums,
      of: (before, after, { data }) =>
        'track' in (data as Fact)
          ? []
          : [
              {
                id: 'all',
                add: ({ sum, steps }: Sum = { sum: 0, steps: 0 }) => ({
                  sum: sum + (after?.total ?? 0) - (before?.total ?? 0),
                  steps: steps + 1,
                }),
              },
            ],
    },
  };
  const batch = messagesOf([['a', { add: 5 }], ['b', { add: 2 }], ['a', { track: 'p' }], ['a', { forget: true }], ['b', { add: 1 }]]); // prettier-ignore

  it('add up what each event made of its document, once, by partition', async () => {
    const { store } = await open();
    const counting = { ...options, projections: [counted] };
    await new Projector(store, counting).start({ subscribe: () => Promise.resolve() });
    const fold = (from: number, to: number, partition = 'log') =>
      new Projector(store, counting).apply(batch.slice(from, to), {
        partition,
        offset: batch[to - 1]!.offset,
      });
    await fold(0, 2);
    // By another process, to which all that was applied comes once more.
    await fold(0, 5);
    expect(await allOf(store, sums)).toEqual([{ id: 'all~log', json: '{"sum":3,"steps":4}' }]);
  });

  it('are as they were when a batch fails', async () => {
    const { store } = await open();
    const { failing, failures } = failingStore(store);
    const projector = new Projector(failing, { ...options, projections: [counted] });
    await projector.start({ subscribe: () => Promise.resolve() });
    failures.left = 1;
    await expect(projector.apply(batch, through(batch))).rejects.toThrow('full');
    expect(await allOf(store, sums)).toEqual([]);
    await projector.apply(batch, through(batch));
    expect(await allOf(store, sums)).toEqual([{ id: 'all~log', json: '{"sum":3,"steps":4}' }]);
  });
});

describe('What a projector publishes', () => {
  it('is published with its place before it is stored, and again when the batch comes again', async () => {
    const published: (readonly [string, number, number | undefined, number | undefined])[] = [];
    const answers = [new Error('The bus is away.'), undefined];
    const publish: ProjectorOptions['publish'] = async (documents, { offset }) => {
      for (const [id, document] of documents)
        published.push([id, offset, (document as Tally | undefined)?.total, await totalOf(store, id)]);
      const answer = answers.shift();
      if (answer) throw answer;
    };
    const { store, projector } = await open({ publish });
    const batch = messagesOf([['a', { add: 1 }], ['nobody', { add: 2 }], ['a', { forget: true }]]); // prettier-ignore
    const first = () => projector.apply(batch.slice(0, 2), through(batch.slice(0, 2)));
    await expect(first()).rejects.toThrow('away');
    expect(await everythingIn(store)).toEqual({ tallies: [], parcels: [], checkpoints: {} });
    await first();
    await projector.apply(batch.slice(2), through(batch));
    expect(published).toEqual([
      ['a', 2, 1, undefined],
      ['a', 2, 1, undefined],
      ['a', 3, undefined, 1],
    ]);
  });

  it('is nothing where another process went on with the partition', async () => {
    const publish = jest.fn(async () => {});
    const { store, projector: paused } = await open({ publish });
    const batch = messagesOf([['a', { add: 1 }], ['a', { add: 2 }]]); // prettier-ignore
    await paused.apply(batch.slice(0, 1), through(batch.slice(0, 1)));
    await new Projector(store, options).apply(batch.slice(1), through(batch));
    const late = paused.apply(batch.slice(1), through(batch));
    await expect(late).rejects.toEqual(expect.objectContaining({ code: 'stale-checkpoint' }));
    expect(publish).toHaveBeenCalledTimes(1);
  });

  it('ends with what is stored where another process came first in between', async () => {
    const published: [place: number, total: number][] = [];
    const batch = messagesOf([['a', { add: 1 }], ['a', { add: 2 }]]); // prettier-ignore
    const { store, projector } = await open({
      publish: async (documents, { offset }) => {
        published.push([offset, (documents.get('a') as Tally).total]);
        if (published.length === 1) await new Projector(store, options).apply(batch, through(batch));
      },
    });
    const late = projector.apply(batch.slice(0, 1), through(batch.slice(0, 1)));
    await expect(late).rejects.toEqual(expect.objectContaining({ code: 'stale-checkpoint' }));
    const asked = () => projector.subscription().checkpoints();
    const answers = jest.spyOn(store, 'checkpoints').mockRejectedValueOnce(new Error('away'));
    await expect(asked()).rejects.toThrow('away');
    await asked();
    await asked();
    answers.mockRestore();
    expect(published).toEqual([[1, 1], [2, 3]]); // prettier-ignore
  });

  it('is nothing where nothing of the first projection changed', async () => {
    const publish = jest.fn(async () => {});
    const { projector } = await open({ publish });
    const batch = messagesOf([['nobody', { add: 1 }]]);
    await projector.apply(batch, through(batch));
    await projector.apply([], { partition: 'log', offset: 9 });
    expect(publish).not.toHaveBeenCalled();
  });
});

const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ add: fc.integer({ min: -9, max: 9 }) }) },
  { weight: 2, arbitrary: fc.record({ track: fc.constantFrom('p1', 'p2', 'p3') }) },
  { weight: 1, arbitrary: fc.record({ untrack: fc.constantFrom('p1', 'p2', 'p3') }) },
  { weight: 1, arbitrary: fc.constant({ forget: true as const }) },
);
const anyFacts = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'nobody'), anyFact), {
  minLength: 1,
  maxLength: 40,
});

const batchesOf = (messages: readonly BusMessage[], sizes: readonly number[]): BusMessage[][] => {
  const batches: BusMessage[][] = [];
  for (let start = 0, turn = 0; start < messages.length; turn += 1) {
    const size = sizes[turn % sizes.length]!;
    batches.push(messages.slice(start, start + size));
    start += size;
  }
  return batches;
};

describe('read-model-is-a-fold', () => {
  it('gives the same bytes however the events are cut into batches and however little is remembered', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 });
    const property = fc.asyncProperty(
      anyFacts,
      sizes,
      fc.constantFrom(1, 2, 1_000),
      async (facts, cut, cacheSize) => {
        const messages = messagesOf(facts);
        const [whole, parts] = [await open(), await open({ cacheSize })];
        await whole.projector.apply(messages, through(messages));
        for (const batch of batchesOf(messages, cut)) await parts.projector.apply(batch, through(batch));
        expect(await everythingIn(parts.store)).toEqual(await everythingIn(whole.store));
        await Promise.all([whole.store.close(), parts.store.close()]);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('applies every event once over restarts and failures, going on from the stored checkpoint', async () => {
    const step = fc.record({
      size: fc.integer({ min: 1, max: 9 }),
      fails: fc.boolean(),
      restarts: fc.boolean(),
    });
    const property = fc.asyncProperty(anyFacts, fc.array(step, { maxLength: 20 }), async (facts, steps) => {
      const messages = messagesOf(facts);
      const [whole, parts] = [await open(), await open()];
      await whole.projector.apply(messages, through(messages));
      const { failing, failures } = failingStore(parts.store);
      let projector = new Projector(failing, options);
      for (const { size, fails, restarts } of [...steps, { size: 40, fails: false, restarts: true }]) {
        if (restarts) projector = new Projector(failing, options);
        const { ['log']: done = 0 } = await parts.store.checkpoints('tallies');
        const batch = messages.slice(done, done + size);
        if (batch.length === 0) continue;
        failures.left = fails ? 1 : 0;
        await projector.apply(batch, through(batch)).catch(() => {});
      }
      expect(await everythingIn(parts.store)).toEqual(await everythingIn(whole.store));
      await Promise.all([whole.store.close(), parts.store.close()]);
    });
    await fc.assert(property, { numRuns: 60 });
  });
});

describe('A projector on the bus', () => {
  const start = async () => {
    const log = openSqliteEventLog(':memory:');
    const store = openSqliteReadStore(':memory:');
    let bus = openLogBus({ log, checkpoints: log.checkpoints });
    const publish = (stream: string, ...facts: readonly Fact[]) => {
      const events = facts.map((data) => ({
        id: randomUUID(), type: 'tributary.order.tracked.v1', time: '2026-03-01T10:00:00.000Z', data,
        metadata: { source: 'spec' },
      })); // prettier-ignore
      return log.forService('order').append([{ stream, expectedVersion: 'any', events }]);
    };
    const project = (parts: Partial<ProjectorOptions> = {}, to: ReadStore = store) =>
      new Projector(to, { ...options, ...parts }).start(bus);
    const restart = async () => {
      await bus.close();
      bus = openLogBus({ log, checkpoints: log.checkpoints });
    };
    const close = async () => {
      await bus.close();
      await log.close();
      await store.close();
    };
    return {
      log,
      store,
      publish,
      project,
      restart,
      close,
      redrive: (...what: Parameters<typeof bus.redrive>) => bus.redrive(...what),
      status: () => bus.status()[0]!,
    };
  };

  it('goes on where it stood after a restart', async () => {
    const subject = await start();
    await subject.publish('a', { add: 1 }, { add: 2 });
    await subject.project();
    await until(async () => (await totalOf(subject.store, 'a')) === 3);
    await subject.restart();
    await subject.publish('a', { add: 4 });
    await subject.project();
    await until(async () => ((await totalOf(subject.store, 'a')) ?? 0) >= 7);
    expect(await allOf(subject.store, tallies)).toEqual([
      { id: 'a', json: '{"total":7,"history":" 1 2 3","tracking":[]}' },
    ]);
    await subject.close();
  });

  it('builds its collections again when one of them changed its version', async () => {
    const subject = await start();
    await subject.publish('a', { track: 'p1' }, { add: 2 });
    await subject.project();
    await until(async () => (await totalOf(subject.store, 'a')) === 2);
    await subject.restart();
    const changed = { ...tallies, version: 2 };
    await subject.project({ projections: [{ ...tally, collection: changed }] });
    await until(async () => (await subject.store.get(changed, 'a')) !== undefined);
    expect((await subject.store.get(changed, 'a'))!.json).toBe(
      '{"total":2,"history":" 1 2","tracking":["p1"]}',
    );
    await subject.close();
  });

  it('fills a collection that is added to a group that has run, from the beginning', async () => {
    const subject = await start();
    await subject.publish('a', { add: 1 }, { add: 2 });
    await subject.project();
    await until(async () => (await totalOf(subject.store, 'a')) === 3);
    await subject.restart();
    await subject.publish('a', { add: 4 });
    await subject.project(withAdded);
    await until(async () => (await addedTotal(subject.store)) === 7);
    expect(await allOf(subject.store, added)).toEqual(await allOf(subject.store, tallies));
    await subject.close();
  });

  it.each(['before the group is begun anew', 'after it, before anything is folded'])(
    'fills what was added also when a process ends %s',
    async (when) => {
      const subject = await start();
      await subject.publish('a', { add: 1 }, { add: 2 });
      await subject.project();
      await until(async () => (await totalOf(subject.store, 'a')) === 3);
      await subject.restart();
      const ending = Object.assign(Object.create(subject.store) as ReadStore, {
        declare: subject.store.declare.bind(subject.store),
        reset: async (...what: Parameters<ReadStore['reset']>) => {
          if (when.startsWith('after')) await subject.store.reset(...what);
          throw new Error('The process ends.');
        },
      });
      await expect(subject.project(withAdded, ending)).rejects.toThrow('ends');
      await subject.project(withAdded);
      await until(async () => (await addedTotal(subject.store)) === 3);
      expect(await allOf(subject.store, added)).toEqual(await allOf(subject.store, tallies));
      await subject.close();
    },
  );

  it('goes on, and builds nothing again, when a projection is taken out', async () => {
    const subject = await start();
    await subject.publish('a', { add: 1 });
    await subject.project(withAdded);
    await until(async () => (await addedTotal(subject.store)) === 1);
    await subject.restart();
    await subject.publish('a', { add: 2 });
    const reset = jest.spyOn(subject.store, 'reset');
    await subject.project();
    await until(async () => (await totalOf(subject.store, 'a')) === 3);
    expect([await addedTotal(subject.store), reset.mock.calls]).toEqual([1, []]);
    await subject.close();
  });

  it('goes on in a store of a version that did not note what a group fills', async () => {
    const subject = await start();
    await subject.publish('a', { add: 1 }, { add: 2 });
    await subject.store.declare([tallies, parcels]);
    const kept = { total: 40, history: ' kept', tracking: [] };
    await subject.store.apply(
      [{ collection: tallies, id: 'a', document: kept }],
      [{ consumer: 'tallies', partition: 'log', offset: 1 }],
    );
    await subject.project();
    await until(async () => (await totalOf(subject.store, 'a')) === 42);
    await subject.close();
  });

  it('parks the event it cannot fold, and folds the rest of its batch', async () => {
    const subject = await start();
    const failsOn = (document: Tally | undefined, event: RecordedEvent) => {
      if ((event.data as { add?: number }).add === 13) throw new Error('unlucky');
      return evolve(document, event);
    };
    await subject.publish('a', { add: 1 }, { add: 13 }, { add: 2 });
    await subject.publish('b', { add: 5 });
    await subject.project({ projections: [{ ...tally, evolve: failsOn }] });
    await until(async () => (await totalOf(subject.store, 'b')) === 5 && subject.status().parked === 1);
    expect(await totalOf(subject.store, 'a')).toBe(3);
    await subject.close();
  });

  it('folds a parked event once it is redriven', async () => {
    const subject = await start();
    let isLucky = false;
    const luckily = (document: Tally | undefined, event: RecordedEvent) => {
      if (!isLucky && (event.data as { add?: number }).add === 13) throw new Error('unlucky');
      return evolve(document, event);
    };
    await subject.publish('a', { add: 1 }, { add: 13 }, { add: 2 });
    await subject.project({ projections: [{ ...tally, evolve: luckily }] });
    await until(async () => subject.status().parked === 1 && (await totalOf(subject.store, 'a')) === 3);
    isLucky = true;
    await subject.redrive('tallies', { partition: 'log', offset: 2 });
    expect(await totalOf(subject.store, 'a')).toBe(16);
    expect(subject.status().parked).toBe(0);
    await subject.close();
  });

  it('waits out a store that fails, and applies once', async () => {
    const subject = await start();
    const { failing, failures } = failingStore(subject.store);
    failures.left = 3;
    await subject.publish('a', { add: 1 });
    await subject.project({}, failing);
    await until(async () => (await totalOf(subject.store, 'a')) !== undefined);
    expect(await totalOf(subject.store, 'a')).toBe(1);
    await subject.close();
  });

  it('refuses to go on a log that ends before what the store has seen', async () => {
    const subject = await start();
    await subject.publish('a', { add: 1 });
    await subject.store.declare([tallies, parcels]);
    await subject.store.apply([], [{ consumer: 'tallies', partition: 'log', offset: 100 }]);
    await expect(subject.project()).rejects.toThrow('another log');
    await subject.close();
  });
});

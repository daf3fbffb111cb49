import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Aggregates, type Cause, type Change, causedBy } from './aggregates.ts';
import { type Decision, accept, refuse } from './decider.ts';
import type { EventStore, RecordedEvent, StreamAppend } from './port.ts';
import { type SqliteEventLog, openSqliteEventLog } from './sqlite/index.ts';

type StockFact =
  | { readonly type: 'StockReceived'; readonly data: { readonly units: number } }
  | { readonly type: 'UnitReserved'; readonly data: { readonly by: string } };

interface Stock {
  readonly free: number;
  readonly holders: readonly string[];
}

const stock = {
  initialState: { free: 0, holders: [] } as Stock,
  evolve: ({ free, holders }: Stock, fact: StockFact): Stock =>
    fact.type === 'StockReceived'
      ? { free: free + fact.data.units, holders }
      : { free: free - 1, holders: [...holders, fact.data.by] },
};
const receive = (units: number): StockFact => ({ type: 'StockReceived', data: { units } });
const reserved = (by: string): StockFact => ({ type: 'UnitReserved', data: { by } });
const soldOut = { code: 'sold-out', reason: 'No unit is free.' };
const reserveFor =
  (by: string) =>
  ({ free }: Stock): Decision<StockFact> =>
    free > 0 ? accept(reserved(by)) : refuse(soldOut);

const factOf = ({ type, data }: RecordedEvent) => ({ type, data }) as StockFact;
const aCause = (): Cause => ({
  id: randomUUID(),
  recordedTime: '2026-03-01T10:00:00.000Z',
  time: '2026-03-01T09:59:00.000Z',
  metadata: { source: 'test' },
});
const stockOf = (store: EventStore) => new Aggregates<Stock, StockFact>(store, 'inventory', stock, factOf);
const foldOf = async (store: EventStore, stream: string): Promise<Stock> =>
  (await store.readStream(stream)).map(factOf).reduce(stock.evolve, stock.initialState);

const injected = new Error('injected failure');
type Fault = 'before' | 'after' | 'none';

/** A store whose appends fail as told: before anything was written, or after it was. */
const faulty = (store: EventStore, faultOf: (append: number) => Fault): EventStore => {
  let count = 0;
  return {
    ...store,
    append: async (appends: readonly StreamAppend[]) => {
      const fault = faultOf((count += 1));
      if (fault === 'before') throw injected;
      const result = await store.append(appends);
      if (fault === 'after') throw injected;
      return result;
    },
  };
};

describe('Aggregates', () => {
  let log: SqliteEventLog;
  let store: EventStore;
  beforeEach(() => {
    log = openSqliteEventLog(':memory:');
    store = log.forService('inventory');
  });
  afterEach(() => log.close());

  it.each([
    ['their own', { oneWriter: true }],
    ['shared with others', { oneWriter: false }],
  ])(
    'accept exactly 50 of 1,000 reservations of 50 units made at once, in a store that is %s',
    async (_, features) => {
      const aggregates = stockOf({ ...store, features });
      await aggregates.execute(aCause(), 'stock-1', () => accept(receive(50)));
      const answers = await Promise.all(
        Array.from({ length: 1_000 }, (_, n) =>
          aggregates.execute(aCause(), 'stock-1', reserveFor(`order-${n}`)),
        ),
      );
      expect(answers.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(50);
      expect(answers.filter(({ outcome }) => outcome === 'refused')).toHaveLength(950);
      expect(await foldOf(store, 'stock-1')).toMatchObject({ free: 0 });
      expect((await aggregates.load('stock-1')).state).toEqual(await foldOf(store, 'stock-1'));
    },
  );

  it('say where the events were recorded, under ids that follow from the cause', async () => {
    const cause = aCause();
    const answer = await stockOf(store).execute(cause, 'stock-1', () =>
      accept(receive(2), reserved('order-1')),
    );
    expect(answer).toMatchObject({
      outcome: 'recorded',
      position: 2,
      events: [
        { stream: 'stock-1', version: 1, type: 'StockReceived', time: cause.time, metadata: cause.metadata },
        { stream: 'stock-1', version: 2, type: 'UnitReserved' },
      ],
    });
    expect(await stockOf(store).execute(aCause(), 'stock-1', () => accept())).toEqual({
      outcome: 'nothing-to-do',
    });
  });

  it('answer a refusal only once what it stands on is durable', async () => {
    let release: () => void = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const slow: EventStore = { ...store, append: (...parts) => gate.then(() => store.append(...parts)) };
    const aggregates = stockOf(slow);
    await aggregates.load('stock-1');
    const order: string[] = [];
    const taken = aggregates
      .execute(aCause(), 'stock-1', () => accept(receive(1), reserved('order-1')))
      .then(() => order.push('taken'));
    const refused = aggregates
      .execute(aCause(), 'stock-1', reserveFor('order-2'))
      .then(({ outcome }) => order.push(outcome));
    await new Promise(setImmediate);
    expect(order).toEqual([]);
    release();
    await Promise.all([taken, refused]);
    expect(order).toEqual(['taken', 'refused']);
  });

  it('take a refusal back when what it stood on was not recorded', async () => {
    await store.append([
      {
        stream: 'stock-1',
        expectedVersion: 0,
        events: [{ id: randomUUID(), time: aCause().time, metadata: { source: 'test' }, ...receive(1) }],
      },
    ]);
    const aggregates = stockOf(faulty(store, (append) => (append === 1 ? 'before' : 'none')));
    await aggregates.load('stock-1');
    const [first, second] = await Promise.allSettled([
      aggregates.execute(aCause(), 'stock-1', reserveFor('order-1')),
      aggregates.execute(aCause(), 'stock-1', reserveFor('order-2')),
    ]);
    expect(first).toEqual({ status: 'rejected', reason: injected });
    expect(second).toMatchObject({ status: 'fulfilled', value: { outcome: 'recorded' } });
    expect((await foldOf(store, 'stock-1')).holders).toEqual(['order-2']);
  });

  it('take a refusal back when what it stood on turns out to be a repeat', async () => {
    const aggregates = stockOf(store);
    const cause = aCause();
    await aggregates.execute(aCause(), 'stock-1', () => accept(receive(2)));
    await aggregates.execute(cause, 'stock-1', reserveFor('order-1'));
    const [repeat, other] = await Promise.all([
      aggregates.execute(cause, 'stock-1', reserveFor('order-1')),
      aggregates.execute(aCause(), 'stock-1', reserveFor('order-2')),
    ]);
    expect([repeat.outcome, other.outcome]).toEqual(['duplicate', 'recorded']);
    expect((await aggregates.load('stock-1')).state).toEqual({ free: 0, holders: ['order-1', 'order-2'] });
  });

  it.each(['before', 'after'] as const)(
    'decide again what stood on an append that failed %s writing',
    async (fault) => {
      const aggregates = stockOf(faulty(store, (append) => (append === 3 ? fault : 'none')));
      await aggregates.execute(aCause(), 'stock-1', () => accept(receive(4)));
      const answers = await Promise.allSettled(
        Array.from({ length: 8 }, (_, n) =>
          aggregates.execute(aCause(), 'stock-1', reserveFor(`order-${n}`)),
        ),
      );
      const { free, holders } = await foldOf(store, 'stock-1');
      expect({ free, units: new Set(holders).size, failedOne: holders.includes('order-1') }).toEqual({
        free: 0,
        units: 4,
        failedOne: fault === 'after',
      });
      expect(
        answers.map((answer) => (answer.status === 'rejected' ? 'failed' : answer.value.outcome)),
      ).toEqual(
        answers.map((_, n) => (n === 1 ? 'failed' : holders.includes(`order-${n}`) ? 'recorded' : 'refused')),
      );
      expect((await aggregates.load('stock-1')).state).toEqual(await foldOf(store, 'stock-1'));
    },
  );

  it('let a cause take effect once, now, together or after starting again, even when it would be decided differently', async () => {
    const cause = aCause();
    const aggregates = stockOf(store);
    await aggregates.execute(aCause(), 'stock-1', () => accept(receive(10)));
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => aggregates.execute(cause, 'stock-1', reserveFor('order-1'))),
    );
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual([
      'duplicate',
      'duplicate',
      'duplicate',
      'duplicate',
      'recorded',
    ]);
    const restarted = stockOf(store);
    expect(await restarted.execute(cause, 'stock-1', reserveFor('order-1'))).toEqual({
      outcome: 'duplicate',
    });
    const differently = () => accept(reserved('order-1'), reserved('order-1'));
    expect(await restarted.execute(cause, 'stock-1', differently)).toEqual({ outcome: 'duplicate' });
    expect((await restarted.load('stock-1')).state).toEqual({ free: 9, holders: ['order-1'] });
  });

  it('let a cause take effect on each stream that is decided on because of it, once', async () => {
    const cause = aCause();
    const aggregates = stockOf(store);
    const decide = () => accept(receive(1), receive(2));
    for (const stream of ['stock-1', 'stock-2']) {
      expect(await aggregates.execute(cause, stream, decide)).toMatchObject({ outcome: 'recorded' });
      expect(await aggregates.execute(cause, stream, decide)).toEqual({ outcome: 'duplicate' });
      expect((await aggregates.load(stream)).state.free).toBe(3);
    }
  });

  it('let a cause that says so take effect on one stream alone', async () => {
    const cause: Cause = { ...aCause(), once: true };
    const aggregates = stockOf(store);
    const answers = [];
    for (const stream of ['stock-1', 'stock-2', 'stock-1'])
      answers.push((await aggregates.execute(cause, stream, () => accept(receive(1)))).outcome);
    expect(answers).toEqual(['recorded', 'duplicate', 'duplicate']);
    expect((await aggregates.load('stock-2')).state.free).toBe(0);
  });

  it('record a refusal elsewhere only while what it was taken on is so', async () => {
    const cause = aCause();
    const aggregates = stockOf(store);
    const take = (by: string, why: Cause) =>
      aggregates.executeAll(why, ['stock-1'], ([{ free } = stock.initialState]) => ({
        accepted: true,
        changes: [
          ...(free > 0 ? [{ stream: 'stock-1', events: [reserved(by)] }] : []),
          { stream: `answer-${by}`, events: [free > 0 ? reserved(by) : receive(0)], unordered: true },
        ],
      }));
    await aggregates.execute(aCause(), 'stock-1', () => accept(receive(2)));
    await take('order-1', cause);
    // Told again, it counts once more until it is known as a repeat; meanwhile the last unit is asked for.
    const [again, other] = await Promise.all([take('order-1', cause), take('order-2', aCause())]);
    expect([again.outcome, other.outcome]).toEqual(['duplicate', 'recorded']);
    expect(await foldOf(store, 'stock-1')).toEqual({ free: 0, holders: ['order-1', 'order-2'] });
  });

  it('decide nothing on a stream in which a newer build recorded what they cannot read', async () => {
    const stockInUse = stockOf(store);
    await stockInUse.execute(aCause(), 'stock-A', () => accept(receive(2)));
    const newer = { type: 'tributary.inventory.received.v99', data: {}, time: '2026-03-01T09:59:00.000Z' };
    const events = [{ ...newer, id: randomUUID(), metadata: { source: 'test' } }];
    await store.append([{ stream: 'stock-A', expectedVersion: 'any', events }]);
    const decision = stockOf(store).execute(aCause(), 'stock-A', reserveFor('B'));
    await expect(decision).rejects.toMatchObject({ name: 'NewerEvent', code: 'store-unavailable' });
    expect(await store.readStream('stock-A')).toHaveLength(2);
  });

  it('do not tell of what was submitted and came to nothing, where others write too', async () => {
    const failing = Promise.withResolvers<never>();
    const shared: EventStore = { ...store, features: { ...store.features, oneWriter: false } };
    const inUse = stockOf({ ...shared, append: () => failing.promise });
    await inUse.load('stock-A');
    const submitted = inUse.execute(aCause(), 'stock-A', () => accept(receive(2)));
    const loaded = inUse.load('stock-A');
    failing.reject(injected);
    await expect(submitted).rejects.toBe(injected);
    expect(await loaded).toEqual({ state: stock.initialState, version: 0 });
  });

  it('load a stream of thousands of events in parts, between which others get their turn', async () => {
    const others = stockOf(store);
    for (let part = 0; part < 5; part += 1)
      await others.execute(aCause(), 'lamps', () => accept(...Array.from({ length: 500 }, () => receive(1))));
    let isLoading = true;
    let turns = 0;
    const next = (): void => {
      turns += 1;
      if (isLoading) setImmediate(next);
    };
    setImmediate(next);
    const { state, version } = await stockOf(store).load('lamps');
    isLoading = false;
    expect([state.free, version]).toEqual([2_500, 2_500]);
    expect(turns).toBeGreaterThanOrEqual(2);
  });

  it('tell what is recorded, and not what is on its way and comes to nothing', async () => {
    const aggregates = stockOf(faulty(store, (append) => (append === 2 ? 'before' : 'none')));
    await aggregates.execute(aCause(), 'lamps', () => accept(receive(3)));
    const lost = aggregates.execute(aCause(), 'lamps', () => accept(receive(4))).catch(() => 'lost');
    expect((await aggregates.load('lamps')).state.free).toBe(7);
    expect((await aggregates.recorded('lamps')).free).toBe(3);
    expect(await lost).toBe('lost');
  });

  it('record changes of several streams together or not at all', async () => {
    const aggregates = stockOf(store);
    const streams = ['stock-1', 'stock-2'];
    await aggregates.execute(aCause(), 'stock-1', () => accept(receive(30)));
    await aggregates.execute(aCause(), 'stock-2', () => accept(receive(20)));
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        aggregates.executeAll(aCause(), n % 2 === 0 ? streams : streams.toReversed(), (states) =>
          states.every(({ free }) => free > 0)
            ? {
                accepted: true,
                changes: streams.map((stream): Change => ({ stream, events: [reserved(`order-${n}`)] })),
              }
            : { accepted: false, refusal: soldOut },
        ),
      ),
    );
    expect(answers.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(20);
    const [one, two] = await Promise.all(streams.map((stream) => foldOf(store, stream)));
    expect(one!.holders).toEqual(two!.holders);
    expect([one!.free, two!.free]).toEqual([10, 0]);
  });

  it('do not mistake a state read while an append was on its way for the last one', async () => {
    const aggregates = new Aggregates<Stock, StockFact>(store, 'inventory', stock, factOf, { cacheSize: 1 });
    const received = aggregates.execute(aCause(), 'stock-1', () => accept(receive(1)));
    await aggregates.load('stock-1');
    await aggregates.load('stock-2');
    await aggregates.load('stock-1');
    await received;
    expect((await aggregates.execute(aCause(), 'stock-1', reserveFor('order-1'))).outcome).toBe('recorded');
  });

  it('may change one stream twice, and add to a stream that was not loaded only where order has no meaning', async () => {
    const aggregates = stockOf(store);
    const change = (changes: readonly Change[]) =>
      aggregates.executeAll(aCause(), ['stock-1'], () => ({ accepted: true, changes }));
    const twice = await change([
      { stream: 'stock-1', events: [receive(2)] },
      { stream: 'journal', events: [{ type: 'Noted', data: {} }], unordered: true },
      { stream: 'stock-1', events: [reserved('order-1')] },
    ]);
    expect(twice.outcome).toBe('recorded');
    expect((await aggregates.load('stock-1')).state).toEqual({ free: 1, holders: ['order-1'] });
    await expect(change([{ stream: 'stock-2', events: [receive(1)] }])).rejects.toThrow(
      'without having loaded it',
    );
  });

  it('decide on more streams than are cached, each alone or all at once, and keep no more of them', async () => {
    const small = new Aggregates<Stock, StockFact>(store, 'inventory', stock, factOf, { cacheSize: 1 });
    const streams = Array.from({ length: 5 }, (_, index) => `stock-${index}`);
    await Promise.all(streams.map((stream) => small.execute(aCause(), stream, () => accept(receive(1)))));
    const all = await small.executeAll(aCause(), streams, (states) => ({
      accepted: true,
      changes: streams.map((stream, index) => ({ stream, events: [receive(states[index]!.free)] })),
    }));
    expect(all.outcome).toBe('recorded');
    const free = await Promise.all(streams.map(async (stream) => (await small.load(stream)).state.free));
    expect(free).toEqual([2, 2, 2, 2, 2]);
  });

  describe('under any interleaving with any failures', () => {
    const command = fc.record({
      kind: fc.constantFrom('reserve', 'reserve', 'reserve', 'receive', 'both'),
      stream: fc.constantFrom('a', 'b'),
      /** The command whose cause it repeats, if any. */
      repeats: fc.option(fc.nat({ max: 10 }), { freq: 5 }),
      /** Turns of the event loop before it is made. */
      after: fc.nat({ max: 4 }),
    });
    const faults = fc.array(fc.constantFrom<Fault>('none', 'none', 'none', 'before', 'after'), {
      minLength: 1,
      maxLength: 12,
    });
    let run = 0;

    it('end in the fold of the stream, each cause at most once, nothing oversold', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(command, { minLength: 1, maxLength: 20 }),
          faults,
          fc.boolean(),
          async (commands, plan, shared) => {
            const own = log.forService(`run-${(run += 1)}`);
            const storing = faulty(own, (append) =>
              append > 2 * plan.length ? 'none' : plan[append % plan.length]!,
            );
            const aggregates = stockOf({ ...storing, features: { oneWriter: !shared } });
            const causes = commands.map(aCause);
            const execute = async (
              { kind, stream, repeats, after }: (typeof commands)[number],
              index: number,
            ) => {
              for (let turn = 0; turn < after; turn += 1) await new Promise(setImmediate);
              const cause = causes[repeats ?? index] ?? causes[index]!;
              if (kind === 'receive') return aggregates.execute(cause, stream, () => accept(receive(2)));
              if (kind === 'reserve') return aggregates.execute(cause, stream, reserveFor(cause.id));
              return aggregates.executeAll(cause, ['a', 'b'], (states) =>
                states.some(({ free }) => free < 1)
                  ? { accepted: false, refusal: soldOut }
                  : {
                      accepted: true,
                      changes: ['a', 'b'].map((each) => ({ stream: each, events: [reserved(cause.id)] })),
                    },
              );
            };
            const answers = await Promise.allSettled(commands.map(execute));

            for (const answer of answers)
              if (answer.status === 'rejected') expect(answer.reason).toBe(injected);
            const events = await own.readAll(0, 1_000_000);
            for (const stream of ['a', 'b']) {
              const states = (await own.readStream(stream))
                .map(factOf)
                .reduce((all, fact) => [...all, stock.evolve(all.at(-1)!, fact)], [stock.initialState]);
              expect(states.every(({ free }) => free >= 0)).toBe(true);
              expect(new Set(states.at(-1)!.holders).size).toBe(states.at(-1)!.holders.length);
              expect((await aggregates.load(stream)).state).toEqual(states.at(-1));
            }
            for (const answer of answers) {
              if (answer.status !== 'fulfilled' || answer.value.outcome !== 'recorded') continue;
              for (const event of answer.value.events) expect(events).toContainEqual(event);
            }
          },
        ),
        { numRuns: 200 },
      );
    });
  });
});

describe('A cause that is an event', () => {
  const event: RecordedEvent = {
    id: 'e-1',
    type: 'StockReceived',
    time: '2026-03-01T09:59:00.000Z',
    data: {},
    position: 1,
    stream: 's',
    version: 1,
    recordedTime: '2026-03-01T10:00:00.000Z',
    metadata: {
      source: 'tributary/order',
      origin: 'urn:shop',
      actor: 'csr:key-1',
      submittedBy: 'csr:key-1',
      commandDigest: 'digest',
      key: 'web.1',
    },
  };

  it('keeps its key, its teller and what its command asked to itself', () => {
    expect(causedBy(event, 'tributary/inventory')).toEqual({
      id: 'e-1',
      recordedTime: event.recordedTime,
      time: event.time,
      metadata: {
        source: 'tributary/inventory',
        actor: 'csr:key-1',
        correlationId: 'e-1',
        causationId: 'e-1',
      },
    });
  });

  it('says beside the actor that it names who handed it in, where that is another', () => {
    const metadata = { ...event.metadata, actor: 'ann' };
    expect(causedBy({ ...event, metadata }, 'tributary/inventory').metadata).toEqual({
      source: 'tributary/inventory',
      actor: 'ann',
      submittedBy: 'csr:key-1',
      correlationId: 'e-1',
      causationId: 'e-1',
    });
  });
});

import type { LocationId } from '@tributary/contracts';
import type { BatchSubscription, BusMessage, Subscription } from '@tributary/event-bus';
import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { sellableOf } from '../projections/stock-replica/stock-replica.ts';
import { StockReplica } from './stock-replica.ts';

const topic = 'tributary.inventory.v1';
const partition = 'log';

const received = (offset: number, delta: number, sku = 'MUG'): BusMessage => ({
  topic,
  key: `stock-${sku}@leeds`,
  partition,
  offset,
  event: {
    id: `event ${offset}`,
    type: 'tributary.inventory.received.v1',
    time: '2026-03-02T12:00:00.000Z',
    data: { sku, location: 'leeds', delta },
    metadata: { source: 'tributary/inventory' },
    position: offset,
    stream: `stock-${sku}@leeds`,
    version: offset,
    recordedTime: '2026-03-02T12:00:00.000Z',
  },
});

/** A store of which one question is answered otherwise. */
const standingFor = (store: ReadStore, apply: ReadStore['apply']): ReadStore =>
  Object.create(store, {
    apply: { value: apply },
    declare: { value: store.declare.bind(store) },
    scan: { value: store.scan.bind(store) },
    checkpoints: { value: store.checkpoints.bind(store) },
  }) as ReadStore;

describe('Sourcing’s copy of stock levels', () => {
  let store: ReadStore;
  beforeEach(() => void (store = openSqliteReadStore(':memory:')));
  afterEach(() => store.close());

  const started = async (over: ReadStore = store): Promise<[StockReplica, BatchSubscription]> => {
    const replica = new StockReplica(over, 'sourcing-stock', topic);
    let subscribed: Subscription | undefined;
    await replica.start({ subscribe: async (subscription) => void (subscribed = subscription) });
    return [replica, subscribed as BatchSubscription];
  };
  /** A process is killed after it has sent what it knows: five mugs. Its write arrives when told. */
  const killedAmidWriting = async (): Promise<() => Promise<void>> => {
    const sent: (() => Promise<void>)[] = [];
    const slow = standingFor(store, (...work) => {
      sent.push(() => store.apply(...work));
      return new Promise(() => {});
    });
    const [, killed] = await started(slow);
    void killed.handle([received(1, 5)], { partition, offset: 1 });
    return sent[0]!;
  };
  const sellable = (replica: StockReplica) => sellableOf(replica.of('MUG')).get('leeds' as LocationId) ?? 0;

  it('knows a level as soon as it is told, and goes on from there after a restart', async () => {
    const [replica, { handle }] = await started();
    await handle([received(1, 5)], { partition, offset: 1 });
    await handle([received(2, 2)], { partition, offset: 3 });
    expect(sellable(replica)).toBe(7);
    await replica.close();
    const [again, subscription] = await started();
    expect(sellable(again)).toBe(7);
    expect(await subscription.checkpoints()).toEqual({ [partition]: 3 });
    await subscription.handle([received(4, 1)], { partition, offset: 4 });
    expect(sellable(again)).toBe(8);
  });

  it('stores levels with the place they belong to: a crash between two writes loses and doubles nothing', async () => {
    const [, { handle }] = await started();
    await handle([received(1, 5)], { partition, offset: 1 });
    await handle([received(2, 2)], { partition, offset: 2 });
    const [again, subscription] = await started();
    const { [partition]: stored = 0 } = await subscription.checkpoints();
    const rest = [received(1, 5), received(2, 2)].filter(({ offset }) => offset > stored);
    await subscription.handle(rest, { partition, offset: 2 });
    expect(sellable(again)).toBe(7);
  });

  it('replaces what a killed process had sent and is stored only now, by what it knows itself', async () => {
    const arrives = await killedAmidWriting();
    const [replica, { handle }] = await started();
    await arrives();
    await handle([received(1, 5), received(2, 2)], { partition, offset: 2 });
    await replica.close();
    const [again, subscription] = await started();
    expect(sellable(again)).toBe(7);
    expect(await subscription.checkpoints()).toEqual({ [partition]: 2 });
  });

  it('refuses what a killed process had sent and arrives after all that it knew is stored', async () => {
    const arrives = await killedAmidWriting();
    const [replica, { handle }] = await started();
    await handle([received(1, 5), received(2, 2)], { partition, offset: 2 });
    await expect(arrives()).rejects.toMatchObject({ code: 'stale-checkpoint' });
    await handle([received(3, 1, 'CUP')], { partition, offset: 3 });
    await replica.close();
    expect(sellable((await started())[0])).toBe(7);
  });

  it('is not stored over what somebody else stored who had come further', async () => {
    const [slept, { handle }] = await started();
    const [replica, awake] = await started();
    await awake.handle([received(1, 5), received(2, 2)], { partition, offset: 2 });
    await replica.close();
    await handle([received(1, 5)], { partition, offset: 1 });
    await slept.close();
    const [again, subscription] = await started();
    expect(sellable(again)).toBe(7);
    expect(await subscription.checkpoints()).toEqual({ [partition]: 2 });
  });

  it.each([
    ['whole', [[received(1, 5), received(2, 2)]]],
    ['in parts', [[received(1, 5)], [received(2, 2)]]],
  ])('counts a batch once that comes again %s because it could not be written', async (_, again) => {
    let fails = true;
    const failing = standingFor(store, (...work) =>
      fails ? Promise.reject(new Error('the disk is full')) : store.apply(...work),
    );
    const [replica, { handle }] = await started(failing);
    const batch = [received(1, 5), received(2, 2)];
    await expect(handle(batch, { partition, offset: 2 })).rejects.toThrow('the disk is full');
    fails = false;
    for (const part of again) await handle(part, { partition, offset: part.at(-1)!.offset });
    await replica.close();
    expect(sellable(replica)).toBe(7);
    expect(sellable((await started())[0])).toBe(7);
  });

  it('takes in a message that was parked once it is redriven, also where that is not the last it knows', async () => {
    const [replica, { handle }] = await started();
    await handle([received(1, 5)], { partition, offset: 3 });
    await handle([received(2, 2)], { partition, offset: 3 }, true);
    expect(sellable(replica)).toBe(7);
    expect(sellable((await started())[0])).toBe(7);
  });

  it('lets a decision wait until what was recorded before it is known', async () => {
    const [replica, { handle, onProgress }] = await started();
    await handle([received(1, 5)], { partition, offset: 1 });
    const seen: string[] = [];
    const third = replica
      .caughtUp({ partition, offset: 3 })
      .then(() => seen.push(`three at ${sellable(replica)}`));
    const second = replica
      .caughtUp({ partition, offset: 2 })
      .then(() => seen.push(`two at ${sellable(replica)}`));
    await replica.caughtUp({ partition, offset: 1 });
    expect(seen).toEqual([]);
    await handle([received(2, 2)], { partition, offset: 2 });
    await second;
    expect(seen).toEqual(['two at 7']);
    onProgress!({ partition, offset: 9 });
    await third;
    expect(seen).toEqual(['two at 7', 'three at 7']);
  });

  it('says whether it knows everything up to a place, which it does not before it was told anything', async () => {
    const [replica, { handle }] = await started();
    expect(replica.knows({ partition, offset: 0 })).toBe(false);
    await handle([received(1, 5)], { partition, offset: 2 });
    expect([1, 2, 3].map((offset) => replica.knows({ partition, offset }))).toEqual([true, true, false]);
  });

  it('keeps nobody waiting when it is closed', async () => {
    const [replica, { handle }] = await started();
    await handle([], { partition, offset: 1 });
    const waiting = replica.caughtUp({ partition, offset: 5 });
    await replica.close();
    await waiting;
  });
});

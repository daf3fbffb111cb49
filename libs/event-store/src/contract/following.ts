import { expect, it } from '@jest/globals';
import type { EventStore } from '../port.ts';
import { type Subject, anEvent, ascends, followFor, idsOf, positionsOf, someEvents, to } from './subject.ts';

const fill = async (store: EventStore, count: number): Promise<void> => {
  for (let left = count; left > 0; left -= 500)
    await store.append([to('filled', 'any', ...someEvents(Math.min(left, 500)))]);
};

export const following = ({ fresh }: Subject): void => {
  it('from 0 gives everything there is, in order', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    await fill(store, 2_300);
    expect(await followFor(store, 0, 2_300)).toEqual(await store.readAll(0, 5_000));
    expect(positionsOf(await followFor(log.all, 0, 2_300))).toEqual(
      positionsOf(await log.all.readAll(0, 5_000)),
    );
  });

  it('from the middle gives what stands after it', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    await fill(store, 20);
    const all = await store.readAll(0, 20);
    expect(await followFor(store, all[11]!.position, 8)).toEqual(all.slice(12));
  });

  it('at the head waits, and wakes with a new event, one after the other', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    await fill(store, 3);
    const enough = new AbortController();
    const batches = store.follow(await store.head(), enough.signal)[Symbol.asyncIterator]();
    for (let n = 0; n < 5; n += 1) {
      const next = batches.next();
      const event = anEvent();
      const [{ value }] = await Promise.all([next, store.append([to('order-1', n, event)])]);
      expect(idsOf(value as { id: string }[])).toEqual([event.id]);
    }
    enough.abort();
    expect((await batches.next()).done).toBe(true);
  });

  it('sleeps through other services', async () => {
    const { log } = await fresh();
    const [order, inventory] = [log.forService('order'), log.forService('inventory')];
    const next = followFor(order, 0, 1);
    await inventory.append([to('stock-1', 0, ...someEvents(3))]);
    const { recorded } = await order.append([to('order-1', 0, anEvent())]);
    await inventory.append([to('stock-1', 3, ...someEvents(3))]);
    expect(await next).toEqual(recorded);
  });

  it('serves several followers, each at its own place', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    await fill(store, 50);
    const starts = [0, 10, 25, 50].map((count) => ({ count, after: count }));
    const places = await store.readAll(0, 50);
    const followers = starts.map(({ count }) =>
      followFor(store, count === 0 ? 0 : places[count - 1]!.position, 60 - count),
    );
    await store.append([to('order-1', 0, ...someEvents(10))]);
    const all = idsOf(await store.readAll(0, 100));
    const seen = await Promise.all(followers);
    starts.forEach(({ after }, index) => expect(idsOf(seen[index]!)).toEqual(all.slice(after)));
  });

  it('ends when the signal aborts: waiting, between batches, or before it began', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    const waiting = new AbortController();
    const next = store.follow(0, waiting.signal)[Symbol.asyncIterator]().next();
    waiting.abort();
    expect((await next).done).toBe(true);

    await fill(store, 10);
    expect(await followFor(store, 0, 1)).not.toHaveLength(0);
    expect((await store.follow(0, AbortSignal.abort())[Symbol.asyncIterator]().next()).done).toBe(true);
  });

  it('ends when the log closes', async () => {
    const { log, close } = await fresh();
    const batches = log.forService('order').follow(0, new AbortController().signal);
    const next = batches[Symbol.asyncIterator]().next();
    await close();
    expect((await next).done).toBe(true);
  });

  it('misses and repeats nothing while appends race it, from far behind and at the head', async () => {
    const { log } = await fresh();
    const [order, inventory] = [log.forService('order'), log.forService('inventory')];
    await fill(order, 2_500);
    const head = await order.head();
    const racing = 600;
    const followers = [
      followFor(log.all, 0, 2_500 + racing * 2),
      followFor(log.all, head, racing * 2),
      followFor(order, 0, 2_500 + racing),
    ];
    for (let n = 0; n < racing; n += 20) {
      await Promise.all(
        Array.from({ length: 20 }, (_, k) =>
          Promise.all([
            order.append([to(`o-${k}`, 'any', anEvent())]),
            inventory.append([to(`i-${k}`, 'any', anEvent())]),
          ]),
        ),
      );
    }
    const [fromStart, fromHead, own] = await Promise.all(followers);
    const all = await log.all.readAll(0, 10_000);
    expect(ascends(positionsOf(fromStart!))).toBe(true);
    expect(positionsOf(fromStart!)).toEqual(positionsOf(all));
    expect(positionsOf(fromHead!)).toEqual(positionsOf(all).filter((position) => position > head));
    expect(idsOf(own!)).toEqual(idsOf(await order.readAll(0, 10_000)));
  });

  it('gives an event only after it can be read', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    const enough = new AbortController();
    let seen = 0;
    const follower = (async () => {
      for await (const batch of store.follow(0, enough.signal)) {
        for (const event of batch) {
          expect(await store.readStream(event.stream, { from: event.version, limit: 1 })).toEqual([event]);
        }
        seen += batch.length;
        if (seen === 100) enough.abort();
      }
    })();
    await Promise.all(
      Array.from({ length: 100 }, (_, n) => store.append([to(`order-${n % 7}`, 'any', anEvent())])),
    );
    await follower;
    expect(seen).toBe(100);
  });
};

import { expect, it } from '@jest/globals';
import type { BusMessage } from '../port.ts';
import {
  type Open,
  deadLetters,
  gate,
  cancelled,
  messages,
  nameOf,
  tracked,
  order,
  orders,
  stock,
  topics,
  until,
} from './subject.ts';

export const delivering = (open: Open): void => {
  it('gives every event to each group, what was there before and what comes after', async () => {
    const { bus, publish } = await open();
    await publish(orders('a', 3));
    const groups = ['one', 'two', 'three'].map((group) => messages({ group }));
    for (const { subscription } of groups) await bus.subscribe(subscription);
    await publish(orders('a', 2, 4));
    const all = ['a1', 'a2', 'a3', 'a4', 'a5'];
    for (const { seen } of groups) await until(() => seen.length >= 5, 'all five came');
    for (const { seen } of groups) expect(seen).toEqual(all);
  });

  it('gives the event as it was recorded, with its topic, its key and its place', async () => {
    const { bus, publish } = await open();
    const given: BusMessage[] = [];
    const handle = (message: BusMessage) => Promise.resolve(void given.push(message));
    await bus.subscribe(messages({ handle }).subscription);
    await publish([order('a', 1, cancelled), stock('s', 7)]);
    await until(() => given.length === 2, 'both came');
    expect(given.toSorted((a, b) => a.key.localeCompare(b.key))).toMatchObject([
      { topic: topics.order, key: 'a', event: { type: cancelled, stream: 'a', version: 1, data: { n: 1 } } },
      { topic: topics.inventory, key: 's', event: { stream: 's', version: 1, data: { n: 7 } } },
    ]);
    expect(given.every(({ partition, offset }) => partition !== '' && offset >= 0)).toBe(true);
  });

  it('passes over topics and types that were not subscribed to', async () => {
    const { bus, publish } = await open();
    const onlyStock = messages({ group: 'stock', topics: [topics.inventory] });
    const onlyCancelled = messages({
      group: 'cancelled',
      topics: [topics.order],
      types: new Set([cancelled]),
    });
    const nothing = messages({ group: 'nothing', topics: [deadLetters] });
    for (const { subscription } of [onlyStock, onlyCancelled, nothing]) await bus.subscribe(subscription);
    await publish([
      order('a', 1),
      stock('s', 1),
      order('a', 2, cancelled),
      order('b', 3),
      stock('s', 2),
      order('b', 4, cancelled),
    ]);
    await until(() => onlyStock.seen.length >= 2 && onlyCancelled.seen.length >= 2, 'their own came');
    expect(onlyStock.seen).toEqual(['s1', 's2']);
    expect(onlyCancelled.seen.toSorted()).toEqual(['a2', 'b4']);
    expect(nothing.seen).toEqual([]);
  });

  it('gives an event stored in an older version as the current one', async () => {
    const { bus, publish } = await open();
    const given: BusMessage[] = [];
    const types = new Set(['tributary.order.placed.v2']);
    const handle = (message: BusMessage) => Promise.resolve(void given.push(message));
    await bus.subscribe(messages({ types, handle }).subscription);
    const data = { n: 1, method: 'ship', lines: [{ lineId: '1' }] };
    await publish([
      { service: 'order', stream: 'a', type: 'tributary.order.placed.v1', data },
      order('a', 2, tracked),
    ]);
    await until(() => given.length > 0, 'it came');
    expect(given[0]!.event.type).toBe('tributary.order.placed.v2');
    expect(given[0]!.event.data).toEqual({ n: 1, lines: [{ lineId: '1', method: 'ship' }] });
  });

  it('gives the next event of a key only when the one before is done, and other keys meanwhile', async () => {
    const { bus, publish } = await open();
    const slow = gate();
    const handle = (message: BusMessage) => (nameOf(message) === 'a1' ? slow.opened : Promise.resolve());
    const { seen, subscription } = messages({ handle });
    await bus.subscribe(subscription);
    await publish([...orders('a', 3), ...orders('b', 3)]);
    await until(() => seen.includes('a1') && seen.includes('b3'), 'the other key was through');
    expect(seen.filter((name) => name !== 'a1')).toEqual(['b1', 'b2', 'b3']);
    slow.open();
    await until(() => seen.length === 6, 'the slow key was through');
    expect(seen.slice(4)).toEqual(['a2', 'a3']);
  });

  it('lets others pass a slow key with many events waiting, at little concurrency', async () => {
    const { bus, publish } = await open();
    const slow = gate();
    const handle = ({ key }: BusMessage) => (key === 'slow' ? slow.opened : Promise.resolve());
    const { seen, subscription } = messages({ handle, concurrency: 2 });
    await bus.subscribe(subscription);
    await publish([...orders('slow', 50), ...orders('b', 50), ...orders('c', 50)]);
    await until(() => seen.length === 101, 'the others were through');
    slow.open();
    await until(() => seen.length === 150, 'all were through');
    expect(seen.filter((name) => name.startsWith('slow'))).toEqual(
      orders('slow', 50).map((_, n) => `slow${n + 1}`),
    );
  });

  it('has no more in work at once than asked for, and uses that much', async () => {
    const { bus, publish } = await open();
    const opened = gate();
    let [inWork, most] = [0, 0];
    const handle = async () => {
      most = Math.max(most, (inWork += 1));
      await opened.opened;
      await Promise.resolve();
      inWork -= 1;
    };
    const { seen, subscription } = messages({ handle, concurrency: 4 });
    await bus.subscribe(subscription);
    await publish(Array.from({ length: 40 }, (_, n) => order(`k${n % 20}-`, n)));
    await until(() => seen.length === 4, 'as many as may were in work');
    opened.open();
    await until(() => seen.length === 40 && inWork === 0, 'all were done');
    expect(most).toBe(4);
  });

  it('refuses a second subscription of the same group, even at the same moment', async () => {
    const { bus } = await open();
    const both = await Promise.allSettled([
      bus.subscribe(messages().subscription),
      bus.subscribe(messages().subscription),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(bus.subscribe(messages().subscription)).rejects.toThrow('readers');
  });
};

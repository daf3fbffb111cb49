import { expect, it } from '@jest/globals';
import type { BusMessage, EventBus } from '../port.ts';
import {
  type Open,
  type Opened,
  messages,
  numbersOf,
  orders,
  placeOf,
  sharedLedger,
  statusOf,
  until,
} from './subject.ts';

const keys = Array.from({ length: 12 }, (_, n) => `k${n}.`);
const eachKey = (count: number, first = 1) => keys.flatMap((key) => orders(key, count, first));

/** What several processes of a group may rely on. */
export const sharing = (open: Open): void => {
  const two = async (): Promise<Opened & { readonly other: EventBus }> => {
    const opened = await open();
    return Object.assign(Object.create(opened) as Opened, { other: opened.replica!() });
  };

  it('share its keys, and the one goes on where the other ended', async () => {
    const { bus, other, publish } = await two();
    const [one, next] = [messages(), messages()];
    await bus.subscribe(one.subscription);
    await other.subscribe(next.subscription);
    await publish(eachKey(3));
    await until(() => new Set([...one.seen, ...next.seen]).size === 36, 'all were handled');
    expect(one.seen.length).toBeGreaterThan(0);
    expect(next.seen.length).toBeGreaterThan(0);
    await other.close();
    const before = next.seen.length;
    await publish(eachKey(1, 4));
    await until(() => keys.every((key) => one.seen.includes(`${key}4`)), 'one has all keys');
    expect(next.seen).toHaveLength(before);
    for (const key of keys)
      expect([...new Set(numbersOf([...next.seen, ...one.seen], key))]).toEqual([1, 2, 3, 4]);
  });

  it('apply each message of a batch group once, though the one leaves to the other what it had', async () => {
    const { bus, other, publish } = await two();
    const shared = sharedLedger();
    await bus.subscribe(shared.subscription());
    await other.subscribe(shared.subscription());
    await publish(eachKey(5));
    await other.close();
    await publish(eachKey(5, 6));
    await until(() => shared.stored.effect.length >= 120, 'all were applied');
    for (const key of keys)
      expect(numbersOf(shared.stored.effect, key)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('release what any of them parked, and all see that it is', async () => {
    const { bus, other, publish } = await two();
    let broken = true;
    const parked: BusMessage[] = [];
    const handle = (message: BusMessage): Promise<void> => {
      if (!broken) return Promise.resolve();
      parked.push(message);
      return Promise.reject(new Error('no such SKU'));
    };
    await bus.subscribe(messages({ handle }).subscription);
    await other.subscribe(messages({ handle }).subscription);
    await publish(eachKey(1));
    await until(() => statusOf(bus, 'readers').parked === 12, 'all were parked');
    broken = false;
    const [first] = parked;
    await other.redrive('readers', placeOf(first!));
    for (const each of [bus, other])
      await until(() => statusOf(each, 'readers').parked === 11, 'one was released');
    await expect(bus.redrive('readers', placeOf(first!))).rejects.toThrow(RangeError);
  });
};

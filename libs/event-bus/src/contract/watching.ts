import { expect, it } from '@jest/globals';
import type { BusMessage } from '../port.ts';
import {
  type Features,
  type Open,
  gate,
  itCan,
  ledger,
  messages,
  nameOf,
  order,
  orders,
  statusOf,
  unconcerned,
  until,
} from './subject.ts';

export const watching = (open: Open, features: Features): void => {
  it('has no lag and follows once everything is handled', async () => {
    const { bus, publish } = await open();
    await publish(orders('a', 30));
    await bus.subscribe(messages().subscription);
    await bus.subscribe(ledger().subscription);
    await publish(orders('b', 30));
    for (const group of ['readers', 'ledger']) {
      await until(
        () => statusOf(bus, group).lag === 0 && statusOf(bus, group).following,
        `${group} followed`,
      );
    }
    expect(
      bus
        .status()
        .map(({ group }) => group)
        .sort(),
    ).toEqual(['ledger', 'readers']);
    expect(statusOf(bus, 'readers').parked).toBe(0);
  });

  it('shows as lag what waits behind a message in work, and does not call that following', async () => {
    const { bus, publish } = await open();
    const slow = gate();
    const handle = (message: BusMessage) => (nameOf(message) === 'a1' ? slow.opened : Promise.resolve());
    await publish([...orders('a', 10), ...orders('b', 9)]);
    const { seen, subscription } = messages({ handle });
    await bus.subscribe(subscription);
    await until(() => seen.includes('b9'), 'the others were done');
    expect(statusOf(bus, 'readers').following).toBe(false);
    await until(() => statusOf(bus, 'readers').lag >= 10, 'the lag was seen');
    slow.open();
    await until(() => statusOf(bus, 'readers').lag === 0, 'it was through');
  });

  it('is prompt with many events for several groups', async () => {
    const { bus, publish } = await open();
    const count = 20_000;
    const readers = ['one', 'two'].map((group) => messages({ group }));
    const ledgers = ['three', 'four'].map((group) => ledger({ group }));
    for (const { subscription } of [...readers, ...ledgers]) await bus.subscribe(subscription);
    for (let n = 0; n < count; n += 1_000) {
      await publish(Array.from({ length: 1_000 }, (_, index) => order(`k${index % 100}-`, n + index)));
    }
    const all = () =>
      readers.every(({ seen }) => seen.length === count) &&
      ledgers.every(({ stored }) => stored.effect.length === count);
    await until(all, 'all groups were through');
    for (const { seen } of readers) expect(new Set(seen).size).toBe(count);
    for (const { stored } of ledgers) expect(new Set(stored.effect).size).toBe(count);
  });

  for (const kind of ['message', 'batch'] as const) {
    for (const { how, missing, parts } of unconcerned(features)) {
      itCan(
        missing,
        `leaves the event loop to others while a ${kind} group hurries through ${how}`,
        async () => {
          const { bus, publish } = await open();
          for (let n = 0; n < 8; n += 1) await publish(orders('a', 1_000));
          const hurried = { group: 'hurried', ...parts };
          await bus.subscribe(
            kind === 'message' ? messages(hurried).subscription : ledger(hurried).subscription,
          );
          let turns = 0;
          for (; statusOf(bus, 'hurried').position < 8_000; turns += 1) await new Promise(setImmediate);
          expect(turns).toBeGreaterThan(4);
        },
      );
    }
  }
};

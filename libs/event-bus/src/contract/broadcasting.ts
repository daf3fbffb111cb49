import { expect, it } from '@jest/globals';
import type { Broadcast, BusMessage } from '../port.ts';
import {
  type Open,
  cancelled,
  failing,
  gate,
  messages,
  nameOf,
  order,
  orders,
  stock,
  topics,
  until,
} from './subject.ts';

/** A broadcast over all orders that keeps what it was given. */
const everything = (parts: Partial<Broadcast> = {}) => {
  const seen: string[] = [];
  const { handle = () => Promise.resolve(), ...rest } = parts;
  const broadcast: Broadcast = {
    topics: [topics.order],
    from: 'beginning',
    ...rest,
    handle: async (batch: readonly BusMessage[]) => {
      await handle(batch);
      seen.push(...batch.map(nameOf));
    },
  };
  return { seen, broadcast };
};

export const broadcasting = (open: Open): void => {
  it('gives everything from the beginning and answers once it has, then what comes', async () => {
    const { bus, publish } = await open();
    const group = messages();
    await bus.subscribe(group.subscription);
    await publish([...orders('a', 40), stock('s', 1)]);
    await until(() => group.seen.length === 41, 'all lay on the bus');
    const { seen, broadcast } = everything();
    await bus.broadcast(broadcast);
    expect(seen).toHaveLength(40);
    await publish(orders('a', 2, 41));
    await until(() => seen.length === 42, 'what came later was given');
    expect(seen).toEqual(orders('a', 42).map((_, index) => `a${index + 1}`));
  });

  it('gives from now on only what comes', async () => {
    const { bus, publish } = await open();
    const group = messages();
    await bus.subscribe(group.subscription);
    await publish(orders('a', 5));
    await until(() => group.seen.length === 5, 'all lay on the bus');
    const { seen, broadcast } = everything({ from: 'now' });
    await bus.broadcast(broadcast);
    await publish(orders('a', 2, 6));
    await until(() => seen.length >= 2, 'the next were given');
    expect(seen).toEqual(['a6', 'a7']);
  });

  it('answers at once where there is nothing', async () => {
    const { bus, publish } = await open();
    const { seen, broadcast } = everything();
    await bus.broadcast(broadcast);
    await publish([order('a', 1)]);
    await until(() => seen.length === 1, 'the first was given');
  });

  it('is tried again until it works, and nothing is parked', async () => {
    const { bus, publish } = await open();
    const { seen, broadcast } = everything({ handle: failing(7, () => new Error('not yet')) });
    await bus.broadcast(broadcast);
    await publish(orders('a', 3));
    await until(() => seen.length === 3, 'it worked');
    expect(seen).toEqual(['a1', 'a2', 'a3']);
    expect(bus.status()).toEqual([]);
  });

  it('begins anew with each start of the process', async () => {
    const subject = await open();
    const first = everything();
    await subject.bus.broadcast(first.broadcast);
    await subject.publish(orders('a', 3));
    await until(() => first.seen.length === 3, 'all were given');
    await subject.restart();
    const second = everything();
    await subject.bus.broadcast(second.broadcast);
    expect(second.seen).toEqual(['a1', 'a2', 'a3']);
  });

  it('reaches each who asked, and takes nothing from the groups', async () => {
    const { bus, publish } = await open();
    const both = [everything(), everything()];
    for (const { broadcast } of both) await bus.broadcast(broadcast);
    const group = messages();
    await bus.subscribe(group.subscription);
    await publish(orders('a', 4));
    for (const { seen } of both) await until(() => seen.length === 4, 'each was given all');
    await until(() => group.seen.length === 4, 'the group too');
  });

  it('tells who asks when it has handled what was there', async () => {
    const { bus, publish } = await open();
    const [begun, handled] = [gate(), gate()];
    const handle = () => {
      begun.open();
      return handled.opened;
    };
    const { seen, broadcast } = everything({ handle });
    const reading = await bus.broadcast(broadcast);
    await publish(orders('a', 3));
    await begun.opened;
    const asked = reading.caughtUp().then(() => [...seen]);
    handled.open();
    expect(await asked).toEqual(['a1', 'a2', 'a3']);
  });

  it('tells each who asks of what was there then, however many ask at once', async () => {
    const { bus, publish } = await open();
    const { seen, broadcast } = everything();
    const reading = await bus.broadcast(broadcast);
    const asked: Promise<string[]>[] = [];
    for (const one of orders('a', 10)) {
      await publish([one]);
      for (let times = 0; times < 3; times += 1) asked.push(reading.caughtUp().then(() => [...seen]));
    }
    const told = await Promise.all(asked);
    told.forEach((handled, index) => expect(handled).toContain(`a${Math.floor(index / 3) + 1}`));
  });

  it('keeps nobody waiting for what it passes over, or for what came before it', async () => {
    const { bus, publish } = await open();
    await publish(orders('a', 3));
    const passing = everything({ types: new Set([cancelled]) });
    const later = everything({ from: 'now' });
    const readings = [await bus.broadcast(passing.broadcast), await bus.broadcast(later.broadcast)];
    await readings[1]!.caughtUp();
    expect(later.seen).toEqual([]);
    await publish(orders('a', 2, 4));
    for (const reading of readings) await reading.caughtUp();
    expect([passing.seen, later.seen]).toEqual([[], ['a4', 'a5']]);
  });

  it('lets go who waits when the bus closes: to be tried again', async () => {
    const { bus, publish } = await open();
    const [begun, handled] = [gate(), gate()];
    const handle = () => {
      begun.open();
      return handled.opened;
    };
    const reading = await bus.broadcast(everything({ handle }).broadcast);
    await publish([order('a', 1)]);
    await begun.opened;
    const asked = reading.caughtUp();
    const closed = bus.close();
    await expect(asked).rejects.toMatchObject({ code: 'store-unavailable' });
    handled.open();
    await closed;
    await expect(reading.caughtUp()).rejects.toMatchObject({ code: 'store-unavailable' });
  });
};

import { expect, it } from '@jest/globals';
import type { BusMessage, Place } from '../port.ts';
import {
  type Features,
  type Open,
  deadLetters,
  failing,
  gate,
  itCan,
  ledger,
  messages,
  nameOf,
  orders,
  parkedType,
  placeOf,
  statusOf,
  stock,
  topics,
  unconcerned,
  until,
} from './subject.ts';

const named = (stream: string, count: number, first = 1): string[] =>
  Array.from({ length: count }, (_, index) => `${stream}${first + index}`);

export const batching = (open: Open, features: Features): void => {
  it('come in order, one after the other, none larger than asked for', async () => {
    const { bus, publish } = await open();
    await publish(orders('a', 250));
    let inWork = 0;
    const handle = async () => {
      expect((inWork += 1)).toBe(1);
      await new Promise(setImmediate);
      inWork -= 1;
    };
    const { stored, batches, subscription } = ledger({ maxBatch: 100, handle });
    await bus.subscribe(subscription);
    await until(() => stored.effect.length === 250, 'all were handled');
    await publish(orders('a', 50, 251));
    await until(() => stored.effect.length === 300, 'the rest was handled');
    expect(stored.effect).toEqual(named('a', 300));
    expect(Math.max(...batches.map(({ length }) => length))).toBe(100);
    expect(batches.every(({ length }) => length > 0)).toBe(true);
  });

  it('never reach further than the checkpoint that they are given with', async () => {
    const { bus, publish } = await open();
    await publish([
      ...orders('a', 30),
      ...Array.from({ length: 30 }, (_, n) => stock('s', n)),
      ...orders('a', 30, 31),
    ]);
    const given: { last: number; through: number; first: number }[] = [];
    const handle = (batch: readonly BusMessage[], through: { offset: number }) => {
      given.push({ first: batch[0]!.offset, last: batch.at(-1)!.offset, through: through.offset });
      return Promise.resolve();
    };
    const { stored, subscription } = ledger({ maxBatch: 7, topics: [topics.order], handle });
    await bus.subscribe(subscription);
    await until(() => stored.effect.length === 60, 'all were handled');
    given.forEach(({ last, through }, index) => {
      expect(through).toBeGreaterThanOrEqual(last);
      expect(through).toBeLessThan(given[index + 1]?.first ?? Number.POSITIVE_INFINITY);
    });
  });

  it('go on from the checkpoint that the handler stored, applying nothing twice', async () => {
    const subject = await open();
    const { stored, subscription } = ledger({ maxBatch: 7 });
    await subject.publish(orders('a', 50));
    await subject.bus.subscribe(subscription);
    await until(() => stored.effect.length >= 20, 'some were handled');
    await subject.restart();
    await subject.publish(orders('a', 50, 51));
    await subject.bus.subscribe(subscription);
    await until(() => stored.effect.length >= 100, 'all were handled');
    expect(stored.effect).toEqual(named('a', 100));
  });

  it('start from the beginning when the handler forgot its checkpoint', async () => {
    const subject = await open();
    const first = ledger();
    await subject.publish(orders('a', 5));
    await subject.bus.subscribe(first.subscription);
    await until(() => first.stored.effect.length === 5, 'all were handled');
    await subject.restart();
    const second = ledger();
    await subject.bus.subscribe(second.subscription);
    await until(() => second.stored.effect.length === 5, 'all were handled again');
    expect(second.stored.effect).toEqual(named('a', 5));
  });

  it('go on where the handler turns out to be, although it cannot say so at first', async () => {
    const { bus, publish } = await open();
    const { stored, subscription } = ledger({ maxBatch: 5 });
    const stale = Object.assign(new Error('Somebody else came first.'), { code: 'stale-checkpoint' });
    const away = Object.assign(new Error('The store does not answer.'), { code: 'store-unavailable' });
    const handle = failing(1, () => stale);
    let failures = 0;
    await bus.subscribe({
      ...subscription,
      checkpoints: () => ((failures -= 1) === 0 ? Promise.reject(away) : subscription.checkpoints()),
      handle: async (batch, through) => {
        failures = 1;
        await handle();
        await subscription.handle(batch, through);
      },
    });
    await publish(orders('a', 20));
    await until(() => stored.effect.length >= 20, 'all were handled');
    expect(stored.effect).toEqual(named('a', 20));
  });

  it('gather for as long as the handler lets them linger', async () => {
    const { bus, publish } = await open();
    const { stored, batches, subscription } = ledger({ linger: 2_000, maxBatch: 6 });
    await bus.subscribe(subscription);
    for (let n = 1; n <= 6; n += 1) await publish(orders('a', 1, n));
    await until(() => stored.effect.length === 6, 'the batch was full, long before the time was over');
    expect(batches).toEqual([named('a', 6)]);
  });

  it('do not wait for more than may come', async () => {
    const { bus, publish } = await open();
    const { stored, subscription } = ledger({ linger: 20, maxBatch: 6 });
    await bus.subscribe(subscription);
    await publish(orders('a', 1));
    await until(() => stored.effect.length === 1, 'the time was over');
  });

  it('are tried again as they were', async () => {
    const { bus, publish } = await open();
    const { stored, batches, subscription } = ledger({ handle: failing(2, () => new Error('once more')) });
    await publish(orders('a', 4));
    await bus.subscribe(subscription);
    await until(() => stored.effect.length === 4, 'it succeeded');
    expect(batches).toEqual([named('a', 4), named('a', 4), named('a', 4)]);
    expect(statusOf(bus, 'ledger').parked).toBe(0);
  });

  it('with a poison message are handled but for that one, which is parked', async () => {
    const { bus, publish } = await open();
    const letters: BusMessage[] = [];
    const keep = (message: BusMessage) => Promise.resolve(void letters.push(message));
    await bus.subscribe({ kind: 'message', group: 'undertaker', topics: [deadLetters], handle: keep });
    const handle = (batch: readonly BusMessage[]) =>
      batch.some((message) => nameOf(message) === 'a3')
        ? Promise.reject(new Error('poison'))
        : Promise.resolve();
    const { stored, subscription } = ledger({ handle });
    await publish(orders('a', 6));
    await bus.subscribe(subscription);
    await until(() => stored.effect.length === 5, 'the others were handled');
    await until(() => letters.length === 1, 'the letter came');
    expect(stored.effect).toEqual(['a1', 'a2', 'a4', 'a5', 'a6']);
    expect(statusOf(bus, 'ledger').parked).toBe(1);
    expect(letters[0]!.event).toMatchObject({
      type: parkedType,
      data: { group: 'ledger', error: 'Error: poison' },
    });
    await publish(orders('a', 1, 7));
    await until(() => stored.effect.includes('a7'), 'the next was handled');
  });

  it('that are a single poison message are tried as often as asked for, no more', async () => {
    const { bus, publish } = await open();
    let refused = 0;
    const handle = (batch: readonly BusMessage[]) => {
      if (batch.length === 0) return Promise.resolve();
      refused += 1;
      return Promise.reject(new Error('poison'));
    };
    const { stored, subscription } = ledger({ handle });
    await bus.subscribe(subscription);
    await publish(orders('a', 1));
    await until(() => Object.keys(stored.checkpoints).length > 0, 'the checkpoint passed it');
    expect(refused).toBe(3);
    expect(statusOf(bus, 'ledger').parked).toBe(1);
  });

  it('take up a parked message on request, between batches, without moving the checkpoint back', async () => {
    const { bus, publish } = await open();
    const sick = { now: true };
    const places = new Map<string, Place>();
    const reached: number[] = [];
    let inWork = 0;
    const handle = async (batch: readonly BusMessage[], through: { offset: number }) => {
      for (const message of batch) places.set(nameOf(message), placeOf(message));
      if (sick.now && batch.some((message) => nameOf(message) === 'a1')) throw new Error('poison');
      expect((inWork += 1)).toBe(1);
      await new Promise(setImmediate);
      reached.push(through.offset);
      inWork -= 1;
    };
    const { stored, subscription } = ledger({ handle, maxBatch: 5 });
    await bus.subscribe(subscription);
    await publish(orders('a', 3));
    await until(() => stored.effect.length === 2, 'the others were handled');
    await until(() => statusOf(bus, 'ledger').parked === 1, 'it was parked');
    await expect(bus.redrive('ledger', places.get('a1')!)).rejects.toThrow('poison');
    sick.now = false;
    await publish(orders('a', 50, 4));
    await bus.redrive('ledger', places.get('a1')!);
    await until(() => stored.effect.length === 53, 'all were handled');
    expect(statusOf(bus, 'ledger').parked).toBe(0);
    expect(reached).toEqual(reached.toSorted((a, b) => a - b));
  });

  it('wait while the store is away', async () => {
    const { bus, publish } = await open();
    const away = () => Object.assign(new Error('away'), { code: 'store-unavailable' });
    const { stored, subscription } = ledger({ handle: failing(5, away) });
    await publish(orders('a', 3));
    await bus.subscribe(subscription);
    await until(() => stored.effect.length === 3, 'the store was back');
    expect(statusOf(bus, 'ledger').parked).toBe(0);
  });

  it('are smaller while the store cannot take so much at once, and grow again', async () => {
    const { bus, publish } = await open();
    const full = { now: true };
    const handle = (batch: readonly BusMessage[]) =>
      full.now && batch.length > 3
        ? Promise.reject(Object.assign(new Error('too much'), { code: 'store-unavailable' }))
        : Promise.resolve();
    const { stored, batches, subscription } = ledger({ handle });
    await publish(orders('a', 40));
    await bus.subscribe(subscription);
    await until(() => stored.effect.length === 40, 'all were handled');
    expect(stored.effect).toEqual(named('a', 40));
    full.now = false;
    await publish(orders('a', 60, 41));
    await until(() => stored.effect.length === 100, 'the rest was handled');
    expect(stored.effect).toEqual(named('a', 100));
    expect(Math.max(...batches.slice(-4).map(({ length }) => length))).toBeGreaterThan(3);
    expect(statusOf(bus, 'ledger').parked).toBe(0);
  });

  for (const { how, missing, parts } of unconcerned(features)) {
    itCan(missing, `tell how far the group has come, also over ${how}`, async () => {
      const { bus, publish } = await open();
      const progress: number[] = [];
      const onProgress = ({ offset }: { offset: number }) => void progress.push(offset);
      const { stored, subscription } = ledger({ ...parts, onProgress });
      const offsets: number[] = [];
      const handle = ({ offset }: BusMessage) => Promise.resolve(void offsets.push(offset));
      await bus.subscribe(subscription);
      await bus.subscribe(messages({ handle }).subscription);
      await publish(orders('a', 3));
      await until(() => offsets.length === 3, 'another group saw them');
      await until(() => (progress.at(-1) ?? 0) >= offsets.at(-1)!, 'it heard of them');
      expect(progress).toEqual(progress.toSorted((a, b) => a - b));
      expect(stored.effect).toEqual([]);
    });

    itCan(missing, `move the checkpoint every now and then over long runs of ${how}`, async () => {
      const { bus, publish } = await open();
      const places: number[] = [];
      const handle = (batch: readonly BusMessage[], { offset }: { offset: number }) => {
        expect(batch).toEqual([]);
        return Promise.resolve(void places.push(offset));
      };
      for (let n = 0; n < 26; n += 1) await publish(orders('a', 500));
      await bus.subscribe(ledger({ ...parts, handle }).subscription);
      await until(() => (places.at(-1) ?? 0) >= 10_000, 'the checkpoint moved');
      expect(places.length).toBeGreaterThan(1);
    });
  }

  it('in work are waited for on closing', async () => {
    const { bus, publish } = await open();
    const slow = gate();
    let begun = false;
    const handle = () => {
      begun = true;
      return slow.opened;
    };
    const { stored, subscription } = ledger({ handle });
    await bus.subscribe(subscription);
    await publish(orders('a', 2));
    await until(() => begun, 'it was in work');
    const closing = bus.close();
    slow.open();
    await closing;
    expect(stored.effect.length).toBeGreaterThan(0);
  });

  it('are not replayed by the bus: their handler owns the checkpoint', async () => {
    const { bus } = await open();
    await bus.subscribe(ledger().subscription);
    await expect(bus.replay('ledger', { time: '2026-03-01T10:00:00.000Z' })).rejects.toThrow('checkpoint');
  });
};

import { expect, it } from '@jest/globals';
import type { BusMessage, Place } from '../port.ts';
import {
  type Features,
  type Open,
  gate,
  itCan,
  messages,
  nameOf,
  order,
  orders,
  placeOf,
  statusOf,
  until,
} from './subject.ts';

export const resuming = (open: Open, features: Features): void => {
  it('goes on after a crash behind what was checkpointed', async () => {
    const subject = await open();
    const first = messages();
    await subject.bus.subscribe(first.subscription);
    await subject.publish(orders('a', 20));
    await until(() => first.seen.length === 20, 'the first lot was handled');
    await subject.settled();
    await subject.restart();
    await subject.publish(orders('a', 3, 21));
    const second = messages();
    await subject.bus.subscribe(second.subscription);
    await until(() => second.seen.length >= 3, 'the second lot was handled');
    expect(second.seen).toEqual(['a21', 'a22', 'a23']);
  });

  it('gives again after a crash what was in work, although later messages were done', async () => {
    const subject = await open();
    const handle = (message: BusMessage) => (nameOf(message) === 'a1' ? gate().opened : Promise.resolve());
    const first = messages({ handle });
    await subject.bus.subscribe(first.subscription);
    const others = ['b', 'c', 'd', 'e', 'f'].flatMap((key) => orders(key, 4));
    await subject.publish([...orders('a', 2), ...others]);
    await until(() => first.seen.length === 21, 'the others were done');
    await subject.settled();
    await subject.restart();
    const second = messages();
    await subject.bus.subscribe(second.subscription);
    await until(() => second.seen.includes('a2'), 'what was not done was given again');
    expect(first.seen).not.toContain('a2');
    expect(second.seen.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a2']);
  });

  it('does not run ahead in a key while it stops', async () => {
    const subject = await open();
    const handle = (message: BusMessage) =>
      nameOf(message) === 'a1' ? Promise.reject(new Error('not now')) : Promise.resolve();
    const first = messages({ handle, concurrency: 1, retry: { attempts: 9, firstDelay: 60_000 } });
    await subject.bus.subscribe(first.subscription);
    await subject.publish(orders('a', 3));
    await until(() => first.seen.length === 1, 'the first was tried');
    await subject.publish(orders('b', 2_000));
    await until(() => statusOf(subject.bus, 'readers').lag >= 2_003, 'the others waited');
    await subject.bus.close();
    expect(first.seen).toEqual(['a1']);
    await subject.restart();
    const second = messages();
    await subject.bus.subscribe(second.subscription);
    await until(() => second.seen.length === 2_003, 'all were done');
    expect(second.seen.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
  });

  it('waits on closing for the messages in work, and repeats nothing afterwards', async () => {
    const subject = await open();
    const slow = gate();
    let [done, closed] = [false, false];
    const handle = () => slow.opened.then(() => void (done = true));
    const first = messages({ handle });
    await subject.bus.subscribe(first.subscription);
    await subject.publish(orders('a', 1));
    await until(() => first.seen.length === 1, 'it was in work');
    const closing = subject.bus.close().then(() => (closed = true));
    await new Promise(setImmediate);
    expect(closed).toBe(false);
    slow.open();
    await closing;
    expect(done).toBe(true);
    await subject.restart();
    await subject.publish(orders('a', 1, 2));
    const second = messages();
    await subject.bus.subscribe(second.subscription);
    await until(() => second.seen.length > 0, 'the next came');
    expect(second.seen).toEqual(['a2']);
  });

  it('takes no subscription once closed, and closes twice like once', async () => {
    const { bus } = await open();
    await Promise.all([bus.close(), bus.close()]);
    await expect(bus.subscribe(messages().subscription)).rejects.toThrow();
  });

  it('handles everything again from an offset, inclusive', async () => {
    const { bus, publish } = await open();
    const places: Place[] = [];
    const handle = (message: BusMessage) => Promise.resolve(void places.push(placeOf(message)));
    const { seen, subscription } = messages({ handle });
    await bus.subscribe(subscription);
    await publish(orders('a', 5));
    await until(() => places.length === 5, 'all were handled');
    await bus.replay('readers', places[2]!);
    await until(() => places.length === 8, 'the end was handled again');
    await publish(orders('a', 1, 6));
    await until(() => places.length === 9, 'the next came');
    expect(seen.slice(5)).toEqual(['a3', 'a4', 'a5', 'a6']);
  });

  it('keeps to a replay over a crash', async () => {
    const subject = await open();
    const places: Place[] = [];
    const blocked = { now: false };
    const handle = (message: BusMessage) => {
      places.push(placeOf(message));
      return blocked.now ? gate().opened : Promise.resolve();
    };
    await subject.bus.subscribe(messages({ handle }).subscription);
    await subject.publish(orders('a', 4));
    await until(() => places.length === 4, 'all were handled');
    await subject.settled();
    blocked.now = true;
    await subject.bus.replay('readers', places[1]!);
    await subject.restart();
    const second = messages();
    await subject.bus.subscribe(second.subscription);
    await until(() => second.seen.length >= 3, 'the end was handled again');
    expect(second.seen).toEqual(['a2', 'a3', 'a4']);
  });

  it('passes over nothing when a replay is asked to begin in the future', async () => {
    const { bus, publish } = await open();
    const places: Place[] = [];
    const handle = (message: BusMessage) => Promise.resolve(void places.push(placeOf(message)));
    const { seen, subscription } = messages({ handle });
    await bus.subscribe(subscription);
    await publish(orders('a', 2));
    await until(() => places.length === 2, 'both were handled');
    await bus.replay('readers', { ...places[1]!, offset: 1_000_000 });
    await publish(orders('a', 1, 3));
    await until(() => seen.includes('a3'), 'the next came');
    expect(seen.slice(-1)).toEqual(['a3']);
  });

  itCan(features.replayFromTime, 'handles everything again from a moment, inclusive', async () => {
    const { bus, publish } = await open();
    const times: string[] = [];
    const handle = ({ event }: BusMessage) => Promise.resolve(void times.push(event.recordedTime));
    const { seen, subscription } = messages({ handle });
    await bus.subscribe(subscription);
    for (let n = 1; n <= 4; n += 1) {
      await publish([order('a', n)]);
      await until(() => times.length === n, 'it was handled');
      await until(() => Date.now() > Date.parse(times.at(-1)!), 'the clock went on');
    }
    await bus.replay('readers', { time: times[2]! });
    await until(() => times.length >= 6, 'the end was handled again');
    expect(seen.slice(4)).toEqual(['a3', 'a4']);
  });

  it('replays a group that was asked twice at once only as one', async () => {
    const { bus, publish } = await open();
    const places: Place[] = [];
    const handle = (message: BusMessage) => Promise.resolve(void places.push(placeOf(message)));
    const { seen, subscription } = messages({ handle });
    await bus.subscribe(subscription);
    await publish(orders('a', 3));
    await until(() => places.length === 3, 'all were handled');
    await Promise.all([bus.replay('readers', places[0]!), bus.replay('readers', places[0]!)]);
    for (let n = 4; n <= 9; n += 1) {
      await publish(orders('a', 1, n));
      await until(() => seen.includes(`a${n}`), 'the next came');
    }
    expect(seen.filter((name) => name === 'a4')).toHaveLength(1);
  });
};

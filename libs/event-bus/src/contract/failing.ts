import { expect, it } from '@jest/globals';
import type { BusMessage, Place } from '../port.ts';
import {
  type Open,
  type Opened,
  deadLetters,
  failing,
  ledger,
  messages,
  nameOf,
  order,
  orders,
  parkedType,
  placeOf,
  statusOf,
  topics,
  until,
} from './subject.ts';

const unavailable = () => Object.assign(new Error('The store is away.'), { code: 'store-unavailable' });

/** Fails on one message until told otherwise. */
const poisonedBy = (poison: string) => {
  const cure = { found: false };
  const handle = (message: BusMessage) =>
    nameOf(message) === poison && !cure.found
      ? Promise.reject(new TypeError('no such SKU'))
      : Promise.resolve();
  return { cure, handle };
};

/** Subscribes to dead letters and gathers them. */
const lettersOf = async ({ bus }: Opened, group = 'undertaker') => {
  const letters: BusMessage[] = [];
  await bus.subscribe({
    kind: 'message',
    group,
    topics: [deadLetters],
    handle: (message) => Promise.resolve(void letters.push(message)),
  });
  return letters;
};

const parkedOne = async (subject: Opened) => {
  const { cure, handle } = poisonedBy('a1');
  const places = new Map<string, Place>();
  const { seen, subscription } = messages({
    handle: (message) => {
      places.set(nameOf(message), placeOf(message));
      return handle(message);
    },
  });
  await subject.bus.subscribe(subscription);
  await subject.publish(orders('a', 2));
  await until(() => statusOf(subject.bus, 'readers').parked === 1 && seen.includes('a2'), 'it was parked');
  return { cure, seen, subscription, place: places.get('a1')! };
};

/** As another build may record it in time to come. */
const ofNewerBuild = 'tributary.order.tracked.v99';

export const newerMessages = (open: Open): void => {
  it('holds back its key alone, and is not parked', async () => {
    const { bus, publish } = await open();
    const { seen, subscription } = messages({ types: new Set(['tributary.order.tracked.v1']) });
    await bus.subscribe(subscription);
    await publish([order('a', 1), order('a', 2, ofNewerBuild), order('a', 3)]);
    await publish(orders('b', 2));
    await until(() => seen.includes('b2'), 'the other key went on');
    expect(seen.filter((name) => name.startsWith('a'))).toEqual(['a1']);
    expect(statusOf(bus, 'readers')).toMatchObject({ parked: 0 });
    await bus.refresh();
    expect(statusOf(bus, 'readers').lag).toBeGreaterThan(0);
  });

  it('holds back a batch, and what came before it is handled', async () => {
    const { bus, publish } = await open();
    const seen: string[] = [];
    await publish([order('a', 1), order('a', 2, ofNewerBuild), order('a', 3)]);
    await bus.subscribe({
      kind: 'batch',
      group: 'folders',
      topics: [topics.order],
      checkpoints: () => Promise.resolve({}),
      handle: (batch) => Promise.resolve(void seen.push(...batch.map(nameOf))),
    });
    await until(() => seen.includes('a1'), 'it came as far as it can');
    expect(seen).toEqual(['a1']);
    expect(statusOf(bus, 'folders').parked).toBe(0);
  });
};

export const failingMessages = (open: Open): void => {
  it('tries again until it succeeds, holding back the key', async () => {
    const { bus, publish } = await open();
    const flaky = failing(2, () => new Error('once more'));
    const handle = (message: BusMessage) => (nameOf(message) === 'a1' ? flaky() : Promise.resolve());
    const { seen, subscription } = messages({ handle });
    await bus.subscribe(subscription);
    await publish(orders('a', 2));
    await until(() => seen.includes('a2'), 'the key went on');
    expect(seen).toEqual(['a1', 'a1', 'a1', 'a2']);
    expect(statusOf(bus, 'readers').parked).toBe(0);
  });

  it('waits longer before each try', async () => {
    const { bus, publish } = await open();
    const times: number[] = [];
    const handle = () => {
      times.push(performance.now());
      return Promise.reject(new Error('never'));
    };
    await bus.subscribe(messages({ handle, retry: { attempts: 4, firstDelay: 20 } }).subscription);
    await publish(orders('a', 1));
    await until(() => statusOf(bus, 'readers').parked === 1, 'it was parked');
    const waits = times.slice(1).map((time, index) => time - times[index]!);
    expect(waits).toHaveLength(3);
    waits.forEach((wait, index) => expect(wait).toBeGreaterThan(20 * 2 ** index - 2));
  });

  it('parks what keeps failing, and the rest flows on, of the same key too', async () => {
    const { bus, publish } = await open();
    const { seen, subscription } = messages({ handle: poisonedBy('a2').handle });
    await bus.subscribe(subscription);
    await publish([...orders('a', 3), ...orders('b', 2)]);
    await until(() => seen.includes('a3') && seen.includes('b2'), 'the rest was through');
    expect(seen.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a2', 'a2', 'a2', 'a3']);
    expect(seen.filter((name) => name.startsWith('b'))).toEqual(['b1', 'b2']);
    expect(statusOf(bus, 'readers').parked).toBe(1);
  });

  it('says on the topic of dead letters what was parked and why', async () => {
    const subject = await open();
    const letters = await lettersOf(subject);
    const { subscription } = messages({ handle: poisonedBy('a1').handle });
    await subject.bus.subscribe(subscription);
    await subject.publish(orders('a', 1));
    await until(() => letters.length === 1, 'the letter came');
    expect(letters[0]).toMatchObject({
      topic: deadLetters,
      event: {
        type: parkedType,
        data: {
          group: 'readers',
          eventType: 'tributary.order.tracked.v1',
          subject: 'a',
          error: 'TypeError: no such SKU',
          attempts: 3,
        },
      },
    });
    expect(letters[0]!.event.data).toMatchObject({ eventId: letters[0]!.event.metadata.causationId });
  });

  it('says why also when what was thrown is no Error', async () => {
    const subject = await open();
    const letters = await lettersOf(subject);
    const { subscription } = messages({ handle: () => Promise.reject({ status: 409, title: 'Conflict' }) });
    await subject.bus.subscribe(subscription);
    await subject.publish(orders('a', 1));
    await until(() => letters.length === 1, 'the letter came');
    expect((letters[0]!.event.data as { error: string }).error).toContain('Conflict');
  });

  it('is parked when it cannot be brought to its current version, and the rest flows on', async () => {
    const subject = await open();
    const letters = await lettersOf(subject);
    const { seen, subscription } = messages();
    const batches = ledger();
    await subject.bus.subscribe(subscription);
    await subject.bus.subscribe(batches.subscription);
    const withoutLines = {
      service: 'order',
      stream: 'a',
      type: 'tributary.order.placed.v1',
      data: {},
    } as const;
    await subject.publish([order('a', 1), withoutLines, order('a', 2)]);
    await until(() => letters.length === 2, 'both groups parked it');
    await until(() => seen.length === 2 && batches.stored.effect.length === 2, 'the rest was handled');
    expect(seen).toEqual(['a1', 'a2']);
    expect(batches.stored.effect).toEqual(['a1', 'a2']);
    expect(subject.bus.status().filter(({ parked }) => parked === 1)).toHaveLength(2);
  });

  it('does not park for ever when a group fails on the news of its own failure', async () => {
    const subject = await open();
    const letters = await lettersOf(subject);
    let calls = 0;
    const handle = () => {
      calls += 1;
      return Promise.reject(new Error('whatever it is'));
    };
    const all = { kind: 'message', group: 'hopeless', topics: ['tributary.order.v1', deadLetters] } as const;
    await subject.bus.subscribe({ ...all, retry: { attempts: 1, firstDelay: 1 }, handle });
    await subject.publish(orders('a', 1));
    await until(() => letters.length >= 2, 'the event and its letter were parked');
    await subject.publish([order('z', 1)]);
    await until(() => letters.length >= 4, 'the next event and its letter were parked');
    await until(() => statusOf(subject.bus, 'hopeless').lag === 0, 'it was through');
    expect(letters).toHaveLength(4);
    expect(calls).toBe(4);
  });

  it('waits while a store is away: no try is counted and nothing is parked', async () => {
    const { bus, publish } = await open();
    const away = failing(6, unavailable);
    const handle = (message: BusMessage) => (nameOf(message) === 'a1' ? away() : Promise.resolve());
    const { seen, subscription } = messages({ handle });
    await bus.subscribe(subscription);
    await publish(orders('a', 2));
    await until(() => seen.includes('a2'), 'the store was back');
    expect(seen).toEqual([...Array.from({ length: 7 }, () => 'a1'), 'a2']);
    expect(statusOf(bus, 'readers').parked).toBe(0);
  });

  it('hands over a parked message again on request', async () => {
    const subject = await open();
    const { cure, seen, place } = await parkedOne(subject);
    cure.found = true;
    await subject.bus.redrive('readers', place);
    expect(seen.at(-1)).toBe('a1');
    expect(statusOf(subject.bus, 'readers').parked).toBe(0);
    await expect(subject.bus.redrive('readers', place)).rejects.toThrow(RangeError);
  });

  it('says why a message handed over again fails again, and keeps it parked', async () => {
    const subject = await open();
    const { place } = await parkedOne(subject);
    await expect(subject.bus.redrive('readers', place)).rejects.toThrow('no such SKU');
    expect(statusOf(subject.bus, 'readers').parked).toBe(1);
  });

  it('knows after a restart what is parked, and what was taken up again', async () => {
    const subject = await open();
    const { cure, seen, subscription, place } = await parkedOne(subject);
    await subject.settled();
    await subject.restart();
    cure.found = true;
    await subject.bus.subscribe(subscription);
    await subject.bus.redrive('readers', place);
    expect(seen.at(-1)).toBe('a1');
    await subject.restart();
    await subject.bus.subscribe(subscription);
    expect(statusOf(subject.bus, 'readers').parked).toBe(0);
  });

  it('counts a message no longer as parked when a replay succeeds, and again when one fails', async () => {
    const subject = await open();
    const { cure, subscription, place } = await parkedOne(subject);
    cure.found = true;
    await subject.bus.replay('readers', place);
    await until(() => statusOf(subject.bus, 'readers').parked === 0, 'it succeeded');
    cure.found = false;
    await subject.bus.replay('readers', place);
    await until(() => statusOf(subject.bus, 'readers').parked === 1, 'it failed again');
    await subject.restart();
    await subject.bus.subscribe(subscription);
    expect(statusOf(subject.bus, 'readers').parked).toBe(1);
  });

  it('has nothing to hand over where nothing is parked, nor for a group nobody knows', async () => {
    const { bus, publish } = await open();
    const places: Place[] = [];
    const handle = (message: BusMessage) => Promise.resolve(void places.push(placeOf(message)));
    await bus.subscribe(messages({ handle }).subscription);
    await publish(orders('a', 1));
    await until(() => places.length === 1, 'it was handled');
    await expect(bus.redrive('readers', places[0]!)).rejects.toThrow(RangeError);
    await expect(bus.redrive('nobody', places[0]!)).rejects.toThrow('nobody');
  });
};

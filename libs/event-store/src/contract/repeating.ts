import { expect, it } from '@jest/globals';
import { PartlyRecorded, WrongExpectedVersion } from '../port.ts';
import { type Subject, anEvent, idsOf, itCan, someEvents, to } from './subject.ts';

export const repeating = ({ fresh, missing }: Subject): void => {
  it('is answered as the first time, though the expected version has passed', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    const events = someEvents(2);
    const first = await store.append([to('order-1', 0, ...events)]);
    await store.append([to('order-1', 2, ...someEvents(3))]);
    const again = await store.append([to('order-1', 0, ...events)]);
    expect(again).toEqual({ ...first, duplicate: true });
    expect(await store.readStream('order-1')).toHaveLength(5);
  });

  it('is recognised whatever version is expected', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    const event = anEvent();
    const first = await store.append([to('order-1', 0, event)]);
    for (const expected of [0, 1, 7, 'any'] as const) {
      expect(await store.append([to('order-1', expected, event)])).toEqual({ ...first, duplicate: true });
    }
    expect(await store.head()).toBe(first.position);
  });

  it('is answered with what was recorded, whatever it says now, also within one batch and where it could not be written', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    const event = anEvent();
    const changed = { ...event, type: 'tributary.order.other.v1', data: { other: true } };
    const [first, again] = await Promise.all([
      store.append([to('order-1', 'any', event)]),
      store.append([to('order-1', 'any', changed)]),
    ]);
    expect(again).toEqual({ ...first, duplicate: true });
    const never = Number.MAX_SAFE_INTEGER;
    expect(await store.append([to('order-1', never, changed)])).toEqual({ ...first, duplicate: true });
    await expect(store.append([to('order-1', never, anEvent())])).rejects.toBeInstanceOf(
      WrongExpectedVersion,
    );
    // What failed to be written holds up nobody who expects no version.
    const [, good] = await Promise.allSettled([
      store.append([to('order-1', never, anEvent())]),
      store.append([to('order-1', 'any', anEvent())]),
    ]);
    expect(good.status).toBe('fulfilled');
  });

  itCan(missing.severalStreams, 'is answered as the first time over several streams', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    const append = [
      to('order-1', 0, ...someEvents(2)),
      to('order-2', 0, anEvent()),
      to('order-1', 2, anEvent()),
    ];
    const first = await store.append(append);
    await store.append([to('order-1', 'any', anEvent()), to('order-2', 'any', anEvent())]);
    expect(await store.append(append)).toEqual({ ...first, duplicate: true });
  });

  it('writes nothing when only a part was recorded, and names that part', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    const [known, unknown] = [anEvent(), anEvent()];
    await store.append([to('order-1', 0, known)]);
    for (const events of [
      [known, unknown],
      [unknown, known],
    ]) {
      const refusal = await store.append([to('order-1', 1, ...events)]).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(PartlyRecorded);
      expect(refusal).toMatchObject({ code: 'partly-recorded', eventIds: [known.id] });
    }
    expect(idsOf(await store.readAll(0, 10))).toEqual([known.id]);
  });

  it('is a different decision when it names another stream or another service', async () => {
    const { log } = await fresh();
    const [order, inventory] = [log.forService('order'), log.forService('inventory')];
    const event = anEvent();
    await order.append([to('order-1', 0, event)]);
    await expect(order.append([to('order-2', 0, event)])).rejects.toBeInstanceOf(PartlyRecorded);
    await expect(inventory.append([to('order-1', 0, event)])).rejects.toBeInstanceOf(PartlyRecorded);
    expect(await log.all.readAll(0, 10)).toHaveLength(1);
  });

  it('does not let one append carry an event twice', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    const event = anEvent();
    const twice = () => store.append([to('order-1', 'any', event, anEvent(), event)]);
    await expect(twice()).rejects.toBeInstanceOf(PartlyRecorded);
    await store.append([to('order-1', 0, event)]);
    await expect(twice()).rejects.toBeInstanceOf(PartlyRecorded);
    expect(idsOf(await store.readStream('order-1'))).toEqual([event.id]);
  });

  it('at the same moment is recorded once, and all are told where', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    const events = someEvents(2);
    const results = await Promise.all(
      Array.from({ length: 20 }, () => store.append([to('order-1', 0, ...events)])),
    );
    expect(results.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    for (const result of results)
      expect({ ...result, duplicate: false }).toEqual({ ...results[0], duplicate: false });
    expect(await store.readStream('order-1')).toHaveLength(2);
  });

  it('leaves its neighbours alone: repeats, conflicts and good appends made together', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    const known = anEvent();
    await store.append([to('known', 0, known)]);
    const answers = await Promise.allSettled(
      Array.from({ length: 60 }, (_, n) => {
        if (n % 4 === 0) return store.append([to('known', 0, known)]);
        if (n % 4 === 1) return store.append([to('known', 9, ...someEvents(2))]);
        if (n % 4 === 2) return store.append([to('known', 'any', anEvent(), known)]);
        return store.append([to(`new-${n}`, 0, ...someEvents(2))]);
      }),
    );
    const statuses = answers.map((answer) =>
      answer.status === 'rejected' ? (answer.reason as Error).constructor.name : answer.value.duplicate,
    );
    expect(statuses).toEqual(
      statuses.map((_, n) => [true, 'WrongExpectedVersion', 'PartlyRecorded', false][n % 4]),
    );
    const all = await log.all.readAll(0, 1_000);
    expect(all).toHaveLength(1 + 15 * 2);
    expect(await store.readStream('known')).toHaveLength(1);
  });
};

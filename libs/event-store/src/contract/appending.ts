import { expect, it } from '@jest/globals';
import { WrongExpectedVersion } from '../port.ts';
import { type Subject, anEvent, ascends, idsOf, itCan, positionsOf, someEvents, to } from './subject.ts';

export const appending = ({ fresh, missing }: Subject): void => {
  it('counts the versions of a stream from 1 and says where every event stands', async () => {
    const { log } = await fresh();
    const store = log.forService('inventory');
    const events = someEvents(3);
    const result = await store.append([to('stock-1', 0, ...events)]);
    expect(result).toMatchObject({ versions: [3], duplicate: false, position: result.recorded[2]!.position });
    expect(result.recorded).toEqual(
      events.map((event, index) => ({
        ...event,
        stream: 'stock-1',
        version: index + 1,
        position: expect.any(Number),
        recordedTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      })),
    );
    expect(await store.readStream('stock-1')).toEqual(result.recorded);
  });

  it('appends to a new stream expecting 0, and to a known one expecting its version', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    await store.append([to('order-1', 0, ...someEvents(2))]);
    const second = await store.append([to('order-1', 2, anEvent())]);
    expect(second.versions).toEqual([3]);
    const third = await store.append([to('order-1', 'any', anEvent())]);
    expect(third.versions).toEqual([4]);
    expect((await store.append([to('order-2', 'any', anEvent())])).versions).toEqual([1]);
  });

  it.each([0, 1, 3])(
    'refuses when the stream is at 2 and %i was expected, and says what it is at',
    async (expected) => {
      const { log } = await fresh();
      const store = log.forService('order');
      await store.append([to('order-1', 0, ...someEvents(2))]);
      const refusal = await store
        .append([to('order-1', expected, anEvent())])
        .catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(WrongExpectedVersion);
      expect(refusal).toMatchObject({
        code: 'wrong-expected-version',
        stream: 'order-1',
        expected,
        actual: 2,
      });
      expect(await store.readStream('order-1')).toHaveLength(2);
    },
  );

  it('refuses an append that names no stream, or no event for a stream', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    await expect(store.append([])).rejects.toThrow(RangeError);
    await expect(store.append([to('order-1', 0)])).rejects.toThrow(RangeError);
    await expect(store.append([to('order-1', 0, anEvent()), to('order-2', 0)])).rejects.toThrow(RangeError);
    expect(await store.head()).toBe(0);
  });

  it('refuses what cannot be written as JSON, without harm to what is appended beside it', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    const answers = await Promise.allSettled([
      store.append([to('order-1', 0, anEvent())]),
      store.append([to('order-2', 0, anEvent({ data: circular }))]),
      store.append([to('order-3', 0, anEvent({ data: undefined }))]),
      store.append([to('order-4', 0, anEvent())]),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(await store.readAll(0, 10)).toHaveLength(2);
  });

  it('refuses names that would blur where one part ends: a line feed in a stream or type, a slash in a service', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    await expect(store.append([to('order\n1', 0, anEvent())])).rejects.toThrow(RangeError);
    await expect(store.append([to('order-1', 0, anEvent({ type: 'Order\nPlaced' }))])).rejects.toThrow(
      RangeError,
    );
    expect(() => log.forService('order/returns')).toThrow(RangeError);
  });

  itCan(missing.severalStreams, 'records all streams of an append, or nothing', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    await store.append([to('order-1', 0, ...someEvents(2))]);
    const both = [to('order-2', 0, anEvent()), to('order-1', 1, anEvent()), to('order-3', 'any', anEvent())];
    await expect(store.append(both)).rejects.toMatchObject({ stream: 'order-1', expected: 1, actual: 2 });
    expect(await store.readStream('order-2')).toEqual([]);
    expect(await store.readStream('order-3')).toEqual([]);

    const [first, second] = [someEvents(2), someEvents(1)];
    const result = await store.append([to('order-2', 0, ...first), to('order-1', 2, ...second)]);
    expect(result.versions).toEqual([2, 3]);
    expect(idsOf(result.recorded)).toEqual(idsOf([...first, ...second]));
    expect(ascends(positionsOf(result.recorded))).toBe(true);
  });

  itCan(
    missing.severalStreams,
    'lets one append name a stream twice: the second part stands on the first',
    async () => {
      const { log } = await fresh();
      const store = log.forService('order');
      const result = await store.append([
        to('order-1', 0, ...someEvents(2)),
        to('order-2', 0, anEvent()),
        to('order-1', 2, anEvent()),
      ]);
      expect(result.versions).toEqual([2, 1, 3]);
      await expect(
        store.append([to('order-1', 3, anEvent()), to('order-1', 3, anEvent())]),
      ).rejects.toMatchObject({
        expected: 3,
        actual: 4,
      });
      expect(await store.readStream('order-1')).toHaveLength(3);
    },
  );

  itCan(
    missing.severalStreams,
    'keeps apart streams whose names differ in the case of letters alone',
    async () => {
      const { log } = await fresh();
      const store = log.forService('inventory');
      const streams = ['stock-MUG', 'stock-mug', 'stock-Mug', 'stock-ſ', 'stock-s'];
      await store.append(streams.map((stream, index) => to(stream, 0, ...someEvents(index + 1))));
      await Promise.all(streams.map((stream, index) => store.append([to(stream, index + 1, anEvent())])));
      for (const [index, stream] of streams.entries())
        expect(await store.readStream(stream)).toHaveLength(index + 2);
      expect(new Set((await store.readAll(0, 100)).map(({ stream }) => stream))).toEqual(new Set(streams));
    },
  );

  it('gives one of many who append at the same version the place, and tells the others', async () => {
    const { log } = await fresh();
    const store = log.forService('inventory');
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, () => store.append([to('stock-1', 0, anEvent())])),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = answers.filter((answer) => answer.status === 'rejected');
    expect(lost.every(({ reason }) => reason instanceof WrongExpectedVersion && reason.actual === 1)).toBe(
      true,
    );
  });

  it('gives 500 appends at once a global order in which each is read once', async () => {
    const { log } = await fresh();
    const stores = ['inventory', 'order', 'sourcing'].map((service) => log.forService(service));
    const results = await Promise.all(
      Array.from({ length: 500 }, (_, n) =>
        stores[n % 3]!.append([to(`stream-${n % 40}`, 'any', ...someEvents(1 + (n % 3)))]),
      ),
    );
    const answered = results.flatMap(({ recorded }) => positionsOf(recorded)).sort((a, b) => a - b);
    expect(ascends(answered)).toBe(true);
    expect(positionsOf(await log.all.readAll(0, 5_000))).toEqual(answered);
    if (missing.densePositions === undefined) expect(answered).toEqual(answered.map((_, index) => index + 1));
    expect(await log.all.head()).toBe(answered.at(-1));
  });

  itCan(
    missing.pipelining,
    'takes appends to one stream in the order they were made, before any is answered',
    async () => {
      const { log } = await fresh();
      const store = log.forService('inventory');
      const events = someEvents(30);
      const results = await Promise.all(
        events.map((event, version) => store.append([to('stock-1', version, event)])),
      );
      expect(results.map(({ versions }) => versions[0])).toEqual(events.map((_, index) => index + 1));
      expect(idsOf(await store.readStream('stock-1'))).toEqual(idsOf(events));
    },
  );

  itCan(missing.pipelining, 'refuses all that stood on an append that was refused', async () => {
    const { log } = await fresh();
    const store = log.forService('inventory');
    await store.append([to('stock-1', 0, anEvent())]);
    const answers = await Promise.allSettled(
      [5, 6, 7].map((version) => store.append([to('stock-1', version, anEvent())])),
    );
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await store.readStream('stock-1')).toHaveLength(1);
  });
};

import { expect, it } from '@jest/globals';
import { type Subject, anEvent, itCan, someEvents, to } from './subject.ts';

/** What holds of streams that an append looks at and does not write. */
export const checking = ({ fresh, missing }: Subject): void => {
  const opened = async () => (await fresh()).log.forService('order');

  it('is recorded while they are at the version that was seen, none among them', async () => {
    const store = await opened();
    await store.append([to('stock-1', 0, ...someEvents(2))]);
    const checks = [
      { stream: 'stock-1', version: 2 },
      { stream: 'stock-2', version: 0 },
    ];
    const { duplicate } = await store.append([to('order-1', 0, anEvent())], checks);
    expect(duplicate).toBe(false);
    expect(await store.readStream('stock-1')).toHaveLength(2);
    expect(await store.readStream('stock-2')).toEqual([]);
  });

  it('is refused, naming the one that moved, and writes nothing', async () => {
    const store = await opened();
    await store.append([to('stock-1', 0, ...someEvents(2))]);
    for (const version of [0, 1, 3]) {
      const refused = store.append([to('order-1', 'any', anEvent())], [{ stream: 'stock-1', version }]);
      await expect(refused).rejects.toMatchObject({
        code: 'wrong-expected-version',
        stream: 'stock-1',
        expected: version,
        actual: 2,
      });
    }
    expect(await store.readStream('order-1')).toEqual([]);
  });

  it('is answered as the first time when it is repeated, though they have moved', async () => {
    const store = await opened();
    const append = [to('order-1', 0, anEvent())];
    const checks = [{ stream: 'stock-1', version: 0 }];
    const first = await store.append(append, checks);
    await store.append([to('stock-1', 0, anEvent())]);
    expect(await store.append(append, checks)).toEqual({ ...first, duplicate: true });
  });

  itCan(missing.pipelining, 'stands on an append under way, and falls with it', async () => {
    const store = await opened();
    const known = anEvent();
    await store.append([to('stock-1', 0, known)]);
    // A repeat: it writes nothing, so the stream does not come to version 2.
    const repeat = store.append([to('stock-1', 1, known)]);
    const onIt = store.append([to('order-1', 0, anEvent())], [{ stream: 'stock-1', version: 2 }]);
    const more = store.append([to('stock-1', 1, anEvent())]);
    const onMore = store.append([to('order-2', 0, anEvent())], [{ stream: 'stock-1', version: 2 }]);
    expect((await repeat).duplicate).toBe(true);
    await expect(onIt).rejects.toMatchObject({ code: 'wrong-expected-version' });
    expect((await more).duplicate).toBe(false);
    expect((await onMore).duplicate).toBe(false);
  });
};

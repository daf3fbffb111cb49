import { expect, it } from '@jest/globals';
import type { ChainFault, EventLog } from '../port.ts';
import { StoreUnavailable } from '../port.ts';
import { type Subject, anEvent, followFor, itCan, someEvents, to } from './subject.ts';

const faultsIn = async (log: EventLog): Promise<ChainFault[]> => {
  const faults: ChainFault[] = [];
  for await (const fault of log.verify()) faults.push(fault);
  return faults;
};

export const keeping = ({ fresh, missing }: Subject): void => {
  it('says whether others may write its streams', async () => {
    const { log } = await fresh();
    expect(log.forService('order').features.oneWriter).toBe(missing.sharing !== undefined);
  });

  it('finds a log that nobody touched sound', async () => {
    const { log } = await fresh();
    expect(await faultsIn(log)).toEqual([]);
    const store = log.forService('order');
    await store.append([to('order-1', 0, ...someEvents(1_200))]);
    await store.append([to('order-2', 'any', anEvent())]);
    await store.append([to('order-1', 3, anEvent())]).catch(() => undefined);
    await store.append([to('order-2', 1, anEvent({ data: { name: 'Žluť 👩🏽‍🚀\n' } }))]);
    expect(await faultsIn(log)).toEqual([]);
  });

  itCan(
    missing.reopen,
    'has everything that was answered after it is opened again, and goes on from there',
    async () => {
      const { log, reopen } = await fresh();
      const store = log.forService('order');
      const event = anEvent();
      await store.append([to('order-1', 0, ...someEvents(3))]);
      const first = await store.append([to('order-2', 0, event)]);
      const before = await log.all.readAll(0, 100);

      const again = await reopen();
      const restored = again.forService('order');
      expect(await again.all.readAll(0, 100)).toEqual(before);
      expect(await again.all.head()).toBe(before.at(-1)!.position);
      expect(await restored.append([to('order-2', 0, event)])).toEqual({ ...first, duplicate: true });
      await expect(restored.append([to('order-1', 2, anEvent())])).rejects.toMatchObject({ actual: 3 });
      const next = await restored.append([to('order-1', 3, anEvent())]);
      expect(next.position).toBeGreaterThan(before.at(-1)!.position);
      const all = await again.all.readAll(0, 100);
      for (let seen = 0; seen < all.length; seen += 1) {
        const after = all[seen - 1]?.position ?? 0;
        expect(await followFor(again.all, after, all.length - seen)).toEqual(all.slice(seen));
      }
      expect(await faultsIn(again)).toEqual([]);
    },
  );

  it('has a name that no other log has', async () => {
    const [one, other] = [await fresh(), await fresh()];
    expect(one.log.epoch).toMatch(/^[\w-]{1,64}$/);
    expect(other.log.epoch).not.toBe(one.log.epoch);
  });

  itCan(missing.reopen, 'keeps its name when it is opened again', async () => {
    const { log, reopen } = await fresh();
    const { epoch } = log;
    expect((await reopen()).epoch).toBe(epoch);
  });

  it('answers what was asked before closing, and refuses what comes after', async () => {
    const { log, close } = await fresh();
    const store = log.forService('order');
    const appends = Array.from({ length: 40 }, (_, n) => store.append([to(`order-${n}`, 0, anEvent())]));
    const closed = close();
    expect((await Promise.allSettled(appends)).every(({ status }) => status === 'fulfilled')).toBe(true);
    await closed;
    await expect(store.append([to('order-1', 'any', anEvent())])).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.readStream('order-1')).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.readAll(0, 1)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.positionAt('2026-03-01T10:00:00.000Z')).rejects.toBeInstanceOf(StoreUnavailable);
  });
};

import { expect, it } from '@jest/globals';
import type { ChainHead, EventLog, RecordedEvent } from '../port.ts';
import { type Subject, anEvent, ascends, positionsOf, someEvents, to } from './subject.ts';

const headsOf = async (log: EventLog): Promise<ChainHead[]> => {
  const heads: ChainHead[] = [];
  for await (const head of log.chainHeads()) heads.push(head);
  return heads;
};

const written = async (log: EventLog): Promise<readonly RecordedEvent[]> => {
  const [order, inventory] = [log.forService('order'), log.forService('inventory')];
  await order.append([to('order-1', 0, ...someEvents(3))]);
  await inventory.append([to('sku-1', 0, anEvent({ data: { name: 'Žluť 👩🏽‍🚀\n', 2: 'b', 1: 'a' } }))]);
  await order.append([to('order-1', 3, anEvent()), to('order-2', 0, anEvent())]);
  return log.all.readAll(0, 100);
};

const withoutPositions = (events: readonly RecordedEvent[]) =>
  events.map((event) => ({ ...event, position: 0 }));

/** Moving a log into another one. */
export const moving = ({ fresh }: Subject): void => {
  it('names the end of every chain, in order of name', async () => {
    const { log } = await fresh();
    expect(await headsOf(log)).toEqual([]);
    await written(log);
    const heads = await headsOf(log);
    expect(heads.map(({ stream, version }) => [stream, version])).toEqual([
      ['inventory/sku-1', 1],
      ['order/order-1', 4],
      ['order/order-2', 1],
    ]);
    expect(new Set(heads.map(({ hash }) => hash)).size).toBe(3);
  });

  it('takes over what another log recorded: the same events, the same chains', async () => {
    const [source, target] = [(await fresh()).log, (await fresh()).log];
    const events = await written(source);
    await target.restore(events);
    const taken = await target.all.readAll(0, 100);
    expect(withoutPositions(taken)).toEqual(withoutPositions(events));
    expect(ascends(positionsOf(taken))).toBe(true);
    expect(await headsOf(target)).toEqual(await headsOf(source));
    for await (const fault of target.verify()) expect(fault).toBeUndefined();
  });

  it('passes over what it has taken already, so a move that was cut off is made again', async () => {
    const [source, target] = [(await fresh()).log, (await fresh()).log];
    const events = await written(source);
    await target.restore(events.slice(0, 4));
    await target.restore(events);
    await target.restore(events);
    expect(await target.all.readAll(0, 100)).toHaveLength(events.length);
    expect(await headsOf(target)).toEqual(await headsOf(source));
  });

  it('takes nothing where a stream would have a hole, or holds something else', async () => {
    const [source, target] = [(await fresh()).log, (await fresh()).log];
    const events = await written(source);
    await expect(target.restore(events.slice(1))).rejects.toMatchObject({ code: 'wrong-expected-version' });
    expect(await target.all.readAll(0, 100)).toEqual([]);
    await target.forService('order').append([to('order-1', 0, anEvent())]);
    await expect(target.restore(events)).rejects.toMatchObject({ code: 'wrong-expected-version' });
    expect(await target.all.readAll(0, 100)).toHaveLength(1);
  });

  it('goes on from there: what was taken over is known, by version and by id', async () => {
    const [source, target] = [(await fresh()).log, (await fresh()).log];
    const events = await written(source);
    await target.restore(events);
    const store = target.forService('order');
    await expect(store.append([to('order-1', 3, anEvent())])).rejects.toMatchObject({ actual: 4 });
    const { id, type, time, data, metadata } = events[0]!;
    const again = await store.append([to('order-1', 0, { id, type, time, data, metadata })]);
    expect(again).toMatchObject({ duplicate: true, versions: [1] });
    await store.append([to('order-1', 4, anEvent())]);
    for await (const fault of target.verify()) expect(fault).toBeUndefined();
  });
};

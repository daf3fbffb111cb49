import { expect, it } from '@jest/globals';
import type { EventStore } from '../port.ts';
import { type Subject, anEvent, idsOf, someEvents, to } from './subject.ts';

const versionsRead = async (
  store: EventStore,
  options: Parameters<EventStore['readStream']>[1],
): Promise<number[]> => (await store.readStream('order-1', options)).map(({ version }) => version);

export const reading = ({ fresh }: Subject): void => {
  it('a stream nobody wrote gives nothing', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    expect(await store.readStream('order-1')).toEqual([]);
    expect(await store.readStream('order-1', { direction: 'backward' })).toEqual([]);
    expect(await store.readAll(0, 10)).toEqual([]);
    expect(await store.head()).toBe(0);
  });

  it('a stream gives its events forward or backward, from a version, up to a limit', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    await store.append([to('order-1', 0, ...someEvents(6))]);
    await store.append([to('order-10', 0, ...someEvents(2))]);
    expect(await versionsRead(store, {})).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await versionsRead(store, { from: 4 })).toEqual([4, 5, 6]);
    expect(await versionsRead(store, { from: 2, limit: 2 })).toEqual([2, 3]);
    expect(await versionsRead(store, { limit: 0 })).toEqual([]);
    expect(await versionsRead(store, { from: 7 })).toEqual([]);
    expect(await versionsRead(store, { direction: 'backward' })).toEqual([6, 5, 4, 3, 2, 1]);
    expect(await versionsRead(store, { direction: 'backward', limit: 1 })).toEqual([6]);
    expect(await versionsRead(store, { direction: 'backward', from: 3, limit: 2 })).toEqual([3, 2]);
  });

  it('a reader of all events may name the types it wants, and gets every one of them in order', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    const events = someEvents(9).map((event, index) => ({ ...event, type: `kind-${index % 3}` }));
    await store.append([to('order-1', 0, ...events)]);
    const wanted = events.filter(({ type }) => type !== 'kind-1');
    expect(idsOf(await store.readAll(0, 100, ['kind-0', 'kind-2']))).toEqual(idsOf(wanted));
    expect(idsOf(await store.readAll(0, 2, ['kind-2']))).toEqual(
      idsOf(wanted.filter(({ type }) => type === 'kind-2').slice(0, 2)),
    );
    expect(await store.readAll(0, 100, ['never-heard-of'])).toEqual([]);
  });

  it('a service sees its own streams only, under the names it gave them', async () => {
    const { log } = await fresh();
    const [order, orders] = [log.forService('order'), log.forService('orders')];
    const [mine, theirs] = [someEvents(2), someEvents(3)];
    await order.append([to('s-1', 0, ...mine)]);
    await orders.append([to('s-1', 0, ...theirs)]);
    expect(idsOf(await order.readStream('s-1'))).toEqual(idsOf(mine));
    expect((await orders.readAll(0, 10)).map(({ id, stream, version }) => [id, stream, version])).toEqual(
      theirs.map(({ id }, index) => [id, 's-1', index + 1]),
    );
    expect((await log.all.readAll(0, 10)).map(({ stream }) => stream)).toEqual([
      ...mine.map(() => 'order/s-1'),
      ...theirs.map(() => 'orders/s-1'),
    ]);
  });

  it('everything can be read page by page, also by a service whose events are rare', async () => {
    const { log } = await fresh();
    const [busy, rare] = [log.forService('busy'), log.forService('rare')];
    const kept: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      await busy.append([to('b', 'any', ...someEvents(700))]);
      const event = anEvent();
      kept.push(event.id);
      await rare.append([to('r', 'any', event)]);
    }
    expect(idsOf(await rare.readAll(0, 10))).toEqual(kept);
    expect(idsOf(await rare.readAll(0, 2))).toEqual(kept.slice(0, 2));
    let read = 0;
    for (
      let page = await busy.readAll(0, 300);
      page.length > 0;
      page = await busy.readAll(page.at(-1)!.position, 300)
    ) {
      read += page.length;
    }
    expect(read).toBe(2_100);
    expect(await busy.readAll(await busy.head(), 10)).toEqual([]);
  });

  it('events are found by their ids, whichever service recorded them', async () => {
    const { log } = await fresh();
    const [order, stock] = [log.forService('order'), log.forService('stock')];
    const [one, other] = [someEvents(3), someEvents(2)];
    await order.append([to('s-1', 0, ...one)]);
    await stock.append([to('s-1', 0, ...other)]);
    const asked = [other[1]!, one[2]!, anEvent(), one[0]!].map(({ id }) => id);
    const found = await log.all.find(asked);
    expect(found).toEqual((await log.all.readAll(0, 10)).filter(({ id }) => asked.includes(id)));
    expect(idsOf(found)).toEqual(idsOf([one[0]!, one[2]!, other[1]!]));
    expect(await log.all.find([])).toEqual([]);
    expect(await log.all.find([anEvent().id])).toEqual([]);
  });

  it('any text comes back as it was: other scripts, emoji, quotes, line feeds, nothing at all', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    const data = {
      name: 'Žluťoučký 日本語 👩🏽‍🚀 \u0000 "quoted" \n\r\t \\ \u2028',
      list: [null, '', 0, -0.5, 1e21, { deep: [[]] }],
    };
    for (const each of [data, null, '', 0, false, [], 'žluť\n']) {
      const { recorded } = await store.append([
        to('bestellung-ž-日本', 'any', anEvent({ data: each, type: 'Objednáno' })),
      ]);
      expect(recorded[0]!.data).toEqual(each);
    }
    const read = await store.readStream('bestellung-ž-日本');
    expect(read.map((event) => event.data)).toEqual([data, null, '', 0, false, [], 'žluť\n']);
    expect(read[0]).toMatchObject({ type: 'Objednáno', stream: 'bestellung-ž-日本' });
  });

  it('an event of a megabyte comes back whole', async () => {
    const { log } = await fresh();
    const store = log.forService('order');
    const text = '€uro '.repeat(150_000);
    await store.append([to('order-1', 0, anEvent({ data: { text } }))]);
    expect((await store.readStream('order-1'))[0]!.data).toEqual({ text });
  });
};

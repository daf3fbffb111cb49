import { describe, expect, it } from '@jest/globals';
import type { Collection, Stored } from '../port.ts';
import { documentOf, freshStore, idsOf } from './opened.ts';
import type { Features, Open } from './opened.ts';
import { order, orders, packedOrders, put, remove } from './orders.ts';
import type { Order } from './orders.ts';

const checkpoint = (offset: number, partition = '0', consumer = 'repository') => ({
  consumer,
  partition,
  offset,
});

const all = { sort: { by: 'placedAt', direction: 'asc' }, limit: 200 } as const;

export const describeBatches = (open: Open): void => {
  describe('A batch', () => {
    const opened = freshStore(open);

    it('can be read once it is applied, with its checkpoint', async () => {
      await opened.store.apply([put(order('o1', { status: 'shipped' }))], [checkpoint(7)]);
      expect(documentOf(await opened.store.get(orders, 'o1'))?.status).toBe('shipped');
      expect(await opened.store.checkpoints('repository')).toEqual({ 0: 7 });
    });

    it('keeps the JSON text exactly as JSON.stringify writes it', async () => {
      const document = { ...order('o1'), extra: { z: 1, a: [null, 'é\u{1F6D2}\ud800\0"\n'] } };
      await opened.store.apply([put(document)], []);
      expect(await opened.store.get(orders, 'o1')).toEqual({ id: 'o1', json: JSON.stringify(document) });
    });

    it('keeps the JSON text also where documents are packed, however it is read', async () => {
      const { store } = opened;
      const document = {
        ...order('o1', { words: 'kettle', skus: ['A'] }),
        extra: ['é\u{1F6D2}\ud800\0"', null],
      };
      const long = { ...order('o2', { placedAt: '2026-01-02' }), words: 'mug '.repeat(9_000) };
      await store.declare([packedOrders]);
      const write = (one: Order) => ({ collection: packedOrders, id: one.id, document: one });
      await store.apply([write(order('o1')), write(long)], []);
      await store.apply([write(document)], []);
      const texts = [document, long].map((one) => ({ id: one.id, json: JSON.stringify(one) }));
      expect(await store.get(packedOrders, 'o1')).toEqual(texts[0]);
      expect(await store.getMany(packedOrders, ['o1', 'o2'])).toEqual(texts);
      expect((await store.find(packedOrders, all)).items).toEqual(texts);
      const having = { where: { skus: 'A' }, sort: all.sort, limit: 1 };
      expect((await store.find(packedOrders, having)).items).toEqual([texts[0]]);
      expect(await store.search(packedOrders, 'kettle', 5)).toEqual([texts[0]]);
      const scanned: Stored[] = [];
      for await (const one of store.scan(packedOrders)) scanned.push(one);
      expect(scanned).toEqual(texts);
    });

    it('ends as its last write when it writes a document twice', async () => {
      const [first, last] = [order('o1', { status: 'open' }), order('o1', { status: 'shipped' })];
      await opened.store.apply([put(first), put(last), put(order('o2')), remove('o2')], []);
      await opened.store.apply([remove('o3'), put(order('o3'))], []);
      expect(documentOf(await opened.store.get(orders, 'o1'))?.status).toBe('shipped');
      expect(await opened.store.get(orders, 'o2')).toBeUndefined();
      expect(await opened.store.get(orders, 'o3')).toBeDefined();
    });

    it('leaves neither documents nor checkpoint when one of its writes fails', async () => {
      await opened.store.apply([put(order('o1', { status: 'open' }))], [checkpoint(1)]);
      const unwritable = { ...order('o9'), total: 1.5 };
      const circular: Record<string, unknown> = { ...order('o8') };
      circular['self'] = circular;
      for (const document of [unwritable, circular]) {
        const writes = [
          put(order('o1', { status: 'shipped' })), put(order('o2')),
          { collection: orders, id: 'bad', document },
        ]; // prettier-ignore
        await expect(opened.store.apply(writes, [checkpoint(2)])).rejects.toThrow();
      }
      const undeclared: Collection<Order> = { ...orders, name: 'contract.undeclared' };
      const nowhere = [put(order('o2')), { collection: undeclared, id: 'o3', document: order('o3') }];
      await expect(opened.store.apply(nowhere, [checkpoint(2)])).rejects.toThrow('contract.undeclared');

      expect(documentOf(await opened.store.get(orders, 'o1'))?.status).toBe('open');
      expect(idsOf((await opened.store.find(orders, all)).items)).toEqual(['o1']);
      expect(await opened.store.checkpoints('repository')).toEqual({ 0: 1 });
    });

    it('that fails does not confuse the next one', async () => {
      const bad = { collection: orders, id: 'bad', document: { ...order('bad'), total: 0.5 } };
      await expect(opened.store.apply([put(order('o1', { words: 'first' })), bad], [])).rejects.toThrow();
      await opened.store.apply(
        [put(order('o2', { words: 'second' })), put(order('o1', { words: 'first' }))],
        [],
      );
      expect(idsOf(await opened.store.search(orders, 'first', 10))).toEqual(['o1']);
      expect(idsOf(await opened.store.search(orders, 'second', 10))).toEqual(['o2']);
    });

    it('of thousands of documents is written whole, and again', async () => {
      const documents = Array.from({ length: 3000 }, (_, n) => order(`o${n}`, { total: n, skus: [`S${n}`] }));
      await opened.store.apply(documents.map(put), []);
      await opened.store.apply(
        documents.map((each) => put({ ...each, total: each.total! + 1 })),
        [],
      );
      const top = await opened.store.find(orders, { sort: { by: 'total', direction: 'desc' }, limit: 1 });
      expect(documentOf(top.items[0])?.total).toBe(3000);
      expect(
        (
          await opened.store.getMany(
            orders,
            documents.map(({ id }) => id),
          )
        ).length,
      ).toBe(3000);
    });

    it('of checkpoints only keeps each partition and consumer apart', async () => {
      await opened.store.apply([], [checkpoint(5, 'a'), checkpoint(6, 'b'), checkpoint(9, 'a', 'other')]);
      await opened.store.apply([], [checkpoint(7, 'a'), checkpoint(8, 'a')]);
      expect(await opened.store.checkpoints('repository')).toEqual({ a: 8, b: 6 });
      expect(await opened.store.checkpoints('nobody')).toEqual({});
    });

    it('goes on from where its checkpoint says, from nothing with 0', async () => {
      const { store } = opened;
      await store.apply([], [{ ...checkpoint(0), from: 0 }]);
      expect(await store.checkpoints('repository')).toEqual({});
      await store.apply([put(order('o1'))], [{ ...checkpoint(5), from: 0 }]);
      await store.apply([put(order('o2'))], [{ ...checkpoint(9), from: 5 }]);
      await store.apply([put(order('o3'))], [{ ...checkpoint(9), from: 9 }]);
      expect(await store.checkpoints('repository')).toEqual({ 0: 9 });
      expect(idsOf(await store.getMany(orders, ['o1', 'o2', 'o3']))).toEqual(['o1', 'o2', 'o3']);
    });

    it.each([0, 3, 6])('writes nothing when it goes on from %i and the checkpoint is 5', async (from) => {
      const { store } = opened;
      const kept = put(order('o1', { status: 'open', words: 'kettle' }));
      await store.apply([kept], [checkpoint(5), checkpoint(1, 'other')]);
      const writes = [put(order('o1', { status: 'shipped' })), put(order('o2')), remove('o1')];
      const stale = { ...checkpoint(8), from };
      const refusal = expect.objectContaining({
        code: 'stale-checkpoint', consumer: 'repository', partition: '0',
      }); // prettier-ignore
      await expect(store.apply(writes, [checkpoint(2, 'other'), stale])).rejects.toEqual(refusal);
      expect(documentOf(await store.get(orders, 'o1'))?.status).toBe('open');
      expect(await store.get(orders, 'o2')).toBeUndefined();
      expect(idsOf(await store.search(orders, 'kettle', 5))).toEqual(['o1']);
      expect(await store.checkpoints('repository')).toEqual({ 0: 5, other: 1 });
    });

    it('writes nothing when it goes on from somewhere and no checkpoint is stored', async () => {
      const { store } = opened;
      await expect(store.apply([put(order('o1'))], [{ ...checkpoint(8), from: 5 }])).rejects.toEqual(
        expect.objectContaining({ code: 'stale-checkpoint' }),
      );
      expect(await store.get(orders, 'o1')).toBeUndefined();
      expect(await store.checkpoints('repository')).toEqual({});
    });

    it('may hold any text as an id', async () => {
      const ids = ['', ' ', "'; DROP TABLE x; --", 'a\0b', '\u{1F6D2}', '%_"', 'a'.repeat(2000)];
      await opened.store.apply(
        ids.map((id) => put(order(id, { skus: [id], words: id }))),
        [],
      );
      for (const id of ids) expect(documentOf(await opened.store.get(orders, id))?.id).toBe(id);
      await opened.store.apply([put(order('lone\ud800', { status: '\udfff' }))], []);
      expect((await opened.store.get(orders, 'lone\ud800'))?.id).toBe('lone\ufffd');
      const found = await opened.store.find(orders, { ...all, where: { status: '\udfff' } });
      expect(idsOf(found.items)).toEqual(['lone\ufffd']);
    });
  });

  describe('A deleted document', () => {
    const opened = freshStore(open);

    it('is found in no way, and may be written again', async () => {
      const document = order('o1', { skus: ['A'], words: 'blue kettle' });
      const bySku = { ...all, where: { skus: 'A' } };
      await opened.store.apply([put(document), put(order('o2'))], []);
      await opened.store.apply([remove('o1'), remove('never-written')], []);
      expect(await opened.store.get(orders, 'o1')).toBeUndefined();
      expect(idsOf((await opened.store.find(orders, all)).items)).toEqual(['o2']);
      expect((await opened.store.find(orders, bySku)).items).toEqual([]);
      expect(await opened.store.search(orders, 'kettle', 10)).toEqual([]);

      await opened.store.apply([put({ ...document, skus: ['B'], words: 'red kettle' })], []);
      expect((await opened.store.find(orders, bySku)).items).toEqual([]);
      expect(idsOf(await opened.store.search(orders, 'red kettle', 10))).toEqual(['o1']);
      expect(await opened.store.search(orders, 'blue', 10)).toEqual([]);
    });
  });
};

const readers = (open: Open): void => {
  const opened = freshStore(open);

  it('gives several documents in the order asked for, without those it lacks', async () => {
    await opened.store.apply(
      ['a', 'b', 'c'].map((id) => put(order(id))),
      [],
    );
    expect(idsOf(await opened.store.getMany(orders, ['c', 'x', 'a']))).toEqual(['c', 'a']);
  });

  it('scans every document in order of id, also while it is written', async () => {
    const ids = Array.from({ length: 1200 }, (_, n) => `o${n}`);
    await opened.store.apply(
      ids.map((id) => put(order(id))),
      [],
    );
    const seen: string[] = [];
    for await (const { id } of opened.store.scan(orders)) {
      if (seen.length === 0) await opened.store.apply([put(order('a')), put(order('o5', { total: 1 }))], []);
      seen.push(id);
    }
    expect(seen).toEqual(ids.sort());
  });

  it('forgets one consumer and empties its collections on reset', async () => {
    const kept: Collection<Order> = { ...orders, name: 'contract.kept' };
    await opened.store.declare([kept]);
    const documents = [
      put(order('o1', { skus: ['A'], words: 'kettle' })),
      { ...put(order('o1')), collection: kept },
    ];
    await opened.store.apply(documents, [checkpoint(3), checkpoint(4, '0', 'other')]);
    await opened.store.reset('repository', [orders]);

    expect(await opened.store.checkpoints('repository')).toEqual({});
    expect(await opened.store.checkpoints('other')).toEqual({ 0: 4 });
    expect(await opened.store.get(orders, 'o1')).toBeUndefined();
    expect(await opened.store.get(kept, 'o1')).toBeDefined();
    expect(await opened.store.search(orders, 'kettle', 10)).toEqual([]);

    await opened.store.apply([put(order('o1', { words: 'teapot' }))], []);
    expect(await opened.store.search(orders, 'kettle', 10)).toEqual([]);
    expect(idsOf(await opened.store.search(orders, 'teapot', 10))).toEqual(['o1']);
    expect((await opened.store.find(orders, { ...all, where: { skus: 'A' } })).items).toEqual([]);
  });
};

const declarations = (open: Open): void => {
  const opened = freshStore(open);

  it('keeps its documents when declared again unchanged', async () => {
    await opened.store.apply([put(order('o1'))], []);
    expect(await opened.store.declare([orders])).toEqual({ emptied: [] });
    expect(await opened.store.get(orders, 'o1')).toBeDefined();
  });

  it('keeps its documents when only its indexes change', async () => {
    await opened.store.apply([put(order('o1', { channel: 'store' }))], []);
    const indexed: Collection<Order> = { ...orders, indexes: [['channel'], ['placedAt']] };
    expect(await opened.store.declare([indexed])).toEqual({ emptied: [] });
    const sorted = { sort: { by: 'channel', direction: 'asc' }, limit: 5 } as const;
    expect(idsOf((await opened.store.find(indexed, sorted)).items)).toEqual(['o1']);
  });

  it('is emptied, and named, when its version changes', async () => {
    await opened.store.apply([put(order('o1', { words: 'kettle' }))], [checkpoint(3)]);
    const next: Collection<Order> = {
      name: orders.name, version: 2, indexes: [['ref']],
      fields: { ref: { type: 'text', of: ({ id }) => id } }, text: ({ words }) => words,
    }; // prettier-ignore
    expect(await opened.store.declare([next])).toEqual({ emptied: [orders.name] });
    expect(await opened.store.get(next, 'o1')).toBeUndefined();
    expect(await opened.store.search(next, 'kettle', 5)).toEqual([]);
    await opened.store.apply([{ collection: next, id: 'o1', document: order('o1') }], []);
    const found = await opened.store.find(next, {
      where: { ref: 'o1' },
      sort: { by: 'ref', direction: 'asc' },
      limit: 5,
    });
    expect(idsOf(found.items)).toEqual(['o1']);
  });

  it('is named as emptied until it is reset, also by the next process', async () => {
    const next: Collection<Order> = { ...orders, version: 2 };
    expect(await opened.store.declare([next])).toEqual({ emptied: [orders.name] });
    expect(await opened.store.declare([next])).toEqual({ emptied: [orders.name] });
    await opened.store.reset('repository', [next]);
    expect(await opened.store.declare([next])).toEqual({ emptied: [] });
  });

  it.each(['orders; DROP', '1st', 'a b', '', 'a"b', 'a.b'])(
    'is refused with the field name %j',
    async (field) => {
      const fields = { [field]: { type: 'text' as const, of: () => '' } };
      await expect(
        opened.store.declare([{ name: 'contract.bad', version: 1, fields, indexes: [] }]),
      ).rejects.toThrow();
    },
  );

  it('is refused with an index on a field it does not declare', async () => {
    const bad = { ...orders, name: 'contract.bad', indexes: [['nowhere']] };
    await expect(opened.store.declare([bad])).rejects.toThrow('nowhere');
  });
};

export const describeKeeping = (open: Open, { survivesReopen = true }: Features): void => {
  describe('A read store', () => readers(open));
  describe('A collection', () => declarations(open));
  if (!survivesReopen) return;

  describe('After closing and opening again', () => {
    const opened = freshStore(open);

    it('a checkpoint is checked as before', async () => {
      await opened.store.apply([], [checkpoint(3)]);
      const store = await opened.reopen();
      await store.declare([orders]);
      await expect(store.apply([], [{ ...checkpoint(4), from: 0 }])).rejects.toThrow('3');
      await store.apply([], [{ ...checkpoint(4), from: 3 }]);
      expect(await store.checkpoints('repository')).toEqual({ 0: 4 });
    });

    it('documents, words and checkpoints are there and can be written on', async () => {
      const document = order('o1', { skus: ['A'], words: 'blue kettle' });
      await opened.store.apply([put(document)], [checkpoint(3)]);
      const store = await opened.reopen();
      expect(await store.declare([orders])).toEqual({ emptied: [] });
      expect(await store.checkpoints('repository')).toEqual({ 0: 3 });
      expect(idsOf(await store.search(orders, 'kettle', 5))).toEqual(['o1']);

      await store.apply([put({ ...document, skus: ['B'], words: 'red kettle' }), put(order('o2'))], []);
      expect(idsOf(await store.search(orders, 'blue', 5))).toEqual([]);
      expect(idsOf(await store.search(orders, 'red', 5))).toEqual(['o1']);
      expect((await store.find(orders, { ...all, where: { skus: 'A' } })).items).toEqual([]);
      expect(idsOf((await store.find(orders, { ...all, where: { skus: 'B' } })).items)).toEqual(['o1']);
    });
  });
};

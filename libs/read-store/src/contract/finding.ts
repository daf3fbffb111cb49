import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { cursorAfter } from '../cursor-after.ts';
import type { Query } from '../port.ts';
import { answer } from './model.ts';
import { freshStore, idsOf, pageThrough } from './opened.ts';
import type { Open } from './opened.ts';
import { anyOrder, anyQuery, order, orders, put, remove } from './orders.ts';
import type { Order } from './orders.ts';

const newest = { sort: { by: 'placedAt', direction: 'desc' }, limit: 2 } as const;

const paging = (open: Open): void => {
  const opened = freshStore(open);

  it('through any documents gives what the query means, in its order, ties by id in the same direction', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyOrder('o'), { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        fc.array(anyQuery, { minLength: 1, maxLength: 6 }),
        async (batches, queries) => {
          await opened.store.reset('contract', [orders]);
          const model = new Map<string, Order>();
          for (const batch of batches) {
            for (const document of batch) model.set(document.id, document);
            await opened.store.apply(batch.map(put), []);
          }
          for (const query of queries) {
            expect(await pageThrough(opened.store, query)).toEqual(answer(model.values(), query));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('neither repeats nor skips a document while others are written, moved and deleted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyOrder('o'), { minLength: 3, selector: ({ id }) => id }),
        fc.array(
          fc.oneof(
            anyOrder('x').map(put),
            anyOrder('x').map(({ id }) => remove(id)),
          ),
          { minLength: 1 },
        ),
        anyQuery,
        async (still, moving, query) => {
          await opened.store.reset('contract', [orders]);
          await opened.store.apply([...still.map(put), ...moving.slice(0, 3)], []);
          let at = 0;
          const ids = await pageThrough(opened.store, { ...query, limit: 1 }, async () => {
            if (at < 60) await opened.store.apply([moving[at++ % moving.length]!], []);
          });
          expect(ids.filter((id) => id.startsWith('o'))).toEqual(answer(still, query));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names no next page at the end, also when the last page is full', async () => {
    await opened.store.apply([put(order('a')), put(order('b'))], []);
    expect(await opened.store.find(orders, newest)).not.toHaveProperty('next');
    await opened.store.apply([put(order('c'))], []);
    const { next } = await opened.store.find(orders, newest);
    const last = await opened.store.find(orders, { ...newest, cursor: next! });
    expect(idsOf(last.items)).toEqual(['a']);
    expect(last).not.toHaveProperty('next');
  });

  it('goes on after any document of a page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyOrder('o'), { maxLength: 12 }), anyQuery, async (documents, query) => {
        await opened.store.reset('contract', [orders]);
        await opened.store.apply(documents.map(put), []);
        const all = { ...query, limit: 200 };
        const ids = idsOf((await opened.store.find(orders, all)).items);
        for (const [at, { id, json }] of (await opened.store.find(orders, all)).items.entries()) {
          const cursor = cursorAfter(orders, query, id, JSON.parse(json) as Order);
          const rest = await opened.store.find(orders, { ...all, cursor });
          expect(idsOf(rest.items)).toEqual(ids.slice(at + 1));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('goes on with another limit', async () => {
    await opened.store.apply(
      ['a', 'b', 'c', 'd', 'e'].map((id) => put(order(id))),
      [],
    );
    const { next } = await opened.store.find(orders, newest);
    const rest = await opened.store.find(orders, { ...newest, limit: 10, cursor: next! });
    expect(idsOf(rest.items)).toEqual(['c', 'b', 'a']);
  });
};

const bad = (field: string) => expect.objectContaining({ code: 'bad-query', field });

const refusals: readonly (readonly [string, string, unknown])[] = [
  ['a limit of none', 'limit', { ...newest, limit: 0 }],
  ['a limit above 200', 'limit', { ...newest, limit: 201 }],
  ['a limit that is no whole number', 'limit', { ...newest, limit: 1.5 }],
  ['an undeclared field', 'colour', { ...newest, where: { colour: 'red' } }],
  ['a name every object has', 'constructor', { ...newest, where: { constructor: 'x' } }],
  ['a name that is SQL', '1=1; --', { ...newest, where: { '1=1; --': 'x' } }],
  ['an undeclared sort field', 'colour', { ...newest, sort: { by: 'colour', direction: 'asc' } }],
  ['a direction there is not', 'placedAt', { ...newest, sort: { by: 'placedAt', direction: 'up' } }],
  ['a number for a text', 'status', { ...newest, where: { status: 1 } }],
  ['a text for a number', 'total', { ...newest, where: { total: '1' } }],
  ['a fraction', 'total', { ...newest, where: { total: 0.5 } }],
  ['a number beyond the exact ones', 'total', { ...newest, where: { total: 2 ** 60 } }],
  ['a boolean', 'status', { ...newest, where: { status: true } }],
  ['a missing value', 'status', { ...newest, where: { status: undefined } }],
  ['a date', 'placedAt', { ...newest, where: { placedAt: new Date(0) } }],
  ['an operator', 'status', { ...newest, where: { status: { $ne: 'open' } } }],
  ['a range of the wrong type', 'total', { ...newest, where: { total: { from: 'a' } } }],
  ['a range without a value', 'total', { ...newest, where: { total: { from: null } } }],
  ['a list inside a list', 'status', { ...newest, where: { status: [['open']] } }],
  ['several values of a many-field', 'skus', { ...newest, where: { skus: ['A', 'B'] } }],
  ['a many-field sorted by another field', 'total', { ...newest, where: { skus: 'A' }, sort: { by: 'total', direction: 'asc' } }],
  ['text that is no cursor', 'cursor', { ...newest, cursor: 'nonsense' }],
  ['an empty cursor', 'cursor', { ...newest, cursor: '' }],
]; // prettier-ignore

const refusing = (open: Open): void => {
  const opened = freshStore(open);

  it.each(refusals)('with %s is refused, naming %s', async (_, field, query) => {
    await expect(opened.store.find(orders, query as Query)).rejects.toEqual(bad(field));
  });

  it('with the cursor of another query is refused', async () => {
    await opened.store.apply(
      ['a', 'b', 'c'].map((id) => put(order(id, { skus: ['A'] }))),
      [],
    );
    const { next } = await opened.store.find(orders, { ...newest, where: { status: ['open', 'shipped'] } });
    const others: readonly Query[] = [
      newest,
      { ...newest, where: { status: 'open' } },
      { ...newest, where: { skus: 'A' } },
      { limit: 2, where: { status: ['open', 'shipped'] }, sort: { by: 'placedAt', direction: 'asc' } },
    ];
    for (const query of others) {
      await expect(opened.store.find(orders, { ...query, cursor: next! })).rejects.toEqual(bad('cursor'));
    }
    const same = { ...newest, where: { status: ['shipped', 'open'] }, cursor: next! };
    expect(idsOf((await opened.store.find(orders, same)).items)).toEqual(['a']);
  });

  it('with a damaged cursor is refused', async () => {
    await opened.store.apply(
      ['a', 'b', 'c'].map((id) => put(order(id))),
      [],
    );
    const next = (await opened.store.find(orders, newest)).next!;
    const damaged = [next.slice(0, -4), next.slice(4), `x${next}`];
    for (const cursor of damaged) {
      await expect(opened.store.find(orders, { ...newest, cursor })).rejects.toEqual(bad('cursor'));
    }
  });
};

export const describeFinding = (open: Open): void => {
  describe('Paging', () => paging(open));
  describe('A query', () => refusing(open));
};

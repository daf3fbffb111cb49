import * as fc from 'fast-check';
import { describeOnEngine } from '@tributary/testing/engines';
import { order, orders, put } from '../contract/orders.ts';
import type { ReadStore, Write } from '../port.ts';
import { openMongoReadStore } from './index.ts';
import { temporaryDatabase } from './temporary-database.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('$where', '$', '.', 'a.b', '__proto__', '_id', 'constructor', '\0', 'a\0b', '\ud800', '\udfff\ud800'),
); // prettier-ignore
const anyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.double(),
    fc.constantFrom(null, true, -0, 2 ** 53),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
})).value;

describeOnEngine('mongodb', (address) => {
  describe('Whatever a document holds', () => {
    let store: ReadStore;
    let temporary: ReturnType<typeof temporaryDatabase>;

    beforeEach(async () => {
      temporary = temporaryDatabase(address());
      store = await openMongoReadStore({ url: address(), database: temporary.database });
      await store.declare([orders]);
    });
    afterEach(async () => {
      await store.close();
      await temporary.drop();
    });

    const writeOf = (id: string, extra: unknown, value = ''): Write =>
      put({ ...order(id, { status: value, skus: [value], words: value }), extra } as ReturnType<
        typeof order
      >);

    it('is given back as it was written, and found by its values', async () => {
      const sort = { by: 'placedAt', direction: 'asc' } as const;
      const property = fc.asyncProperty(anyJson, text, async (extra, value) => {
        const write = writeOf('o1', extra, value);
        await store.apply([write], []);
        const stored = [{ id: 'o1', json: JSON.stringify(write.document) }];
        expect(await store.getMany(orders, ['o1'])).toEqual(stored);
        for (const where of [{ status: value }, { skus: value }] as readonly Record<string, string>[])
          expect((await store.find(orders, { where, sort, limit: 5 })).items).toEqual(stored);
      });
      await fc.assert(property, { numRuns: 60 });
    });

    it('keys that mean something to the database mean nothing', async () => {
      const extra: unknown = JSON.parse(
        '{"$set":{"json":"x"},"a.b":1,"__proto__":{"c":2},"$where":"sleep()"}',
      );
      const write = writeOf('o1', extra);
      await store.apply([write], []);
      expect((await store.get(orders, 'o1'))?.json).toBe(JSON.stringify(write.document));
    });

    it('is refused beyond 16 MB, which no waiting cures', async () => {
      const huge = writeOf('huge', 'x'.repeat(17 * 1024 * 1024));
      const refused = store.apply(
        [put(order('o1')), huge],
        [{ consumer: 'repository', partition: '0', offset: 1 }],
      );
      await expect(refused).rejects.toThrow('larger than MongoDB takes');
      await expect(refused).rejects.not.toHaveProperty('code');
      expect(await store.get(orders, 'o1')).toBeUndefined();
      expect(await store.checkpoints('repository')).toEqual({});
    });
  });
});

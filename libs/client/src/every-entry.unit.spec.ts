import { everyEntry } from './index.ts';

describe('Every entry of a list', () => {
  it('is asked for part by part, each after the one before', async () => {
    const asked: unknown[] = [];
    const parts = [{ items: ['a', 'b'], next: '1' }, { items: [], next: '2' }, { items: ['c'] }];
    const entries = await everyEntry((cursor) => {
      asked.push(cursor);
      return Promise.resolve(parts[Number(cursor.cursor ?? 0)]!);
    });
    expect(entries).toEqual(['a', 'b', 'c']);
    expect(asked).toEqual([{}, { cursor: '1' }, { cursor: '2' }]);
  });
});

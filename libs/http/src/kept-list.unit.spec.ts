import { partOf } from './kept-list.ts';

const name = (item: string) => item;
const shops = ['hull', 'köln #1', 'leeds'];

describe('Part of a list in memory', () => {
  it('goes on after the part before, until the end', () => {
    const first = partOf(shops, name, 2, undefined);
    expect(first.items).toEqual(['hull', 'köln #1']);
    expect(partOf(shops, name, 2, first.next)).toEqual({ items: ['leeds'] });
  });

  it('says no more where it ends with the list', () => {
    expect(partOf(shops, name, 3, undefined)).toEqual({ items: shops });
    expect(partOf([], name, 3, undefined)).toEqual({ items: [] });
  });

  it('leaves nothing out and repeats nothing where an entry was added before it', () => {
    const { next } = partOf(shops, name, 2, undefined);
    expect(partOf(['aachen', ...shops], name, 2, next)).toEqual({ items: ['leeds'] });
  });

  it('is refused after what is no entry', () => {
    expect(() => partOf(shops, name, 2, 'rubbish')).toThrow('not a cursor');
  });
});

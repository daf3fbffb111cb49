import { sourcePattern, speaksFor } from './sources.ts';

describe('A key', () => {
  it.each<[sources: readonly string[] | undefined, source: string, may: boolean]>([
    [undefined, 'urn:shop:web', true],
    [['urn:shop:web'], 'urn:shop:web', true],
    [['urn:shop:web'], 'urn:shop:web2', false],
    [['urn:shop:web'], 'urn:shop', false],
    [['urn:shop:web'], 'URN:shop:web', false],
    [['urn:till:1', 'urn:till:2'], 'urn:till:2', true],
    [['urn:shop:*'], 'urn:shop:web', true],
    [['urn:shop:*'], 'urn:shop:', true],
    [['urn:shop:*'], 'urn:shops', false],
    [['urn:shop:*'], 'x-urn:shop:web', false],
    [[], 'urn:shop:web', false],
  ])('that is bound to %j and hands in a message of %s: %j', (sources, source, may) => {
    expect(speaksFor(sources, source)).toBe(may);
  });

  it('is bound to a source or to how sources begin, and to nothing that would silently match none or all', () => {
    for (const source of ['urn:shop:web', 'urn:shop:*', 'https://erp.example/a b', 'x'])
      expect(source).toMatch(sourcePattern);
    for (const source of ['', '*', 'urn:*:web', 'urn:shop:**', 'urn:\nshop', '\ud800'])
      expect(source).not.toMatch(sourcePattern);
  });
});

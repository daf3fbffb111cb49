import { isMoreThan, serialsIn, serialsInWords } from './serials.ts';

describe('Serial numbers', () => {
  it('are entered with commas between them, the same one once', () => {
    expect(serialsIn(' SN 1, sn-2,,SN-2 ')).toEqual(['SN 1', 'sn-2']);
    expect(serialsIn('  ')).toEqual([]);
  });

  it('are no more than the units that come back', () => {
    expect([isMoreThan('A, B', 1), isMoreThan('A, a', 1), isMoreThan('', 0)]).toEqual([true, false, false]);
  });

  it('say which of them came back, and which are not known to have left', () => {
    expect(
      serialsInWords([
        { serial: 'A', returned: true },
        { serial: 'B' },
        { serial: 'C', returned: true, neverSent: true },
      ]),
    ).toBe('A (came back), B, C (came back, not known to have left)');
  });

  it('are the first twenty of many', () => {
    const many = Array.from({ length: 23 }, (_, index) => ({ serial: `S${index}` }));
    expect(serialsInWords(many)).toMatch(/, S19, and 3 more$/);
  });
});

import fc from 'fast-check';
import { slipsOf, spelledClosely } from './spelling.ts';
import { clausesOf } from './words.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const aWord = fc.string({ unit: fc.constantFrom(...letters), minLength: 5, maxLength: 15 });

describe('Words that are one slip of the hand away', () => {
  it.each([
    ['garica', 'garcia'],
    ['johanson', 'johansson'],
    ['kettlle', 'kettle'],
    ['kittle', 'kettle'],
    ['иавнов', 'ивнов'],
    ['ιωαννησ', 'ιωανησ'],
  ])('%s is one of %s', (typed, meant) => {
    expect(slipsOf(typed)).toContain(meant);
  });

  it.each(['100045', 'mug7', 'tom', 'extraordinarilyyy', '東京商店', 'a-b-c'])('%s has none', (typed) => {
    expect(slipsOf(typed)).toEqual([]);
  });

  it('a slip is never the word itself, and what slipped is a slip away from it', () => {
    fc.assert(
      fc.property(aWord, fc.nat(), (word, seed) => {
        const slips = slipsOf(word);
        const slip = slips[seed % slips.length]!;
        expect(slips).not.toContain(word);
        expect(slipsOf(slip).includes(word) || slip.length < 4 || slip.length > 16).toBe(true);
      }),
    );
  });

  it('are alternatives of four words at most, and of no number', () => {
    const clauses = spelledClosely(clausesOf('anna berta 1234 carla dora emilia'));
    expect(clauses.map((clause) => clause.length > 1)).toEqual([true, true, false, true, true, false]);
  });
});

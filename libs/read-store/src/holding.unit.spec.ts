import * as fc from 'fast-check';
import { hold, holding } from './holding.ts';
import { clausesOf, wordsOf } from './words.ts';

const text = fc
  .array(
    fc.constantFrom('ann', 'anna', 'hannah', 'Änne', "o'brien", 'jo.ann@x.com', '𝒜ann', 'ann-marie', '京都市', '+49 170 1234567', 'a\u0301nn', '85123A'),
    { maxLength: 5 },
  )
  .map((words) => words.join(' ')); // prettier-ignore
const typed = fc.constantFrom(
  'ann',
  'anna',
  'ann mar',
  'joann',
  'brien',
  'xcom',
  '京都',
  '8512',
  'ánn',
  'mar anna',
);

describe('A text', () => {
  it('holds what its words hold', () => {
    fc.assert(
      fc.property(text, typed, (written, asked) => {
        const clauses = clausesOf(asked);
        const expected = hold(wordsOf(written), clauses);
        expect(holding(clauses)(written)).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});

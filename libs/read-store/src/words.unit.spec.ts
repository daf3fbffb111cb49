import { folded } from './folded.ts';
import { keptWords } from './mongodb/words-kept.ts';
import { wordsOf } from './words.ts';

describe('The words of a long text', () => {
  const length = 50_000;
  const texts: Readonly<Record<string, string>> = {
    'one endless word': 'a'.repeat(length),
    'digits between letters': 'a1'.repeat(length / 2),
    'a script without spaces': Array.from({ length }, (_, at) =>
      String.fromCharCode(0x4e00 + ((at * 7_919) % 20_000)),
    ).join(''),
    'syllables of Hangul': '\uac01'.repeat(length),
    'a compound of endless parts': 'a.'.repeat(length / 2),
    'marks without end': `\u0915${'\u0951\u093c'.repeat(length / 2)}`,
    spaces: ' '.repeat(length),
  };

  it.each(Object.keys(texts))('are few and short: %s', (what) => {
    const words = [...wordsOf(texts[what]!)];
    expect(words.length).toBeLessThanOrEqual(2_001);
    expect(Math.max(0, ...words.map((word) => word.length))).toBeLessThanOrEqual(64);
    // With a beginning of five characters and one of three for each.
    expect(keptWords(texts[what]!).length).toBeLessThanOrEqual(3 * words.length);
  });

  it('are folded with thirty marks of a letter, since to put marks in order takes the square of their number', () => {
    const marks = '\u0951\u093c'.repeat(length / 2);
    expect(folded(`\u0915${marks}\u0915${marks}`)).toHaveLength(2 * 31);
    // The halfwidth sound mark of Katakana becomes one.
    expect(folded(`\uff76${'\uff9e\u0951'.repeat(length / 2)}`)).toHaveLength(31);
  });

  it('lose no mark that a word has', () => {
    const letter = '\u1780\u17d2\u179f\u17b6';
    expect(folded(letter.repeat(100))).toBe(letter.repeat(100));
    expect(folded('Jose\u0301')).toBe('jose');
  });
});

/**
 * Runs of the scripts that put no space between words, and of Hangul, which puts few. Nothing says where a
 * word in one begins, so each character and each two neighbours are words, as in Lucene's CJKBigramFilter
 * with `outputUnigrams`. A character is a letter with its marks, or a syllable of Hangul.
 */

const OF_SCRIPT = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}`;
const UNSPACED = new RegExp(`[${OF_SCRIPT}]`, 'u');
const PIECE = new RegExp(`[${OF_SCRIPT}]+|[^${OF_SCRIPT}]+`, 'gu');

/** Hangul is decomposed when it comes here: a leading consonant, then vowels and final consonants. */
const CHARACTER = /[\u1100-\u115f][\u1160-\u11ff]*|\P{M}\p{M}*|\p{M}+/gu;

/** More pairs of one run are not compared: these, evenly taken from all of it, hardly meet elsewhere. */
const MOST_ASKED = 8;

export const isUnspaced = (text: string): boolean => UNSPACED.test(text);

/** Where the script changes to one of these or back: `iPhone手机` gives `iPhone` and `手机`. */
export const piecesOf = (text: string): readonly string[] => text.match(PIECE) ?? [];

const charactersOf = (run: string): readonly string[] => run.match(CHARACTER) ?? [];

const pairsOf = (characters: readonly string[]): readonly string[] =>
  characters.slice(1).map((character, at) => `${characters[at]}${character}`);

const evenly = (words: readonly string[], most: number): readonly string[] =>
  words.length <= most
    ? words
    : Array.from({ length: most }, (_, at) => words[Math.round((at * (words.length - 1)) / (most - 1))]!);

/** Under what a run is found: each character, then what it makes with the next. */
export const keptOf = (run: string): readonly string[] =>
  charactersOf(run).flatMap((character, at, all) =>
    at + 1 < all.length ? [character, `${character}${all[at + 1]}`] : [character],
  );

/** What a text must hold to hold the run, at least one word and at most eight. */
export const askedOf = (run: string): readonly string[] => {
  const characters = charactersOf(run);
  return characters.length === 1 ? characters : evenly(pairsOf(characters), MOST_ASKED);
};

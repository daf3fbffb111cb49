import type { Clause, Term } from './words.ts';

/** Letters that are typed in the place of one another, as `folded` leaves them. */
const ALPHABETS = [
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдежзиклмнопрстуфхцчшщъыьэюя',
  'αβγδεζηθικλμνξοπρστυφχψω',
].map((letters) => ({ letters: [...letters], only: new RegExp(`^[${letters}]+$`, 'u') }));

/** Of a shorter word most neighbours are words of their own. */
const SHORTEST = 4;
/** A word of so many letters has some 870 neighbours. */
const LONGEST = 16;
/** Words of one search that may be misspelt. */
const MOST_MISSPELT = 4;

/** Whether a word may be what somebody meant whose hand slipped once. */
export const isSpelled = (word: string): boolean =>
  word.length >= SHORTEST - 1 && word.length <= LONGEST + 1 && ALPHABETS.some(({ only }) => only.test(word));

/**
 * Every word that one slip of the hand makes of this one: two letters swapped, one left out, one too many, or
 * one in the place of another, in the alphabet of the word (Latin, Cyrillic or Greek). These are four of five
 * misspellings (F. J. Damerau, A technique for computer detection and correction of spelling errors, 1964).
 * Nothing for what is no word of 4 to 16 such letters: a number that is another number is no slip.
 */
export const slipsOf = (word: string): readonly string[] => {
  const alphabet = ALPHABETS.find(({ only }) => only.test(word))?.letters;
  if (alphabet === undefined || word.length < SHORTEST || word.length > LONGEST) return [];
  const slips = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after.length > 0) slips.add(before + after.slice(1));
    if (after.length > 1) slips.add(before + after[1]! + after[0]! + after.slice(2));
    for (const letter of alphabet) {
      if (after.length > 0) slips.add(before + letter + after.slice(1));
      slips.add(before + letter + after);
    }
  }
  slips.delete(word);
  return [...slips];
};

/**
 * Engines keep beginnings of five letters as they keep words. To compare longer ones costs by the document on
 * which any word begins so, for hundreds of them: a longer word is compared once it is whole.
 */
const BEGINNING = 5;

const neighboursOf = ({ word, prefix }: Term): Clause =>
  slipsOf(word).map((slip) => [{ word: slip, prefix: prefix && slip.length === BEGINNING }]);

/** The same clauses, each word of letters also met by what is one slip away from it; of the first four such words. */
export const spelledClosely = (clauses: readonly Clause[]): readonly Clause[] => {
  let left = MOST_MISSPELT;
  return clauses.map((clause) => {
    const [typed] = clause[0] ?? [];
    const isWord = clause.length === 1 && clause[0]!.length === 1;
    const neighbours = isWord && left > 0 ? neighboursOf(typed!) : [];
    if (neighbours.length === 0) return clause;
    left--;
    return [...clause, ...neighbours];
  });
};

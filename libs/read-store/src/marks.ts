import { folded } from './folded.ts';
import type { Spelling } from './port.ts';
import { spelledClosely } from './spelling.ts';
import { isUnspaced } from './unspaced.ts';
import { clausesOf, wordsOf } from './words.ts';

/** A stretch of a text: where it begins and before where it ends, as JavaScript counts characters (UTF-16). */
export interface Mark {
  readonly from: number;
  readonly to: number;
}

/** Words that are looked for in joined parts: those that were typed, not the slips of each. */
const mostJoined = 64;

const PART = /[\p{L}\p{N}\p{M}]+/gu;

/** The words and beginnings that were asked for, to be looked up by a word of a text. */
interface Asked {
  readonly words: ReadonlySet<string>;
  readonly beginnings: ReadonlySet<string>;
  /** Of the beginnings, the longest first. */
  readonly lengths: readonly number[];
}

const askedBy = (typed: string, spelling: Spelling): Asked => {
  const clauses = clausesOf(typed);
  const terms = (spelling === 'close' ? spelledClosely(clauses) : clauses).flat(2);
  const beginnings = new Set(terms.filter(({ prefix }) => prefix).map(({ word }) => word));
  return {
    words: new Set(terms.map(({ word }) => word)),
    beginnings,
    lengths: [...new Set([...beginnings].map(({ length }) => length))].toSorted((a, b) => b - a),
  };
};

/** How much of the word was asked for; 0 for none of it. */
const lengthAsked = (word: string, { words, beginnings, lengths }: Asked): number =>
  words.has(word) ? word.length : (lengths.find((length) => beginnings.has(word.slice(0, length))) ?? 0);

/** Where a part of the text holds what was asked for: a word, its beginning, or a word inside a run without spaces. */
const markOf = (part: string, at: number, asked: Asked): readonly Mark[] => {
  const word = folded(part);
  const length = lengthAsked(word, asked);
  // Where folding made it longer or shorter, its letters no longer stand where they stood.
  const isAligned = word.length === part.length;
  if (length > 0) return [{ from: at, to: at + (isAligned ? length : part.length) }];
  if (!isUnspaced(word)) return [];
  const inside = [...wordsOf(word)].filter((each) => asked.words.has(each));
  return inside.length === 0 ? [] : [{ from: at, to: at + part.length }];
};

/** Whether its parts, written as one, hold a word that was asked for; words of a text are made of that and nothing else. */
const isJoined = (text: string, { words }: Asked): boolean => {
  if (words.size > mostJoined) return false;
  const written = (folded(text).match(PART) ?? []).join('');
  return [...words].some((word) => written.includes(word));
};

/**
 * Where in a text the words stand that a search looked for, to show people why a document was found.
 * @param typed as it was searched for, by that spelling
 * @returns of a text its marks, in order; all of it where a word is only found in its parts together, as the
 *   beginning of an address is; none where it holds none of them
 */
export const markerOf = (
  typed: string,
  spelling: Spelling = 'as-typed',
): ((text: string) => readonly Mark[]) => {
  const asked = askedBy(typed, spelling);
  return (text) => {
    const marks = [...text.matchAll(PART)].flatMap(({ 0: part, index }) => markOf(part, index, asked));
    if (marks.length > 0 || !isJoined(text, asked)) return marks;
    const isFound = [...wordsOf(text)].some((word) => lengthAsked(word, asked) > 0);
    return isFound ? [{ from: 0, to: text.length }] : [];
  };
};

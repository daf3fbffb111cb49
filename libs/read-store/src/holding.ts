import { folded } from './folded.ts';
import { type Clause, type Term, wordsOf } from './words.ts';

const isIn = (words: ReadonlySet<string>, { word, prefix }: Term): boolean =>
  words.has(word) || (prefix && [...words].some((each) => each.startsWith(word)));

const all = (clauses: readonly Clause[], isHeld: (term: Term) => boolean): boolean =>
  clauses.every((clause) => clause.some((terms) => terms.every(isHeld)));

/** Whether a document with these words holds every clause. */
export const hold = (words: ReadonlySet<string>, clauses: readonly Clause[]): boolean =>
  all(clauses, (term) => isIn(words, term));

/** A word of the text that begins so; its joined parts may begin so where none does. Words hold letters and digits only. */
const beginningOf = ({ word }: Term): RegExp => new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${word}`, 'u');

/** Whether a document with a text holds every clause. */
export const holding = (clauses: readonly Clause[]): ((text: string) => boolean) => {
  const terms = clauses.flat(2).filter(({ prefix }) => prefix);
  const beginnings = new Map(terms.map((term) => [term, beginningOf(term)]));
  return (text) => {
    const plain = folded(text);
    let words: ReadonlySet<string> | undefined;
    // To take a text apart costs more than all else, and in most a word plainly begins so.
    const isHeld = (term: Term) =>
      beginnings.get(term)?.test(plain) === true || isIn((words ??= wordsOf(text)), term);
    return all(clauses, isHeld);
  };
};

import type { Clause, Term } from './words.ts';

const isIn = (words: ReadonlySet<string>, { word, prefix }: Term): boolean =>
  words.has(word) || (prefix && [...words].some((each) => each.startsWith(word)));

/** Whether a document with these words holds every clause. */
export const hold = (words: ReadonlySet<string>, clauses: readonly Clause[]): boolean =>
  clauses.every((clause) => clause.some((terms) => terms.every((term) => isIn(words, term))));

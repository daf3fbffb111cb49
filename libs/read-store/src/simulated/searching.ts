import type { Stored } from '../port.ts';
import { type Clause, type Term, wordsOf } from '../words.ts';
import { storedOf } from './finding.ts';
import type { Documents } from './simulated-read-server.ts';

const isIn = (words: ReadonlySet<string>, { word, prefix }: Term): boolean =>
  words.has(word) || (prefix && [...words].some((each) => each.startsWith(word)));

const hold = (words: ReadonlySet<string>, clauses: readonly Clause[]): boolean =>
  clauses.every((clause) => clause.some((terms) => terms.every((term) => isIn(words, term))));

/** Those that hold every clause, the newest by their first write. */
export const newestHolding = (
  documents: Documents,
  clauses: readonly Clause[],
  limit: number,
): readonly Stored[] => {
  const found: Stored[] = [];
  for (const document of [...documents.values()].reverse()) {
    if (found.length === limit) break;
    if (hold(wordsOf(document.text), clauses)) found.push(storedOf(document));
  }
  return found;
};

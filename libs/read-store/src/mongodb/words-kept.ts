import type { Filter } from 'mongodb';
import type { Clause, Term } from '../words.ts';
import { wordsOf } from '../words.ts';
import type { Kept } from './layout.ts';

/**
 * Beginnings of words kept as words of their own, in characters: a broad prefix is one stretch of the
 * index in the order of the results, so that finding the newest stops early. The same lengths as the
 * SQLite adapter's prefix indexes.
 */
const EDGES = [5, 3] as const;

/** No word holds a star. */
const edge = (word: string, length: number): string => `${word.slice(0, length)}*`;

/** After every text that begins with this one, in the order of code points. */
const AFTER = '\u{10ffff}';

/** The words of a text and their edges, each once. */
export const keptWords = (text: string): readonly string[] => {
  const kept = new Set<string>();
  for (const word of wordsOf(text)) {
    kept.add(word.toWellFormed());
    for (const length of EDGES) {
      const beginning = edge(word, length);
      if (word.length >= length && beginning.isWellFormed()) kept.add(beginning);
    }
  }
  return [...kept];
};

const beginning = (word: string): Filter<Kept> => {
  const length = EDGES.find((each) => each <= word.length && edge(word, each).isWellFormed());
  if (length === word.length) return { w: edge(word, length) };
  const range: Filter<Kept> = { w: { $elemMatch: { $gte: word, $lt: `${word}${AFTER}` } } };
  return length === undefined ? range : { $and: [{ w: edge(word, length) }, range] };
};

const holds = ({ word, prefix }: Term): Filter<Kept> =>
  prefix ? beginning(word.toWellFormed()) : { w: word.toWellFormed() };

const all = (filters: readonly Filter<Kept>[]): Filter<Kept> =>
  filters.length === 1 ? filters[0]! : { $and: [...filters] };

/** Documents whose words meet every clause. Values are compared, never read as patterns. */
export const holdingAll = (clauses: readonly Clause[]): Filter<Kept> =>
  all(
    clauses.map((alternatives) => {
      const each = alternatives.map((terms) => all(terms.map(holds)));
      const [words, others] = [
        each.flatMap(({ w }) => (typeof w === 'string' ? [w] : [])),
        each.filter(({ w }) => typeof w !== 'string'),
      ];
      if (words.length > 1) others.unshift({ w: { $in: words } });
      else if (words.length === 1) others.unshift({ w: words[0]! });
      return others.length === 1 ? others[0]! : { $or: others };
    }),
  );

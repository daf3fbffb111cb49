import { BadQuery } from '../port.ts';
import { clausesOf } from '../words.ts';
import type { Clause, Term } from '../words.ts';

const MOST_WORDS = 32;

/** Words hold letters and digits only, so the quotes make any of them, `near` or `and` too, a plain term. */
const fts = ({ word, prefix }: Term): string => `"${word}"${prefix ? '*' : ''}`;

const ftsClause = (alternatives: Clause): string =>
  alternatives.map((terms) => `(${terms.map(fts).join(' AND ')})`).join(' OR ');

/**
 * The words as an FTS5 expression; undefined when they hold no letter or digit.
 * @throws BadQuery when there are more than 32 words
 */
export const matchExpression = (words: string): string | undefined => {
  const clauses = clausesOf(words);
  const terms = clauses.flat(2).length;
  if (terms > MOST_WORDS) throw new BadQuery('words', `a search takes at most ${MOST_WORDS} words`);
  return clauses.length === 0 ? undefined : clauses.map((clause) => `(${ftsClause(clause)})`).join(' AND ');
};

import type { Clause, Term } from '../words.ts';

/** Words hold letters and digits only, so the quotes make any of them, `near` or `and` too, a plain term. */
const fts = ({ word, prefix }: Term): string => `"${word}"${prefix ? '*' : ''}`;

const ftsClause = (alternatives: Clause): string =>
  alternatives.map((terms) => `(${terms.map(fts).join(' AND ')})`).join(' OR ');

/** The clauses as an FTS5 expression. */
export const matchExpression = (clauses: readonly Clause[]): string =>
  clauses.map((clause) => `(${ftsClause(clause)})`).join(' AND ');

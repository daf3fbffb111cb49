import { isSpelled } from '../spelling.ts';
import type { Clause } from '../words.ts';
import type { Statements } from './statements.ts';

/** Words that this process knows to be stored; cleared when there are more. */
const MOST_KNOWN = 50_000;

/**
 * Every word that may be meant by one slip of the hand, each once, of all documents there ever were. Of some 440
 * neighbours of a word few are words: FTS5 looks each up in each of its segments, of which there are a dozen while
 * documents flow in, 7 ms in all; here it is one lookup each.
 */
export class Vocabulary {
  readonly #known = new Set<string>();

  /** @param table of words, quoted */
  constructor(
    private readonly sql: Statements,
    private readonly table: string,
  ) {}

  /** Keeps the words of a document. */
  add(words: Iterable<string>): void {
    for (const word of words) {
      if (this.#known.has(word) || !isSpelled(word)) continue;
      this.sql.run(`INSERT OR IGNORE INTO ${this.table} (word) VALUES (?)`, word);
      if (this.#known.size === MOST_KNOWN) this.#known.clear();
      this.#known.add(word);
    }
  }

  /** Forgets what is known, after a rollback or an emptying. */
  forget(): void {
    this.#known.clear();
  }
}

/** The clauses without alternatives that are one word of letters which no document holds; what was typed stays. */
export const spokenClauses = (
  sql: Statements,
  table: string,
  clauses: readonly Clause[],
): readonly Clause[] => {
  const alternatives = clauses.flatMap(([, ...others]) => others.flatMap(([term]) => term ?? []));
  const asked = alternatives.filter(({ word }) => isSpelled(word));
  const spoken = new Set([
    ...standing(sql, `SELECT word FROM ${table} WHERE word IN (SELECT value FROM json_each(?))`, asked),
    ...standing(
      sql,
      `SELECT value FROM json_each(?) WHERE EXISTS
         (SELECT 1 FROM ${table} WHERE word >= value AND word < value || char(0x10ffff))`,
      asked.filter(({ prefix }) => prefix),
    ),
  ]);
  return clauses.map(([typed, ...others]) => [
    ...(typed ? [typed] : []),
    ...others.filter(
      (terms) => terms.length !== 1 || !isSpelled(terms[0]!.word) || spoken.has(terms[0]!.word),
    ),
  ]);
};

const standing = (
  sql: Statements,
  statement: string,
  terms: readonly { readonly word: string }[],
): string[] =>
  terms.length === 0
    ? []
    : sql.all(statement, JSON.stringify(terms.map(({ word }) => word))).map(([word]) => String(word));

import { checkFollowing, comparedWith } from '../following.ts';
import type { Statements } from './statements.ts';

const followedBy = (sql: Statements, consumer: string): readonly string[] | undefined => {
  const row = sql.get(`SELECT follows FROM "#consumers" WHERE consumer = ?`, consumer);
  return row && (JSON.parse(String(row[0])) as readonly string[]);
};

/** From now on the consumer's checkpoint stands for these collections. */
export const follow = (sql: Statements, consumer: string, names: readonly string[]): void =>
  sql.run(`INSERT OR REPLACE INTO "#consumers" VALUES (?, ?)`, consumer, JSON.stringify(names));

const collectionsIn = (sql: Statements): readonly string[] =>
  sql.all(`SELECT name FROM "#collections"`).map(([name]) => String(name));

/**
 * Which of its collections the consumer's checkpoint does not stand for; asked before their tables are
 * made, since a file of a version that did not note this has what was built so far and nothing else.
 */
export const unbuiltIn = (sql: Statements, consumer: string, names: readonly string[]): readonly string[] => {
  const hasRun = sql.get(`SELECT 1 FROM "#checkpoints" WHERE consumer = ? LIMIT 1`, consumer) !== undefined;
  const built = hasRun ? (followedBy(sql, consumer) ?? collectionsIn(sql)) : names;
  const { follows, unbuilt } = comparedWith(built, names);
  follow(sql, consumer, follows);
  return unbuilt;
};

/** @throws ReadStoreUnavailable when the consumer's newest process folds other collections */
export const checkFollowed = (sql: Statements, consumer: string, declared: readonly string[]): void =>
  checkFollowing(consumer, followedBy(sql, consumer) ?? declared, declared);

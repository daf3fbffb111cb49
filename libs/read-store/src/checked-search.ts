import { BadQuery } from './port.ts';
import type { Collection, Spelling } from './port.ts';
import { spelledClosely } from './spelling.ts';
import { type Clause, clausesOf } from './words.ts';

/** A run of a script without spaces counts as up to nine. */
const MOST_WORDS = 64;

/**
 * What a document must hold to match the words as typed; empty when they hold no letter or digit.
 * @throws BadQuery when there are more than 64 words, or the collection has no text
 */
export const checkedSearch = (
  collection: Collection,
  words: string,
  spelling: Spelling = 'as-typed',
): readonly Clause[] => {
  if (collection.text === undefined)
    throw new BadQuery('words', `${collection.name} is not searched by words`);
  const clauses = clausesOf(words);
  if (clauses.flat(2).length > MOST_WORDS)
    throw new BadQuery(
      'words',
      `a search takes at most ${MOST_WORDS} words, with those inside a run without spaces`,
    );
  return spelling === 'close' ? spelledClosely(clauses) : clauses;
};

import { Problem } from './problem.ts';

/**
 * Part of a list that is whole in memory and from which nothing is taken away. The cursor names the last
 * entry of the part before: what is added or changed meanwhile neither hides nor repeats another.
 * @param nameOf what no two entries have in common
 * @throws Problem 400 `bad-query` for a cursor that names no entry
 */
export const partOf = <Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  limit: number,
  cursor: string | undefined,
): { readonly items: readonly Item[]; readonly next?: string } => {
  const begin = cursor === undefined ? 0 : placeAfter(items.map(nameOf), cursor);
  const part = items.slice(begin, begin + limit);
  const isEnd = begin + part.length >= items.length;
  return { items: part, ...(!isEnd && { next: Buffer.from(nameOf(part.at(-1)!)).toString('base64url') }) };
};

const placeAfter = (names: readonly string[], cursor: string): number => {
  const place = names.indexOf(Buffer.from(cursor, 'base64url').toString());
  if (place >= 0) return place + 1;
  const message = 'this is not a cursor';
  throw new Problem(400, 'bad-query', message, { errors: [{ pointer: '/cursor', message }] });
};

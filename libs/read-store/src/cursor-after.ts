import { checkedQuery } from './checked-query.ts';
import { encodeCursor } from './cursor.ts';
import { fieldOf } from './derived.ts';
import type { Collection, Query } from './port.ts';

/**
 * The cursor of a page that ends with this document, for whoever stops before the end of one.
 * @param query the one that found it; its limit does not matter
 * @param document as it is stored
 * @throws BadQuery as the query itself does
 */
export const cursorAfter = <D>(collection: Collection<D>, query: Query, id: string, document: D): string => {
  const { fingerprint, sort } = checkedQuery(collection as Collection, query);
  return encodeCursor(fingerprint, fieldOf(collection as Collection, sort.by, document), id);
};

import type { FieldValue, Query, Range } from '../port.ts';
import { orders } from './orders.ts';
import type { Order } from './orders.ts';

/** Null first, numbers by size, texts by code point. */
export const compareValues = (a: FieldValue, b: FieldValue): number => {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
};

const meets = (value: FieldValue, condition: FieldValue | readonly FieldValue[] | Range): boolean => {
  if (Array.isArray(condition)) return condition.includes(value);
  if (condition === null || typeof condition !== 'object') return value === condition;
  const { from, to } = condition as Range;
  if (from === undefined && to === undefined) return true;
  if (value === null) return false;
  return (
    (from === undefined || compareValues(value, from) >= 0) &&
    (to === undefined || compareValues(value, to) < 0)
  );
};

const matches = (document: Order, where: NonNullable<Query['where']>): boolean =>
  Object.entries(where).every(([field, condition]) =>
    field === 'skus'
      ? document.skus.includes(condition as string)
      : meets(orders.fields[field]!.of(document), condition),
  );

/** The ids of all documents that answer the query, in its order. */
export const answer = (documents: Iterable<Order>, { where = {}, sort }: Query): readonly string[] => {
  const sign = sort.direction === 'asc' ? 1 : -1;
  const { of } = orders.fields[sort.by]!;
  return [...documents]
    .filter((document) => matches(document, where))
    .sort((a, b) => sign * (compareValues(of(a), of(b)) || compareValues(a.id, b.id)))
    .map(({ id }) => id);
};

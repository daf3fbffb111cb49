import type { Between, CheckedQuery, Place } from '../checked-query.ts';
import { encodeCursor } from '../cursor.ts';
import type { Derived } from '../derived.ts';
import type { Collection, FieldValue, Page, Stored } from '../port.ts';
import { compareTexts, compareValues } from './comparing.ts';
import type { Documents } from './simulated-read-server.ts';

export const storedOf = ({ id, json }: Derived): Stored => ({ id, json });

/** Null compares with no bound, so it is within a range without bounds only. */
const isWithin = (value: FieldValue, { from, to }: Between): boolean => {
  if (from === undefined && to === undefined) return true;
  if (value === null) return false;
  return (
    (from === undefined || compareValues(value, from) >= 0) &&
    (to === undefined || compareValues(value, to) < 0)
  );
};

/** What the query asks for, wherever its page begins. */
const answering = (
  { fields, many = {} }: Collection,
  { anyOf, between, having }: CheckedQuery,
): ((document: Derived) => boolean) => {
  const names = Object.keys(fields);
  const manyNames = Object.keys(many);
  const valueIn = (document: Derived, field: string): FieldValue => document.fields[names.indexOf(field)]!;
  return (document) =>
    anyOf.every(({ field, values }) => values.includes(valueIn(document, field))) &&
    between.every((range) => isWithin(valueIn(document, range.field), range)) &&
    having.every(({ field, value }) => document.many[manyNames.indexOf(field)]!.includes(value));
};

/** The query's page of documents of the collection, in its order. */
export const pageOf = (collection: Collection, documents: Documents, query: CheckedQuery): Page => {
  const { after, fingerprint, limit, sort } = query;
  const sortAt = Object.keys(collection.fields).indexOf(sort.by);
  const placeOf = ({ id, fields }: Derived): Place => ({ id, value: fields[sortAt]! });
  const sign = sort.descending ? -1 : 1;
  const compare = (a: Place, b: Place): number =>
    sign * (compareValues(a.value, b.value) || compareTexts(a.id, b.id));
  const answers = answering(collection, query);
  const found = [...documents.values()]
    .filter((document) => answers(document) && (!after || compare(placeOf(document), after) > 0))
    .sort((a, b) => compare(placeOf(a), placeOf(b)));
  const items = found.slice(0, limit).map(storedOf);
  if (found.length <= limit) return { items };
  const { value, id } = placeOf(found[limit - 1]!);
  return { items, next: encodeCursor(fingerprint, value, id) };
};

/** The next documents after an id, or the first, in order of id. */
export const nextById = (documents: Documents, after: string | undefined, limit: number): readonly Stored[] =>
  [...documents.values()]
    .filter(({ id }) => after === undefined || compareTexts(id, after) > 0)
    .sort((a, b) => compareTexts(a.id, b.id))
    .slice(0, limit)
    .map(storedOf);

import { decodeCursor } from './cursor.ts';
import { digest } from './digest.ts';
import { BadQuery } from './port.ts';
import type { Collection, FieldValue, Query, Range } from './port.ts';

export interface AnyOf {
  readonly field: string;
  /** Without repetition, in ascending order; empty matches nothing. */
  readonly values: readonly FieldValue[];
}

export interface Between {
  readonly field: string;
  readonly from?: string | number;
  readonly to?: string | number;
}

export interface Having {
  readonly field: string;
  readonly value: string;
}

/** The place after which a page begins. */
export interface Place {
  readonly value: FieldValue;
  readonly id: string;
}

/** A query against a collection's declaration: everything named is declared, every value has its field's type. */
export interface CheckedQuery {
  readonly anyOf: readonly AnyOf[];
  readonly between: readonly Between[];
  readonly having: readonly Having[];
  readonly sort: { readonly by: string; readonly descending: boolean };
  readonly limit: number;
  readonly after?: Place;
  readonly fingerprint: string;
}

const MOST_VALUES = 200;
const MOST_RESULTS = 200;

/** @throws BadQuery unless 1–200 */
export const checkedLimit = (limit: number): number => {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_RESULTS) return limit;
  throw new BadQuery('limit', `limit must be a whole number from 1 to ${MOST_RESULTS}`);
};

const typeOf = (collection: Collection, field: string): 'text' | 'integer' => {
  if (!Object.hasOwn(collection.fields, field)) {
    throw new BadQuery(field, `${collection.name} declares no field ${JSON.stringify(field)}`);
  }
  return collection.fields[field]!.type;
};

const scalar = (field: string, type: 'text' | 'integer', value: unknown): string | number => {
  if (type === 'text' && typeof value === 'string') return value.toWellFormed();
  if (type === 'integer' && Number.isSafeInteger(value)) return value as number;
  throw new BadQuery(field, `${field} is compared with ${type === 'text' ? 'text' : 'a whole number'}`);
};

const fieldValue = (field: string, type: 'text' | 'integer', value: unknown): FieldValue =>
  value === null ? null : scalar(field, type, value);

const isRange = (value: unknown): value is Range =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value)) &&
  Object.keys(value).every((key) => key === 'from' || key === 'to');

const checkedRange = (field: string, type: 'text' | 'integer', range: Range): Between => ({
  field,
  ...(range.from === undefined ? {} : { from: scalar(field, type, range.from) }),
  ...(range.to === undefined ? {} : { to: scalar(field, type, range.to) }),
});

/** Nulls, then numbers or texts; only for a canonical order, so code units do. */
const canonical = (a: FieldValue, b: FieldValue): number =>
  a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1;

const checkedValues = (field: string, type: 'text' | 'integer', values: readonly unknown[]): AnyOf => {
  if (values.length > MOST_VALUES) throw new BadQuery(field, `${field} takes at most ${MOST_VALUES} values`);
  const distinct = new Set(values.map((value) => fieldValue(field, type, value)));
  return { field, values: [...distinct].sort(canonical) };
};

const checkedSort = (collection: Collection, { by, direction }: Query['sort']): CheckedQuery['sort'] => {
  typeOf(collection, by);
  if (direction === 'asc' || direction === 'desc') return { by, descending: direction === 'desc' };
  throw new BadQuery(by, 'direction must be asc or desc');
};

const checkedHaving = (collection: Collection, field: string, value: unknown, by: string): Having => {
  const { sortedBy } = collection.many![field]!;
  if (sortedBy !== by) throw new BadQuery(by, `a list filtered on ${field} is sorted by ${sortedBy}`);
  if (typeof value !== 'string') throw new BadQuery(field, `${field} is compared with one text`);
  return { field, value: value.toWellFormed() };
};

/** @throws BadQuery naming the field, `limit` or `cursor` at fault */
export const checkedQuery = (collection: Collection, query: Query): CheckedQuery => {
  const sort = checkedSort(collection, query.sort);
  const anyOf: AnyOf[] = [];
  const between: Between[] = [];
  const having: Having[] = [];
  for (const field of Object.keys(query.where ?? {}).sort()) {
    const value: unknown = query.where![field];
    if (collection.many !== undefined && Object.hasOwn(collection.many, field)) {
      having.push(checkedHaving(collection, field, value, sort.by));
      continue;
    }
    const type = typeOf(collection, field);
    if (isRange(value)) between.push(checkedRange(field, type, value));
    else anyOf.push(checkedValues(field, type, Array.isArray(value) ? value : [value]));
  }
  const meaning = [collection.name, collection.version, anyOf, between, having, sort];
  const fingerprint = digest(JSON.stringify(meaning)).toString(36);
  const after =
    query.cursor === undefined
      ? undefined
      : decodeCursor(query.cursor, fingerprint, typeOf(collection, sort.by));
  return {
    anyOf, between, having, sort, limit: checkedLimit(query.limit), fingerprint,
    ...(after === undefined ? {} : { after }),
  }; // prettier-ignore
};

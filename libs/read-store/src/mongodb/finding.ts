import type { Filter } from 'mongodb';
import type { AnyOf, Between, CheckedQuery } from '../checked-query.ts';
import type { Collection } from '../port.ts';
import { fieldPath, manyPath } from './layout.ts';
import type { Kept } from './layout.ts';

type Condition = Filter<Kept>;

/** Filters whose documents, one after another, answer the query, each in this order. */
export interface Walk {
  readonly filters: readonly Condition[];
  readonly sort: Readonly<Record<string, 1 | -1>>;
}

const oneOf = ({ field, values }: AnyOf): Condition => ({
  [fieldPath(field)]: values.length === 1 ? values[0] : { $in: values },
});

/** Comparisons with a text or a number match that type only, so never null. */
const within = ({ field, from, to }: Between): Condition =>
  from === undefined && to === undefined
    ? {}
    : {
        [fieldPath(field)]: {
          ...(from === undefined ? {} : { $gte: from }),
          ...(to === undefined ? {} : { $lt: to }),
        },
      };

/** Every value but null. */
const present = (type: 'text' | 'integer'): Condition => ({
  $gte: type === 'text' ? '' : Number.NEGATIVE_INFINITY,
});

/**
 * What comes after the query's cursor, in parts that follow one another, each one stretch of an
 * index: documents without a sort value come first going up and last going down.
 */
const places = ({ after, sort }: CheckedQuery, type: 'text' | 'integer'): readonly Condition[] => {
  if (after === undefined) return [{}];
  const by = fieldPath(sort.by);
  const compare = sort.descending ? '$lt' : '$gt';
  const ties: Condition = { [by]: after.value, _id: { [compare]: after.id } };
  if (after.value === null) return sort.descending ? [ties] : [ties, { [by]: present(type) }];
  const beyond: Condition = { [by]: { [compare]: after.value } };
  return sort.descending ? [ties, beyond, { [by]: null }] : [ties, beyond];
};

export const walkOf = (collection: Collection, query: CheckedQuery): Walk => {
  const { by, descending } = query.sort;
  const direction = descending ? -1 : 1;
  const sort = { [fieldPath(by)]: direction, _id: direction } as const;
  if (query.anyOf.some(({ values }) => values.length === 0)) return { filters: [], sort };
  const fixed: readonly Condition[] = [
    ...query.having.map(({ field, value }): Condition => ({ [manyPath(field)]: value })),
    ...query.anyOf.map(oneOf),
    ...query.between.map(within),
  ];
  const filters = places(query, collection.fields[by]!.type).map((place) => ({ $and: [...fixed, place] }));
  return { filters, sort };
};

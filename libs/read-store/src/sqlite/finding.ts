import type { AnyOf, Between, CheckedQuery } from '../checked-query.ts';
import type { FieldValue } from '../port.ts';
import { column } from './table.ts';
import type { Table } from './table.ts';

/** One statement whose rows are [id, json, sort value], in the order of the query. */
export interface Select {
  readonly sql: string;
  readonly values: readonly FieldValue[];
}

interface Condition {
  readonly sql: string;
  readonly values: readonly FieldValue[];
}

/** So many equal-by-equal lists are merged in index order; more would cost more than sorting. */
const MOST_BRANCHES = 16;

const all = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(' AND ') || 'TRUE',
  values: conditions.flatMap(({ values }) => values),
});

const equals = (field: string, value: FieldValue): Condition =>
  value === null
    ? { sql: `d.${column(field)} IS NULL`, values: [] }
    : { sql: `d.${column(field)} = ?`, values: [value] };

const oneOf = ({ field, values }: AnyOf): Condition => {
  const present = values.filter((value) => value !== null);
  if (values.length === 1) return equals(field, values[0]!);
  const listed = `d.${column(field)} IN (${present.map(() => '?').join(',')})`;
  return {
    sql: present.length < values.length ? `(${listed} OR d.${column(field)} IS NULL)` : listed,
    values: present,
  };
};

/**
 * A range on an expression. A bound on the sort value that the cursor supersedes is only checked (SQLite
 * leaves `+x` out of its choice of index terms), so that a page is read from its cursor on.
 */
const within = ({ field, from, to }: Between, where: string, { after, sort }: CheckedQuery): Condition => {
  const paged = field === sort.by && after !== undefined && after.value !== null;
  const lower = paged && !sort.descending ? `+${where}` : where;
  const upper = paged && sort.descending ? `+${where}` : where;
  return all([
    ...(from === undefined ? [] : [{ sql: `${lower} >= ?`, values: [from] }]),
    ...(to === undefined ? [] : [{ sql: `${upper} < ?`, values: [to] }]),
  ]);
};

/**
 * What comes after the query's cursor, in parts that follow one another: documents without a sort
 * value come first going up and last going down, and SQL compares nothing with null.
 */
const places = ({ after, sort }: CheckedQuery, by: string, id: string): readonly Condition[] => {
  if (after === undefined) return [{ sql: 'TRUE', values: [] }];
  const compare = sort.descending ? '<' : '>';
  if (after.value === null) {
    const rest: Condition = { sql: `${by} IS NULL AND ${id} ${compare} ?`, values: [after.id] };
    return sort.descending ? [rest] : [rest, { sql: `${by} IS NOT NULL`, values: [] }];
  }
  const rest: Condition = { sql: `(${by}, ${id}) ${compare} (?, ?)`, values: [after.value, after.id] };
  return sort.descending ? [rest, { sql: `${by} IS NULL`, values: [] }] : [rest];
};

/** Every combination of one value a field, so that each is one stretch of an index. */
const branches = (lists: readonly AnyOf[]): readonly Condition[] => {
  const count = lists.reduce((product, { values }) => product * values.length, 1);
  if (count > MOST_BRANCHES) return [all(lists.map(oneOf))];
  return lists.reduce<readonly Condition[]>(
    (found, { field, values }) =>
      found.flatMap((branch) => values.map((value) => all([branch, equals(field, value)]))),
    [{ sql: 'TRUE', values: [] }],
  );
};

/** The declared index with the most of the query's equality fields before its sort field. */
const bestIndex = (table: Table, equal: ReadonlySet<string>, by: string): string | undefined =>
  table.indexes
    .filter(({ fields }) => fields.at(-1) === by && fields.slice(0, -1).every((field) => equal.has(field)))
    .sort((a, b) => b.fields.length - a.fields.length)[0]?.name;

const selectAlong = (table: Table, query: CheckedQuery): readonly Select[] => {
  const { by, descending } = query.sort;
  const sort = `d.${column(by)}`;
  const split = branches(query.anyOf.filter(({ field }) => field !== by));
  const fixed = [
    ...query.anyOf.filter(({ field }) => field === by).map(oneOf),
    ...query.between.map((between) => within(between, `d.${column(between.field)}`, query)),
  ];
  const single = query.anyOf.filter(({ values }) => values.length === 1 || split.length > 1);
  const index = bestIndex(table, new Set(single.map(({ field }) => field)), by);
  const from = `SELECT d.id, d.json, ${sort} FROM ${table.documents} d${index ? ` INDEXED BY ${index}` : ''}`;
  const direction = descending ? 'DESC' : 'ASC';
  return places(query, sort, 'd.id').map((place) => {
    const parts = split.map((branch) => all([branch, ...fixed, place]));
    const order = parts.length > 1 ? [3, 1] : [sort, 'd.id'];
    return {
      sql: `${parts.map(({ sql }) => `${from} WHERE ${sql}`).join(' UNION ALL ')}
        ORDER BY ${order.map((term) => `${term} ${direction}`).join(', ')} LIMIT ?`,
      values: parts.flatMap(({ values }) => values),
    };
  });
};

/** Walks the side table of the first many-field; further ones are looked up for each document. */
const selectBeside = (table: Table, query: CheckedQuery): readonly Select[] => {
  const [first, ...others] = query.having;
  const direction = query.sort.descending ? 'DESC' : 'ASC';
  const filters: readonly Condition[] = [
    { sql: 'm.value = ?', values: [first!.value] },
    ...query.anyOf.map(oneOf),
    ...query.between.map((between) =>
      within(between, between.field === query.sort.by ? 'm.sort' : `d.${column(between.field)}`, query),
    ),
    ...others.map(({ field, value }) => ({
      sql: `EXISTS (SELECT 1 FROM ${table.many.get(field)!} o WHERE o.n = m.n AND o.value = ?)`,
      values: [value],
    })),
  ];
  return places(query, 'm.sort', 'm.id').map((place) => {
    const { sql, values } = all([...filters, place]);
    return {
      sql: `SELECT d.id, d.json, m.sort FROM ${table.many.get(first!.field)!} m
        CROSS JOIN ${table.documents} d ON d.n = m.n WHERE ${sql}
        ORDER BY m.sort ${direction}, m.id ${direction} LIMIT ?`,
      values,
    };
  });
};

/** The statements whose rows, one after another, answer the query; each lacks its limit, the last value. */
export const selects = (table: Table, query: CheckedQuery): readonly Select[] => {
  if (query.anyOf.some(({ values }) => values.length === 0)) return [];
  return query.having.length > 0 ? selectBeside(table, query) : selectAlong(table, query);
};

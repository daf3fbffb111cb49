import { DatabaseSync } from 'node:sqlite';
import { checkedQuery } from '../checked-query.ts';
import { encodeCursor } from '../cursor.ts';
import { orders } from '../contract/orders.ts';
import type { FieldValue, Query } from '../port.ts';
import { declareTable, OWN_TABLES } from './declaration.ts';
import { selects } from './finding.ts';
import { statementsOn } from './statements.ts';
import { tableOf } from './table.ts';

type Where = NonNullable<Query['where']>;

const table = tableOf(orders);
const sql = statementsOn(new DatabaseSync(':memory:'));
sql.db.exec(OWN_TABLES);
declareTable(sql, table);

const plans = (query: Query): readonly string[] =>
  selects(table, checkedQuery(orders, query)).flatMap(({ sql: text, values }) =>
    sql.all(`EXPLAIN QUERY PLAN ${text}`, ...values, 1).map(([, , , detail]) => String(detail)),
  );

const january = { from: '2026-01-01', to: '2026-02-01' };

const declared: readonly (readonly [string, Where, string, string, FieldValue])[] = [
  ['all', {}, 'placedAt', 'placedAt', '2026-01-15'],
  ['a range', { placedAt: january }, 'placedAt', 'placedAt', '2026-01-15'],
  ['a number', {}, 'total', 'total', 5],
  ['one status', { status: 'open' }, 'placedAt', 'status,placedAt', '2026-01-15'],
  ['one status in a range', { status: 'open', placedAt: january }, 'placedAt', 'status,placedAt', '2026-01-15'],
  ['any of two statuses', { status: ['open', 'held'], placedAt: january }, 'placedAt', 'status,placedAt', '2026-01-15'],
  ['channel and status', { channel: 'web', status: 'open' }, 'placedAt', 'channel,status,placedAt', '2026-01-15'],
  ['no channel', { channel: null, status: 'open' }, 'placedAt', 'channel,status,placedAt', '2026-01-15'],
  ['several channels and statuses', { channel: ['web', 'pos', null], status: ['open', 'held'] }, 'placedAt', 'channel,status,placedAt', null],
  ['a SKU', { skus: 'A' }, 'placedAt', '#many#skus:value', '2026-01-15'],
  ['a SKU in a range and a status', { skus: 'A', status: 'open', placedAt: january }, 'placedAt', '#many#skus:value', '2026-01-15'],
]; // prettier-ignore

describe.each(['asc', 'desc'] as const)('A declared query going %s', (direction) => {
  describe.each([false, true])('with a cursor: %s', (later) => {
    it.each(declared)('for %s reads along its index and sorts nothing', (_, where, by, index, value) => {
      const query: Query = { where, sort: { by, direction }, limit: 25 };
      const { fingerprint } = checkedQuery(orders, query);
      const found = plans(later ? { ...query, cursor: encodeCursor(fingerprint, value, 'o1') } : query);
      const steps = found.filter((step) => /^(SEARCH|SCAN) [dm]\b/.test(step));
      expect(found.join('\n')).not.toContain('TEMP B-TREE');
      for (const step of steps) {
        if (step.includes('SEARCH d USING INTEGER PRIMARY KEY')) continue;
        expect(`${step} `).toContain(`${index} `);
        // Only a list of everything may begin at the end of its index.
        expect(step.startsWith('SEARCH')).toBe(later || Object.keys(where).length > 0);
      }
      expect(steps.length).toBeGreaterThan(0);
    });
  });
});

it.each([
  ['desc', '(f_status=? AND f_placedAt>? AND (f_placedAt,id)<(?,?))'],
  ['asc', '(f_status=? AND (f_placedAt,id)>(?,?) AND f_placedAt<?)'],
] as const)(
  'A page going %s is read from its cursor on, not from the bound of its range',
  (direction, stretch) => {
    const query: Query = {
      where: { status: 'open', placedAt: january },
      sort: { by: 'placedAt', direction },
      limit: 25,
    };
    const { fingerprint } = checkedQuery(orders, query);
    const cursor = encodeCursor(fingerprint, '2026-01-15', 'o1');
    expect(plans({ ...query, cursor })[0]).toContain(stretch);
  },
);

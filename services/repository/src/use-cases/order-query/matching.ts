import type { OrderRow } from '@tributary/contracts';
import {
  type Condition,
  type OrderField,
  type Span,
  type Test,
  isAmountWithin,
  isCountWithin,
  isNamedBy,
  type NameTest,
} from '@tributary/contracts/order-query';
import { customerKeyOf, customerKeys } from '../../projections/order-list/order-list.ts';

/**
 * Whether all conditions hold of an order.
 * @param now UTC ISO 8601: what is promised for before is late
 */
export const isAskedFor = (conditions: readonly Condition[], row: OrderRow, now: string): boolean =>
  conditions.every(({ field, not, any }) => any.some((test) => holds(field, test, row, now)) !== not);

const holds = (field: OrderField, test: Test, row: OrderRow, now: string): boolean => {
  switch (test.is) {
    case 'name':
      return namesOf(field, row, now).some((name) => isNamed(field, name, test));
    case 'number':
      return isNumberWithin(field, test.span, row);
    case 'period':
      return isWithin(test.span, field === 'due' ? row.dueAt : row.placedAt);
    case 'flag':
      return isSo(field, row, now) === test.value;
    default:
      return test satisfies never;
  }
};

const isNamed = (field: OrderField, name: string, test: NameTest): boolean => {
  const anyCase = field === 'sku' || field === 'location' || (field === 'customer' && name.includes('@'));
  const asked = anyCase ? test.value.toLowerCase() : test.value;
  return isNamedBy({ ...test, value: asked }, name);
};

/** What an order is called by in a field of names; as they are compared. */
const namesOf = (field: OrderField, row: OrderRow, now: string): readonly string[] => {
  switch (field) {
    case 'channel':
    case 'status':
    case 'kind':
      return [row[field]];
    case 'customer':
      return customerKeys(row);
    case 'sku':
      return lower(row.skus);
    case 'location':
      return lower(row.locations);
    case 'paid':
      return lower(row.paidBy);
    case 'carrier':
      return lower(row.carriers);
    case 'queue':
      return [...(row.queues ?? []), ...(isLate(row, now) ? ['late'] : [])];
    case 'hold':
      return row.heldFor ?? [];
    case 'attribute':
      return row.attributes ?? [];
    default:
      return [];
  }
};

const isNumberWithin = (field: OrderField, span: Span<string>, row: OrderRow): boolean =>
  field === 'total'
    ? isAmountWithin(span, row.total, row.currency)
    : isCountWithin(span, field === 'units' ? row.units : row.lines);

const isWithin = ({ from, to }: Span<string>, moment: string | undefined): boolean =>
  moment !== undefined &&
  (from === undefined || (from.included ? moment >= from.value : moment > from.value)) &&
  (to === undefined || (to.included ? moment <= to.value : moment < to.value));

const isSo = (field: OrderField, row: OrderRow, now: string): boolean =>
  field === 'late'
    ? isLate(row, now)
    : Boolean(row[field as 'returned' | 'imported' | 'proposals' | 'waiting']);

const isLate = ({ dueAt }: OrderRow, now: string): boolean => dueAt !== undefined && dueAt < now;

const lower = (names: readonly string[] = []): readonly string[] => names.map((name) => name.toLowerCase());

/** A customer as conditions name one: an e-mail without regard to case. */
export const customerNamed = (idOrEmail: string): Test => ({
  is: 'name',
  value: customerKeyOf(idOrEmail),
  beginning: false,
});

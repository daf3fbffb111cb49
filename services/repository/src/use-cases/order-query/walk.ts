import type { Condition, OrderField, Span, Test } from '@tributary/contracts/order-query';
import type { Query } from '@tributary/read-store';
import { dueIn, listKeyOf } from '../../projections/order-list/order-list.ts';
import type { OrderFilters } from '../order-lists.ts';
import { customerNamed } from './matching.ts';

/** Along which index orders are looked through; every order asked for stands on the way. */
export type Walk = Pick<Query, 'where' | 'sort'>;

/** Fields that an order is kept by, the one with the fewest orders to a value first. */
const kept = ['customer', 'sku', 'hold', 'attribute', 'queue', 'proposals', 'waiting', 'location'] as const;
/** As many lists of a channel and a status as are read side by side. */
const mostLists = 16;

/**
 * The way that leads past the fewest orders. Whoever asks by when orders are due (`due`, `late`) has them in
 * that order, the first first; all others as they were placed, the newest first; unless told.
 * @param now UTC ISO 8601: what is promised for before is late
 */
export const walkOf = (conditions: readonly Condition[], sort: OrderFilters['sort'], now: string): Walk => {
  const asked = conditions.filter(({ not }) => !not);
  const due = dueWithin(asked, now);
  if (due !== undefined) {
    const location = wholeOf(asked, 'location');
    return {
      where: { due: location === undefined ? 'anywhere' : dueIn(location), dueAt: due },
      sort: { by: 'dueAt', direction: sort === 'newest' ? 'desc' : 'asc' },
    };
  }
  const placedAt = within(asked, 'placed');
  return {
    where: { ...keptBy(asked), ...(placedAt && { placedAt }) },
    sort: { by: 'placedAt', direction: sort === 'oldest' ? 'asc' : 'desc' },
  };
};

/** The filters of a list, as conditions. */
export const conditionsOf = (filters: OrderFilters): readonly Condition[] => {
  const { channel, status, location, customer, sku, attribute, queue, hold, proposals, waiting, from, to } =
    filters;
  const names = (field: OrderField, values: string | readonly string[] | undefined): readonly Condition[] =>
    values === undefined ? [] : [{ field, not: false, any: [values].flat().map(named) }];
  const flag = (field: OrderField, told: string | undefined): readonly Condition[] =>
    told === undefined ? [] : [{ field, not: false, any: [{ is: 'flag', value: true }] }];
  return [
    ...names('channel', channel),
    ...names('status', status),
    ...names('location', location),
    ...(customer === undefined
      ? []
      : [{ field: 'customer', not: false, any: [customerNamed(customer)] } as const]),
    ...names('sku', sku),
    ...names('attribute', attribute),
    ...names('queue', queue),
    ...names('hold', hold),
    ...flag('proposals', proposals),
    ...flag('waiting', waiting),
    ...placedBetween(from, to),
  ];
};

const named = (value: string): Test => ({ is: 'name', value, beginning: false });

const placedBetween = (from: string | undefined, to: string | undefined): readonly Condition[] => {
  if ((from ?? to) === undefined) return [];
  const span: Span<string> = {
    ...(from !== undefined && { from: { value: new Date(from).toISOString(), included: true } }),
    ...(to !== undefined && { to: { value: new Date(to).toISOString(), included: false } }),
  };
  return [{ field: 'placed', not: false, any: [{ is: 'period', span }] }];
};

/** The one kept field that tells most; else channels and statuses, where these are lists of their own. */
const keptBy = (asked: readonly Condition[]): NonNullable<Walk['where']> => {
  for (const field of kept) {
    const value = wholeOf(asked, field);
    if (value !== undefined) return { [field]: listKeyOf(field, value) };
  }
  const channel = namesOf(asked, 'channel');
  const status = namesOf(asked, 'status');
  if ((channel?.length ?? 1) * (status?.length ?? 1) > mostLists)
    return status ? { status: status.slice() } : {};
  return { ...(channel && { channel }), ...(status && { status }) };
};

/** The value of a field that all orders asked for have, whole. */
const wholeOf = (asked: readonly Condition[], of: OrderField): string | undefined =>
  asked.flatMap(({ field, any }) => {
    const [test, ...others] = any;
    if (field !== of || test === undefined || others.length > 0) return [];
    if (test.is === 'flag') return test.value ? ['true'] : [];
    return test.is === 'name' && !test.beginning ? [test.value] : [];
  })[0];

/** The names of which every order asked for has one. */
const namesOf = (asked: readonly Condition[], of: OrderField): readonly string[] | undefined =>
  asked.flatMap(({ field, any }) => {
    const names = any.flatMap((test) => (test.is === 'name' && !test.beginning ? [test.value] : []));
    return field === of && names.length === any.length ? [[...new Set(names)]] : [];
  })[0];

interface Stretch {
  readonly from?: string;
  readonly to?: string;
}

const dueWithin = (asked: readonly Condition[], now: string): Stretch | undefined => {
  const due = within(asked, 'due');
  const isLate = wholeOf(asked, 'late') !== undefined || wholeOf(asked, 'queue') === 'late';
  return isLate ? overlap(due ?? {}, { to: now }) : due;
};

/** The stretch of time in which all orders asked for lie; wider than what is asked where that has gaps. */
const within = (asked: readonly Condition[], of: OrderField): Stretch | undefined => {
  const stretches = asked.flatMap(({ field, any }) => (field === of ? [around(any)] : []));
  return stretches.length === 0 ? undefined : stretches.reduce(overlap);
};

const around = (tests: readonly Test[]): Stretch => {
  const spans = tests.flatMap((test) => (test.is === 'period' ? [test.span] : []));
  const from = spans.map((span) => span.from?.value);
  const to = spans.map((span) => span.to?.value);
  return {
    ...(from.every((value) => value !== undefined) && { from: least(from) }),
    ...(to.every((value) => value !== undefined) && { to: most(to) }),
  };
};

const overlap = (one: Stretch, other: Stretch): Stretch => {
  const from = [one.from, other.from].filter((value) => value !== undefined);
  const to = [one.to, other.to].filter((value) => value !== undefined);
  return { ...(from.length > 0 && { from: most(from) }), ...(to.length > 0 && { to: least(to) }) };
};

const least = (moments: readonly string[]): string => moments.reduce((a, b) => (b < a ? b : a));
const most = (moments: readonly string[]): string => moments.reduce((a, b) => (b > a ? b : a));

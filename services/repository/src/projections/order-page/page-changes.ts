import {
  type FactOf,
  type OrderFact,
  type ReservedQuantity,
  changeAskedToPutBack,
} from '@tributary/contracts';
import type { OrderPage } from './order-page.ts';
import { withAttributes } from './page-attributes.ts';
import { takeFrom } from './page-fulfilments.ts';
import { promisedAnew } from './page-lines.ts';
import { settled, withOrdered } from './page-money.ts';

interface Happened<T extends OrderFact['type']> {
  readonly data: FactOf<OrderFact, T>['data'];
  /** UTC ISO 8601. */
  readonly time: string;
}

/** What locations are still asked to put back. */
export const withAskedBack = (page: OrderPage, fact: OrderFact): OrderPage => {
  const { askedToPutBack: before = [], ...rest } = page;
  const asked = changeAskedToPutBack(before, fact);
  return asked.length > 0 ? { ...rest, askedToPutBack: asked } : rest;
};

/** An order that was changed by people, all at once. */
export const changedOrder = (page: OrderPage, event: Happened<'tributary.order.changed.v1'>): OrderPage => {
  const { release, charges, total, promises, attributes, shipTo, customer, note } = event.data;
  const now: OrderPage = {
    ...givenUp(promises ? { ...page, lines: promisedAnew(page.lines, promises) } : page, event, release),
    ...(shipTo && { shipTo }),
    ...(customer && { customer }),
    ...(note !== undefined && { note }),
  };
  return withOrdered(withAttributes(now, attributes), charges, total);
};

/** Units that nobody wants any more, or nobody can have. */
export const cancelled = (
  page: OrderPage,
  event: Happened<'tributary.order.cancelled.v1' | 'tributary.order.rejected.v1'>,
): OrderPage => settled(givenUp(page, event, event.data.release));

/** What locations need not hold any more. */
const givenUp = (
  page: OrderPage,
  event: { readonly time: string },
  release: readonly ReservedQuantity[],
): OrderPage =>
  release.reduce(
    (current, { fulfilmentId, ...line }) =>
      takeFrom(current, event, { fulfilmentId, lines: [line] }, 'cancelled'),
    page,
  );

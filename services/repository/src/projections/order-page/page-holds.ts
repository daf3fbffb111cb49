import type { FactOf, OrderFact } from '@tributary/contracts';
import type { OrderPage } from './order-page.ts';

type Data<T extends OrderFact['type']> = FactOf<OrderFact, T>['data'];

type PageHolds = NonNullable<OrderPage['holds']>;

const otherHolds = ({ holds = [] }: OrderPage, reason: string): PageHolds =>
  holds.filter((hold) => hold.reason !== reason);

const withHolds = ({ holds: _, ...page }: OrderPage, holds: PageHolds): OrderPage =>
  holds.length > 0 ? { ...page, holds } : page;

export const withHold = (
  page: OrderPage,
  { orderId: _, ...hold }: Data<'tributary.order.held.v1'>,
): OrderPage => withHolds(page, [...otherHolds(page, hold.reason), hold]);

export const withoutHold = (page: OrderPage, reason: string): OrderPage =>
  withHolds(page, otherHolds(page, reason));

/** @param at when it was proposed, UTC ISO 8601 */
export const withProposal = (
  page: OrderPage,
  { orderId: _, ...proposal }: Data<'tributary.order.change-proposed.v1'>,
  at: string,
): OrderPage => ({ ...page, proposals: [...(page.proposals ?? []), { ...proposal, at }] });

export const withoutProposal = (
  { proposals: before = [], ...page }: OrderPage,
  proposalId: string,
): OrderPage => {
  const proposals = before.filter((one) => one.proposalId !== proposalId);
  return proposals.length > 0 ? { ...page, proposals } : page;
};

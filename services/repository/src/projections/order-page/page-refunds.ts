import type { FactOf, OrderFact } from '@tributary/contracts';
import { type OrderPage, mostListed, withMore } from './order-page.ts';

type Requested = FactOf<OrderFact, 'tributary.order.refund-requested.v1'>['data'];
type AskedRefund = NonNullable<OrderPage['refunds']>[number];

/** Somebody asked for money to be given back: no sum of the page is other for it. */
export const refundsAsked = (page: OrderPage, { refunds, reason, goodwill }: Requested): OrderPage => {
  const { refunds: known = [] } = page;
  const asked = refunds.map(({ refundId, paymentId, amount }): AskedRefund => ({
    refundId,
    paymentId,
    amount,
    status: 'requested',
    reason,
    ...(goodwill && { goodwill }),
  }));
  const listed = asked.slice(0, mostListed - known.length);
  const rest = asked.length - listed.length;
  const withListed = listed.length > 0 ? { ...page, refunds: [...known, ...listed] } : page;
  return rest > 0 ? withMore(withListed, 'refunds', rest) : withListed;
};

interface Issued {
  readonly refundId: string;
  readonly paymentId?: string | undefined;
  readonly amount: number;
}

/** The money moved, as it is told and not as it was asked for. */
export const refundIssued = (page: OrderPage, { refundId, paymentId, amount }: Issued): OrderPage =>
  withRefund(page, refundId, (asked) => ({
    ...asked,
    ...(paymentId !== undefined && { paymentId }),
    amount,
    status: 'issued',
  }));

export const refundFailed = (page: OrderPage, refundId: string): OrderPage =>
  withRefund(page, refundId, (asked) => ({ ...asked, status: 'failed' }));

/** A refund that nobody asked for is not among them. */
const withRefund = (
  page: OrderPage,
  refundId: string,
  change: (asked: AskedRefund) => AskedRefund,
): OrderPage =>
  page.refunds
    ? { ...page, refunds: page.refunds.map((one) => (one.refundId === refundId ? change(one) : one)) }
    : page;

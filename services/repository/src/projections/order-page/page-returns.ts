import { type FactOf, type OrderFact, givenForDue } from '@tributary/contracts';
import { type OrderPage, mostListed, withMore } from './order-page.ts';
import { credited, refunded } from './page-money.ts';

type Returned = FactOf<OrderFact, 'tributary.order.returned.v1'>['data'];
type Expected = NonNullable<OrderPage['expectedReturns']>[number];

/** Goods may come back. */
export const expected = (
  page: OrderPage,
  { orderId: _, ...expectedReturn }: FactOf<OrderFact, 'tributary.order.return-authorised.v1'>['data'],
): OrderPage => {
  const expectedReturns: Expected[] = [...(page.expectedReturns ?? []), expectedReturn];
  return { ...page, expectedReturns };
};

/** It came back, or it is not to come any more. */
export const noLongerExpected = (
  { expectedReturns: before = [], ...page }: OrderPage,
  returnId: string,
): OrderPage => {
  const expectedReturns = before.filter((one) => one.returnId !== returnId);
  return expectedReturns.length > 0 ? { ...page, expectedReturns } : page;
};

/** The consumer withdrew; what becomes of the goods is told by other facts. */
export const withdrawn = (
  page: OrderPage,
  data: FactOf<OrderFact, 'tributary.order.withdrawn.v1'>['data'],
): OrderPage => {
  const { withdrawalId, declaredAt, lines, returnId } = data;
  const entry = { withdrawalId, declaredAt, lines, ...(returnId && { returnId }) };
  return { ...page, withdrawals: [...(page.withdrawals ?? []), entry] };
};

/** @param before the page before the goods came back: what was given for them follows from both */
export const returned = (
  page: OrderPage,
  { data, time }: { readonly data: Returned; readonly time: string },
  before: OrderPage,
): OrderPage => {
  const { returnId, location, refund, charges, credited: credit, lines } = data;
  const entry = {
    returnId,
    ...(location && { location }),
    at: time,
    refund,
    ...(credit !== undefined && { credited: credit }),
    ...(charges && { charges }),
    lines: lines.map(({ lineId, sku, quantity, disposition }) => ({
      lineId,
      sku,
      quantity,
      disposition,
    })),
  };
  const now: OrderPage =
    page.returns.length < mostListed
      ? { ...page, returns: [...page.returns, entry] }
      : withMore(page, 'returns', 1);
  const settledNow = refunded(now, {
    amount: refund,
    forReturns: givenForDue(refund, before.lines, page.lines),
  });
  return noLongerExpected(credited(settledNow, credit ?? 0), returnId);
};

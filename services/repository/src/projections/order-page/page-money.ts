import { type OrderPlaced, balanceOf, routeOf, uncoveredOf } from '@tributary/contracts';
import {
  type Money,
  type OrderPage,
  type PageLine,
  type PagePayment,
  mostListed,
  withMore,
} from './order-page.ts';

export const placedMoney = (
  { lines, charges, payments, total }: OrderPlaced,
  placed: readonly PageLine[],
): Money => {
  const money = {
    lines: sumOf(lines),
    charges: sumOf(charges),
    total,
    ...paid(payments),
    refunded: 0,
    refundedForReturns: 0,
  };
  return owing(money, placed);
};

/** The sums with what is due and owed said anew, and what of it no payment covers. */
const owing = (
  { uncovered: _, cancelled: __, goodwill: ___, ...sums }: Omit<Money, 'due' | 'owed'>,
  lines: readonly PageLine[],
): Money => {
  const { cancelled, due, owed, goodwill } = balanceOf(sums, lines);
  const uncovered = uncoveredOf({ ...sums, owed });
  return {
    ...sums,
    due,
    owed,
    ...(cancelled !== 0 && { cancelled }),
    ...(goodwill !== 0 && { goodwill }),
    ...(uncovered > 0 && { uncovered }),
  };
};

const sumOf = (parts: readonly { readonly amount: number }[]): number =>
  parts.reduce((sum, { amount }) => sum + amount, 0);

/**
 * What is ordered is other than it was: the page has its lines as they are now.
 * @param charges that joined
 * @param total minor units for all lines and charges now
 */
export const withOrdered = (page: OrderPage, charges: OrderPage['charges'], total: number): OrderPage => {
  const money = {
    ...page.money,
    lines: sumOf(page.lines),
    charges: page.money.charges + sumOf(charges),
    total,
  };
  return settled({ ...page, charges: [...page.charges, ...charges], money });
};

/** Set aside for a payment, in minor units: what was told, and never less than was taken; nothing once it failed. */
const authorisedOf = ({ amount, authorised = amount }: PagePayment): number => authorised;

const capturedOf = ({ status, amount }: PagePayment): number => (status === 'captured' ? amount : 0);

const paid = (payments: readonly PagePayment[]): Pick<Money, 'authorised' | 'captured'> => ({
  authorised: payments.reduce((sum, payment) => sum + authorisedOf(payment), 0),
  captured: payments.reduce((sum, payment) => sum + capturedOf(payment), 0),
});

/** The sums over all payments after one of them became another. */
const paidInstead = (
  { authorised, captured }: Money,
  before: PagePayment | undefined,
  after: PagePayment,
): Pick<Money, 'authorised' | 'captured'> => ({
  authorised: authorised + authorisedOf(after) - (before ? authorisedOf(before) : 0),
  captured: captured + capturedOf(after) - (before ? capturedOf(before) : 0),
});

interface Told {
  readonly paymentId: string;
  /** Minor units. */
  readonly amount: number;
  readonly method?: string | undefined;
}

type Paid = Pick<PagePayment, 'amount' | 'status' | 'authorised' | 'capturedAt' | 'ended'>;

/** Money was set aside; told after its captures, or raised later, the most that was told counts. */
export const authorised = (page: OrderPage, told: Told): OrderPage =>
  withPayment(page, told, (before): Paid => {
    const most = Math.max(before ? authorisedOf(before) : 0, told.amount);
    return before?.status === 'captured'
      ? taken(before.amount, most)
      : { amount: most, status: 'authorised' };
  });

/** Money was taken, on top of what this payment had taken before. */
export const captured = (page: OrderPage, told: Told & { readonly capturedAt: string }): OrderPage =>
  withPayment(page, told, (before) => ({
    ...taken((before ? capturedOf(before) : 0) + told.amount, before ? authorisedOf(before) : 0),
    capturedAt: earlier(told.capturedAt, before?.capturedAt),
    // What ended before it was told that it took money has ended all the same.
    ...(before && isEnd(before.status) && { ended: before.status }),
  }));

const earlier = (one: string, other = one): string => (other < one ? other : one);

/** That as much was set aside goes without saying, whether it was told or not. */
const taken = (amount: number, setAside: number): Paid => ({
  amount,
  status: 'captured',
  ...(setAside > amount && { authorised: setAside }),
});

/**
 * Nothing is set aside any more. Money that was taken stays taken: a failure told after it is of an earlier
 * try, as it is of a payment that has ended.
 */
export const failed = (page: OrderPage, paymentId: string): OrderPage =>
  page.payments.some((one) => one.paymentId === paymentId && outlastsFailure(one))
    ? page
    : withPayment(page, { paymentId, amount: 0 }, () => ({ amount: 0, status: 'failed' }));

const outlastsFailure = ({ status }: PagePayment): boolean => status === 'captured' || isEnd(status);

type End = 'voided' | 'expired';
const isEnd = (status: PagePayment['status']): status is End => status === 'voided' || status === 'expired';

/** Nothing is set aside any more beyond what was taken. What was given up stays so when it is told that it ran out. */
export const ended = (page: OrderPage, paymentId: string, end: End): OrderPage =>
  withPayment(page, { paymentId, amount: 0 }, (before): Paid => {
    if (before?.status === 'captured')
      return { ...taken(before.amount, 0), ended: before.ended === 'voided' ? 'voided' : end };
    return { amount: 0, status: before?.status === 'voided' ? 'voided' : end };
  });

const withPayment = (
  page: OrderPage,
  { paymentId, method }: Told,
  change: (before: PagePayment | undefined) => Paid,
): OrderPage => {
  const before = page.payments.find((one) => one.paymentId === paymentId);
  const name = method ?? before?.method;
  const payment = { ...kept(before), ...change(before), paymentId, ...(name && { method: name }) };
  const money = { ...page.money, ...paidInstead(page.money, before, payment) };
  if (!before && page.payments.length >= mostListed)
    return routed(settled(withMore({ ...page, money }, 'payments', 1)));
  const payments = before
    ? page.payments.map((one) => (one === before ? payment : one))
    : [...page.payments, payment];
  return routed(settled({ ...page, payments, money }));
};

/** What a payment took and gave back is not changed by what is set aside for it. */
const kept = ({ capturedAt, refundedByName, ended: rest }: Partial<PagePayment> = {}) => ({
  ...(capturedAt !== undefined && { capturedAt }),
  ...(refundedByName !== undefined && { refundedByName }),
  ...(rest !== undefined && { ended: rest }),
});

interface Given {
  /** Minor units. */
  readonly amount: number;
  /** What of the amount was given for returned goods. */
  readonly forReturns: number;
  /** The payment that gave it back, where that was told. */
  readonly paymentId?: string | undefined;
}

export const refunded = (page: OrderPage, { amount, forReturns, paymentId }: Given): OrderPage =>
  routed(
    settled({
      ...page,
      payments: page.payments.map((one) =>
        amount > 0 && one.paymentId === paymentId
          ? { ...one, refundedByName: (one.refundedByName ?? 0) + amount }
          : one,
      ),
      money: {
        ...page.money,
        refunded: page.money.refunded + amount,
        refundedForReturns: page.money.refundedForReturns + forReturns,
      },
    }),
  );

/** The page with what each payment gave back said anew. Which of many gave it is known only where all are listed. */
const routed = (page: OrderPage): OrderPage => {
  if (page.money.refunded === 0) return page;
  const tenders = page.payments.map((one) => ({
    paymentId: one.paymentId,
    captured: capturedOf(one),
    named: one.refundedByName ?? 0,
    capturedAt: one.capturedAt ?? '',
  }));
  const byName = tenders.reduce((sum, { named }) => sum + named, 0);
  const route = routeOf(tenders, page.more?.payments ? 0 : page.money.refunded - byName);
  const payments = page.payments.map(({ refunded: _, ...one }) => {
    const given = route.get(one.paymentId) ?? 0;
    return given > 0 ? { ...one, refunded: given } : one;
  });
  return { ...page, payments };
};

/** Goods were taken back at a desk: what they are worth is due no longer. */
export const credited = (page: OrderPage, amount: number): OrderPage =>
  amount === 0
    ? page
    : settled({ ...page, money: { ...page.money, credited: (page.money.credited ?? 0) + amount } });

/** The page with what is owed said anew, after its lines, payments or refunds changed. */
export const settled = (page: OrderPage): OrderPage => ({
  ...page,
  money: owing(page.money, page.lines),
});

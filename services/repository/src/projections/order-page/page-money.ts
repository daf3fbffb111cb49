import { type OrderPlaced, allocate } from '@tributary/contracts';
import type { Money, OrderPage, PageLine } from './order-page.ts';

export const placedMoney = ({ lines, charges, payments, total }: OrderPlaced): Money => {
  const captured = payments.reduce(
    (sum, { status, amount }) => sum + (status === 'captured' ? amount : 0),
    0,
  );
  return {
    lines: lines.reduce((sum, { amount }) => sum + amount, 0),
    charges: charges.reduce((sum, { amount }) => sum + amount, 0),
    total,
    authorised: payments.reduce((sum, { amount }) => sum + amount, 0),
    captured,
    refunded: 0,
    refundedForReturns: 0,
    owed: total - captured,
  };
};

/** Money that was taken stays taken: a failure told after it is of an earlier try. */
export const isCaptured = ({ payments }: OrderPage, paymentId: string): boolean =>
  payments.some((one) => one.paymentId === paymentId && one.status === 'captured');

export const withPayment = (
  page: OrderPage,
  { paymentId, amount, method, status }: OrderPage['payments'][number],
): OrderPage => {
  const before = page.payments.find((one) => one.paymentId === paymentId);
  const name = method ?? before?.method;
  const payment = { paymentId, ...(name && { method: name }), amount, status };
  const payments = before
    ? page.payments.map((one) => (one === before ? payment : one))
    : [...page.payments, payment];
  const sum = (of: (one: OrderPage['payments'][number]) => boolean) =>
    payments.filter(of).reduce((total, one) => total + one.amount, 0);
  const money = {
    ...page.money,
    authorised: sum((one) => one.status !== 'failed'),
    captured: sum((one) => one.status === 'captured'),
  };
  return { ...page, payments, money: { ...money, owed: owed(money, page.lines) } };
};

export const refunded = (money: Money, amount: number, forReturns: number): Money => ({
  ...money,
  refunded: money.refunded + amount,
  refundedForReturns: money.refundedForReturns + forReturns,
  owed: money.owed + amount - forReturns,
});

/** What is due, less cancelled goods and what was given back for returns, less what was taken net of refunds. */
export const owed = (money: Omit<Money, 'owed'>, lines: readonly PageLine[]): number => {
  const cancelledAmount = lines.reduce(
    (sum, { amount, quantities: { ordered, cancelled: gone } }) =>
      sum + allocate(amount, [gone, ordered - gone])[0]!,
    0,
  );
  // Charges are due as long as anything of the order stands.
  const standing = lines.some(({ quantities }) => quantities.ordered > quantities.cancelled);
  const due = standing ? money.total - cancelledAmount : 0;
  return due - money.refundedForReturns - (money.captured - money.refunded);
};

import { allocate } from './money.ts';
import type { LineQuantities } from './order-status.ts';

/** What a line costs and how much of it stands, whatever else is known of it. */
export interface PricedLine {
  /** Minor units for all units that were ever ordered. */
  readonly amount: number;
  readonly quantities: LineQuantities;
}

/** Goods that left although they were cancelled stay cancelled as to money: the customer did not want them. */
const everCancelled = ({ cancelled, leftThoughCancelled = 0 }: LineQuantities): number =>
  cancelled + leftThoughCancelled;

/**
 * What is due for a line, in minor units: its amount less the share of cancelled units, by largest remainder.
 */
export const dueOfLine = ({ amount, quantities }: PricedLine): number => {
  const gone = everCancelled(quantities);
  return amount - allocate(amount, [gone, quantities.ordered - gone])[0]!;
};

/**
 * What is due for an order before returns, in minor units: its lines as far as they stand, and its charges as
 * long as anything of it does.
 * @param total minor units for all lines and charges
 */
export const dueOfOrder = (total: number, lines: readonly PricedLine[]): number =>
  lines.some(({ quantities }) => quantities.ordered > everCancelled(quantities))
    ? lines.reduce((due, line) => due - line.amount + dueOfLine(line), total)
    : 0;

/** What moved of an order’s money, and what was ordered for how much. Amounts in minor units. */
export interface MoneySums {
  /** All lines and charges. */
  readonly total: number;
  /** Taken, over all payments. */
  readonly captured: number;
  /** Given back, by refunds and with returns. */
  readonly refunded: number;
  /** Of what was given back, what was for returned goods that were due: see `givenForDue`. */
  readonly refundedForReturns: number;
  /** Not due any more for goods that were taken back at a desk. */
  readonly credited?: number | undefined;
}

/** What stands of an order, and what of it returns made due no longer. */
const standing = ({ total, refundedForReturns, credited = 0 }: MoneySums, lines: readonly PricedLine[]) => {
  const due = dueOfOrder(total, lines);
  const credit = Math.min(credited, Math.max(0, due));
  return { due, credit, givenBack: Math.min(refundedForReturns, Math.max(0, due - credit)) };
};

/** How an order stands with its customer, in minor units. */
export interface Balance {
  /** Of the total, what is not due for goods that were cancelled. */
  readonly cancelled: number;
  /**
   * What stands of the order, less what was given back or credited for returned goods. Returns never make less than
   * nothing due. Goods that left although they were cancelled stay not due: the customer did not want them, and they
   * are called back, or kept by agreement. What is beyond the order was never due.
   */
  readonly due: number;
  /** `due − captured + refunded − goodwill`: still to be paid; below zero, owed to the customer. */
  readonly owed: number;
  /** What was given back beyond what was owed: a gift, and nobody owes it again. */
  readonly goodwill: number;
}

/**
 * How an order stands with its customer.
 *
 * What was given back for returned goods is neither due nor paid any more. With `due` for what stands after
 * them and `paid` for what was taken less that, `owed = due − paid` while less was paid than is due. Once
 * more was paid, the customer gets back `paid − due`, less what was refunded else. A refund beyond that is goodwill.
 */
export const balanceOf = (money: MoneySums, lines: readonly PricedLine[]): Balance => {
  const { due: stands, credit, givenBack } = standing(money, lines);
  const { total, captured, refunded } = money;
  const due = stands - credit - givenBack;
  const open = stands - credit - captured;
  const owed = open > 0 ? open : Math.min(0, open + refunded - givenBack);
  return { cancelled: total - stands, due, owed, goodwill: due - captured + refunded - owed };
};

/** What an order comes to without what was cancelled, before returns, in minor units. */
export const standingTotal = ({
  total,
  cancelled = 0,
}: {
  readonly total: number;
  readonly cancelled?: number | undefined;
}): number => total - cancelled;

/**
 * What is owed by the customer and no payment has set aside, in minor units; zero where nothing is.
 * @param money what is owed, and over all payments what was set aside, which counts what was taken of it, and what was taken
 */
export const uncoveredOf = ({
  owed,
  authorised,
  captured,
}: Readonly<Record<'owed' | 'authorised' | 'captured', number>>): number =>
  Math.max(0, owed - Math.max(0, authorised - captured));

type Quantified = readonly Pick<PricedLine, 'quantities'>[];

/**
 * Of a refund for returned goods, what was given for goods that were due, in minor units. Goods that left
 * although they were cancelled never were, nor was what is beyond the order: money for them gives back what
 * was paid too much. Of like units, those that were cancelled are called back first.
 * @param before the lines before the return, and `after` it
 */
export const givenForDue = (refund: number, before: Quantified, after: Quantified): number => {
  const unitsOf = (lines: Quantified, of: (quantities: LineQuantities) => number): number =>
    lines.reduce((sum, { quantities }) => sum + of(quantities), 0);
  const more = (of: (quantities: LineQuantities) => number): number =>
    unitsOf(after, of) - unitsOf(before, of);
  const due = more(({ returned, leftThoughCancelled = 0 }) => Math.max(0, returned - leftThoughCancelled));
  const all = more(({ returned, returnedBeyond = 0 }) => returned + returnedBeyond);
  return all > 0 ? allocate(refund, [due, all - due])[0]! : refund;
};

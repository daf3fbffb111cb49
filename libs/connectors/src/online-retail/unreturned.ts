import { allocate } from '@tributary/contracts';
import type { Row } from './row.ts';

/** An imported order, as far as later returns need it. */
export interface PastOrder {
  number: string;
  /** Minor units that were paid and have not been given back. */
  refundable: number;
}

/** One line's quantity that has not come back; the list of a key runs from the newest order to the oldest. */
interface UnreturnedLine {
  order: PastOrder;
  lineId: string;
  quantity: number;
  earlier: UnreturnedLine | undefined;
}

export interface Portion {
  order: PastOrder;
  lineId: string;
  quantity: number;
  /** Minor units, not negative. */
  refund: number;
}

export interface Match {
  portions: Portion[];
  /** What no earlier order accounts for. */
  rest: { quantity: number; refund: number };
}

/** 2.1, 2.10 and 2.100 are one price. */
const samePrice = (price: string): string => (price.includes('.') ? price.replace(/\.?0+$/, '') : price);

const keyOf = (customer: string, { stock, price }: Row): string =>
  `${stock.code}|${samePrice(price)}|${customer}`;

const fitsItsOrders = (portions: readonly Portion[]): boolean => {
  const sums = new Map<PastOrder, number>();
  for (const { order, refund } of portions) sums.set(order, (sums.get(order) ?? 0) + refund);
  return [...sums].every(([order, refund]) => refund <= order.refundable);
};

/**
 * What customers bought and have not given back, by customer, SKU and unit price. The file links no
 * cancellation to its order; the newest earlier order with the same three is taken, then the next.
 */
export class Unreturned {
  private readonly newest = new Map<string, UnreturnedLine>();

  add(row: Row, order: PastOrder, lineId: string): void {
    if (row.customer === undefined) return;
    const key = keyOf(row.customer, row);
    this.newest.set(key, { order, lineId, quantity: row.quantity, earlier: this.newest.get(key) });
  }

  /**
   * Takes what a returned row accounts for out of the earlier orders. The row's amount is shared by quantity to
   * the minor unit. Nothing matches without a customer, when an order would give back more than was paid
   * (roundings of prices below a penny), or in more than `most` shares.
   */
  take(row: Row, most: number): Match {
    const quantity = -row.quantity;
    const refund = 0 - row.money.minor;
    const unmatched: Match = { portions: [], rest: { quantity, refund } };
    if (row.customer === undefined) return unmatched;
    const key = keyOf(row.customer, row);
    const planned = this.plan(key, quantity);
    const left = planned.reduce((open, { taken }) => open - taken, quantity);
    if (planned.length + Number(left > 0) > most) return unmatched;
    const shares = allocate(refund, [...planned.map(({ taken }) => taken), left]);
    const portions = planned.map(({ line, taken }, index) => ({
      order: line.order,
      lineId: line.lineId,
      quantity: taken,
      refund: shares[index]!,
    }));
    if (!fitsItsOrders(portions)) return unmatched;
    for (const { line, taken } of planned) line.quantity -= taken;
    for (const portion of portions) portion.order.refundable -= portion.refund;
    this.forgetReturned(key);
    return { portions, rest: { quantity: left, refund: shares[planned.length]! } };
  }

  private plan(key: string, quantity: number): { line: UnreturnedLine; taken: number }[] {
    const planned: { line: UnreturnedLine; taken: number }[] = [];
    let left = quantity;
    for (let line = this.newest.get(key); line && left > 0; line = line.earlier) {
      const taken = Math.min(left, line.quantity);
      planned.push({ line, taken });
      left -= taken;
    }
    return planned;
  }

  /** Lines are taken from the newest on, so those that are used up stand first. */
  private forgetReturned(key: string): void {
    let line = this.newest.get(key);
    while (line?.quantity === 0) line = line.earlier;
    if (line) this.newest.set(key, line);
    else this.newest.delete(key);
  }
}

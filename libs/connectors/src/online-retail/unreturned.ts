import { allocate } from '@tributary/contracts';
import type { Row } from './row.ts';

/** An imported order, as far as later returns need it. */
export interface PastOrder {
  number: string;
  /** Minor units that were paid and have not been given back. */
  refundable: number;
}

/** Goods that a customer bought. */
export interface Goods {
  customer: string;
  sku: string;
  /** Pounds. */
  price: string;
  quantity: number;
}

interface KnownOrder extends PastOrder {
  paid: number;
  /** Milliseconds of the epoch. */
  at: number;
  lines: UnreturnedLine[];
}

/** One line's quantity that has not come back; the list of a key runs from the newest order to the oldest. */
interface UnreturnedLine {
  order: KnownOrder;
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

const keyOf = ({ customer, sku, price }: Omit<Goods, 'quantity'>): string =>
  `${sku}|${samePrice(price)}|${customer}`;

/** Of orders of the same minute the higher number is the newer: files that overlap tell them in any order. */
const isNewer = (one: KnownOrder, other: KnownOrder): boolean => {
  if (one.at !== other.at) return one.at > other.at;
  if (one.number.length !== other.number.length) return one.number.length > other.number.length;
  return one.number > other.number;
};

const fitsItsOrders = (portions: readonly Portion[]): boolean => {
  const sums = new Map<PastOrder, number>();
  for (const { order, refund } of portions) sums.set(order, (sums.get(order) ?? 0) + refund);
  return [...sums].every(([order, refund]) => refund <= order.refundable);
};

/**
 * What customers bought and have not given back, by customer, SKU and unit price. The file links no
 * cancellation to its order; the newest order before it with the same three is taken, then the next.
 * What is added twice counts once, and in whatever order: an earlier file may have told of it, too.
 */
export class Unreturned {
  private readonly orders = new Map<string, KnownOrder>();
  private readonly newest = new Map<string, UnreturnedLine>();

  add(row: Row, order: PastOrder, lineId: string): void {
    const { customer, stock, price, quantity, at } = row;
    if (customer === undefined) return;
    this.bought({ customer, sku: stock.code, price, quantity }, order, lineId, at.utc);
  }

  /**
   * @param told `refundable` is what was paid
   * @param boughtAt RFC 3339
   */
  bought({ quantity, ...goods }: Goods, told: PastOrder, lineId: string, boughtAt: string): void {
    const order = this.known(told, boughtAt);
    if (order.lines.some((line) => line.lineId === lineId)) return;
    const key = keyOf(goods);
    let newer: UnreturnedLine | undefined;
    let earlier = this.newest.get(key);
    for (; earlier && isNewer(earlier.order, order); earlier = earlier.earlier) newer = earlier;
    const line = { order, lineId, quantity, earlier };
    order.lines.push(line);
    this.follow(key, newer, line);
  }

  /**
   * Takes out what a return that was told before gave back of an order.
   * @param refund minor units
   * @param goods left out for a charge
   */
  givenBack(number: string, refund: number, goods?: { lineId: string; quantity: number }): void {
    const order = this.orders.get(number);
    if (!order) return;
    order.refundable -= refund;
    const line = goods && order.lines.find(({ lineId }) => lineId === goods.lineId);
    if (line) line.quantity -= goods.quantity;
  }

  /**
   * Takes what a returned row accounts for out of the orders before it. The row's amount is shared by quantity to
   * the minor unit. Nothing matches without a customer, when an order would give back more than was paid
   * (roundings of prices below a penny), or in more than `most` shares.
   */
  take(row: Row, most: number): Match {
    const quantity = -row.quantity;
    const refund = 0 - row.money.minor;
    const unmatched: Match = { portions: [], rest: { quantity, refund } };
    if (row.customer === undefined) return unmatched;
    const key = keyOf({ customer: row.customer, sku: row.stock.code, price: row.price });
    const planned = this.plan(key, quantity, Date.parse(row.at.utc));
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
    return { portions, rest: { quantity: left, refund: shares[planned.length]! } };
  }

  /** An order that a file cut short had told in part was paid what the whole one says. */
  private known({ number, refundable: paid }: PastOrder, at: string): KnownOrder {
    const known = this.orders.get(number);
    if (known) {
      const more = Math.max(paid - known.paid, 0);
      known.paid += more;
      known.refundable += more;
      return known;
    }
    const order = { number, refundable: paid, paid, at: Date.parse(at), lines: [] };
    this.orders.set(number, order);
    return order;
  }

  /** What is used up is passed over once: it leaves the list, and stays known as a line of its order. */
  private plan(key: string, quantity: number, before: number): { line: UnreturnedLine; taken: number }[] {
    const planned: { line: UnreturnedLine; taken: number }[] = [];
    let left = quantity;
    let newer: UnreturnedLine | undefined;
    for (let line = this.newest.get(key); line && left > 0; line = line.earlier) {
      if (line.quantity <= 0) {
        this.follow(key, newer, line.earlier);
        continue;
      }
      newer = line;
      if (line.order.at > before) continue;
      const taken = Math.min(left, line.quantity);
      planned.push({ line, taken });
      left -= taken;
    }
    return planned;
  }

  /** Makes a line, or the end, what follows a newer one, or the beginning, in the list of a key. */
  private follow(key: string, newer: UnreturnedLine | undefined, line: UnreturnedLine | undefined): void {
    if (newer) newer.earlier = line;
    else if (line) this.newest.set(key, line);
    else this.newest.delete(key);
  }
}

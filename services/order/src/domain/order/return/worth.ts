import { type ReturnReason, allocate, dueOfLine } from '@tributary/contracts';
import type { Line } from '../lines/lines.ts';

/** What an order's goods cost, in minor units. */
export interface Priced {
  readonly lines: readonly Line[];
  /** Discounts of the whole order, below zero: each line carries its share. */
  readonly discounts: number;
}

/** Units of a line that come back, and for what. */
export interface ComingBack {
  readonly lineId: string;
  readonly quantity: number;
  readonly reason?: ReturnReason | undefined;
}

/** What is given back, in minor units. */
export interface Worth {
  /** For each that comes back, as it was asked, before fees. */
  readonly goods: readonly number[];
  /** Kept of that. */
  readonly fee: number;
}

/**
 * What goods that come back are worth: of what their line cost, less its share of the order's discounts by
 * largest remainder, the share of their units. Units that come back one after the other are worth together
 * what they are worth at once, to the minor unit. A fee is a percentage of it, rounded half up.
 */
export const worthOf = (back: readonly ComingBack[], order: Priced): Worth => {
  const nets = netByLine(order);
  const taken = new Map(order.lines.map((line) => [line.lineId, line.returned]));
  const goods = back.map(({ lineId, quantity }) => {
    const line = order.lines.find((one) => one.lineId === lineId)!;
    const before = taken.get(lineId)!;
    taken.set(lineId, before + quantity);
    // Units that left although they were cancelled cost nothing: they are called back first.
    const free = line.leftThoughCancelled ?? 0;
    const paid = line.ordered - line.cancelled - free;
    const upTo = (units: number) => share(nets.get(lineId)!, Math.min(Math.max(0, units - free), paid), paid);
    return upTo(before + quantity) - upTo(before);
  });
  const fee = goods.reduce((sum, worth, index) => sum + feeOf(worth, back[index]!.reason?.feePercent), 0);
  return { goods, fee };
};

/** Of an amount, the share of so many of all units. */
const share = (amount: number, units: number, all: number): number =>
  all === 0 ? 0 : allocate(amount, [units, all - units])[0]!;

const feeOf = (worth: number, percent = 0): number => Math.floor((worth * percent + 50) / 100);

const netByLine = ({ lines, discounts }: Priced): ReadonlyMap<string, number> => {
  const dues = lines.map((line) => dueOfLine({ amount: line.amount, quantities: line }));
  const weights = dues.map((due) => Math.max(0, due));
  const shares = weights.some((weight) => weight > 0) ? allocate(discounts, weights) : dues.map(() => 0);
  // No line gives less than nothing back, however large the discount.
  return new Map(lines.map(({ lineId }, index) => [lineId, Math.max(0, dues[index]! + shares[index]!)]));
};

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

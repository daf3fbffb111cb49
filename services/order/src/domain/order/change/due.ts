import { type PricedLine, dueOfOrder } from '@tributary/contracts';
import type { Line } from '../lines/lines.ts';
import type { Captured } from '../order.ts';

export const pricedAs = (line: Line): PricedLine => ({ amount: line.amount, quantities: line });

/** Charges and discounts as they were told so far, in minor units. */
export const chargesOf = ({ placement: { total }, lines }: Captured): number =>
  lines.reduce((rest, { amount }) => rest - amount, total);

/** What is due for the order as it is, before returns, in minor units. */
export const dueNow = ({ placement, lines }: Captured): number =>
  dueOfOrder(placement.total, lines.map(pricedAs));

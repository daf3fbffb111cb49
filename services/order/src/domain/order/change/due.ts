import { dueOfOrder } from '@tributary/contracts';
import { pricedLines } from '../lines/lines.ts';
import type { Captured } from '../order.ts';

/** Charges and discounts as they were told so far, in minor units. */
export const chargesOf = ({ placement: { total }, lines }: Captured): number =>
  lines.reduce((rest, { amount }) => rest - amount, total);

/** What is due for the order as it is, before returns, in minor units. */
export const dueNow = ({ placement, lines }: Captured): number =>
  dueOfOrder(placement.total, pricedLines(lines));

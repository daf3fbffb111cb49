import type { ReturnReceived } from '@tributary/contracts';
import { type Line, openQuantity } from '../lines/lines.ts';
import type { Captured } from '../order.ts';

const returnable = (line: Line): number => line.fulfilled - line.returned;
const surplusOut = ({ surplus = 0, returnedBeyond = 0 }: Line): number =>
  Math.max(0, surplus - returnedBeyond);

/**
 * Spreads returned goods over the order's lines: the named line, or the lines of that SKU in order.
 * Named lines come first, so that goods told by SKU alone do not take up what they need. What came back
 * beyond the units that left is counted apart, unless some of these lines may still leave: then they
 * did, and it is yet to be told.
 * @returns undefined while goods of this return are still to be told of
 */
export const match = (data: ReturnReceived, order: Captured) => {
  const left = new Map(order.lines.map((line) => [line.lineId, returnable(line)]));
  const extra = new Map(order.lines.map((line) => [line.lineId, surplusOut(line)]));
  const matched: {
    lineId: string;
    sku: Line['sku'];
    quantity: number;
    beyond?: number;
    disposition: 'restock' | 'damaged' | 'refurbish' | 'dispose';
    refund?: number;
  }[] = [];
  const namedFirst = data.lines.toSorted((a, b) => Number(!a.lineId) - Number(!b.lineId));
  for (const { lineId, sku, quantity, disposition = 'restock', refund } of namedFirst) {
    let open = quantity;
    const lines = order.lines.filter((one) => (lineId ? one.lineId === lineId : one.sku === sku));
    const take = (line: Line, taken: number, beyond: boolean): void => {
      if (taken <= 0) return;
      // The refund belongs to the returned line as told; it stands with the first order line it met.
      const first = open === quantity;
      matched.push({
        lineId: line.lineId,
        sku: line.sku,
        quantity: taken,
        ...(beyond && { beyond: taken }),
        disposition,
        ...(first && refund !== undefined && { refund }),
      });
      open -= taken;
    };
    const takeUpTo = (units: Map<string, number>, beyond: boolean): void => {
      for (const line of lines) {
        const taken = Math.min(open, units.get(line.lineId)!);
        units.set(line.lineId, units.get(line.lineId)! - taken);
        take(line, taken, beyond);
      }
    };
    takeUpTo(left, false);
    takeUpTo(extra, true);
    if (open === 0) continue;
    if (lines.length === 0 || lines.some((line) => openQuantity(line) > 0)) return undefined;
    take(lines[0]!, open, true);
  }
  return matched;
};

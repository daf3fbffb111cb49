import type { ReturnReceived } from '@tributary/contracts';
import type { Line } from '../lines/lines.ts';
import type { Captured } from '../order.ts';

const returnable = (line: Line): number => line.fulfilled - line.returned;

/**
 * Spreads returned goods over the order's lines: the named line, or the lines of that SKU in order.
 * Named lines come first, so that goods told by SKU alone do not take up what they need.
 */
export const match = (data: ReturnReceived, order: Captured) => {
  const left = new Map(order.lines.map((line) => [line.lineId, returnable(line)]));
  const matched: {
    lineId: string;
    sku: Line['sku'];
    quantity: number;
    disposition: 'restock' | 'damaged' | 'refurbish' | 'dispose';
    refund?: number;
  }[] = [];
  const namedFirst = data.lines.toSorted((a, b) => Number(!a.lineId) - Number(!b.lineId));
  for (const { lineId, sku, quantity, disposition = 'restock', refund } of namedFirst) {
    let open = quantity;
    for (const line of order.lines.filter((one) => (lineId ? one.lineId === lineId : one.sku === sku))) {
      const taken = Math.min(open, left.get(line.lineId)!);
      if (taken <= 0) continue;
      left.set(line.lineId, left.get(line.lineId)! - taken);
      // The refund belongs to the returned line as told; it stands with the first order line it met.
      const first = open === quantity;
      matched.push({
        lineId: line.lineId,
        sku: line.sku,
        quantity: taken,
        disposition,
        ...(first && refund !== undefined && { refund }),
      });
      open -= taken;
    }
    if (open > 0) return undefined;
  }
  return matched;
};

import type { Fulfilment, ReservedQuantity } from '@tributary/contracts';
import { tellingWaited, unallocated, unitsOf } from '../lines/lines.ts';
import type { Captured, OrderEvent } from '../order.ts';

export interface Allocation {
  readonly decisionId: string;
  readonly attempt: number;
  readonly fulfilments: readonly Fulfilment[];
}

export interface Unsourced {
  readonly decisionId: string;
  readonly lines: readonly {
    lineId: string;
    sku: Fulfilment['lines'][number]['sku'];
    quantity: number;
    reason: string;
  }[];
}

/**
 * Inventory holds goods for the order. What the order still wants is taken up; the rest, because it
 * was cancelled or allocated meanwhile, is declined, which releases it.
 */
export const takeUpAllocation = (
  { decisionId, attempt, fulfilments }: Allocation,
  order: Captured,
): OrderEvent[] => {
  const wanted = new Map(order.lines.map((line) => [line.lineId, unallocated(line)]));
  const release: ReservedQuantity[] = [];
  const taken: Fulfilment[] = [];
  for (const { lines, ...fulfilment } of fulfilments) {
    const kept: Fulfilment['lines'] = [];
    for (const line of lines) {
      const want = wanted.get(line.lineId) ?? 0;
      const keep = Math.min(want, line.quantity);
      wanted.set(line.lineId, want - keep);
      if (keep > 0) kept.push({ ...line, quantity: keep });
      if (keep < line.quantity)
        release.push({
          ...line,
          quantity: line.quantity - keep,
          fulfilmentId: fulfilment.fulfilmentId,
          location: fulfilment.location,
        });
    }
    if (kept.length > 0) taken.push({ ...fulfilment, lines: kept });
  }
  const { orderId } = order;
  const events: OrderEvent[] = [];
  if (taken.length > 0)
    events.push(
      tellingWaited(order, {
        type: 'tributary.order.allocated.v1',
        data: { orderId, decisionId, attempt, fulfilments: taken },
      }),
    );
  if (release.length > 0) {
    events.push({
      type: 'tributary.order.allocation-declined.v1',
      data: { orderId, decisionId, reason: 'no longer wanted', release },
    });
  }
  return events;
};

/** No location can serve these lines: the order waits for stock or is refused whole, as its channel asked. */
export const meetShortage = ({ decisionId, lines }: Unsourced, order: Captured): OrderEvent[] => {
  const { orderId } = order;
  const open = new Map(order.lines.map((line) => [line.lineId, unallocated(line) - line.backordered]));
  const short = lines
    .map(({ lineId, sku, quantity }) => ({
      lineId,
      sku,
      quantity: Math.min(quantity, open.get(lineId) ?? 0),
    }))
    .filter(({ quantity }) => quantity > 0);
  if (short.length === 0) return [];
  const untouched = order.lines.every(({ fulfilled, allocated }) => fulfilled === 0 && allocated === 0);
  if (order.whenShort === 'reject' && untouched) {
    const all = unitsOf(order.lines, unallocated);
    return [
      tellingWaited(order, {
        type: 'tributary.order.rejected.v1',
        data: { orderId, decisionId, reason: 'out-of-stock', lines: all, release: [] },
      }),
    ];
  }
  const reason = lines[0]?.reason ?? 'out of stock';
  return [{ type: 'tributary.order.backordered.v1', data: { orderId, decisionId, lines: short, reason } }];
};

/** Inventory had to break a reservation. What already left, or was never taken up, is not concerned. */
export const loseAllocation = (
  {
    fulfilmentId,
    lineId,
    quantity,
    reason,
  }: { fulfilmentId: string; lineId: string; quantity: number; reason: string },
  order: Captured,
): OrderEvent[] => {
  const fulfilment = order.fulfilments.get(fulfilmentId);
  const line = fulfilment?.lines.find((one) => one.lineId === lineId);
  if (!fulfilment?.location || !line) return [];
  const { orderId } = order;
  const lost = { ...line, quantity: Math.min(quantity, line.quantity) };
  return [
    {
      type: 'tributary.order.allocation-lost.v1',
      data: {
        orderId,
        fulfilmentId,
        location: fulfilment.location,
        method: fulfilment.method,
        lines: [lost],
        reason,
      },
    },
  ];
};

import type { AllocatedLine } from '@tributary/contracts';
import { quantityOf } from '../fulfilment/fulfilments.ts';
import { heldBy } from '../fulfilment/held.ts';
import type { Captured, OrderEvent } from '../order.ts';
import { type Reading, applied, ignored } from '../reading.ts';
import { type Line, openQuantity, tellingWaited, unallocated } from './lines.ts';

export interface Cancellation {
  readonly lines?: readonly { lineId: string; quantity: number }[] | undefined;
  readonly reason?: string | undefined;
}

/** Cancels what is asked for and not yet gone; first what is held nowhere, then what the newest fulfilments hold. */
export const cancel = ({ lines, reason }: Cancellation, order: Captured): Reading => {
  const units = order.lines
    .map((line) => ({ line, quantity: Math.min(askedOf(line, lines), openQuantity(line)) }))
    .filter(({ quantity }) => quantity > 0);
  if (units.length === 0)
    return ignored('nothing-to-cancel', 'Everything asked for has left already or was cancelled before.');
  return applied(cancelled(order, units, reason));
};

/** Units of a line that end. */
export interface CancelledUnits {
  readonly line: Line;
  readonly quantity: number;
}

/**
 * That units are wanted no longer: those held nowhere go first, then what the newest fulfilments hold.
 * @param isAsked which fulfilments may give something up
 */
export const cancelled = (
  order: Captured,
  units: readonly CancelledUnits[],
  reason: string | undefined,
  isAsked?: Parameters<typeof heldBy>[3],
): OrderEvent =>
  tellingWaited<Extract<OrderEvent, { readonly type: 'tributary.order.cancelled.v1' }>>(order, {
    type: 'tributary.order.cancelled.v1',
    data: {
      orderId: order.orderId,
      lines: units.map(({ line: { lineId, sku }, quantity }) => ({
        lineId: lineId as AllocatedLine['lineId'],
        sku,
        quantity,
      })),
      release: units.flatMap(({ line, quantity }) =>
        heldBy(order, line.lineId, quantity - unallocated(line), isAsked),
      ),
      ...(reason && { reason }),
    },
  });

/** Everything when no lines are named; a line named twice is meant twice. */
export const askedOf = ({ lineId }: Line, lines: Cancellation['lines']): number =>
  lines ? quantityOf(lines, lineId) : Number.MAX_SAFE_INTEGER;

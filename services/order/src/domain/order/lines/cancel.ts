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
  const cancelled = order.lines
    .map((line) => ({ line, quantity: Math.min(askedOf(line, lines), openQuantity(line)) }))
    .filter(({ quantity }) => quantity > 0);
  if (cancelled.length === 0)
    return ignored('nothing-to-cancel', 'Everything asked for has left already or was cancelled before.');
  const event: OrderEvent = {
    type: 'tributary.order.cancelled.v1',
    data: {
      orderId: order.orderId,
      lines: cancelled.map(({ line: { lineId, sku }, quantity }) => ({ lineId, sku, quantity })),
      release: cancelled.flatMap(({ line, quantity }) =>
        heldBy(order, line.lineId, quantity - unallocated(line)),
      ),
      ...(reason && { reason }),
    },
  };
  return applied(tellingWaited(order, event));
};

/** Everything when no lines are named; a line named twice is meant twice. */
export const askedOf = ({ lineId }: Line, lines: Cancellation['lines']): number =>
  lines
    ? lines.filter((one) => one.lineId === lineId).reduce((sum, { quantity }) => sum + quantity, 0)
    : Number.MAX_SAFE_INTEGER;

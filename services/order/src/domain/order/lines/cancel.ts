import type { ReservedQuantity } from '@tributary/contracts';
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
      release: cancelled.flatMap(({ line, quantity }) => heldFor(line, quantity - unallocated(line), order)),
      ...(reason && { reason }),
    },
  };
  return applied(tellingWaited(order, event));
};

/** Everything when no lines are named; a line named twice is meant twice. */
const askedOf = ({ lineId }: Line, lines: Cancellation['lines']): number =>
  lines
    ? lines.filter((one) => one.lineId === lineId).reduce((sum, { quantity }) => sum + quantity, 0)
    : Number.MAX_SAFE_INTEGER;

const heldFor = ({ lineId }: Line, quantity: number, { fulfilments }: Captured): ReservedQuantity[] => {
  let left = quantity;
  const held: ReservedQuantity[] = [];
  for (const { fulfilmentId, location, lines } of fulfilments.toReversed()) {
    const line = lines.find((one) => one.lineId === lineId);
    if (!line || left <= 0) continue;
    const taken = Math.min(left, line.quantity);
    left -= taken;
    held.push({ ...line, quantity: taken, fulfilmentId, location });
  }
  return held;
};

import type { ReservedQuantity } from '@tributary/contracts';
import type { Captured } from '../order.ts';
import { type FulfilmentState, quantityOf } from './fulfilments.ts';

export const find = (order: Captured, fulfilmentId: string): FulfilmentState | undefined =>
  order.fulfilments.get(fulfilmentId);

export const place = (order: Captured, { fulfilmentId, location }: FulfilmentState) => ({
  orderId: order.orderId,
  fulfilmentId,
  ...(location && { location }),
});

/** Lines a message names; undefined where it names none. */
export type Asked = readonly { lineId: string; quantity: number }[] | undefined;

/** A line named twice is meant twice. */
export const askedOf = (asked: NonNullable<Asked>, lineId: string): number => quantityOf(asked, lineId);

/** The asked lines as far as the fulfilment still holds them; all it holds when none are named. */
export const stillHeld = ({ lines }: FulfilmentState, asked: Asked) =>
  asked === undefined
    ? [...lines]
    : lines.flatMap((line) => {
        const wanted = askedOf(asked, line.lineId);
        return wanted > 0 ? [{ ...line, quantity: Math.min(wanted, line.quantity) }] : [];
      });

/**
 * Up to so many units of a line that fulfilments hold, the newest first.
 * @param isAsked which of them may give something up
 */
export const heldBy = (
  { fulfilments }: Captured,
  lineId: string,
  quantity: number,
  isAsked: (fulfilment: FulfilmentState) => boolean = () => true,
): ReservedQuantity[] => {
  let left = quantity;
  const held: ReservedQuantity[] = [];
  for (const fulfilment of fulfilments.valueSeq().reverse()) {
    if (left <= 0) break;
    const { fulfilmentId, location, lines } = fulfilment;
    const line = lines.find((one) => one.lineId === lineId);
    if (!line || !location || !isAsked(fulfilment)) continue;
    const taken = Math.min(left, line.quantity);
    left -= taken;
    held.push({ ...line, quantity: taken, fulfilmentId, location });
  }
  return held;
};

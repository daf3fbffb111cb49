import type { Captured } from '../order.ts';
import type { FulfilmentState } from './fulfilments.ts';

export const find = (order: Captured, fulfilmentId: string): FulfilmentState | undefined =>
  order.fulfilments.find((one) => one.fulfilmentId === fulfilmentId);

export const place = (order: Captured, { fulfilmentId, location }: FulfilmentState) => ({
  orderId: order.orderId,
  fulfilmentId,
  location,
});

type Lines = readonly { lineId: string; quantity: number }[] | undefined;

/** The asked lines as far as the fulfilment still holds them; all it holds when none are named. */
export const stillHeld = ({ lines }: FulfilmentState, asked: Lines) =>
  asked === undefined
    ? [...lines]
    : lines.flatMap((line) => {
        const wanted = asked
          .filter(({ lineId }) => lineId === line.lineId)
          .reduce((sum, { quantity }) => sum + quantity, 0);
        return wanted > 0 ? [{ ...line, quantity: Math.min(wanted, line.quantity) }] : [];
      });

import { type ReservedQuantity, changeAskedToPutBack } from '@tributary/contracts';
import type { OrderEvent } from '../order-event.ts';

/** What locations were asked to put back, because nobody wants it any more. */
export interface PutBack {
  readonly askedToPutBack: readonly ReservedQuantity[];
}

export const nothingAsked: PutBack = { askedToPutBack: [] };

export const putBackChanges = ({ askedToPutBack }: PutBack, event: OrderEvent): PutBack => ({
  askedToPutBack: changeAskedToPutBack(askedToPutBack, event),
});

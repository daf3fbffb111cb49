import type { Charge, OrderPlaced } from '@tributary/contracts';
import type { Changes } from '../order-event.ts';

/** Charges of the whole order, in minor units. */
export interface Charges {
  /** What was charged beside the goods: postage, gift wrap. */
  readonly fees: number;
  /** Discounts of the whole order, below zero. */
  readonly discounts: number;
}

const joinedBy = ({ fees, discounts }: Charges, more: readonly Charge[]): Charges => ({
  fees: more.reduce((sum, { amount }) => sum + Math.max(0, amount), fees),
  discounts: more.reduce((sum, { amount }) => sum + Math.min(0, amount), discounts),
});

export const placedCharges = ({ charges }: OrderPlaced): Charges =>
  joinedBy({ fees: 0, discounts: 0 }, charges);

export const chargeChanges = {
  'tributary.order.history-completed.v1': (part, { data }) => joinedBy(part, data.charges),
  'tributary.order.changed.v1': (part, { data }) => joinedBy(part, data.charges),
} satisfies Changes<Charges>;

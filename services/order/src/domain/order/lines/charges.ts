import type { Charge, OrderPlaced } from '@tributary/contracts';
import type { Changes } from '../order-event.ts';

/** Charges of the whole order, in minor units. */
export interface Charges {
  /** What was charged beside the goods: postage, gift wrap. */
  readonly fees: number;
  /** Discounts of the whole order, below zero. */
  readonly discounts: number;
  /** Of these, those that were given after it was placed, above zero. */
  readonly givenSince: number;
}

const joinedBy = ({ fees, discounts }: Charges, more: readonly Charge[]): Omit<Charges, 'givenSince'> => ({
  fees: more.reduce((sum, { amount }) => sum + Math.max(0, amount), fees),
  discounts: more.reduce((sum, { amount }) => sum + Math.min(0, amount), discounts),
});

const none: Charges = { fees: 0, discounts: 0, givenSince: 0 };

export const placedCharges = ({ charges }: OrderPlaced): Charges => ({ ...none, ...joinedBy(none, charges) });

/** What discounts among these charges give, in minor units. */
export const givenBy = (charges: readonly Charge[]): number => -joinedBy(none, charges).discounts;

export const chargeChanges = {
  'tributary.order.history-completed.v1': (part, { data }) => joinedBy(part, data.charges),
  'tributary.order.changed.v1': (part, { data }) => ({
    ...joinedBy(part, data.charges),
    givenSince: part.givenSince + givenBy(data.charges),
  }),
} satisfies Changes<Charges>;

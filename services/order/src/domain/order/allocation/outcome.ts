import type { OrderPlaced } from '@tributary/contracts';
import type { Changes } from '../order-event.ts';

/** What becomes of an order that no location can serve. */
export interface SourcingOutcome {
  readonly whenShort: OrderPlaced['whenShort'];
  readonly rejected: boolean;
}

export const placedOutcome = ({ whenShort }: OrderPlaced): SourcingOutcome => ({
  whenShort,
  rejected: false,
});

export const outcomeChanges = {
  'tributary.order.rejected.v1': () => ({ rejected: true }),
} satisfies Changes<SourcingOutcome>;

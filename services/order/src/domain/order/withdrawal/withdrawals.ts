import type { Changes } from '../order-event.ts';

/** What the consumer withdrew from. */
export interface Withdrawals {
  /** How often they did. */
  readonly withdrawals: number;
}

export const noWithdrawals: Withdrawals = { withdrawals: 0 };

export const withdrawalChanges = {
  'tributary.order.withdrawn.v1': ({ withdrawals }) => ({ withdrawals: withdrawals + 1 }),
} satisfies Changes<Withdrawals>;

import type { Changes } from '../order-event.ts';

/** Returns taken back so far, by the id their system gave them. */
export interface Returns {
  readonly returnIds: readonly string[];
}

export const noReturns: Returns = { returnIds: [] };

export const returnChanges = {
  'tributary.order.returned.v1': ({ returnIds }, { data: { returnId } }) => ({
    returnIds: [...returnIds, returnId],
  }),
} satisfies Changes<Returns>;

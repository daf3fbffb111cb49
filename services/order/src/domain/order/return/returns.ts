import { Set as ImmutableSet } from 'immutable';
import type { Changes } from '../order-event.ts';

/** Returns taken back so far, by the id their system gave them. */
export interface Returns {
  readonly returnIds: ImmutableSet<string>;
}

export const noReturns: Returns = { returnIds: ImmutableSet() };

export const returnChanges = {
  'tributary.order.returned.v1': ({ returnIds }, { data: { returnId } }) => ({
    returnIds: returnIds.add(returnId),
  }),
} satisfies Changes<Returns>;

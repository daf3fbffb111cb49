import type { FactOf, OrderFact } from '@tributary/contracts';
import { OrderedMap, Set as ImmutableSet } from 'immutable';
import type { Changes } from '../order-event.ts';

/** What came back, and what may. */
export interface Returns {
  /** Returns taken back so far, by the id their system gave them. */
  readonly returnIds: ImmutableSet<string>;
  /** Lines that may come back, by the return that was authorised for them, until it does or is called off. */
  readonly authorised: OrderedMap<string, AuthorisedLines>;
  /** Returns that were called off: their names are used. */
  readonly calledOff: ImmutableSet<string>;
}

export type AuthorisedLines = FactOf<OrderFact, 'tributary.order.return-authorised.v1'>['data']['lines'];

export const noReturns: Returns = {
  returnIds: ImmutableSet(),
  authorised: OrderedMap(),
  calledOff: ImmutableSet(),
};

/** Units of a line that may come back by returns that are authorised. */
export const authorisedUnits = ({ authorised }: Returns, lineId: string): number =>
  [...authorised.values()]
    .flat()
    .filter((line) => line.lineId === lineId)
    .reduce((sum, { quantity }) => sum + quantity, 0);

export const isKnownReturn = ({ returnIds, authorised, calledOff }: Returns, returnId: string): boolean =>
  returnIds.has(returnId) || authorised.has(returnId) || calledOff.has(returnId);

export const returnChanges = {
  'tributary.order.return-authorised.v1': ({ authorised }, { data: { returnId, lines } }) => ({
    authorised: authorised.set(returnId, lines),
  }),
  'tributary.order.return-called-off.v1': ({ authorised, calledOff }, { data: { returnId } }) => ({
    authorised: authorised.remove(returnId),
    calledOff: calledOff.add(returnId),
  }),
  'tributary.order.returned.v1': ({ returnIds, authorised }, { data: { returnId } }) => ({
    returnIds: returnIds.add(returnId),
    authorised: authorised.remove(returnId),
  }),
} satisfies Changes<Returns>;

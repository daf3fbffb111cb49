import { List, Map as ImmutableMap } from 'immutable';
import type { Block } from './movement-blocks.ts';
import { OpenReservations, type Reservation } from './open-reservations.ts';
import type { Missed, Stock } from './stock.ts';

/** To be raised whenever `evolve` or what it makes changes: what was kept before is not read any more. */
export const keptShape = 2;

/** A ledger's state as plain JSON. */
export interface KeptStock extends Omit<Stock, 'reservations' | 'missed' | 'movements'> {
  /** In the order they were made. */
  readonly reservations: readonly Reservation[];
  readonly missed: readonly (readonly [reservationId: string, missed: Missed])[];
  readonly movements: { readonly full: readonly Block[]; readonly last: Block };
}

/** The same text for the same state. */
export const keptOf = ({ reservations, missed, movements, ...figures }: Stock): KeptStock => ({
  ...figures,
  reservations: reservations.values(),
  missed: [...missed].toSorted(([one], [other]) => (one < other ? -1 : 1)),
  movements: { full: [...movements.full], last: movements.last },
});

export const stockOf = ({ reservations, missed, movements, ...figures }: KeptStock): Stock => ({
  ...figures,
  reservations: OpenReservations.of(reservations),
  missed: ImmutableMap(missed),
  movements: { full: List(movements.full), last: movements.last },
});

import { Map as ImmutableMap } from 'immutable';
import {
  type InventoryFact,
  type LocationId,
  type Sku,
  issuedOfReserved,
  placeKeyOf,
  stockChangeOf,
} from '@tributary/contracts';
import { type Decision, type Fold, type Refusal, accept, refuse } from '@tributary/event-store';
import { remembering } from './counts.ts';
import { type MovementBlocks, noMovements, withEntry } from './movement-blocks.ts';
import { OpenReservations, type Reservation } from './open-reservations.ts';

export type { Reservation } from './open-reservations.ts';

/** One SKU at one location. On hand is the sum of the ledger; reserved never exceeds what is on hand. */
export interface Stock {
  readonly onHand: number;
  readonly reserved: number;
  readonly reservations: OpenReservations;
  /** By reservation: units a short pick took out of the ledger, to be put back should they have left after all. */
  readonly missed: ImmutableMap<string, Missed>;
  /** Latest time a movement happened, UTC ISO 8601; a count as of an earlier time must look back. */
  readonly lastMovementAt: string;
  /** What moved when, so that neither a count as of an earlier time nor a figure of then reads the ledger whole. */
  readonly movements: MovementBlocks;
  /** The latest moments that counts stand for, oldest first: what happened before one and is told after it is in it. */
  readonly counts: readonly string[];
}

export interface Missed {
  readonly quantity: number;
  /** When the first of them were, UTC ISO 8601. */
  readonly at: string;
}

export interface Place {
  readonly sku: Sku;
  readonly location: LocationId;
}

export const noStock: Stock = {
  onHand: 0,
  reserved: 0,
  reservations: OpenReservations.none,
  missed: ImmutableMap(),
  lastMovementAt: '',
  movements: noMovements,
  counts: [],
};

export const streamOf = ({ sku, location }: Place): string => `stock-${placeKeyOf(sku, location)}`;

/** What may still be reserved or sold. */
export const available = (stock: Stock): number => Math.max(0, stock.onHand - stock.reserved);

export type StockFact = Extract<InventoryFact, { type: `tributary.inventory.${string}` }> & {
  readonly time?: string;
};
export type Movement = Extract<StockFact, { data: { delta: number } }>;

/** Refused when less is available than asked for: this, at the expected version, is what forbids an oversale. */
export const reserve = (
  place: Place,
  reservation: Reservation,
  stock: Stock,
): Decision<StockFact, Refusal & { code: 'not-enough-stock'; details: { available: number } }> => {
  const left = available(stock);
  return left >= reservation.quantity
    ? accept<StockFact>({ type: 'tributary.inventory.reserved.v1', data: { ...place, ...reservation } })
    : refuse({
        code: 'not-enough-stock',
        reason: `${left} of ${place.sku} can be reserved at ${place.location}.`,
        details: { available: left },
      });
};

/** Ends a reservation, or a part of it, by its name. One that has ended already stays as it is. */
export const release = (
  place: Place,
  reservationId: string,
  quantity: number,
  reason: string,
  stock: Stock,
): StockFact[] => {
  const open = stock.reservations.get(reservationId);
  return open
    ? [
        {
          type: 'tributary.inventory.released.v1',
          data: { ...place, ...open, quantity: Math.min(quantity, open.quantity), reason },
        },
      ]
    : [];
};

export const evolve = (stock: Stock, fact: StockFact): Stock => ({
  ...changed(stock, fact),
  movements: withEntry(stock.movements, { ...fact, reserved: stockChangeOf(fact)?.reserved ?? 0 }),
});

const changed = (stock: Stock, fact: StockFact): Stock => {
  switch (fact.type) {
    case 'tributary.inventory.reserved.v1':
      return withReservation(stock, fact.data);
    case 'tributary.inventory.released.v1':
    case 'tributary.inventory.reservation-broken.v1':
      return withoutReserved(stock, fact.data.reservationId, fact.data.quantity);
    case 'tributary.inventory.issued.v1':
      return moved(withoutReserved(stock, fact.data.reservationId, issuedOfReserved(fact.data)), fact);
    case 'tributary.inventory.counted.v1':
      return { ...moved(stock, fact), counts: remembering(stock.counts, fact.time ?? fact.data.countedAt) };
    case 'tributary.inventory.adjusted.v1':
      return withMissed(moved(stock, fact), fact);
    case 'tributary.inventory.count-restated.v1':
    case 'tributary.inventory.received.v1':
    case 'tributary.inventory.sold.v1':
    case 'tributary.inventory.moved-out.v1':
    case 'tributary.inventory.moved-in.v1':
    case 'tributary.inventory.returned.v1':
      return moved(stock, fact);
    case 'tributary.inventory.supply-expected.v1':
    case 'tributary.inventory.fact-ignored.v1':
      return stock;
    default:
      return fact satisfies never;
  }
};

export const stockFold: Fold<StockFact, Stock> = { initialState: noStock, evolve };

const latest = (a: string, b: string): string => (a > b ? a : b);

const moved = (stock: Stock, { data, time = '' }: Movement): Stock => ({
  ...stock,
  onHand: stock.onHand + data.delta,
  lastMovementAt: latest(stock.lastMovementAt, time),
});

const withMissed = (
  stock: Stock,
  { data: { missedOf, delta }, time = '' }: Extract<StockFact, { type: 'tributary.inventory.adjusted.v1' }>,
): Stock => {
  if (missedOf === undefined) return stock;
  const before = stock.missed.get(missedOf);
  const quantity = (before?.quantity ?? 0) - delta;
  const missed =
    quantity > 0
      ? stock.missed.set(missedOf, { quantity, at: before?.at ?? time })
      : stock.missed.delete(missedOf);
  return { ...stock, missed };
};

const withReservation = (stock: Stock, reservation: Reservation): Stock => {
  const before = stock.reservations.get(reservation.reservationId)?.quantity ?? 0;
  const reservations = stock.reservations.with({
    ...reservation,
    quantity: before + reservation.quantity,
  });
  return { ...stock, reserved: stock.reserved + reservation.quantity, reservations };
};

const withoutReserved = (stock: Stock, reservationId: string, quantity: number): Stock => {
  const open = stock.reservations.get(reservationId);
  if (!open) return stock;
  const taken = Math.min(quantity, open.quantity);
  const reservations =
    taken === open.quantity
      ? stock.reservations.without(reservationId)
      : stock.reservations.with({ ...open, quantity: open.quantity - taken });
  return { ...stock, reserved: stock.reserved - taken, reservations };
};

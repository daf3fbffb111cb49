import { OrderedMap } from 'immutable';
import type { InventoryFact, LocationId, OrderId, Sku } from '@tributary/contracts';
import { type Decision, type Fold, type Refusal, accept, refuse } from '@tributary/event-store';

/** One SKU at one location. On hand is the sum of the ledger; reserved never exceeds what is on hand. */
export interface Stock {
  readonly onHand: number;
  readonly reserved: number;
  /** Open reservations by name, in the order they were made. */
  readonly reservations: OrderedMap<string, Reservation>;
  /** Latest time a movement happened, UTC ISO 8601; a count as of an earlier time must look back. */
  readonly lastMovementAt: string;
  /** Latest moment a count stands for, UTC ISO 8601; an older count told later adds nothing to it. */
  readonly lastCountedAt: string;
}

export interface Reservation {
  readonly reservationId: string;
  readonly orderId: OrderId;
  readonly fulfilmentId: string;
  readonly lineId: string;
  readonly quantity: number;
}

export interface Place {
  readonly sku: Sku;
  readonly location: LocationId;
}

export const noStock: Stock = {
  onHand: 0,
  reserved: 0,
  reservations: OrderedMap(),
  lastMovementAt: '',
  lastCountedAt: '',
};

export const streamOf = ({ sku, location }: Place): string => `stock-${sku}@${location}`;

/** What may still be reserved or sold. */
export const available = (stock: Stock): number => Math.max(0, stock.onHand - stock.reserved);

export type StockFact = Extract<InventoryFact, { type: `tributary.inventory.${string}` }> & {
  readonly time?: string;
};
type Movement = Extract<StockFact, { data: { delta: number } }>;

export const receive = (place: Place, quantity: number, purchaseOrder?: string): StockFact => ({
  type: 'tributary.inventory.received.v1',
  data: { ...place, delta: quantity, ...(purchaseOrder && { purchaseOrder }) },
});

/**
 * A count is true as of its own time: the difference it found then is applied now, and movements
 * that happened after it stay on top. A newer count stands: an older one told after it is only kept.
 * @param countedAt UTC ISO 8601; also when the fact happened, so that another late count sees it in its place
 * @param onHandThen on hand as of `countedAt`, by the ledger
 */
export const count = (
  place: Place,
  counted: number,
  countedAt: string,
  onHandThen: number,
  stock: Stock,
): StockFact[] =>
  keepingPromises(stock, 'counted fewer than promised', {
    type: 'tributary.inventory.counted.v1',
    data: { ...place, counted, countedAt, delta: countedAt < stock.lastCountedAt ? 0 : counted - onHandThen },
    time: countedAt,
  });

export const adjust = (place: Place, delta: number, reason: string, stock: Stock): StockFact[] =>
  keepingPromises(stock, `adjusted: ${reason}`, {
    type: 'tributary.inventory.adjusted.v1',
    data: { ...place, delta, reason },
  });

/** A till sale has happened and is never refused: at most it takes goods that were promised elsewhere. */
export const sell = (
  place: Place,
  quantity: number,
  orderId: OrderId,
  lineId: string,
  stock: Stock,
): StockFact[] =>
  keepingPromises(stock, 'sold over the counter', {
    type: 'tributary.inventory.sold.v1',
    data: { ...place, delta: -quantity, orderId, lineId },
  });

export const moveOut = (
  place: Place,
  quantity: number,
  to: LocationId,
  reason: string | undefined,
  stock: Stock,
): StockFact[] =>
  keepingPromises(stock, `moved to ${to}`, {
    type: 'tributary.inventory.moved-out.v1',
    data: { ...place, delta: -quantity, to, ...(reason && { reason }) },
  });

export const moveIn = (
  place: Place,
  quantity: number,
  from: LocationId,
  reason: string | undefined,
): StockFact => ({
  type: 'tributary.inventory.moved-in.v1',
  data: { ...place, delta: quantity, from, ...(reason && { reason }) },
});

/** Goods that came back and may be sold again. */
export const takeBack = (
  place: Place,
  quantity: number,
  returnId: string,
  orderId?: OrderId,
  lineId?: string,
): StockFact => ({
  type: 'tributary.inventory.returned.v1',
  data: { ...place, delta: quantity, returnId, ...(orderId && { orderId }), ...(lineId && { lineId }) },
});

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

/**
 * Goods left the location for an order. They come out of the named reservation; whatever it does
 * not cover (it was broken, or a scan came late) leaves all the same, because it has happened.
 */
export const issue = (place: Place, goods: Reservation, stock: Stock): StockFact[] => {
  const reserved = Math.min(goods.quantity, stock.reservations.get(goods.reservationId)?.quantity ?? 0);
  const facts: StockFact[] = [];
  let current = stock;
  const record = (more: readonly StockFact[]) => {
    facts.push(...more);
    current = more.reduce(evolve, current);
  };
  if (reserved > 0) record([issued(place, { ...goods, quantity: reserved })]);
  const beyond = goods.quantity - reserved;
  if (beyond > 0) {
    record(
      keepingPromises(current, 'left for another order', {
        type: 'tributary.inventory.adjusted.v1',
        data: { ...place, delta: -beyond, reason: `issued for ${goods.orderId} beyond its reservation` },
      }),
    );
  }
  return facts;
};

const issued = (place: Place, goods: Reservation): StockFact => ({
  type: 'tributary.inventory.issued.v1',
  data: { ...place, ...goods, delta: -goods.quantity },
});

/**
 * A movement that takes goods below what is promised first breaks the newest promises, so that
 * reserved ≤ on hand holds at every position of the log and the orders concerned are told.
 */
const keepingPromises = (stock: Stock, reason: string, movement: Movement): StockFact[] => {
  const { sku, location } = movement.data;
  let missing = stock.reserved - Math.max(0, stock.onHand + movement.data.delta);
  const broken: StockFact[] = [];
  for (const reservation of [...stock.reservations.values()].reverse()) {
    if (missing <= 0) break;
    const quantity = Math.min(missing, reservation.quantity);
    missing -= quantity;
    broken.push({
      type: 'tributary.inventory.reservation-broken.v1',
      data: { sku, location, ...reservation, quantity, reason },
    });
  }
  return [...broken, movement];
};

export const evolve = (stock: Stock, fact: StockFact): Stock => {
  switch (fact.type) {
    case 'tributary.inventory.reserved.v1':
      return withReservation(stock, { ...reservationOf(fact.data), quantity: fact.data.quantity });
    case 'tributary.inventory.released.v1':
    case 'tributary.inventory.reservation-broken.v1':
      return withoutReserved(stock, fact.data.reservationId, fact.data.quantity);
    case 'tributary.inventory.issued.v1':
      return moved(withoutReserved(stock, fact.data.reservationId, fact.data.quantity), fact);
    case 'tributary.inventory.counted.v1':
      return { ...moved(stock, fact), lastCountedAt: latest(stock.lastCountedAt, fact.data.countedAt) };
    case 'tributary.inventory.received.v1':
    case 'tributary.inventory.adjusted.v1':
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

const reservationOf = ({
  reservationId,
  orderId,
  fulfilmentId,
  lineId,
  quantity,
}: Reservation): Reservation => ({
  reservationId,
  orderId,
  fulfilmentId,
  lineId,
  quantity,
});

const latest = (a: string, b: string): string => (a > b ? a : b);

const moved = (stock: Stock, { data, time = '' }: Movement): Stock => ({
  ...stock,
  onHand: stock.onHand + data.delta,
  lastMovementAt: latest(stock.lastMovementAt, time),
});

const withReservation = (stock: Stock, reservation: Reservation): Stock => {
  const before = stock.reservations.get(reservation.reservationId)?.quantity ?? 0;
  const reservations = stock.reservations.set(reservation.reservationId, {
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
      ? stock.reservations.delete(reservationId)
      : stock.reservations.set(reservationId, { ...open, quantity: open.quantity - taken });
  return { ...stock, reserved: stock.reserved - taken, reservations };
};

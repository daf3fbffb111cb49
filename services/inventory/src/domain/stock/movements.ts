import {
  type FactOf,
  type OrderFact,
  type LocationId,
  type OrderId,
  type OrderPlaced,
  issuedOfReserved,
} from '@tributary/contracts';
import { type Count, firstCountAfter } from './counts.ts';
import { type Movement, type Place, type Reservation, type Stock, type StockFact, evolve } from './stock.ts';

/**
 * What moves goods in or out of a ledger. Each rule is handed the time it happened, UTC ISO 8601, and
 * the ledger as it is when that is told.
 */
export const receive = (
  place: Place,
  quantity: number,
  purchaseOrder: string | undefined,
  at: string,
  stock: Stock,
): StockFact[] =>
  inItsTime(stock, at, 'received', {
    type: 'tributary.inventory.received.v1',
    data: { ...place, delta: quantity, ...(purchaseOrder && { purchaseOrder }) },
  });

/**
 * A count is true as of its own moment: the difference it found then is applied now, and what moved
 * after it stays on top. A count of a later moment stands: it takes the difference back at its own.
 * The fact happens at that moment, so that whatever is told late finds the count in its place.
 * @param onHandThen on hand as of that moment, by the ledger
 */
export const count = (
  place: Place,
  { counted, countedAt, asOf, reason }: Count,
  onHandThen: number,
  stock: Stock,
): StockFact[] =>
  inItsTime(stock, asOf, 'counted fewer than promised', {
    type: 'tributary.inventory.counted.v1',
    data: { ...place, counted, countedAt, delta: counted - onHandThen, ...(reason && { reason }) },
    time: asOf,
  });

export const adjust = (place: Place, delta: number, reason: string, at: string, stock: Stock): StockFact[] =>
  inItsTime(stock, at, `adjusted: ${reason}`, {
    type: 'tributary.inventory.adjusted.v1',
    data: { ...place, delta, reason },
  });

/** The goods of a till sale, which its customer took along; of any other order nothing has left yet. */
export const carriedOut = ({ kind, location, lines }: OrderPlaced) =>
  kind === 'sale' && location
    ? lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity, location }))
    : [];

type CameBack = FactOf<OrderFact, 'tributary.order.returned.v1' | 'tributary.return.unmatched.v1'>['data'];

/**
 * What came back to a location and may be sold again, of an order that is known or of none: damaged goods,
 * or goods nobody can place, are in no ledger.
 */
export const backForSale = ({ location, lines }: CameBack) =>
  location
    ? lines
        .filter(({ disposition }) => disposition === 'restock')
        .map(({ sku, quantity, ...line }) => ({
          ...('lineId' in line && { lineId: line.lineId }),
          sku,
          quantity,
          location,
        }))
    : [];

/** A till sale has happened and is never refused: at most it takes goods that were promised elsewhere. */
export const sell = (
  place: Place,
  quantity: number,
  { orderId, lineId }: { readonly orderId: OrderId; readonly lineId: string },
  at: string,
  stock: Stock,
): StockFact[] =>
  inItsTime(stock, at, 'sold over the counter', {
    type: 'tributary.inventory.sold.v1',
    data: { ...place, delta: -quantity, orderId, lineId },
  });

export const moveOut = (
  place: Place,
  quantity: number,
  { to, reason }: { readonly to: LocationId; readonly reason?: string | undefined },
  at: string,
  stock: Stock,
): StockFact[] =>
  inItsTime(stock, at, `moved to ${to}`, {
    type: 'tributary.inventory.moved-out.v1',
    data: { ...place, delta: -quantity, to, ...(reason && { reason }) },
  });

export const moveIn = (
  place: Place,
  quantity: number,
  { from, reason }: { readonly from: LocationId; readonly reason?: string | undefined },
  at: string,
  stock: Stock,
): StockFact[] =>
  inItsTime(stock, at, `moved from ${from}`, {
    type: 'tributary.inventory.moved-in.v1',
    data: { ...place, delta: quantity, from, ...(reason && { reason }) },
  });

/** Which return, and of what, as far as that is known. */
interface ReturnedFrom {
  readonly returnId: string;
  readonly orderId?: OrderId | undefined;
  readonly lineId?: string | undefined;
}

/** Goods that came back and may be sold again. */
export const takeBack = (
  place: Place,
  quantity: number,
  { returnId, orderId, lineId }: ReturnedFrom,
  at: string,
  stock: Stock,
): StockFact[] =>
  inItsTime(stock, at, 'taken back', {
    type: 'tributary.inventory.returned.v1',
    data: { ...place, delta: quantity, returnId, ...(orderId && { orderId }), ...(lineId && { lineId }) },
  });

/** Goods of a reservation that were not where they should be. */
export const miss = (
  place: Place,
  { reservationId, quantity }: Pick<Reservation, 'reservationId' | 'quantity'>,
  reason: string,
  at: string,
  stock: Stock,
): StockFact[] =>
  inItsTime(stock, at, `adjusted: ${reason}`, {
    type: 'tributary.inventory.adjusted.v1',
    data: { ...place, delta: -quantity, reason, missedOf: reservationId },
  });

/**
 * Goods left the location for an order. They come out of the named reservation; whatever it does
 * not cover (it was released or broken, or a scan came late) leaves all the same, because it has happened.
 *
 * Units that a short pick had reported missing, and took out of the ledger, were there: the short
 * pick is taken back at its own moment, and then they are issued like others. So no unit is taken out
 * twice, and a count between the two finds the ledger as it was.
 * @param shorted of the goods, those that a short pick had reported missing
 */
export const issue = (
  place: Place,
  goods: Reservation,
  at: string,
  stock: Stock,
  shorted = 0,
): StockFact[] => {
  const found = foundAfterAll(place, goods, shorted, stock);
  const current = found.reduce(evolve, stock);
  const reserved = Math.min(goods.quantity, stock.reservations.get(goods.reservationId)?.quantity ?? 0);
  const beyond = goods.quantity - reserved;
  const issued: Movement = {
    type: 'tributary.inventory.issued.v1',
    data: { ...place, ...goods, delta: -goods.quantity, ...(beyond > 0 && { beyond }) },
  };
  return [...found, ...inItsTime(current, at, 'left for another order', issued)];
};

const foundAfterAll = (
  place: Place,
  { reservationId, orderId }: Reservation,
  shorted: number,
  stock: Stock,
): StockFact[] => {
  const missed = stock.missed.get(reservationId);
  const quantity = Math.min(shorted, missed?.quantity ?? 0);
  if (!missed || quantity === 0) return [];
  const reason = `short pick taken back: it left for ${orderId}`;
  return inItsTime(stock, missed.at, reason, {
    type: 'tributary.inventory.adjusted.v1',
    data: { ...place, delta: quantity, reason, missedOf: reservationId },
    ...(missed.at && { time: missed.at }),
  });
};

/**
 * Puts a movement where it happened. One that a count saw already changes nothing from that count on:
 * both are kept, and the count's correction is restated by as much. What adds comes first, so that
 * reserved ≤ on hand holds in between and no promise is broken for goods that were never missing.
 */
const inItsTime = (stock: Stock, at: string, reason: string, movement: Movement): StockFact[] => {
  const seenBy = firstCountAfter(stock.counts, at);
  if (seenBy === undefined) return keepingPromises(stock, reason, movement);
  const { sku, location, delta } = movement.data;
  const late = { ...movement, data: { ...movement.data, late: true } } as Movement;
  if (delta === 0) return [late];
  const restated: StockFact = {
    type: 'tributary.inventory.count-restated.v1',
    data: { sku, location, countedAt: seenBy, delta: -delta, toldLate: movement.type },
    time: seenBy,
  };
  return delta > 0 ? [late, restated] : [restated, late];
};

/**
 * A movement that takes goods below what is promised first breaks the newest promises, so that
 * reserved ≤ on hand holds at every position of the log and the orders concerned are told.
 */
const keepingPromises = (stock: Stock, reason: string, movement: Movement): StockFact[] => {
  const { sku, location } = movement.data;
  // Goods that leave out of a reservation take their promise with them.
  const leaving = movement.type === 'tributary.inventory.issued.v1' ? issuedOfReserved(movement.data) : 0;
  let missing = stock.reserved - leaving - Math.max(0, stock.onHand + movement.data.delta);
  if (missing <= 0) return [movement];
  const broken: StockFact[] = [];
  for (const reservation of stock.reservations.values().toReversed()) {
    if (missing <= 0) break;
    const own = movement.type === 'tributary.inventory.issued.v1' && movement.data.reservationId;
    const breakable = reservation.quantity - (reservation.reservationId === own ? leaving : 0);
    const quantity = Math.min(missing, breakable);
    if (quantity <= 0) continue;
    missing -= quantity;
    broken.push({
      type: 'tributary.inventory.reservation-broken.v1',
      data: { sku, location, ...reservation, quantity, reason },
    });
  }
  return [...broken, movement];
};

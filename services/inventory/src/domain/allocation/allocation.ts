import {
  type Fulfilment,
  type InventoryFact,
  type OrderFact,
  type OrderId,
  allThatLeft,
  joinedNames,
} from '@tributary/contracts';
import type { Change, Outcome } from '@tributary/event-store';
import {
  type Place,
  type Reservation,
  type Stock,
  type StockFact,
  available,
  evolve,
  noStock,
  release,
  reserve,
  streamOf,
} from '../stock/stock.ts';

/** A sourcing decision asks for these goods, all or nothing. */
export interface AllocationRequest {
  readonly orderId: OrderId;
  readonly decisionId: string;
  readonly attempt: number;
  readonly fulfilments: readonly Fulfilment[];
}

export type AllocationFact = Extract<InventoryFact, { type: `tributary.allocation.${string}` }>;

export const reservationIdOf = (orderId: string, fulfilmentId: string, lineId: string): string =>
  joinedNames('/', orderId, fulfilmentId, lineId);

export const allocationStreamOf = (orderId: string): string => `allocation-${orderId}`;

interface Wanted {
  readonly place: Place;
  readonly reservation: Reservation;
}

const wantedBy = ({ orderId, fulfilments }: AllocationRequest): Wanted[] =>
  fulfilments.flatMap(({ fulfilmentId, location, lines }) =>
    lines.map(({ lineId, sku, quantity }) => ({
      place: { sku, location },
      reservation: {
        reservationId: reservationIdOf(orderId, fulfilmentId, lineId),
        orderId,
        fulfilmentId,
        lineId,
        quantity,
      },
    })),
  );

/** The stock streams an allocation touches, each once. */
export const streamsOf = (request: AllocationRequest): string[] => [
  ...new Set(wantedBy(request).map(({ place }) => streamOf(place))),
];

/**
 * Reserves everything a decision asks for, or nothing: either all reservations and the answer
 * `allocation.reserved`, or only the answer `allocation.refused` with what was short.
 * @param stocks states of `streamsOf(request)`, by stream
 */
export const allocate = (
  request: AllocationRequest,
  stocks: ReadonlyMap<string, Stock>,
): Outcome<StockFact, never> => {
  const reserved: Change<StockFact>[] = [];
  const short: Short[] = [];
  for (const [stream, wanted] of Map.groupBy(wantedBy(request), ({ place }) => streamOf(place))) {
    const held = reserveAll(wanted, stocks.get(stream) ?? noStock);
    if (held.short) short.push(held.short);
    else reserved.push({ stream, events: held.events });
  }
  const { orderId, decisionId, attempt } = request;
  const answer: AllocationFact =
    short.length > 0
      ? { type: 'tributary.allocation.refused.v1', data: { orderId, decisionId, attempt, short } }
      : {
          type: 'tributary.allocation.reserved.v1',
          data: { orderId, decisionId, attempt, fulfilments: [...request.fulfilments] },
        };
  return {
    accepted: true,
    changes: [
      ...(short.length > 0 ? [] : reserved),
      { stream: allocationStreamOf(orderId), events: [answer], unordered: true },
    ],
  };
};

interface Short extends Place {
  readonly requested: number;
  readonly available: number;
}

/** Everything wanted of one ledger, each line on top of the ones before; or what all of them ask for and what there is. */
const reserveAll = (wanted: readonly Wanted[], stock: Stock): { events: StockFact[]; short?: Short } => {
  const events: StockFact[] = [];
  let current = stock;
  for (const { place, reservation } of wanted) {
    const decision = reserve(place, reservation, current);
    if (!decision.accepted) {
      const requested = wanted.reduce((sum, one) => sum + one.reservation.quantity, 0);
      return { events: [], short: { ...place, requested, available: available(stock) } };
    }
    events.push(...decision.events);
    current = decision.events.reduce(evolve, current);
  }
  return { events };
};

/** For each reservation that these changes break, the news in its order's allocation stream. */
export const brokenBy = (changes: readonly Change[]): Change<AllocationFact>[] =>
  changes
    .flatMap(({ events }) => events as readonly InventoryFact[])
    .flatMap((fact) => {
      if (fact.type !== 'tributary.inventory.reservation-broken.v1') return [];
      const { reservationId: _, ...lost } = fact.data;
      const told: AllocationFact = { type: 'tributary.allocation.broken.v1', data: lost };
      return [{ stream: allocationStreamOf(lost.orderId), events: [told], unordered: true }];
    });

/** A quantity held for an order's line at a location, to be given up or handed out. */
export interface HeldGoods extends Place {
  readonly fulfilmentId: string;
  readonly lineId: string;
  readonly quantity: number;
}

/** Applies one rule to each held quantity in turn and gathers the facts by stream. */
export const changesFor = <G extends Place>(
  goods: readonly G[],
  stocks: ReadonlyMap<string, Stock>,
  rule: (held: G, stock: Stock) => readonly StockFact[],
): Change<StockFact>[] => {
  const current = new Map(stocks);
  const changes = new Map<string, StockFact[]>();
  for (const held of goods) {
    const stream = streamOf(held);
    const stock = current.get(stream) ?? noStock;
    const facts = rule(held, stock);
    current.set(stream, facts.reduce(evolve, stock));
    changes.set(stream, [...(changes.get(stream) ?? []), ...facts]);
  }
  return [...changes].map(([stream, events]) => ({ stream, events }));
};

export const releaseHeld = (orderId: string, reason: string) => (held: HeldGoods, stock: Stock) =>
  release(
    placeOf(held),
    reservationIdOf(orderId, held.fulfilmentId, held.lineId),
    held.quantity,
    reason,
    stock,
  );

type Left = Extract<OrderFact, { type: `tributary.order.${'shipped' | 'handed-over'}.v1` }>['data'];

/**
 * What left our stock for an order: each line once, with what of it a short pick had reported missing.
 * Nothing where no location is told: another system sent goods that are in no ledger of ours.
 */
export const goodsLeft = (left: Left): (HeldGoods & { readonly shorted: number })[] => {
  const { location, fulfilmentId } = left;
  if (!location) return [];
  return allThatLeft(left).map((line) => ({
    ...line,
    location,
    fulfilmentId,
    shorted: (left.beyond ?? [])
      .filter(({ lineId, because }) => lineId === line.lineId && because === 'short')
      .reduce((sum, { quantity }) => sum + quantity, 0),
  }));
};

export const placeOf = ({ sku, location }: Place): Place => ({ sku, location });

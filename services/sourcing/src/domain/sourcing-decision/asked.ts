import {
  type Address,
  type FactOf,
  type Fulfilment,
  type LocationId,
  type Method,
  type OrderFact,
  type OrderId,
  type OrderPlaced,
  type PlacedLine,
  type SourcingDecided,
  type SourcingRequest,
  changeMethods,
  withChangedLines,
} from '@tributary/contracts';
import { type Decision, type Refusal, accept, refuse } from '@tributary/event-store';
import type { Network } from '../network/network.ts';
import { type StockLevels, withUnits } from './candidates.ts';
import { decideSourcing, deferSourcing } from './decide-sourcing.ts';
import {
  type LineQuantity,
  type Short,
  type Sourcing,
  type SourcingEvent,
  beingServed,
  decisionIdOf,
  maxTries,
  wasTaken,
} from './sourcing.ts';

/** What a decision is taken on, besides what was asked. */
export interface Known {
  readonly network: Network;
  readonly levels: StockLevels;
}

type Decided = Extract<SourcingEvent, { type: 'tributary.sourcing.decided.v1' }>;

interface Asked {
  readonly cause: SourcingDecided['cause'];
  readonly request: SourcingRequest;
  readonly excluded: readonly LocationId[];
  /** The refused decision that this one answers. */
  readonly answers?: string;
}

/**
 * An order is sourced when it is placed; not when its goods have left already (a till sale), not when
 * another system decides where it is served from, and not when it is imported: its own history tells
 * what became of it.
 */
export const sourceFirst = (
  order: OrderPlaced,
  { placedAt, imported }: { readonly placedAt: string; readonly imported: boolean },
  sourcing: Sourcing,
  known: Known,
): SourcingEvent[] =>
  imported || order.sourcing === 'elsewhere' || order.completedAt !== undefined
    ? []
    : [
        ...(order.holds ? [pausing(order.orderId)] : []),
        ...decided(
          order.orderId,
          { cause: 'placed', request: requestOf(order, placedAt), excluded: sourcing.excluded },
          { ...sourcing, paused: order.holds !== undefined },
          known,
        ),
      ];

/** The order was changed: it is asked for as it is now, and what is more of it, or goes another way, is sourced. */
export const sourceChanged = (
  { orderId, lines, toSource, shipTo }: OrderChanged,
  sourcing: Sourcing,
  known: Known,
): SourcingEvent[] => {
  if (!sourcing.request) return [];
  const request = {
    ...sourcing.request,
    ...(shipTo && { shipTo: destinationOf(shipTo) }),
    lines: [
      ...withChangedLines(sourcing.request.lines, lines, {
        known: (_, now) => asRequested(now),
        joining: asRequested,
      }),
    ],
  };
  const asked = { ...request, lines: linesOf(request, toSource) };
  return [
    { type: 'tributary.sourcing.request-changed.v1', data: { orderId, request } },
    ...decided(orderId, { cause: 'changed', request: asked, excluded: sourcing.excluded }, sourcing, known),
  ];
};

export type OrderChanged = FactOf<OrderFact, 'tributary.order.changed.v1'>['data'];

/** An order that was never asked for here is held elsewhere. */
export const pause = (orderId: OrderId, { request, paused }: Sourcing): SourcingEvent[] =>
  request && !paused ? [pausing(orderId)] : [];

const pausing = (orderId: OrderId): SourcingEvent => ({
  type: 'tributary.sourcing.paused.v1',
  data: { orderId },
});

/** When nothing holds the order any more, what is open of it is sourced, as far as it waits for nothing else. */
export const resume = (
  { orderId, stillHeld, toSource = [] }: HoldReleased,
  sourcing: Sourcing,
  known: Known,
): SourcingEvent[] => {
  if (!sourcing.request || !sourcing.paused || stillHeld) return [];
  const request = { ...sourcing.request, lines: linesOf(sourcing.request, toSource) };
  const asked: Asked = { cause: 'released', request, excluded: sourcing.excluded };
  return [
    { type: 'tributary.sourcing.resumed.v1', data: { orderId } },
    ...decided(orderId, asked, { ...sourcing, paused: false }, known),
  ];
};

export type HoldReleased = FactOf<OrderFact, 'tributary.order.hold-released.v1'>['data'];

/**
 * Inventory had less than a plan took: exactly that decision's lines again, whatever was decided
 * since, believing what inventory said. A decision that was answered before is not answered again.
 */
export const answerRefusal = (
  refused: { readonly orderId: OrderId; readonly decisionId: string; readonly short: readonly Short[] },
  sourcing: Sourcing,
  known: Known,
): Decision<SourcingEvent, Refusal> => {
  const { orderId, decisionId, short } = refused;
  const decision = sourcing.open.get(decisionId);
  if (!sourcing.request || !decision) {
    if (wasTaken(orderId, decisionId, sourcing)) return accept();
    return refuse({ code: 'unknown-decision', reason: `Decision ${decisionId} was never taken.` });
  }
  const lines = linesOf(sourcing.request, decision.lines);
  const again = { request: { ...sourcing.request, lines }, excluded: sourcing.excluded, answers: decisionId };
  // Tried so often in a row, stock is being fought over: the order waits rather than tries for ever.
  const levels =
    decision.tries < maxTries ? atMost(short, known.levels) : () => new Map<LocationId, number>();
  const world = { ...known, levels };
  if (decision.cause !== 'backorder')
    return accept(...decided(orderId, { ...again, cause: 'refused' }, sourcing, world));
  // It waits as it did before; that is not told a second time.
  const served = planned(orderId, { ...again, cause: 'backorder' }, sourcing, world);
  return accept(...(served.length > 0 ? served : settle(orderId, decisionId, 'refused', sourcing)));
};

/** Units of the order that wait for stock, asked for as far as there is any now; nothing is recorded when there is none. */
export const sourceWaiting = (
  orderId: OrderId,
  waiting: readonly LineQuantity[],
  /** Goods came in there, whatever it could not serve before. */
  restocked: ReadonlySet<LocationId>,
  sourcing: Sourcing,
  known: Known,
  /** The refused decision that served them in vain. */
  answers?: string,
): Decided[] => {
  if (!sourcing.request || sourcing.paused) return [];
  const open = waiting
    .map((line) => ({ ...line, quantity: line.quantity - beingServed(sourcing, line.lineId) }))
    .filter(({ quantity }) => quantity > 0);
  const request = { ...sourcing.request, lines: linesOf(sourcing.request, open) };
  const excluded = sourcing.excluded.filter((location) => !restocked.has(location));
  return planned(
    orderId,
    { cause: 'backorder', request, excluded, ...(answers !== undefined && { answers }) },
    sourcing,
    known,
  );
};

/**
 * What a refused decision served in vain, once more by levels that are known since: what came in while
 * it was being served was given to nobody. It ends: each is one more try in the row of the refused one,
 * so levels that stay wrong, or stock that others are always first to get, are asked for `maxTries` times
 * and then no more until something else raises what can be sold.
 */
export const serveRefused = (
  { orderId, decisionId }: { readonly orderId: OrderId; readonly decisionId: string },
  waiting: readonly LineQuantity[],
  sourcing: Sourcing,
  known: Known,
): Decided[] => {
  const tries = sourcing.refused.get(decisionId)?.tries ?? maxTries;
  return tries < maxTries ? sourceWaiting(orderId, waiting, new Set(), sourcing, known, decisionId) : [];
};

/** What a waiting order would get if it were its turn: what it has been promised before others. */
export const wouldGet = (
  orderId: OrderId,
  waiting: readonly LineQuantity[],
  restocked: ReadonlySet<LocationId>,
  sourcing: Sourcing,
  known: Known,
): readonly Fulfilment[] =>
  sourceWaiting(orderId, waiting, restocked, { ...sourcing, open: new Map() }, known).flatMap(
    ({ data }) => data.fulfilments,
  );

/** The order answered a decision to serve what waited, or inventory refused it: what still waits may be asked for again. */
export const settle = (
  orderId: OrderId,
  decisionId: string,
  outcome: Settled['outcome'],
  { open }: Sourcing,
): SourcingEvent[] =>
  open.get(decisionId)?.cause === 'backorder'
    ? [{ type: 'tributary.sourcing.settled.v1', data: { orderId, decisionId, outcome } }]
    : [];

type Settled = Extract<SourcingEvent, { type: 'tributary.sourcing.settled.v1' }>['data'];

/** A part is better than to wait on, also where the order as a whole would have been refused. */
const planned = (orderId: OrderId, asked: Asked, sourcing: Sourcing, known: Known): Decided[] => {
  const request: SourcingRequest = { ...asked.request, whenShort: 'backorder' };
  return decided(orderId, { ...asked, request }, sourcing, known).filter(
    ({ data }) => data.fulfilments.length > 0,
  );
};

/** Goods that a location held for the order, and no longer does. */
export interface GoodsMissing {
  readonly orderId: OrderId;
  readonly location: LocationId;
  readonly lines: readonly LineQuantity[];
}

export type PickupDecided = Extract<OrderFact, { type: 'tributary.order.pickup-decided.v1' }>;

/** Inventory had to break a reservation: these lines again, from elsewhere. */
export const sourceAfterLoss = (lost: GoodsMissing, sourcing: Sourcing, known: Known): SourcingEvent[] =>
  sourceElsewhere('allocation-lost', lost, sourcing, known);

/** Goods were not found: from elsewhere, too. What becomes of a short pickup somebody decides: it is never moved silently. */
export const sourceAfterShortPick = (
  short: GoodsMissing & { readonly method: Method },
  sourcing: Sourcing,
  known: Known,
): SourcingEvent[] => (short.method === 'ship' ? sourceElsewhere('short-pick', short, sourcing, known) : []);

/**
 * Somebody decided how a pickup that ran short reaches the customer: the units that nothing holds are
 * sourced that way, and not from where they are missing.
 */
export const sourcePickupAnew = (fact: PickupDecided, sourcing: Sourcing, known: Known): SourcingEvent[] => {
  const { orderId, choice, lines, shipTo } = fact.data;
  if (!sourcing.request || choice === 'wait') return [];
  const short = linesOf(sourcing.request, lines);
  const request = {
    ...sourcing.request,
    ...(shipTo && { shipTo: destinationOf(shipTo) }),
    lines: [...changeMethods(short, fact)],
  };
  const missingAt = short.flatMap(({ pickupAt }) => pickupAt ?? []);
  const excluded = [...new Set([...sourcing.excluded, ...missingAt])];
  return decided(orderId, { cause: 'pickup-decided', request, excluded }, sourcing, known);
};

const sourceElsewhere = (
  cause: 'allocation-lost' | 'short-pick',
  { orderId, location, lines }: GoodsMissing,
  sourcing: Sourcing,
  known: Known,
): SourcingEvent[] => {
  if (!sourcing.request) return [];
  const request = { ...sourcing.request, lines: linesOf(sourcing.request, lines) };
  const excluded = [...new Set([...sourcing.excluded, location])];
  return decided(orderId, { cause, request, excluded }, sourcing, known);
};

const decided = (
  orderId: OrderId,
  { cause, request, excluded, answers }: Asked,
  sourcing: Sourcing,
  { network, levels }: Known,
): Decided[] => {
  if (request.lines.length === 0) return [];
  const attempt = sourcing.attempt + 1;
  const decisionId = decisionIdOf(orderId, attempt);
  const task = { orderId, decisionId, attempt, cause, request, excluded: new Set(excluded) };
  const decision = sourcing.paused ? deferSourcing(task, network) : decideSourcing(task, network, levels);
  return [{ type: 'tributary.sourcing.decided.v1', data: answers ? { ...decision, answers } : decision }];
};

/** What inventory said is newer than what is known of the levels here. */
const atMost = (short: readonly Short[], levels: StockLevels): StockLevels => {
  const said = new Map<string, Map<LocationId, number>>();
  for (const { sku, location, available } of short) {
    const units = said.get(sku) ?? new Map(levels(sku));
    said.set(sku, units.set(location, Math.min(levels(sku).get(location) ?? 0, available)));
  }
  return withUnits(levels, said);
};

const requestOf = (
  { channel, whenShort, shipTo, lines }: OrderPlaced,
  placedAt: string,
): SourcingRequest => ({
  channel,
  placedAt,
  whenShort,
  ...(shipTo && { shipTo: destinationOf(shipTo) }),
  lines: lines.map(asRequested),
});

const asRequested = ({
  lineId,
  sku,
  quantity,
  method,
  pickupAt,
}: PlacedLine): SourcingRequest['lines'][number] => ({
  lineId,
  sku,
  quantity,
  method,
  ...(pickupAt && { pickupAt }),
});

/** Of an address, what a decision needs. */
export const destinationOf = ({ country, postalCode, coordinates }: Address): SourcingRequest['shipTo'] => ({
  ...(country && { country }),
  ...(postalCode && { postalCode }),
  ...(coordinates && { coordinates }),
});

/** The request's lines reduced to the quantities asked for now. */
const linesOf = ({ lines }: SourcingRequest, asked: readonly LineQuantity[]): SourcingRequest['lines'] =>
  lines.flatMap((line) => {
    const quantity = asked
      .filter(({ lineId }) => lineId === line.lineId)
      .reduce((sum, one) => sum + one.quantity, 0);
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });

import {
  type Candidate,
  type Fulfilment,
  type LocationId,
  type LocationUpdated,
  type OrderId,
  type SourcingDecided,
  type SourcingRequest,
  fulfilmentIdOf,
  placeKeyOf,
} from '@tributary/contracts';
import type { Network } from '../network/network.ts';
import { placeOf } from '../network/postal-areas.ts';
import {
  type Eligible,
  type RequestLine,
  type StockLevels,
  candidatesFor,
  eligiblesOf,
  withUnits,
} from './candidates.ts';
import { planShipping } from './plan-shipping.ts';
import { type Share, type ShipPlan, packageCost, unitCost } from './plan.ts';
import { verdictsOf } from './verdicts.ts';

export interface SourcingTask {
  readonly orderId: OrderId;
  readonly decisionId: string;
  readonly attempt: number;
  readonly cause: SourcingDecided['cause'];
  readonly request: SourcingRequest;
  /** Locations that refused, ran short or timed out on this order before. */
  readonly excluded: ReadonlySet<LocationId>;
}

/**
 * Decides from where an order is served and says why: the candidates that matter, what each had, why each
 * lost, how many others lost for which reason, and what the plan costs. Pure: the same network, stock and task give the same decision.
 */
export const decideSourcing = (
  task: SourcingTask,
  network: Network,
  levels: StockLevels,
): SourcingDecided => {
  const { excluded, orderId, decisionId, attempt, cause } = task;
  const request = located(task.request, network);
  const pickups = request.lines.filter(({ method }) => method === 'pickup');
  const shipped = request.lines.filter(({ method }) => method !== 'pickup');
  // A pickup has one place only, so it comes first: shipped lines draw on what it leaves.
  const collected = planPickups(pickups, network, levels);
  const remaining = without(levels, collected.shares);
  const to = request.shipTo?.coordinates;
  const { eligible, excluded: out } =
    shipped.length > 0
      ? candidatesFor(shipped, to, network, remaining, excluded)
      : { eligible: nobody, excluded: [] };
  const plan: ShipPlan =
    shipped.length > 0 ? planShipping(shipped, eligible, network.ruleSet) : { shares: [], missing: [] };
  const missing = [...plan.missing, ...collected.missing];
  const refused = request.whenShort === 'reject' && missing.length > 0;
  const shipShares = refused ? [] : plan.shares;
  const pickupShares = refused ? [] : collected.shares;
  const unsourced = refused
    ? refusedLines(request.lines, missing)
    : missing.map(({ line, quantity }) => unsourcedLine(line, quantity));
  const cost = costOf(shipShares, eligible.all, network);
  const served = { shares: shipShares, cost: cost.total };
  const seen = verdictsOf(shipped, served, eligible, out, network);
  const fulfilments = [
    ...fulfilmentsOf(shipShares, 'ship', attempt),
    ...fulfilmentsOf(pickupShares, 'pickup', attempt),
  ];
  return {
    orderId,
    decisionId,
    attempt,
    cause,
    request,
    ruleSet: { ruleSetId: network.ruleSet.ruleSetId, version: network.ruleSet.version },
    outcome: fulfilments.length === 0 ? 'unsourceable' : unsourced.length > 0 ? 'partly-planned' : 'planned',
    fulfilments,
    unsourced,
    cost,
    ...seen,
    candidates: [...seen.candidates, ...pickupCandidates(pickups, pickupShares, levels)],
    excluded: [...excluded],
  };
};

/** The order is held: what was asked is kept, and decided once it is released. */
export const deferSourcing = (
  { orderId, decisionId, attempt, cause, request, excluded }: SourcingTask,
  network: Network,
): SourcingDecided => ({
  orderId,
  decisionId,
  attempt,
  cause,
  request,
  ruleSet: { ruleSetId: network.ruleSet.ruleSetId, version: network.ruleSet.version },
  outcome: 'deferred',
  fulfilments: [],
  unsourced: [],
  cost: costOf([], [], network),
  candidates: [],
  excluded: [...excluded],
});

/** An address that tells no coordinates lies in the middle of its postal area: what is decided by is recorded. */
const located = (request: SourcingRequest, { postalAreas }: Network): SourcingRequest => {
  const { shipTo } = request;
  if (!shipTo || shipTo.coordinates) return request;
  const coordinates = placeOf(shipTo, postalAreas);
  return coordinates ? { ...request, shipTo: { ...shipTo, coordinates, locatedBy: 'postal-code' } } : request;
};

const nobody = eligiblesOf([], () => new Map());

/** What is left of levels once these shares are taken. */
const without = (levels: StockLevels, shares: readonly Share[]): StockLevels => {
  const left = new Map<string, Map<LocationId, number>>();
  for (const { line, location, quantity } of shares) {
    const units = left.get(line.sku) ?? new Map(levels(line.sku));
    left.set(line.sku, units.set(location.locationId, units.get(location.locationId)! - quantity));
  }
  return withUnits(levels, left);
};

const unsourcedLine = (
  { lineId, sku }: RequestLine,
  quantity: number,
  reason = 'not enough stock in the network',
) => ({ lineId, sku, quantity, reason });

/** Of an order that is refused whole no line is served, though few may be short. */
const refusedLines = (lines: readonly RequestLine[], missing: ShipPlan['missing']) => {
  const short = new Set(missing.map(({ line }) => line.lineId));
  return lines.map((line) =>
    short.has(line.lineId)
      ? unsourcedLine(line, line.quantity)
      : unsourcedLine(line, line.quantity, 'refused with the rest of the order, which is short'),
  );
};

/** A pickup is collected where the customer chose, or waits there: it is never moved silently. */
const planPickups = (
  lines: readonly RequestLine[],
  { locations }: Network,
  levels: StockLevels,
): ShipPlan => {
  const taken = new Map<string, number>();
  const shares: Share[] = [];
  const missing: { line: RequestLine; quantity: number }[] = [];
  for (const line of lines) {
    const location = line.pickupAt && locations.get(line.pickupAt);
    const able = location && location.active !== false && location.capabilities.includes('pickup');
    const key = placeKeyOf(line.sku, line.pickupAt ?? '');
    const before = taken.get(key) ?? 0;
    const units = able ? Math.max(0, unitsAt(levels, line.sku, location.locationId) - before) : 0;
    const quantity = Math.min(units, line.quantity);
    taken.set(key, before + quantity);
    if (quantity > 0) shares.push({ line, location: location as LocationUpdated, quantity });
    if (quantity < line.quantity) missing.push({ line, quantity: line.quantity - quantity });
  }
  return { shares, missing };
};

const unitsAt = (levels: StockLevels, sku: string, location: LocationId): number =>
  levels(sku).get(location) ?? 0;

/** The places customers chose to collect at: each serves its lines, or says why not. */
const pickupCandidates = (
  lines: readonly RequestLine[],
  shares: readonly Share[],
  levels: StockLevels,
): Candidate[] => {
  const serving = new Set<LocationId>(shares.map(({ location }) => location.locationId));
  return [...Map.groupBy(lines, ({ pickupAt }) => pickupAt)].flatMap(([location, own]): Candidate[] => {
    if (location === undefined) return [];
    const stock = Object.fromEntries(
      own.map(({ lineId, sku }) => [lineId, Math.max(0, unitsAt(levels, sku, location))]),
    );
    return serving.has(location)
      ? [{ location, verdict: 'chosen' as const, reason: 'chosen by the customer for pickup', stock }]
      : [{ location, verdict: 'excluded' as const, reason: 'cannot hand over what is asked for', stock }];
  });
};

const fulfilmentsOf = (
  shares: readonly Share[],
  method: 'ship' | 'pickup',
  attempt: number,
): Fulfilment[] => {
  const byLocation = Map.groupBy(shares, ({ location }) => location.locationId);
  return [...byLocation].map(([location, own], index) => ({
    fulfilmentId: fulfilmentIdOf(method, attempt, location, index),
    location,
    method,
    lines: own.map(({ line: { lineId, sku }, quantity }) => ({ lineId, sku, quantity })),
  }));
};

const costOf = (
  shares: readonly Share[],
  eligible: readonly Eligible[],
  { ruleSet }: Network,
): SourcingDecided['cost'] => {
  const serving = new Set(shares.map(({ location }) => location.locationId));
  const used = eligible.filter(({ location }) => serving.has(location.locationId));
  const parts = used.map(({ distanceKm }) => packageCost(ruleSet, distanceKm));
  const packages = parts.reduce((sum, part) => sum + part.packages, 0);
  const distance = parts.reduce((sum, part) => sum + part.distance, 0);
  const units = shares.reduce(
    (sum, { location, quantity }) => sum + unitCost(ruleSet, location, quantity),
    0,
  );
  return { currency: ruleSet.currency, total: packages + distance + units, packages, units, distance };
};

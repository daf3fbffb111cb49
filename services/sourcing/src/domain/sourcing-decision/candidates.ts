import type {
  Coordinates,
  LocationId,
  LocationUpdated,
  RuleSet,
  SourcingRequest,
} from '@tributary/contracts';
import type { Network } from '../network/network.ts';
import { distanceKm } from './distance.ts';

export type RequestLine = SourcingRequest['lines'][number];

/** What a location could sell of a SKU, as sourcing knows it. */
export type StockLevels = (sku: string, location: LocationId) => number;

/** A location that may serve the order, with what each line could take from it. */
export interface Eligible {
  readonly location: LocationUpdated;
  readonly distanceKm: number | undefined;
  /** By line id, units it could give. */
  readonly stock: ReadonlyMap<string, number>;
}

export interface Excluded {
  readonly location: LocationUpdated;
  readonly distanceKm: number | undefined;
  readonly stock: ReadonlyMap<string, number>;
  readonly reason: string;
}

const distanceTo = ({ address }: LocationUpdated, to: Coordinates | undefined): number | undefined =>
  address.coordinates && to ? distanceKm(address.coordinates, to) : undefined;

/** Hard constraints: why a location may not serve shipped lines at all, or undefined if it may. */
const exclusion = (
  location: LocationUpdated,
  distance: number | undefined,
  excluded: ReadonlySet<LocationId>,
  { constraints }: RuleSet,
): string | undefined => {
  if (location.active === false) return 'not active';
  if (!location.capabilities.includes('ship')) return 'cannot ship';
  if (constraints.excludedLocations.includes(location.locationId)) return 'excluded by the rule set';
  if (excluded.has(location.locationId)) return 'could not serve this order before';
  if (
    constraints.maxDistanceKm !== undefined &&
    distance !== undefined &&
    distance > constraints.maxDistanceKm
  ) {
    return `${distance} km away, at most ${constraints.maxDistanceKm} allowed`;
  }
  return undefined;
};

/** Sorts the network into locations that may serve the shipped lines and those that may not, with the reason. */
export const candidatesFor = (
  lines: readonly RequestLine[],
  to: Coordinates | undefined,
  { locations, ruleSet }: Network,
  levels: StockLevels,
  excluded: ReadonlySet<LocationId>,
): { eligible: Eligible[]; excluded: Excluded[] } => {
  const eligible: Eligible[] = [];
  const out: Excluded[] = [];
  const byId = [...locations.values()].sort((a, b) => (a.locationId < b.locationId ? -1 : 1));
  for (const location of byId) {
    const distance = distanceTo(location, to);
    const keepBack = ruleSet.constraints.keepBack[location.kind];
    const stock = new Map(
      lines.map(({ lineId, sku }) => [lineId, Math.max(0, levels(sku, location.locationId) - keepBack)]),
    );
    const reason =
      exclusion(location, distance, excluded, ruleSet) ??
      ([...stock.values()].some((units) => units > 0) ? undefined : 'no stock of what is asked for');
    if (reason) out.push({ location, distanceKm: distance, stock, reason });
    else eligible.push({ location, distanceKm: distance, stock });
  }
  return { eligible, excluded: out };
};
